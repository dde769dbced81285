package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	"example.test/programs/anthropic"
)

func main() {
	client := anthropic.NewClient(anthropic.FromEnv())
	_, err := client.Models.Get(context.Background(), "no-such-model")
	var failed *anthropic.Error
	if !errors.As(err, &failed) {
		log.Fatal(err)
	}
	fmt.Println(failed.StatusCode, failed.RequestID(), failed.Type, failed.Message)
}
