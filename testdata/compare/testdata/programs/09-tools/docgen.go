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
	message, err := client.Messages.New(context.Background(), anthropic.MessageNewParams{
		Model:       anthropic.ModelClaudeSonnet4_6,
		MaxTokens:   1024,
		Temperature: anthropic.Some(0.2),
		System:      anthropic.NewMessageSystem("Answer with a tool."),
		Messages:    []anthropic.MessageParam{anthropic.NewMessageUser("Book a table for two.")},
		Tools: anthropic.Some([]anthropic.ToolUnionParam{
			anthropic.NewToolCustom(anthropic.ToolInputSchema{
				Properties: anthropic.Some(map[string]json.RawMessage{"guests": json.RawMessage(`{"type": "integer"}`)}),
				Required:   anthropic.Some([]string{"guests"}),
			}, "book"),
			{Value: anthropic.WebSearchTool20250305Param{MaxUses: anthropic.Int(3)}},
		}),
		ToolChoice: anthropic.NewToolChoiceTool("book"),
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, block := range message.Content {
		if use, ok := block.Value.(anthropic.ToolUseBlock); ok {
			fmt.Println(use.ID, use.Name, string(anthropic.MustJSON(use.Input)))
		}
	}
}
