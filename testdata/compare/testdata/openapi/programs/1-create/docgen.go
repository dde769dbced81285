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
	params := depots.DepotNewDepotParams{Body: depots.DepotNew{Name: "North", Slots: depots.Int(12)}}
	depot, err := client.Depots.NewDepot(context.Background(), params)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(depot.ID, depot.Slots)
}
