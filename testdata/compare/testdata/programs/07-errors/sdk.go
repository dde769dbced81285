package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"

	"github.com/anthropics/anthropic-sdk-go"
)

func main() {
	client := anthropic.NewClient()
	_, err := client.Models.Get(context.Background(), "no-such-model", anthropic.ModelGetParams{})
	var failed *anthropic.Error
	if !errors.As(err, &failed) {
		log.Fatal(err)
	}
	var body struct{ Error struct{ Message string } }
	if err := json.Unmarshal([]byte(failed.RawJSON()), &body); err != nil {
		log.Fatal(err)
	}
	fmt.Println(failed.StatusCode, failed.RequestID, failed.Type(), body.Error.Message)
}
