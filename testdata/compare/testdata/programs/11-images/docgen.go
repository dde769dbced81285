package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"log"
	"os"

	"example.test/programs/anthropic"
)

func main() {
	image, err := os.ReadFile("chart.png")
	if err != nil {
		log.Fatal(err)
	}
	client := anthropic.NewClient(anthropic.FromEnv())
	message, err := client.Messages.New(context.Background(), anthropic.MessageNewParams{
		Model:     anthropic.ModelClaudeSonnet4_6,
		MaxTokens: 1024,
		Messages: []anthropic.MessageParam{anthropic.NewMessageUser([]anthropic.ContentBlockParamUnion{
			anthropic.NewContentBlockText("What do both show?"),
			anthropic.NewContentBlockImage(anthropic.NewImageBlockSourceBase64(base64.StdEncoding.EncodeToString(image), "image/png")),
			anthropic.NewContentBlockImage(anthropic.NewImageBlockSourceURL("https://example.com/chart.png")),
		})},
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
