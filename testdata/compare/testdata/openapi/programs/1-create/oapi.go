package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

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
	slots := 12
	resp, err := client.CreateDepotWithResponse(context.Background(), depots.DepotNew{Name: "North", Slots: &slots})
	if err != nil {
		log.Fatal(err)
	}
	if resp.JSON200 == nil {
		log.Fatal(resp.Status())
	}
	fmt.Println(resp.JSON200.Id, resp.JSON200.Slots)
}
