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
	resp, err := client.GetDepotWithResponse(context.Background(), "depot_1")
	if err != nil {
		log.Fatal(err)
	}
	switch {
	case resp.JSON404 != nil:
		fmt.Println(resp.JSON404.Code, resp.JSON404.Message)
	case resp.JSON200 == nil:
		log.Fatal(resp.Status())
	}
}
