package golden_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/golden/harbor"
)

// show is the code of the README, line by line.
func show(ctx context.Context, client *harbor.Client) error {
	parcel, err := client.Parcels.Get(ctx, "par_123")
	if err != nil {
		return err // a response that is no success is a *harbor.Error
	}
	switch r := parcel.Recipient.Value.(type) {
	case harbor.Person:
		fmt.Println(r.FirstName, r.LastName)
	case harbor.Company:
		fmt.Println(r.CompanyName)
	default:
		// a variant that is newer than this package: its JSON is kept
		fmt.Printf("%s\n", parcel.Recipient.RawJSON())
	}
	if at, ok := parcel.ArchivedAt.Get(); ok {
		fmt.Println("archived", at)
	}
	return nil
}

// answer is a Doer that gives one response.
type answer string

func (a answer) Do(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader(string(a)))}, nil
}

func Example_readme() {
	parcel := `{"recipient": {"first_name": "Ada", "last_name": "Byron"}, "archived_at": "2026-01-14T08:30:00Z"}`
	if err := show(context.Background(), harbor.NewClient(harbor.WithHTTPClient(answer(parcel)))); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Ada Byron
	// archived 2026-01-14 08:30:00 +0000 UTC
}

// TestReadme holds the README to the code that Example_readme runs.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("readme_test.go")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(source), "error {\n")
	body, _, _ = strings.Cut(body, "\treturn nil\n}\n")
	shown := strings.ReplaceAll("\n"+body, "\n\t", "\n")
	if !strings.Contains(string(readme), strings.TrimSpace(shown)) {
		t.Errorf("the README does not show\n%s", shown)
	}
}
