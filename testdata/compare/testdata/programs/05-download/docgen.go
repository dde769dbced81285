package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"

	"example.test/programs/openai"
)

func main() {
	client := openai.NewClient(openai.FromEnv())
	content, err := client.Files.Content(context.Background(), "file-1")
	if err != nil {
		log.Fatal(err)
	}
	defer content.Close()
	fmt.Fprintln(os.Stderr, content.ContentType, content.Length)
	if _, err := io.Copy(os.Stdout, content); err != nil {
		log.Fatal(err)
	}
}
