package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"example.test/programs/openai"
)

func main() {
	f, err := os.Open("requests.jsonl")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	client := openai.NewClient(openai.FromEnv())
	file, err := client.Files.New(context.Background(), openai.FileNewParams{
		File:    openai.File{Reader: f, Name: "requests.jsonl", ContentType: "application/jsonl"},
		Purpose: openai.FileNewParamsPurposeBatch,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(file.ID, file.Bytes)
}
