package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"

	"example.test/programs/oapi/depots"
)

func main() {
	client, err := depots.NewClientWithResponses("https://api.depots.example", depots.WithRequestEditorFn(func(_ context.Context, r *http.Request) error {
		r.Header.Set("Authorization", "Bearer "+os.Getenv("DEPOTS_KEY"))
		return nil
	}))
	if err != nil {
		log.Fatal(err)
	}
	body := strings.NewReader(`{"name": "", "note": null}`)
	resp, err := client.UpdateDepotWithBodyWithResponse(context.Background(), "depot_1", "application/json", body)
	if err != nil {
		log.Fatal(err)
	}
	if resp.JSON200 == nil {
		log.Fatal(resp.Status())
	}
	fmt.Println(resp.JSON200.Note == nil)
}
