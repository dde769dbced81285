package main

import (
	"context"
	"fmt"
	"log"

	"example.test/programs/anthropic"
)

func main() {
	client := anthropic.NewClient(anthropic.FromEnv())
	for batch, err := range client.Messages.Batches.ListAutoPaging(context.Background(), anthropic.MessageBatchListParams{Limit: anthropic.Int(20)}) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(batch.ID, batch.ProcessingStatus)
	}
}
