// Command quickstart calls the client that docgen wrote for Harbor, an API that does not
// exist, against a server in this process. It is the last part of the first command of
// the README.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/docgen-go/docgen/golden/harbor"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(answer))
	defer server.Close()
	client := harbor.NewClient(harbor.WithBaseURL(server.URL), harbor.WithHarborAPIKey("key"))
	if err := show(context.Background(), client, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		server.Close()
		os.Exit(1)
	}
}

// show makes one call that succeeds and one that does not, and prints what came back.
func show(ctx context.Context, client *harbor.Client, w io.Writer) error {
	check, err := client.Addresses.Validate(ctx, harbor.AddressValidateParams{
		City: "Amsterdam", Country: "NL", Lines: []string{"Prinsengracht 263"},
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "valid: %v, confidence %v\n", check.Valid, check.Confidence)
	for _, issue := range check.Issues.Or(nil) {
		fmt.Fprintf(w, "issue: %s, documented: %v\n", issue, issue.IsKnown())
	}
	if check.Address.PostalCode.IsNull() {
		fmt.Fprintln(w, "postal code: null, which is not the same as absent")
	}

	var failure *harbor.Error
	if _, err = client.Addresses.Validate(ctx, harbor.AddressValidateParams{}); !errors.As(err, &failure) {
		return fmt.Errorf("an empty address gives %w", err)
	}
	fmt.Fprintf(w, "error: status %d, %s\n", failure.StatusCode, failure.Message)
	return nil
}
