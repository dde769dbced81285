package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"time"

	"example.test/programs/anthropic"
)

func main() {
	client := anthropic.NewClient(anthropic.FromEnv(), anthropic.WithMaxRetries(5), anthropic.WithTimeout(20*time.Second))
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var resp *http.Response
	model, err := client.Models.Get(ctx, "claude-sonnet-4-6", anthropic.WithResponse(&resp))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(model.DisplayName, resp.Header.Get("Request-Id"))
}
