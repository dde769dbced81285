package main

import (
	"context"
	"fmt"
	"log"

	"github.com/anthropics/anthropic-sdk-go"
)

func main() {
	client := anthropic.NewClient()
	batches := client.Messages.Batches.ListAutoPaging(context.Background(), anthropic.MessageBatchListParams{Limit: anthropic.Int(20)})
	for batches.Next() {
		batch := batches.Current()
		fmt.Println(batch.ID, batch.ProcessingStatus)
	}
	if err := batches.Err(); err != nil {
		log.Fatal(err)
	}
}
