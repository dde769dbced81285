package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	"example.test/programs/depots"
)

func main() {
	client := depots.NewClient(depots.WithKey(os.Getenv("DEPOTS_KEY")))
	_, err := client.Depots.GetDepot(context.Background(), "depot_1")
	var failed *depots.Error
	switch {
	case errors.As(err, &failed) && failed.StatusCode == 404:
		fmt.Println(failed.Code, failed.Message)
	case err != nil:
		log.Fatal(err)
	}
}
