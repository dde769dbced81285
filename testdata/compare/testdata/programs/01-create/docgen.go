package main

import (
	"context"
	"fmt"
	"log"

	"example.test/programs/anthropic"
)

func main() {
	client := anthropic.NewClient(anthropic.FromEnv())
	message, err := client.Messages.New(context.Background(), anthropic.MessageNewParams{
		Model:     anthropic.ModelClaudeSonnet4_6,
		MaxTokens: 1024,
		Messages:  []anthropic.MessageParam{anthropic.NewMessageUser("Who found penicillin?")},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, block := range message.Content {
		if text, ok := block.Value.(anthropic.TextBlock); ok {
			fmt.Println(text.Text)
		}
	}
}
