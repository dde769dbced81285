package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"example.test/programs/depots"
)

func main() {
	client := depots.NewClient(depots.WithKey(os.Getenv("DEPOTS_KEY")))
	params := depots.DepotUpdateDepotParams{Body: depots.DepotUpdate{Name: depots.Some(""), Note: depots.Null[string]()}}
	depot, err := client.Depots.UpdateDepot(context.Background(), "depot_1", params)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(depot.Note.IsNull())
}
