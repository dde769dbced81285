package emit_test

import (
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/exp/apidiff"

	"github.com/docgen-go/docgen/emit/goapi"
)

// TestCompareAgreesWithApidiff generates the packages of two revisions and
// holds what docgen says of them to what Go's own tool finds.
func TestCompareAgreesWithApidiff(t *testing.T) {
	before := readDocs(t, filepath.Join("..", "testdata", "harbor"))
	after := readDocs(t, filepath.Join("..", "testdata", "harbor-v2"))
	names := namesOf(t, before)
	kept := namesOf(t, after, names.Table())
	got := map[string]bool{}
	for _, c := range goapi.Compare(surfaceOf(t, before, names), surfaceOf(t, after, kept)) {
		if c.Action == goapi.Renamed {
			got[c.Old+" removed"], got[c.New+" added"] = true, false
			continue
		}
		got[c.Name+" "+string(c.Action)] = c.Breaks()
	}
	report := apidiff.Changes(typeCheck(t, write(t, before, names)), typeCheck(t, write(t, after, kept)))
	want := map[string]bool{}
	for _, c := range report.Changes {
		want[asOurs(c.Message)] = !c.Compatible
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-apidiff +docgen:\n%s", d)
	}
	if len(want) < 100 {
		t.Errorf("only %d changes were compared", len(want))
	}
}

var (
	receiver = regexp.MustCompile(`^\(\*(\w+)\)`)
	verdict  = regexp.MustCompile(`^(\S+): (removed|added|changed).*`)
)

// asOurs is a message of apidiff as a name and what happened to it.
func asOurs(message string) string {
	return verdict.ReplaceAllString(receiver.ReplaceAllString(message, "$1"), "$1 $2")
}
