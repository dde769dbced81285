package main

import (
	"context"
	"fmt"
	"log"

	"example.test/programs/openai"
)

func main() {
	client := openai.NewClient(openai.FromEnv())
	store, err := client.VectorStores.Update(context.Background(), "vs_1", openai.VectorStoreUpdateParams{
		Name:         openai.Null[string](),
		ExpiresAfter: openai.Null[openai.VectorStoreExpiresAfter](),
		Metadata:     openai.Some(openai.Metadata{}),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(store.ID, store.Name == "")
}
