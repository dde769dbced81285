package golden_test

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/golden/harbor"
)

// TestZeroClient calls operations of clients and services that NewClient did not make:
// each is an error that says what to do, on every level of the tree and in every kind
// of call.
func TestZeroClient(t *testing.T) {
	var client harbor.Client
	var service harbor.CarrierService
	ctx := t.Context()
	got := map[string]error{}
	_, got["call"] = client.Carriers.Get(ctx, "c")
	_, got["nested"] = client.Admin.Organization.Me(ctx)
	_, got["third level"] = client.Parcels.Events.Attachments.Get(ctx, "p", "e", "a")
	_, got["download"] = client.Files.Download(ctx, "f")
	_, got["service"] = service.Get(ctx, "c")
	got["without result"] = client.Parcels.Delete(ctx, "p")
	_, got["upload"] = client.Files.Upload(ctx, harbor.FileUploadParams{})
	_, got["stream"] = client.Parcels.Events.Stream(ctx, "p", harbor.ParcelEventStreamParams{})
	for _, err := range client.Parcels.ListAutoPaging(ctx, harbor.ParcelListParams{}) {
		got["pages"] = err
	}
	if len(got) != 9 {
		t.Errorf("got %d answers, want 9", len(got))
	}
	for name, err := range got {
		if err == nil || !strings.Contains(err.Error(), "make one with NewClient") {
			t.Errorf("%s: got error %v, want one that names NewClient", name, err)
		}
	}
}
