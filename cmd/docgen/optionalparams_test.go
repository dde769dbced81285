package main

import (
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/cmd/docgen/internal/laws"
	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/parser"
)

// callsOfToday is what users of the package of testdata/harbor wrote, among it calls that
// give parameters which may be left out.
const callsOfToday = `package client

import "context"

func calls(ctx context.Context, c *Client, opts ...Option) error {
	if _, err := c.Shipments.Get(ctx, "s"); err != nil {
		return err
	}
	if _, err := c.Shipments.Get(ctx, "s", opts...); err != nil {
		return err
	}
	if err := c.Parcels.Delete(ctx, "p", WithMaxRetries(0)); err != nil {
		return err
	}
	if _, err := c.Shipments.List(ctx, ShipmentListParams{Page: Int(2)}, WithMaxRetries(0)); err != nil {
		return err
	}
	for _, err := range c.Shipments.ListAutoPaging(ctx) {
		return err
	}
	var get func(context.Context, string, ...Option) (*Shipment, error) = c.Shipments.Get
	_, err := get(ctx, "s")
	return err
}
`

// TestOptionalParametersComeWithoutBreaking adds an optional header, query parameter and
// cookie to methods that had no parameters besides their path: code from before compiles,
// and the diff finds nothing in Go that breaks.
func TestOptionalParametersComeWithoutBreaking(t *testing.T) {
	const page, other = "shipments/retrieve.md", "parcels/delete.md"
	more := "\n### Header Parameters\n\n- `\"harbor-tenant\": optional string`\n\n  Whose it is.\n" +
		"\n### Query Parameters\n\n- `full: optional boolean`\n\n  Whether to give all of it.\n"
	before := folderOf(t, "../../testdata/harbor")
	after := maps.Clone(before)
	for _, name := range []string{page, other} {
		old := string(before[name].Data)
		front, back, ok := strings.Cut(old, "\n### Returns\n")
		if !ok {
			front, back = old, ""
		} else {
			back = "\n### Returns\n" + back
		}
		after[name] = &fstest.MapFile{Data: []byte(strings.TrimRight(front, "\n") + "\n" + more + back)}
	}
	for name, docs := range map[string]fs.FS{"before": before, "after": after} {
		set := packageOf(t, docs)
		if has := strings.Contains(string(set["api_shipments.go"]), "ShipmentGetParams struct"); has != (name == "after") {
			t.Errorf("%s: a struct of parameters is there: %t", name, has)
		}
		set["calls.go"] = []byte(callsOfToday)
		if err := laws.TypeCheck(set); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	t.Chdir(t.TempDir())
	for dir, docs := range map[string]fs.FS{"old": before, "new": after} {
		if err := os.CopyFS(dir, docs); err != nil {
			t.Fatal(err)
		}
	}
	r := docgen(t, "diff", "old", "new", "--fail-on=go")
	r.expect(t, exitOK, "ShipmentGetParams", "")
	if strings.Contains(r.stdout, "ShipmentService.Get") {
		t.Errorf("the diff has a change of a signature:\n%s", r.stdout)
	}
}

func folderOf(t *testing.T, dir string) fstest.MapFS {
	t.Helper()
	pages := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(os.DirFS(dir), name)
		pages[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func packageOf(t *testing.T, docs fs.FS) output.Set {
	t.Helper()
	api, _, err := parser.Parse(t.Context(), docs, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, _, err := emit.Go(t.Context(), api, emit.Options{Package: "client"})
	if err != nil {
		t.Fatal(err)
	}
	return set
}
