package parser_test

import (
	"context"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser"
)

const testdata = "../testdata/"

// TestHarbor holds the parser to what a person says of the whole made-up API.
func TestHarbor(t *testing.T) {
	want, err := os.ReadFile(testdata + "harbor-facts.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, facts := parseFolder(t, "harbor")
	checkFacts(t, string(want), facts)
}

// TestGenerations reads the same methods in three generations: but for what a
// generation cannot say, they mean the same.
func TestGenerations(t *testing.T) {
	_, full := parseFolder(t, "harbor")
	for _, folder := range []string{"harbor-old", "harbor-next"} {
		t.Run(folder, func(t *testing.T) {
			api, facts := parseFolder(t, folder)
			compareFacts(t, api, comparable(full), comparable(facts))
		})
	}
}

// TestLayouts reads the same methods from folders that are laid out otherwise.
func TestLayouts(t *testing.T) {
	_, full := parseFolder(t, "harbor")
	for _, folder := range []string{"harbor-tree", "harbor-flat"} {
		t.Run(folder, func(t *testing.T) {
			api, facts := parseFolder(t, folder)
			compareFacts(t, api, full, facts)
		})
	}
}

func parseFolder(t *testing.T, folder string) (*model.API, []string) {
	t.Helper()
	api, diags, err := parser.Parse(context.Background(), os.DirFS(testdata+folder), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(diags) > 0 {
		t.Errorf("%s: the pages are in order, but:\n%s", folder, diagsText(diags))
	}
	return api, factsOf(api, diags)
}

// compareFacts compares two sheets as far as the methods of api and the types
// that its methods reach go.
func compareFacts(t *testing.T, api *model.API, want, got []string) {
	t.Helper()
	subjects := subjectsOf(api)
	if len(subjects) == 0 {
		t.Fatal("no methods")
	}
	if diff := cmp.Diff(about(subjects, want), about(subjects, got)); diff != "" {
		t.Errorf("facts (-harbor +other):\n%s", diff)
	}
}

// subjectsOf are the IDs of methods and of the named types in reach of them.
func subjectsOf(api *model.API) map[string]bool {
	ids := map[string]bool{}
	api.Methods(func(_ *model.Resource, m *model.Method) bool {
		ids[m.ID] = true
		for _, p := range m.Params {
			reach(api, p.Type, ids)
		}
		if m.Body != nil {
			reach(api, m.Body.Type, ids)
		}
		if m.Returns != nil {
			reach(api, m.Returns.Type, ids)
		}
		return true
	})
	return ids
}

func reach(api *model.API, t *model.Type, ids map[string]bool) {
	if t == nil {
		return
	}
	if t.Kind == model.KindRef && !ids[t.Ref] {
		ids[t.Ref] = true
		if n := api.Lookup(t.Ref); n != nil {
			reach(api, n.Type, ids)
		}
	}
	reach(api, t.Elem, ids)
	for _, f := range t.Fields {
		reach(api, f.Type, ids)
	}
	for _, v := range t.Variants {
		reach(api, v.Type, ids)
	}
}

var factKinds = []string{"body", "deprecated", "doc", "field", "fields", "method", "param", "request", "returns", "type"}

// about keeps the facts whose subject is listed, be it with a path behind it.
func about(subjects map[string]bool, facts []string) []string {
	return slices.DeleteFunc(slices.Clone(facts), func(f string) bool {
		kind, rest, _ := strings.Cut(f, " ")
		subject := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" :<[{=", r) })[0]
		for subject != "" && !subjects[subject] {
			subject = subject[:max(0, strings.LastIndexByte(subject, '.'))]
		}
		return subject == "" || !slices.Contains(factKinds, kind)
	})
}

// What only some generations can say: nulls, limits, defaults, formats, kinds
// of numbers and times, the status of the answer.
var unsayable = strings.NewReplacer(
	"integer", "number", "date-time", "string", "date", "string",
	" nullable", "",
)

var (
	formatOf   = regexp.MustCompile(`\([a-z0-9-]+\)`)
	limitOf    = regexp.MustCompile(` (default|min|max|minlen|maxlen|pattern)=\S+`)
	limitProse = regexp.MustCompile(`(\\n\\n)?(Defaults to .[^ ]+.\.)? ?(Ranges from .[^ ]+. to .[^ ]+.\.)?"$`)
	statusOf   = regexp.MustCompile(`^(returns \S+) \d+`)
)

// comparable strips facts to what every generation says.
func comparable(facts []string) []string {
	out := make([]string, 0, len(facts))
	for _, f := range facts {
		kind, _, _ := strings.Cut(f, " ")
		switch kind {
		case "doc":
			if f = limitProse.ReplaceAllString(f, `"`); strings.HasSuffix(f, ` ""`) {
				continue
			}
		case "field", "param", "returns", "type":
			f = limitOf.ReplaceAllString(formatOf.ReplaceAllString(f, ""), "")
			f = unsayable.Replace(statusOf.ReplaceAllString(f, "$1"))
		}
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}
