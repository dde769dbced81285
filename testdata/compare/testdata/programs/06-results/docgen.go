package main

import (
	"context"
	"fmt"
	"log"

	"example.test/programs/anthropic"
)

func main() {
	client := anthropic.NewClient(anthropic.FromEnv())
	results, err := client.Messages.Batches.Results(context.Background(), "msgbatch_1")
	if err != nil {
		log.Fatal(err)
	}
	for result, err := range results.All() {
		if err != nil {
			log.Fatal(err)
		}
		switch r := result.Result.Value.(type) {
		case anthropic.MessageBatchSucceededResult:
			fmt.Println(result.CustomID, r.Message.Usage.OutputTokens)
		case anthropic.MessageBatchErroredResult:
			fmt.Println(result.CustomID, string(anthropic.MustJSON(r.Error.Error)))
		}
	}
}
