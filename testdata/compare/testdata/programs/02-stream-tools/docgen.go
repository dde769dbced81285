package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"

	"example.test/programs/anthropic"
)

func main() {
	client := anthropic.NewClient(anthropic.FromEnv())
	stream, err := client.Messages.NewStreaming(context.Background(), anthropic.MessageNewParams{
		Model:     anthropic.ModelClaudeSonnet4_6,
		MaxTokens: 1024,
		Messages:  []anthropic.MessageParam{anthropic.NewMessageUser("Weather in Paris?")},
		Tools: anthropic.Some([]anthropic.ToolUnionParam{{Value: anthropic.ToolParam{
			Name:        "weather",
			Description: anthropic.Some("The weather of a city."),
			InputSchema: anthropic.ToolInputSchema{Properties: anthropic.Some(map[string]json.RawMessage{"city": json.RawMessage(`{"type": "string"}`)})},
		}}}),
	})
	if err != nil {
		log.Fatal(err)
	}
	var message anthropic.Message
	for event, err := range message.Accumulate(stream.All()) {
		if err != nil {
			log.Fatal(err)
		}
		if delta, ok := event.Value.(anthropic.ContentBlockDeltaEvent); ok {
			if text, ok := delta.Delta.Value.(anthropic.TextDelta); ok {
				fmt.Print(text.Text)
			}
		}
	}
	for _, block := range message.Content {
		if use, ok := block.Value.(anthropic.ToolUseBlock); ok {
			fmt.Println(use.Name, string(anthropic.MustJSON(use.Input)))
		}
	}
}
