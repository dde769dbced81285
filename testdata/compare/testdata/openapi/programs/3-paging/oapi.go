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
	var params depots.ListDepotsParams
	for {
		resp, err := client.ListDepotsWithResponse(context.Background(), &params)
		if err != nil {
			log.Fatal(err)
		}
		if resp.JSON200 == nil {
			log.Fatal(resp.Status())
		}
		for _, depot := range resp.JSON200.Data {
			fmt.Println(depot.Id, depot.Name)
		}
		if !resp.JSON200.HasMore {
			return
		}
		params.After = resp.JSON200.Next
	}
}
