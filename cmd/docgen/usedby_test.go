package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/command"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/testutil"
)

const (
	buoyGet = "## Get\n\n**get** `/v1/buoys/{id}`\n\n### Path Parameters\n\n- `id: string`\n\n### Query Parameters\n\n- `depth: optional number`\n\n" +
		"### Returns\n\n- `Buoy object { id, color, load, light }`\n\n  - `id: string`\n\n  - `color: \"red\" or \"green\"`\n\n    - `\"red\"`\n\n    - `\"green\"`\n\n  - `load: number`\n\n  - `light: object { beam }`\n\n    - `beam: number`\n"
	buoyCreate = "## Create\n\n**post** `/v1/buoys`\n\n### Body Parameters\n\n- `name: string`\n\n- `berth: optional string`\n\n### Returns\n\n- `id: string`\n"
	buoyTarget = "version: 1\ntargets:\n  - docs: docs\n    output: buoys\n    package: buoys\n"
)

// buoys lays out a module with the package that is made of the docs, and packages of
// code that uses it, by their names.
func buoys(t *testing.T, code map[string]string) {
	t.Helper()
	t.Chdir(command.Folder(t))
	writePages(t, "docs", map[string]string{"buoys/retrieve.md": buoyGet, "buoys/create.md": buoyCreate})
	writeFile(t, "docgen.yaml", buoyTarget)
	writeFile(t, "go.mod", "module example.com/harbor\n\ngo 1.26\n")
	docgen(t, "generate").expect(t, exitOK, "", "buoys")
	files := map[string]string{}
	for name, body := range code {
		files[name+"/main.go"] = "package main\n\nimport (\n\t\"context\"\n\n\t\"example.com/harbor/buoys\"\n)\n\nvar ctx = context.Background()\n\nfunc main() {\n\tc := buoys.NewClient()\n\t_ = c\n" + body + "}\n"
	}
	writePages(t, ".", files)
}

// reachedBy runs diff over one edit of the pages and returns what of the code each
// entry reaches.
func reachedBy(t *testing.T, code, page, old, new string) (got []string, r result) {
	t.Helper()
	pages := map[string]string{"buoys/retrieve.md": buoyGet, "buoys/create.md": buoyCreate}
	if !strings.Contains(pages[page], old) {
		t.Fatalf("%s has no %q", page, old)
	}
	pages[page] = strings.ReplaceAll(pages[page], old, new)
	writePages(t, "next", pages)
	r = docgen(t, "diff", "docs", "next", "--used-by=./"+code, "--format=json", "--fail-on=info")
	var read report.Report
	if err := json.Unmarshal([]byte(r.stdout), &read); err != nil {
		t.Fatal(err, r.stderr)
	}
	checkReport(t, r.stdout)
	for _, f := range read.Findings {
		var by []string
		for _, u := range f.Uses {
			by = append(by, fmt.Sprintf("%s:%d %s", u.Span.File, u.Span.Start.Line, u.Name))
		}
		slices.Sort(by)
		got = append(got, string(f.Kind)+" by "+strings.Join(by, ", "))
	}
	slices.Sort(got)
	if read.Summary.UsedBy == nil || read.Summary.UsedBy.Reached != len(got) || read.Summary.UsedBy.Package != "example.com/harbor/buoys" {
		t.Errorf("the report says %+v of the code", read.Summary.UsedBy)
	}
	return got, r
}

