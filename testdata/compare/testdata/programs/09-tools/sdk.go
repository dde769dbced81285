package main

import (
	"context"
	"fmt"
	"log"

	"github.com/anthropics/anthropic-sdk-go"
)

func main() {
	client := anthropic.NewClient()
	message, err := client.Messages.New(context.Background(), anthropic.MessageNewParams{
		Model:       anthropic.ModelClaudeSonnet4_6,
		MaxTokens:   1024,
		Temperature: anthropic.Float(0.2),
		System:      []anthropic.TextBlockParam{{Text: "Answer with a tool."}},
		Messages:    []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock("Book a table for two."))},
		Tools: []anthropic.ToolUnionParam{
			{OfTool: &anthropic.ToolParam{
				Name: "book",
				InputSchema: anthropic.ToolInputSchemaParam{
					Properties: map[string]any{"guests": map[string]any{"type": "integer"}},
					Required:   []string{"guests"},
				},
			}},
			{OfWebSearchTool20250305: &anthropic.WebSearchTool20250305Param{MaxUses: anthropic.Int(3)}},
		},
		ToolChoice: anthropic.ToolChoiceParamOfTool("book"),
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, block := range message.Content {
		if use, ok := block.AsAny().(anthropic.ToolUseBlock); ok {
			fmt.Println(use.ID, use.Name, string(use.Input))
		}
	}
}
