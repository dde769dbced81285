package main

import (
	"context"
	"fmt"
	"log"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/packages/param"
	"github.com/openai/openai-go/v3/shared"
)

func main() {
	client := openai.NewClient()
	store, err := client.VectorStores.Update(context.Background(), "vs_1", openai.VectorStoreUpdateParams{
		Name:         param.Null[string](),
		ExpiresAfter: param.NullStruct[openai.VectorStoreUpdateParamsExpiresAfter](),
		Metadata:     shared.Metadata{},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(store.ID, store.Name == "")
}
