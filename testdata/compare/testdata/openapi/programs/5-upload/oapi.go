package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"mime/multipart"
	"net/http"
	"os"

	"example.test/programs/oapi/depots"
)

func main() {
	f, err := os.Open("plan.pdf")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("plan", "plan.pdf")
	if err != nil {
		log.Fatal(err)
	}
	if _, err := io.Copy(part, f); err != nil {
		log.Fatal(err)
	}
	if err := form.WriteField("scale", "100"); err != nil {
		log.Fatal(err)
	}
	if err := form.Close(); err != nil {
		log.Fatal(err)
	}
	client, err := depots.NewClientWithResponses("https://api.depots.example", depots.WithRequestEditorFn(func(_ context.Context, r *http.Request) error {
		r.Header.Set("Authorization", "Bearer "+os.Getenv("DEPOTS_KEY"))
		return nil
	}))
	if err != nil {
		log.Fatal(err)
	}
	resp, err := client.UploadPlanWithBodyWithResponse(context.Background(), "depot_1", form.FormDataContentType(), &body)
	if err != nil {
		log.Fatal(err)
	}
	if resp.JSON200 == nil {
		log.Fatal(resp.Status())
	}
	fmt.Println(resp.JSON200.Id)
}
