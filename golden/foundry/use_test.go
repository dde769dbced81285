package foundry_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/docgen-go/docgen/golden/foundry"
)

// This file is written by hand and stays where it is when the package is generated
// again: how users test their code.

// announce is code of a user that is to be tested.
func announce(ctx context.Context, castings foundry.CastingServiceAPI, id string) (string, error) {
	casting, err := castings.Get(ctx, id)
	if err != nil {
		return "", err
	}
	return casting.ID + " is " + string(casting.Status), nil
}

// A DoerFunc stands for the network: everything else of the client is what it is in
// production.
func ExampleDoerFunc() {
	answer := foundry.DoerFunc(func(r *http.Request) (*http.Response, error) {
		fmt.Println(r.Method, r.URL.Path)
		body := `{"id": "casting_1", "alloy": "bronze", "status": "cooled"}`
		return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(body))}, nil
	})
	client := foundry.NewClient(foundry.WithHTTPClient(answer))
	fmt.Println(announce(context.Background(), &client.Castings, "casting_1"))
	// Output:
	// GET /v1/castings/casting_1
	// casting_1 is cooled <nil>
}

// shop stands for a service. It has the methods that the test needs, and the others by
// the interface, so that methods of later revisions do not break it.
type shop struct{ foundry.CastingServiceAPI }

func (shop) Get(_ context.Context, castingID string, opts ...foundry.Option) (*foundry.Casting, error) {
	for _, o := range opts {
		if params, ok := o.(foundry.CastingGetParams); ok {
			fmt.Println("expand:", params.Expand.Or("nothing"))
		}
	}
	return &foundry.Casting{ID: castingID, Status: foundry.CastingStatusPouring}, nil
}

func ExampleCastingServiceAPI() {
	fmt.Println(announce(context.Background(), shop{}, "casting_2"))
	// Output:
	// casting_2 is pouring <nil>
}
