package usermodules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/command"
	"github.com/docgen-go/docgen/cmd/docgen/internal/gopkgs"
	"github.com/docgen-go/docgen/model/testutil"
)

const (
	crateTarget = "version: 1\ntargets:\n  - docs: docs\n    output: crates\n    package: crates\n"
	cratePages  = "## Get\n\n**get** `/v1/crates/{id}`\n\n### Path Parameters\n\n- `id: string`\n\n### Query Parameters\n\n- `full: %s`\n\n" +
		"### Returns\n\n- `Crate object { id, mass, kind, lid }`\n\n  - `id: string`\n\n  - `mass: %s`\n\n  - `kind: CrateKind`\n\n" +
		"    - `\"open\" or \"shut\"`\n\n      - `\"open\"`\n\n      - `\"shut\"`\n\n  - `lid: string`\n"
	shutPage = "## Shut\n\n**post** `/v1/crates/{id}/shut`\n\n### Path Parameters\n\n- `id: string`\n%s\n"
	makePage = "## Create\n\n**post** `/v1/crates`\n\n### Body Parameters\n\n- `mass: %s`\n\n- `kind: optional CrateKind`\n\n" +
		"  - `\"open\" or \"shut\"`\n\n    - `\"open\"`\n\n    - `\"shut\"`\n\n### Returns\n\n- `Crate object { id, mass, kind, lid }`\n"
	quayMain = `package main

import (
	"context"

	sea "example.com/quay/crates"
)

func main() {
	ctx, c := context.Background(), sea.NewClient()
	var kept []*sea.Crate
	made, err := c.Crates.New(ctx, sea.CrateNewParams{Mass: "1 kg", Kind: sea.Some(sea.CrateKindOpen)})
	if err != nil {
		return
	}
	crate, err := c.Crates.Get(ctx, made.ID)
	if err != nil || crate.Kind == sea.CrateKindShut {
		return
	}
	params := sea.CrateNewParams{}
	params.Mass = crate.Mass
	kept = append(kept, made, &sea.Crate{Mass: "2 kg"})
	_ = c.Crates.Shut(ctx, kept[0].ID, sea.WithMaxRetries(0))
	println(crate.Lid)
}
`
)

// quayModule lays out a module that uses a package made of the pages, and generates it.
func quayModule(t *testing.T, mass, full, shut string) {
	t.Helper()
	t.Chdir(command.Folder(t))
	quayPages(t, mass, full, shut)
	command.Write(t, "go.mod", "module example.com/quay\n\ngo 1.24\n")
	command.Write(t, "docgen.yaml", crateTarget)
	command.Run(t, "generate").Expect(t, command.OK, "", "crates")
	command.Write(t, "main.go", quayMain)
	command.Write(t, "main_test.go", "package main\n\nimport \"example.com/quay/crates\"\n\nvar inside = crates.Crate{Mass: \"3 kg\"}\n")
}

func quayPages(t *testing.T, mass, full, shut string) {
	t.Helper()
	if err := os.RemoveAll("docs"); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"crates/retrieve.md": strings.Replace(strings.Replace(cratePages, "%s", full, 1), "%s", "string", 1),
		"crates/shut.md":     strings.Replace(shutPage, "%s", shut, 1),
		"crates/create.md":   strings.Replace(makePage, "%s", mass, 1),
	} {
		command.Write(t, filepath.Join("docs", name), text)
	}
}

func compiles(t *testing.T) {
	t.Helper()
	faults, err := gopkgs.Check(t.Context(), []string{"./..."}, gopkgs.Options{Tests: true})
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
}

// TestMigrateNames renames a resource, a method, types, members and constants, after
// which the code compiles as it did before.
func TestMigrateNames(t *testing.T) {
	testutil.NoRace(t, "one goroutine type-checks modules")
	testutil.Slow(t, "compiles a module")
	quayModule(t, "string", "optional boolean", "")
	command.Write(t, "docgen.yaml", crateTarget+"    rename:\n      resources: {crates: Boxes}\n      methods: {crates.retrieve: Fetch}\n"+
		"      types: {Crate: Box, CrateKind: BoxState}\n      fields: {Crate.mass: Heft, crates.create.mass: Heft}\n")
	before := command.Text(t, "main.go")
	r := command.Run(t, "generate", "--migrate", "./...", "--dry-run")
	r.Expect(t, command.OK, "sea.CrateNewParams{Heft: \"1 kg\", Kind: sea.Some(sea.BoxStateOpen)})", "nothing written: 2 files would be rewritten")
	if command.Text(t, "main.go") != before || strings.Contains(command.Text(t, "docgen.lock"), "Heft") {
		t.Error("a dry run wrote something")
	}
	command.Run(t, "generate", "--migrate", "./...").Expect(t, command.OK, "", "main.go: rewritten")
	compiles(t)
	after := command.Text(t, "main.go")
	for _, want := range []string{"c.Boxes.Fetch(ctx, made.ID)", "[]*sea.Box", "sea.BoxStateShut", "params.Heft = crate.Heft", "&sea.Box{Heft: \"2 kg\"}", "crate.Lid"} {
		if !strings.Contains(after, want) {
			t.Errorf("no %s in\n%s", want, after)
		}
	}
	if test := command.Text(t, "main_test.go"); !strings.Contains(test, `crates.Box{Heft: "3 kg"}`) {
		t.Errorf("the test is\n%s", test)
	}
}

