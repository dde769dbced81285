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
	for depot, err := range client.Depots.ListDepotsAutoPaging(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(depot.ID, depot.Name)
	}
}
