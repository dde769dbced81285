package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/anthropics/anthropic-sdk-go/option"
)

func main() {
	client := anthropic.NewClient(option.WithMaxRetries(5), option.WithRequestTimeout(20*time.Second))
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var resp *http.Response
	model, err := client.Models.Get(ctx, "claude-sonnet-4-6", anthropic.ModelGetParams{}, option.WithResponseInto(&resp))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(model.DisplayName, resp.Header.Get("Request-Id"))
}
