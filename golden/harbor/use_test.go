package harbor_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/docgen-go/docgen/golden/harbor"
)

// This file is written by hand and stays where it is when the package is
// generated again: what a user writes against a generated package.

// An answer is a harbor.Doer that needs no network.
type answer struct {
	status int
	body   string
}

func (a answer) Do(r *http.Request) (*http.Response, error) {
	fmt.Println(r.Method, r.URL)
	if r.Body != nil {
		_, _ = io.Copy(io.Discard, r.Body)
	}
	return &http.Response{StatusCode: a.status, Body: io.NopCloser(strings.NewReader(a.body)), Request: r}, nil
}

func ExampleParcelService_Get() {
	client := harbor.NewClient(harbor.WithHTTPClient(answer{200, `{"id": "parcel_1", "status": "teleported", "archived_at": null}`}))
	parcel, err := client.Parcels.Get(context.Background(), "parcel_1", harbor.ParcelGetParams{})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, archived := parcel.ArchivedAt.Get()
	fmt.Println(parcel.ID, parcel.Status, parcel.Status.IsKnown(), archived)
	// Output:
	// GET https://api.harbor.example/v1/parcels/parcel_1
	// parcel_1 teleported false false
}

// pages is a harbor.Doer that answers with one body after the other.
func pages(contentType string, bodies ...string) doer {
	return func(r *http.Request) (*http.Response, error) {
		fmt.Println(r.Method, r.URL)
		body := bodies[0]
		bodies = bodies[1:]
		return &http.Response{StatusCode: 200, Header: http.Header{"Content-Type": {contentType}}, Body: io.NopCloser(strings.NewReader(body))}, nil
	}
}

type doer func(*http.Request) (*http.Response, error)

func (d doer) Do(r *http.Request) (*http.Response, error) { return d(r) }

func ExampleParcelService_ListAutoPaging() {
	client := harbor.NewClient(harbor.WithHTTPClient(pages("application/json",
		`{"data": [{"id": "parcel_1"}, {"id": "parcel_2"}], "has_more": true, "last_id": "parcel_2"}`,
		`{"data": [{"id": "parcel_3"}], "has_more": false, "last_id": "parcel_3"}`)))
	for parcel, err := range client.Parcels.ListAutoPaging(context.Background(), harbor.ParcelListParams{Limit: harbor.Some[int64](2)}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(parcel.ID)
	}
	// Output:
	// GET https://api.harbor.example/v1/parcels?limit=2
	// parcel_1
	// parcel_2
	// GET https://api.harbor.example/v1/parcels?after_id=parcel_2&limit=2
	// parcel_3
}

func ExampleStream() {
	client := harbor.NewClient(harbor.WithHTTPClient(pages("text/event-stream",
		"event: ping\ndata: {}\n\ndata: {\"type\": \"parcel.scanned\", \"depot\": \"AMS-2\"}\n\ndata: {\"type\": \"parcel.teleported\"}\n\ndata: [DONE]\n\n")))
	stream, err := client.Parcels.Events.Stream(context.Background(), "parcel_1", harbor.ParcelEventStreamParams{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for event, err := range stream.All() {
		if err != nil {
			fmt.Println(err)
			return
		}
		if scanned, ok := event.Value.(harbor.ParcelScannedEvent); ok {
			fmt.Println("scanned in", scanned.Depot)
		} else {
			fmt.Println("something new:", string(event.RawJSON()))
		}
	}
	// Output:
	// GET https://api.harbor.example/v1/parcels/parcel_1/events/stream
	// something new: {}
	// scanned in AMS-2
	// something new: {"type": "parcel.teleported"}
}

func ExampleError() {
	client := harbor.NewClient(harbor.WithHTTPClient(answer{404, `{"message": "no such parcel"}`}))
	err := client.Parcels.Delete(context.Background(), "parcel_2")
	var failure *harbor.Error
	if errors.As(err, &failure) {
		fmt.Println(failure.StatusCode, string(failure.Body))
	}
	// Output:
	// DELETE https://api.harbor.example/v1/parcels/parcel_2
	// 404 {"message": "no such parcel"}
}

func ExampleContentItem() {
	var items []harbor.ContentItem
	text := `[{"type": "paper", "pages": 2}, {"type": "crate", "planks": 9}]`
	if err := json.Unmarshal([]byte(text), &items); err != nil {
		fmt.Println(err)
		return
	}
	for _, item := range items {
		switch v := item.Value.(type) {
		case harbor.PaperItem:
			fmt.Println(v.Pages, "pages")
		case nil:
			fmt.Println("newer than this package:", string(item.RawJSON()))
		}
	}
	items = append(items, harbor.ContentItem{Value: harbor.PaperItem{Pages: 1, Confidential: harbor.Some(false)}})
	out, err := json.Marshal(items)
	fmt.Println(string(out), err)
	// Output:
	// 2 pages
	// newer than this package: {"type": "crate", "planks": 9}
	// [{"pages":2,"type":"paper"},{"type":"crate","planks":9},{"pages":1,"type":"paper","confidential":false}] <nil>
}

func ExampleNewContentItemGoods() {
	params := harbor.ParcelNewParams{
		Recipient: harbor.NewRecipientPerson("Ada", "Bakker"),
		Contents:  []harbor.ContentItem{harbor.NewContentItemGoods("tulips", 3), harbor.NewContentItemCarton(harbor.NewContentItemPaper(2))},
		Note:      harbor.NewParcelNote([]harbor.NoteBlock{harbor.NewNoteBlockText("Ring twice.")}),
		Reference: harbor.NewParcelReference("A-1"),
		Weight:    harbor.NewWeightKg(2.5),
		Metadata:  harbor.Some(map[string]string{}),
	}
	out, err := json.Marshal(params)
	fmt.Println(string(out), err)
	// Output:
	// {"contents":[{"description":"tulips","quantity":3,"type":"goods"},{"items":[{"pages":2,"type":"paper"}],"type":"carton"}],"recipient":{"first_name":"Ada","last_name":"Bakker"},"ship_to":{"city":"","country":"","lines":[],"postal_code":null},"weight":{"unit":"kg","value":2.5},"metadata":{},"note":[{"text":"Ring twice.","type":"text"}],"reference":"A-1"} <nil>
}
