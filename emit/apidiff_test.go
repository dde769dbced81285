package emit_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/model/testutil/validate"
)

// TestCompareAgreesWithApidiff generates the packages of two revisions of
// Harbor, and of all cases, and holds what docgen says of them to what Go's own
// tool finds.
func TestCompareAgreesWithApidiff(t *testing.T) {
	testutil.NoRace(t, "one goroutine type-checks packages")
	testutil.Slow(t, "type-checks many packages")
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "go.mod"), []byte("module example.com/client\n\ngo 1.24\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	got := map[string]map[string]bool{}
	for name, sides := range revisionPairs(t) {
		names := namesOf(t, sides[0])
		kept := namesOf(t, sides[1], names.Table())
		for side, o := range map[string]emit.Options{"before": {Package: "client", Names: names}, "after": {Package: "client", Names: kept}} {
			set, _, err := emit.Go(t.Context(), sides[map[string]int{"before": 0, "after": 1}[side]], o)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := set.Write(t.Context(), filepath.Join(root, name, side)); err != nil {
				t.Fatal(err)
			}
		}
		got[name] = actions(goapi.Compare(surfaceOf(t, sides[0], names), surfaceOf(t, sides[1], kept)))
	}
	for name, changes := range got {
		before, after := "example.com/client/"+name+"/before", "example.com/client/"+name+"/after"
		if name == "became-required" || name == "what-makes-a-signature" {
			continue // apidiff takes a string for the new name of the generic type that it was
		}
		// Where a field parts with a shared type, apidiff takes the type that the field
		// has now for the new name of the shared one, if it meets the field first, which
		// is chance. One of its answers is ours.
		d := ""
		for range 50 {
			want := map[string]bool{}
			for message, compatible := range validate.APIDiff(t, root, before, after) {
				want[asOurs(message)] = !compatible
			}
			if d = cmp.Diff(want, changes); d == "" && len(want) > 0 || !strings.HasPrefix(name, "shared-type") {
				break
			}
		}
		if d != "" || len(changes) == 0 {
			t.Errorf("%s: -apidiff +docgen:\n%s", name, d)
		}
	}
}

// revisionPairs are the old and the new APIs to compare, by name.
func revisionPairs(t *testing.T) map[string][2]*model.API {
	t.Helper()
	out := map[string][2]*model.API{"harbor": {readDocs(t, "../testdata/harbor"), readDocs(t, "../testdata/harbor-v2")}}
	cases, err := filepath.Glob("../testdata/goapi/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range cases {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(name), ".txtar")] = [2]*model.API{parsed(t, a, "old/"), parsed(t, a, "new/")}
	}
	return out
}

// actions are changes as apidiff counts them: a rename is two, and a new
// variant is none.
func actions(changes []goapi.Change) map[string]bool {
	out := map[string]bool{}
	for _, c := range changes {
		switch {
		case c.Action == goapi.Renamed:
			out[c.Old+" removed"], out[c.New+" added"] = true, false
		case c.Action != goapi.Added || c.Kind != goapi.KindVariant:
			out[c.Name+" "+string(c.Action)] = c.Breaks()
		}
	}
	return out
}

var (
	receiver = regexp.MustCompile(`^\(\*(\w+)\)`)
	variant  = regexp.MustCompile(`^(\w+): no longer implements (\w+)$`)
	action   = regexp.MustCompile(`^(\S+): (removed|added|changed).*`)
)

// asOurs is a message of apidiff as a name and what happened to it.
func asOurs(message string) string {
	message = variant.ReplaceAllString(receiver.ReplaceAllString(message, "$1"), "$2($1) removed")
	return action.ReplaceAllString(message, "$1 $2")
}