// TestMigrateForms follows changes of forms: a member that is an Opt now, and parameters
// that are required now, which somebody has to fill in.
func TestMigrateForms(t *testing.T) {
	testutil.NoRace(t, "one goroutine type-checks modules")
	testutil.Slow(t, "compiles a module")
	quayModule(t, "string", "optional boolean", "")
	const handed = "package main\n\nimport (\n\t\"context\"\n\n\t\"example.com/quay/crates\"\n)\n\n" +
		"func handOn(ctx context.Context, c *crates.Client, opts ...crates.Option) {\n\t_, _ = c.Crates.New(ctx, crates.CrateNewParams{Mass: \"4 kg\"}, opts...)\n}\n"
	command.Write(t, "hand.go", handed)
	quayPages(t, "optional string", "boolean", "\n### Query Parameters\n\n- `by: optional string`\n")
	r := command.Run(t, "generate", "--migrate", "./...")
	r.Expect(t, command.Findings, "", "main.go:16:16: CrateService.Get takes a CrateGetParams now: fill in what it requires")
	compiles(t)
	after := command.Text(t, "main.go")
	for _, want := range []string{
		`Mass: sea.Some("1 kg")`, "params.Mass = sea.Some(crate.Mass)", "c.Crates.Get(ctx, made.ID, sea.CrateGetParams{})",
		`c.Crates.Shut(ctx, kept[0].ID, sea.WithMaxRetries(0))`,
	} {
		if !strings.Contains(after, want) {
			t.Errorf("no %s in\n%s", want, after)
		}
	}
	if hand, want := command.Text(t, "hand.go"), `New(ctx, append([]crates.Option{crates.CrateNewParams{Mass: crates.Some("4 kg")}}, opts...)...)`; !strings.Contains(hand, want) {
		t.Errorf("no %s in\n%s", want, hand)
	}
	if err := os.Remove("hand.go"); err != nil {
		t.Fatal(err)
	}
	// The way back takes the values out again; the struct is one of the options.
	quayPages(t, "string", "optional boolean", "")
	command.Run(t, "generate", "--migrate", "./...").Expect(t, command.OK, "", "main.go: rewritten")
	if after := command.Text(t, "main.go"); !strings.Contains(after, `Mass: "1 kg"`) || !strings.Contains(after, "params.Mass = crate.Mass") {
		t.Errorf("the code is\n%s", after)
	}
}

// TestMigrateGone lists what the package has no more, by file, line and column.
func TestMigrateGone(t *testing.T) {
	testutil.NoRace(t, "one goroutine type-checks modules")
	testutil.Slow(t, "compiles a module")
	quayModule(t, "string", "optional boolean", "")
	if err := os.Remove(filepath.Join("docs", "crates", "shut.md")); err != nil {
		t.Fatal(err)
	}
	r := command.Run(t, "generate", "--migrate", "./...")
	r.Expect(t, command.Findings, "", "main.go:23:15: c.Crates.Shut undefined (type crates.CrateService has no field or method Shut); CrateService.Shut is not in the package any more")
	if !strings.Contains(r.Stderr, "1 position left to do by hand") {
		t.Errorf("standard error is %s", r.Stderr)
	}
}

