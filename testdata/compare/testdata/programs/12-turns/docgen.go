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
	params := anthropic.MessageNewParams{
		Model:     anthropic.ModelClaudeSonnet4_6,
		MaxTokens: 1024,
		Messages:  []anthropic.MessageParam{anthropic.NewMessageUser("Weather in Paris?")},
		Tools: anthropic.Some([]anthropic.ToolUnionParam{anthropic.NewToolCustom(
			anthropic.ToolInputSchema{Properties: anthropic.Some(map[string]json.RawMessage{"city": json.RawMessage(`{"type": "string"}`)})}, "weather",
		)}),
	}
	for {
		message, err := client.Messages.New(context.Background(), params)
		if err != nil {
			log.Fatal(err)
		}
		var results []anthropic.ContentBlockParamUnion
		for _, block := range message.Content {
			switch block := block.Value.(type) {
			case anthropic.TextBlock:
				fmt.Println(block.Text)
			case anthropic.ToolUseBlock:
				results = append(results, anthropic.ContentBlockParamUnion{Value: anthropic.ToolResultBlockParam{
					ToolUseID: block.ID, Content: anthropic.NewToolResultBlockContent("18 °C"),
				}})
			}
		}
		if len(results) == 0 {
			return
		}
		params.Messages = append(params.Messages, message.ToParam(), anthropic.NewMessageUser(results))
	}
}
