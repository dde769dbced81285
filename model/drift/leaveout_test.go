package drift

import (
	"testing"

	"github.com/docgen-go/docgen/model/gofacts"
)

// TestLeaveOneOut says for each member what would be written without it, and leaves the client as it was.
func TestLeaveOneOut(t *testing.T) {
	ship := goStruct("Ship", "ID string id", "LogURL string log_url", "HomeURL string home_url")
	client := clientOf(call("GET /ships/{id}", ship, nil))
	client.Types = []*gofacts.Type{ship}
	all := LeaveOneOut(apiOf(method("GET /ships/{id}", object("id!", text, "log_url!", text, "home_url!", text), nil)), client)
	if len(all) != 3 || len(ship.Fields) != 3 {
		t.Fatalf("%d of %d", len(all), len(ship.Fields))
	}
	for _, r := range all {
		if r.Has.Name != r.Gets.Name || r.Has.GoType != r.Gets.GoType || r.Has.Tag != r.Gets.Tag {
			t.Errorf("%+v", r)
		}
	}
}