// TestMigrateRule takes a package of a docgen by which all parameters were an argument.
// Calls stay as they are; a method that is used as a value is listed.
func TestMigrateRule(t *testing.T) {
	testutil.NoRace(t, "one goroutine type-checks modules")
	testutil.Slow(t, "compiles a module")
	quayModule(t, "string", "optional boolean", "")
	file := filepath.Join("crates", "api_crates.go")
	text := command.Text(t, file)
	old := strings.Replace(text, "id string, opts ...Option) (*Crate, error) {\n\tvar params CrateGetParams\n\topts = takeParams(opts, &params)\n",
		"id string, params CrateGetParams, opts ...Option) (*Crate, error) {\n", 1)
	if old == text {
		t.Fatalf("the method has another form:\n%s", text)
	}
	command.Write(t, file, old)
	command.Write(t, filepath.Join("crates", "api_crates_test.go"), "// Code generated by docgen DO NOT EDIT.\n\npackage crates\n")
	code := strings.Replace(quayMain, "made.ID)", "made.ID, sea.CrateGetParams{Full: sea.Some(true)})", 1)
	code = strings.Replace(code, "\tprintln(", "\tvar get func(context.Context, string, sea.CrateGetParams, ...sea.Option) (*sea.Crate, error) = c.Crates.Get\n\t_ = get\n\tprintln(", 1)
	command.Write(t, "main.go", code)
	r := command.Run(t, "generate", "--force", "--migrate", "./...")
	r.Expect(t, command.Findings, "", "main.go:24:97: cannot use c.Crates.Get")
	if !strings.Contains(r.Stderr, "1 position left") || command.Text(t, "main.go") != code {
		t.Errorf("standard error is %s and the code\n%s", r.Stderr, command.Text(t, "main.go"))
	}
}

// TestMigrateRefuses code that does not compile, and flags that do not fit.
func TestMigrateRefuses(t *testing.T) {
	testutil.NoRace(t, "one goroutine type-checks modules")
	testutil.Slow(t, "compiles a module")
	quayModule(t, "string", "optional boolean", "")
	command.Write(t, "main.go", "package main\n\nfunc main() { undefined() }\n")
	lock := command.Text(t, "docgen.lock")
	command.Write(t, "docgen.yaml", crateTarget+"    rename:\n      types: {Crate: Box}\n")
	command.Run(t, "generate", "--migrate", "./...").Expect(t, command.Failed, "", "--migrate: the Go code does not compile")
	if command.Text(t, "docgen.lock") != lock {
		t.Error("docgen.lock was written")
	}
	command.Run(t, "generate", "--dry-run").Expect(t, command.Usage, "", "--dry-run is for --migrate")
}

// TestMigrateConstants follows a member that has one value now and is written by itself:
// where it is set to that it goes, where it is read its text is taken, and another value is
// listed.
func TestMigrateConstants(t *testing.T) {
	testutil.NoRace(t, "one goroutine type-checks modules")
	testutil.Slow(t, "compiles a module")
	quayModule(t, "string", "optional boolean", "")
	const program = `package main

import (
	"context"

	sea "example.com/quay/crates"
)

func main() {
	crate, err := sea.NewClient().Crates.Get(context.Background(), "c")
	if err != nil || crate.Lid == "flat" {
		return
	}
	kept := []sea.Crate{{ID: "a", Lid: "round"}, {Lid: "round"}, {Lid: "round", ID: "b"}}
	crate.Lid = "round"
	switch crate.Lid {
	case "round":
		println(len(kept))
	}
}
`
	command.Write(t, "main.go", program)
	page := filepath.Join("docs", "crates", "retrieve.md")
	command.Write(t, page, strings.Replace(command.Text(t, page), "`lid: string`", "`lid: \"round\"`\n\n    - `\"round\"`", 1))
	command.Run(t, "generate", "--migrate", "./...").Expect(t, command.OK, "", "main.go: rewritten")
	compiles(t)
	after := command.Text(t, "main.go")
	for _, want := range []string{`crate.Lid.String() == "flat"`, `[]sea.Crate{{ID: "a"}, {}, {ID: "b"}}`, "switch crate.Lid.String() {"} {
		if !strings.Contains(after, want) || strings.Contains(after, "crate.Lid = ") {
			t.Errorf("no %s in\n%s", want, after)
		}
	}
}

// TestMigrateOtherConstants lists what is set to another value than the one that a member
// has now.
func TestMigrateOtherConstants(t *testing.T) {
	testutil.NoRace(t, "one goroutine type-checks modules")
	testutil.Slow(t, "compiles a module")
	quayModule(t, "string", "optional boolean", "")
	command.Write(t, "main.go", "package main\n\nimport sea \"example.com/quay/crates\"\n\nfunc main() {\n\tcrate := sea.Crate{Lid: \"flat\"}\n\tprintln(&crate.Lid)\n}\n")
	page := filepath.Join("docs", "crates", "retrieve.md")
	command.Write(t, page, strings.Replace(command.Text(t, page), "`lid: string`", "`lid: \"round\"`\n\n    - `\"round\"`", 1))
	r := command.Run(t, "generate", "--migrate", "./...")
	r.Expect(t, command.Findings, "", `main.go:6:26: Crate.Lid is always "round" now and written by itself: take it out`)
	r.Expect(t, command.Findings, "", "main.go:7:10: Lid is a Const now, which nothing but reading sets")
}
