package main

import (
	"context"
	"fmt"
	"log"

	"github.com/anthropics/anthropic-sdk-go"
)

func main() {
	client := anthropic.NewClient()
	results := client.Messages.Batches.ResultsStreaming(context.Background(), "msgbatch_1")
	for results.Next() {
		result := results.Current()
		switch r := result.Result.AsAny().(type) {
		case anthropic.MessageBatchSucceededResult:
			fmt.Println(result.CustomID, r.Message.Usage.OutputTokens)
		case anthropic.MessageBatchErroredResult:
			fmt.Println(result.CustomID, r.Error.Error.RawJSON())
		}
	}
	if err := results.Err(); err != nil {
		log.Fatal(err)
	}
}