// TestDiffUsedBy demands for each kind of change the code that it reaches, and an exit
// code that follows.
func TestDiffUsedBy(t *testing.T) {
	testutil.NoRace(t, "one goroutine type-checks packages")
	const get, post = "buoys/retrieve.md", "buoys/create.md"
	code := map[string]string{
		"idle":   "",
		"calls":  "\t_, _ = c.Buoys.Get(ctx, \"a\", buoys.BuoyGetParams{})\n",
		"reads":  "\tb, _ := c.Buoys.Get(ctx, \"a\", buoys.BuoyGetParams{})\n\t_ = b.Load\n",
		"colors": "\tb, _ := c.Buoys.Get(ctx, \"a\", buoys.BuoyGetParams{})\n\t_ = b.Color == buoys.BuoyColorGreen\n",
		"beams":  "\tb, _ := c.Buoys.Get(ctx, \"a\", buoys.BuoyGetParams{})\n\t_ = b.Light.Beam\n",
		"makes":  "\t_, _ = c.Buoys.New(ctx, buoys.BuoyNewParams{Name: \"a\"})\n",
		"berths": "\t_, _ = c.Buoys.New(ctx, buoys.BuoyNewParams{Name: \"a\", Berth: buoys.Some(\"b\")})\n",
	}
	buoys(t, code)
	for name, c := range map[string]struct{ code, page, old, new, want string }{
		"member that is read":       {"reads", get, "`load: number`", "`load: string`", "type-changed by reads/main.go:15 Buoy.Load"},
		"member that nobody reads":  {"calls", get, "`load: number`", "`load: string`", ""},
		"member that is gone":       {"reads", get, "  - `load: number`\n\n", "", "field-removed-required by reads/main.go:15 Buoy.Load"},
		"value that is gone":        {"colors", get, " or \"green\"`\n\n    - `\"red\"`\n\n    - `\"green\"`", "`\n\n    - `\"red\"`", "enum-value-removed by colors/main.go:15 Buoy.Color, colors/main.go:15 BuoyColorGreen"},
		"value that came":           {"colors", get, " or \"green\"`\n\n    - `\"red\"`\n", " or \"green\" or \"blue\"`\n\n    - `\"red\"`\n\n    - `\"blue\"`\n", "enum-value-added by colors/main.go:15 Buoy.Color, colors/main.go:15 BuoyColorGreen"},
		"value nobody looks at":     {"reads", get, " or \"green\"`\n\n    - `\"red\"`\n", " or \"green\" or \"blue\"`\n\n    - `\"red\"`\n\n    - `\"blue\"`\n", ""},
		"new parameter":             {"makes", post, "- `name: string`", "- `name: string`\n\n- `mass: number`", "field-added-required by makes/main.go:14 BuoyService.New"},
		"new optional parameter":    {"makes", post, "- `name: string`", "- `name: string`\n\n- `mass: optional number`", ""},
		"parameter that is sent":    {"berths", post, "- `berth: optional string`\n\n", "", "field-removed-optional by berths/main.go:14 BuoyNewParams.Berth"},
		"parameter that is not":     {"makes", post, "- `berth: optional string`\n\n", "", ""},
		"path of a method":          {"calls", get, "/v1/buoys/{id}", "/v2/buoys/{id}", "path-changed by calls/main.go:14 BuoyService.Get"},
		"path of another method":    {"makes", get, "/v1/buoys/{id}", "/v2/buoys/{id}", ""},
		"nothing but the client":    {"idle", get, "`load: number`", "`load: string`", ""},
		"member of a nested object": {"beams", get, "`beam: number`", "`beam: string`", "type-changed by beams/main.go:15 BuoyLight.Beam"},
	} {
		t.Run(name, func(t *testing.T) {
			got, r := reachedBy(t, c.code, c.page, c.old, c.new)
			if text := strings.Join(got, "; "); text != c.want {
				t.Errorf("got  %s\nwant %s\n%s", text, c.want, r.stderr)
			}
			if want := map[bool]int{true: exitFindings, false: exitOK}[len(got) > 0]; r.code != want {
				t.Errorf("the exit code is %d, want %d", r.code, want)
			}
		})
	}
}

// TestExitCodeOfUsedBy demands the exit code of what reaches code from all formats, with a
// filter that shows none of it, and of each the entries that are shown.
func TestExitCodeOfUsedBy(t *testing.T) {
	buoys(t, map[string]string{
		"reads": "\tb, _ := c.Buoys.Get(ctx, \"a\", buoys.BuoyGetParams{})\n\t_ = b.Load\n",
		"idle":  "",
	})
	writePages(t, "next", map[string]string{"buoys/retrieve.md": strings.ReplaceAll(buoyGet, "`load: number`", "`load: string`"), "buoys/create.md": strings.ReplaceAll(buoyCreate, "optional string", "string")})
	writeFile(t, "lines", "{{range .Findings}}{{.Kind}}\n{{end}}")
	run := func(code int, args ...string) string {
		r := docgen(t, append([]string{"diff", "docs", "next"}, args...)...)
		if r.code != code {
			t.Errorf("%q: exit code %d, want %d: %s", args, r.code, code, r.stderr)
		}
		return r.stdout
	}
	for i, f := range formatFlags() {
		args, want := []string{"--used-by=./reads", "--format=" + f.name}, 1
		if f.name == "template" {
			args = append(args, "--template=lines")
		}
		if i%2 == 1 {
			args, want = append(args, "--method=buoys.create"), 0
		}
		if n := f.entries(t, run(exitFindings, args...)); n >= 0 && n != want {
			t.Errorf("%q: %d entries, want %d", args, n, want)
		}
	}
	run(exitOK, "--used-by=./reads", "--fail-on=never")
	run(exitOK, "--used-by=./idle", "--fail-on=info")
}
