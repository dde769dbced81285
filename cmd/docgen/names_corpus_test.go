package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/templates"
)

// sdkFile is the vendor's own list of what its Go client calls things, of a
// later day than the pages.
const sdkFile = "truth/anthropic/sdk-go-api.md"

// TestCorpusNames holds Go names against those of the vendor's own client. Both
// bars are shares of what the list and the pages have in common.
func TestCorpusNames(t *testing.T) {
	docs := corpustest.Dir(t, truthPages)
	want := officialNames(t)
	api, _, err := parser.Parse(t.Context(), os.DirFS(docs), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reserved, err := templates.Identifiers()
	if err != nil {
		t.Fatal(err)
	}
	names, _ := naming.Assign(api, naming.Reserved{Package: reserved})
	share(t, "methods", 99, 80, compareMethods(api, names, want))
	share(t, "params", 99, 75, compareParams(api, names, want))
	share(t, "types", 95, 500, compareTypes(api, names, want))
}

// TestCorpusIterators demands that the client goes through every list and every
// stream that the pages declare.
func TestCorpusIterators(t *testing.T) {
	for _, name := range []string{"anthropic/2026-04-24", "anthropic/2026-06-11", "openai-rendered/2026-06-27"} {
		t.Run(name, func(t *testing.T) {
			api, _, err := parser.Parse(t.Context(), os.DirFS(corpustest.Dir(t, name)), parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			_, found, err := emit.Go(t.Context(), api, emit.Options{Package: "client"})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range found {
				if d.Code == golang.CodeNoIterator {
					t.Error(d)
				}
			}
			lists, streams := 0, 0
			for _, m := range api.Methods {
				if m.Paging != nil {
					lists++
				}
				if m.Streaming != nil {
					streams++
				}
			}
			t.Logf("%d lists, %d streams", lists, streams)
			if lists == 0 {
				t.Error("no list at all")
			}
		})
	}
}

// An outcome is one name that both sides should agree on, or the cause why the
// two cannot be compared.
type outcome struct{ id, got, want, cause string }

// share demands that a percentage of at least so many names agree, and lists
// those that do not by cause.
func share(t *testing.T, what string, percent float64, atLeast int, outcomes []outcome) {
	t.Helper()
	equal, compared := 0, 0
	for _, o := range outcomes {
		switch {
		case o.cause != "":
			t.Logf("%s: %s is %s: %s", what, o.id, o.got, o.cause)
			continue
		case o.got == o.want:
			equal++
		default:
			t.Logf("%s: %s is %s, not %s", what, o.id, o.got, o.want)
		}
		compared++
	}
	got := 100 * float64(equal) / float64(max(compared, 1))
	t.Logf("%s: %d of %d are named as in the vendor's client, %.2f %%", what, equal, compared, got)
	if got < percent || compared < atLeast {
		t.Errorf("%s: %.2f %% of %d, want %.2f %% of at least %d", what, got, compared, percent, atLeast)
	}
}

// official is the vendor's list: methods by verb and path, and types.
type official struct {
	methods map[string]string
	params  map[string]string
	types   []string
}

var (
	anchor       = regexp.MustCompile(`</?a[^>]*>`)
	listedMethod = regexp.MustCompile(`<code title="(\w+) ([^"]+)">client\.([\w.]+)\((?:[^)]*\.(\w+Params))?`)
	listedType   = regexp.MustCompile(`(?m)^- (?:\w+)\.(\w+)$`)
)

func officialNames(t *testing.T) official {
	t.Helper()
	path := filepath.Join(corpustest.Dir(t, ""), "..", filepath.FromSlash(sdkFile))
	text, err := os.ReadFile(path)
	if err != nil {
		if os.Getenv("DOCGEN_CORPUS_REQUIRED") != "" {
			t.Fatal(err)
		}
		t.Skip("no official list of names: ", err)
	}
	text = anchor.ReplaceAll(text, nil)
	out := official{methods: map[string]string{}, params: map[string]string{}}
	for _, m := range listedMethod.FindAllSubmatch(text, -1) {
		operation := strings.ToUpper(string(m[1])) + " " + string(m[2])
		out.methods[operation], out.params[operation] = string(m[3]), string(m[4])
	}
	for _, m := range listedType.FindAllSubmatch(text, -1) {
		out.types = append(out.types, string(m[1]))
	}
	return out
}

// compareMethods compares the way from the client to each operation.
func compareMethods(api *model.API, names *naming.Names, want official) []outcome {
	var out []outcome
	for _, m := range api.Methods {
		o := outcome{id: m.ID, got: goPath(m, names)}
		if o.want = want.methods[operation(m)]; o.want == "" {
			o.cause = "the vendor's list does not have the operation"
		}
		out = append(out, o)
	}
	return out
}

// operation is how the list names what a method sends.
func operation(m *model.Method) string {
	if strings.HasPrefix(m.ID, "beta.") {
		return m.Verb + " " + m.Path + "?beta=true"
	}
	return m.Verb + " " + m.Path
}

// compareParams compares the names of what operations take.
func compareParams(api *model.API, names *naming.Names, want official) []outcome {
	var out []outcome
	for _, m := range api.Methods {
		if params := want.params[operation(m)]; params != "" {
			out = append(out, outcome{id: m.ID, got: names.Params(m.ID), want: params})
		}
	}
	return out
}

// goPath is Messages.Batches.New for messages.batches.create.
func goPath(m *model.Method, names *naming.Names) string {
	var path []string
	id := strings.TrimSuffix(m.ID, "."+m.Name)
	for i := range len(id) + 1 {
		if i == len(id) || id[i] == '.' {
			path = append(path, names.Accessor(id[:i]))
		}
	}
	return strings.Join(append(path, names.Method(m.ID)), ".")
}

// compareTypes looks for the name of each type of the pages in the list. The
// pages name no types of operations that the list does not have.
func compareTypes(api *model.API, names *naming.Names, want official) []outcome {
	var out []outcome
	for _, t := range api.Types {
		if t.Anonymous {
			continue
		}
		o := outcome{id: t.ID, got: names.Type(t.ID), want: "in the list"}
		switch {
		case slices.Contains(want.types, o.got):
			o.want = o.got
		case t.SDKName == "" && strings.HasPrefix(t.Resource, "admin."):
			o.cause = fmt.Sprintf("the vendor's client has nothing of %s", t.Resource)
		case t.SDKName == o.got:
			o.cause = "the Go pages call it so, the later list does not have it"
		}
		out = append(out, o)
	}
	return out
}

// TestCorpusLock wants of a docgen.lock of one revision that no name moves in the
// next, as if it listed every name, and that it lists few.
func TestCorpusLock(t *testing.T) {
	read := func(name string) *model.API {
		api, _, err := parser.Parse(t.Context(), os.DirFS(corpustest.Dir(t, name)), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return api
	}
	assign := func(api *model.API, keep ...naming.Table) *naming.Names {
		names, _, err := emit.Names(api, keep...)
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	before, after := read("anthropic/2026-04-24"), read("anthropic/2026-06-11")
	was := assign(before)
	full, types := was.Table(), 0
	for key := range full {
		if kind := key.Parts()[0]; kind == "type" || kind == "service" || kind == "accessor" {
			types++
		}
	}
	short := was.Compact(full, nil)
	want, got := assign(after, full).Table(), assign(after, short).Table()
	moved := 0
	for key, name := range full {
		if want[key] == name && got[key] != name {
			t.Errorf("%q was %s and is %s", key.Parts(), name, got[key])
		}
		if want[key] == "" {
			moved++
		}
	}
	t.Logf("%d names, %d of types and resources, %d listed; the next revision lacks %d", len(full), types, len(short), moved)
	if len(short) > 3*types/2 {
		t.Errorf("%d names are listed, for %d types and resources", len(short), types)
	}
}
