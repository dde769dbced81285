package laws_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/cmd/docgen/internal/laws"
	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/emit/openapi"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/model/verify"
	"github.com/docgen-go/docgen/parser"
	reader "github.com/docgen-go/docgen/parser/openapi"
)

// checkLaws holds what docgen makes of any docs against what must be true
// whatever stands on them. It returns the API that it read.
func checkLaws(t testing.TB, docs fs.FS) *model.API {
	t.Helper()
	api, _, err := parser.Parse(t.Context(), docs, parser.Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	again, _, err := parser.Parse(t.Context(), docs, parser.Options{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	for law, holds := range map[string]func(api, again *model.API) error{
		"every byte is accounted for":             lawOfBytes,
		"the model's JSON reads back equal":       lawOfJSON,
		"a revision is no other than itself":      lawOfDiff,
		"an own header wins over that of the API": lawOfHeaders,
		"the own export says what the pages say":  func(api, _ *model.API) error { return lawOfExport(t.Context(), api) },
		"the package and its tests compile":       func(api, again *model.API) error { return lawOfPackage(t.Context(), api, again) },
	} {
		if err := holds(api, again); err != nil {
			t.Errorf("%s: %v", law, err)
		}
	}
	return api
}

func lawOfBytes(api, _ *model.API) error {
	for _, p := range api.Pages {
		if b := p.Bytes; b.Total != b.Model+b.Docs+b.Examples+b.Layout+b.Unread || min(b.Model, b.Docs, b.Examples, b.Layout, b.Unread) < 0 {
			return fmt.Errorf("%s: %+v does not add up", p.Path, b)
		}
	}
	return nil
}

func lawOfJSON(api, again *model.API) error {
	var first, second, third bytes.Buffer
	if err := errors.Join(model.Encode(&first, api), model.Encode(&second, again)); err != nil {
		return err
	}
	if first.String() != second.String() {
		return errors.New("the second reading gives another model")
	}
	back, err := model.Decode(&second)
	if err != nil {
		return err
	}
	if err := model.Encode(&third, back); err != nil {
		return err
	}
	if first.String() != third.String() {
		return errors.New("what was decoded is encoded in another way")
	}
	return nil
}

// lawOfDiff compares facts and what becomes of the Go package.
func lawOfDiff(api, again *model.API) error {
	found := diff.Compare(api, again)
	if n := len(found.Changes) + len(found.Texts) + len(found.Unstated); n > 0 {
		return fmt.Errorf("%d differences, such as %+v", n, found)
	}
	before, kept, err := sideOf(api)
	if err != nil {
		return err
	}
	after, _, err := sideOf(again, kept)
	if err != nil {
		return err
	}
	if explained := goapi.Explain(before, after, nil, nil); len(explained.Unexplained) > 0 {
		return fmt.Errorf("%d changes of Go, such as %+v", len(explained.Unexplained), explained.Unexplained[0])
	}
	return nil
}

// sideOf returns what the package of an API exports, and its names.
func sideOf(api *model.API, keep ...naming.Table) (*goapi.Side, naming.Table, error) {
	names, _, err := emit.Names(api, keep...)
	if err != nil {
		return nil, nil, err
	}
	decls, err := golang.Surface(names, nil, golang.Options{})
	if err != nil {
		return nil, nil, err
	}
	return goapi.NewSide(api, names, decls), names.Compact(names.Table(), nil), nil
}

// lawOfHeaders holds what is sent and exported against the method's own headers.
func lawOfHeaders(api, _ *model.API) error {
	text, err := exportOf(api)
	if err != nil {
		return err
	}
	var document exportedHeaders
	if err := json.Unmarshal(text, &document); err != nil {
		return err
	}
	constants := document.constants()
	for _, m := range api.Methods {
		for _, own := range m.OwnHeaders() {
			if sent := api.HeadersOf(m); !slices.Contains(sent, own) || len(sent) > len(m.Headers)+len(api.Headers) {
				return fmt.Errorf("%s sends %v, and its own is %v", m.ID, sent, own)
			}
			if got, ok := constants[m.ID+" "+strings.ToLower(own.Name)]; ok && got != own.Value {
				return fmt.Errorf("%s is exported with %q, and its own %s is %q", m.ID, got, own.Name, own.Value)
			}
		}
	}
	return nil
}

// exportedHeaders is what an exported document says of headers.
type exportedHeaders struct {
	Paths map[string]map[string]struct {
		OperationID string
		Parameters  []struct {
			In, Name string
			Schema   struct{ Const any }
		}
	}
}

// constants returns the headers that have one value, by operation and name.
func (d *exportedHeaders) constants() map[string]string {
	out := map[string]string{}
	for _, item := range d.Paths {
		for _, o := range item {
			for _, p := range o.Parameters {
				if value, ok := p.Schema.Const.(string); ok && p.In == "header" {
					out[o.OperationID+" "+strings.ToLower(p.Name)] = value
				}
			}
		}
	}
	return out
}

func exportOf(api *model.API) ([]byte, error) {
	var document bytes.Buffer
	err := openapi.Export(api, openapi.Options{}).WriteJSON(&document)
	return document.Bytes(), err
}

// lawOfExport writes the pages as OpenAPI and compares that with the pages.
func lawOfExport(ctx context.Context, api *model.API) error {
	text, err := exportOf(api)
	if err != nil {
		return err
	}
	back, found, err := reader.Read(ctx, "export.json", text)
	if err != nil {
		return err
	}
	for _, f := range found {
		if f.Severity == diag.Error || f.Severity == diag.Warning && f.Code != reader.CodeUnsupported {
			return fmt.Errorf("%d findings about the document, such as %v", len(found), f)
		}
	}
	report := verify.Compare(api, back, verify.Options{})
	if n := len(report.Disagreements); n > 0 {
		return fmt.Errorf("%d disagreements, such as %+v", n, report.Disagreements[0])
	}
	return nil
}

// lawOfPackage checks the types of the package and of its tests, and that it is
// the same whatever the number of workers.
func lawOfPackage(ctx context.Context, api, again *model.API) error {
	set, _, err := emit.Go(ctx, api, emit.Options{Package: "client", Workers: 2})
	if err != nil {
		return err
	}
	other, _, err := emit.Go(ctx, again, emit.Options{Package: "client", Workers: 1})
	if err != nil {
		return err
	}
	if !maps.EqualFunc(set, other, bytes.Equal) {
		return errors.New("one worker and two do not give the same package")
	}
	return laws.TypeCheck(set)
}

// TestLaws holds what docgen makes of all pages of this repository.
func TestLaws(t *testing.T) {
	testutil.Slow(t, "builds a package of each folder of pages")
	for _, name := range []string{"harbor", "harbor-old", "harbor-next", "harbor-tree", "harbor-flat", "bakery"} {
		t.Run(name, func(t *testing.T) { checkLaws(t, os.DirFS(filepath.Join("../../../../testdata", name))) })
	}
	for name, docs := range archivedDocs(t) {
		t.Run(name, func(t *testing.T) { checkLaws(t, docs) })
	}
}

// TestCorpusLaws holds what docgen makes of all published pages, each step of
// each vendor for itself, and of the small inputs beside them.
func TestCorpusLaws(t *testing.T) {
	for _, name := range append([]string{"anthropic-next/C1", "anthropic-next/C2", "openai-rendered/2026-06-27", "odd"}, corpustest.HTTP...) {
		t.Run(name, func(t *testing.T) {
			if testing.Short() {
				t.Skip("reads a whole reference twice")
			}
			checkLaws(t, os.DirFS(corpustest.Dir(t, name)))
		})
	}
}

// archivedDocs returns the sets of pages in the cases of this repository, one
// for each folder of an archive that pages lie in.
func archivedDocs(t testing.TB) map[string]fs.FS {
	t.Helper()
	cases, err := filepath.Glob("../../../../testdata/*/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	out := map[string]fs.FS{}
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for side, docs := range sidesOf(archive) {
			out[path.Join(filepath.Base(filepath.Dir(name)), filepath.Base(name), side)] = docs
		}
	}
	return out
}

// sidesOf parts the pages of an archive by revision, "" where it has only one.
func sidesOf(archive *txtar.Archive) map[string]fs.FS {
	out := map[string]fs.FS{}
	for _, f := range archive.Files {
		side, name := "", f.Name
		if first, rest, ok := strings.Cut(f.Name, "/"); ok && (first == "old" || first == "new") {
			side, name = first, rest
		}
		if ext := path.Ext(name); ext != ".md" && ext != ".apib" || !fs.ValidPath(name) {
			continue
		}
		if out[side] == nil {
			out[side] = fstest.MapFS{}
		}
		out[side].(fstest.MapFS)[name] = &fstest.MapFile{Data: f.Data}
	}
	return out
}

// TestCorpusCases holds what docgen makes of the small inputs beside the
// corpus, each folder of pages for itself.
func TestCorpusCases(t *testing.T) {
	cases := filepath.Join(corpustest.Dir(t, ""), "..", "cases")
	for _, pattern := range []string{"reading/*", "diff/*/*", "bugs/*/docs"} {
		folders, err := filepath.Glob(filepath.Join(cases, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, folder := range folders {
			t.Run(filepath.ToSlash(strings.TrimPrefix(folder, cases)), func(t *testing.T) { checkLaws(t, os.DirFS(folder)) })
		}
	}
}
