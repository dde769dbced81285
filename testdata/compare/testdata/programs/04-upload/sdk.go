package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/openai/openai-go/v3"
)

func main() {
	f, err := os.Open("requests.jsonl")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	client := openai.NewClient()
	file, err := client.Files.New(context.Background(), openai.FileNewParams{
		File:    openai.File(f, "requests.jsonl", "application/jsonl"),
		Purpose: openai.FilePurposeBatch,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(file.ID, file.Bytes)
}
