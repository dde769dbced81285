package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"example.test/programs/depots"
)

func main() {
	f, err := os.Open("plan.pdf")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	client := depots.NewClient(depots.WithKey(os.Getenv("DEPOTS_KEY")))
	depot, err := client.Depots.UploadPlan(context.Background(), "depot_1", depots.DepotUploadPlanParams{
		Plan:  depots.File{Reader: f, Name: "plan.pdf"},
		Scale: depots.Int(100),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(depot.ID)
}
