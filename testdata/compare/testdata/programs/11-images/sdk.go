package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"log"
	"os"

	"github.com/anthropics/anthropic-sdk-go"
)

func main() {
	image, err := os.ReadFile("chart.png")
	if err != nil {
		log.Fatal(err)
	}
	client := anthropic.NewClient()
	message, err := client.Messages.New(context.Background(), anthropic.MessageNewParams{
		Model:     anthropic.ModelClaudeSonnet4_6,
		MaxTokens: 1024,
		Messages: []anthropic.MessageParam{anthropic.NewUserMessage(
			anthropic.NewTextBlock("What do both show?"),
			anthropic.NewImageBlockBase64("image/png", base64.StdEncoding.EncodeToString(image)),
			anthropic.NewImageBlock(anthropic.URLImageSourceParam{URL: "https://example.com/chart.png"}),
		)},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, block := range message.Content {
		if text, ok := block.AsAny().(anthropic.TextBlock); ok {
			fmt.Println(text.Text)
		}
	}
}
