package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/testutil"
)

// hostileClient returns Go that type-checks and that a reader which follows it blindly would never be done with.
func hostileClient() string {
	const deep = 20_000
	return `package client

//go:generate touch ran

type (
	Loop    []Loop
	Ring    map[string]*Ring
	Pointer *Pointer
	Left    struct { Right *Right ` + "`json:\"right\"`" + `; Ring Ring ` + "`json:\"ring\"`" + ` }
	Right   struct { *Left; Loops []Loop ` + "`json:\"loops\"`" + `; P Pointer ` + "`json:\"p\"`" + ` }
	Tree[T any] struct { Next *Tree[T] ` + "`json:\"next\"`" + `; Of T ` + "`json:\"of\"`" + ` }
	Deep    struct { D ` + strings.Repeat("[]", deep) + `int ` + "`json:\"d\"`" + ` }
)

func (c Hostile) Visit(v interface{ Visit(Hostile) }) { v.Visit(c) }

type Hostile struct{ next *Hostile }

func Forever(base string, in *Tree[Left], deep Deep) (*Berth, error) {
	for i := 0; ; i++ {
		base += base
		if len(base) > 1<<40 {
			break
		}
	}
	return again(base, Ship{}, 0)
}

func again(base string, ship Ship, n int) (*Berth, error) {
	if n > 1_000_000 {
		return Book(base` + strings.Repeat(` + "a"`, deep) + `, ship)
	}
	return again(base+"/", ship, n+1)
}

func Parens(x int) int { return ` + strings.Repeat("(", deep) + "x" + strings.Repeat(")", deep) + ` }
`
}

// TestDriftHostileSource reads source that has cycles, endless loops, deep nesting, C and a toolchain line, and runs nothing of it.
func TestDriftHostileSource(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the standard library")
	testutil.Slow(t, "reads the standard library")
	verbsFolder(t)
	write(t, "client/hostile.go", hostileClient())
	write(t, "client/c.go", "package client\n\n// #cgo LDFLAGS: -Wl,-o,ran\n// #include \"/etc/passwd\"\nimport \"C\"\n\nvar X = C.int(1)\n")
	write(t, "client/go.mod", "module example.com/client\n\ngo 1.24\n\ntoolchain go1.99.0\n")
	write(t, "client/api.yaml", hostilePages)
	docgen(t, "drift", "client/api.yaml", ".", "-C", "client", "--fail-on", "never", "--confidence", "perhaps", "-v").expect(t, exitOK, "operations: ", "")
	if _, err := os.Stat("client/ran"); err == nil {
		t.Error("something was run")
	}
	write(t, "client/c.go", "package client\n\n"+strings.Repeat("// "+strings.Repeat("a", 1000)+"\n", 34_000))
	docgen(t, "drift", "ok", ".", "-C", "client").expect(t, exitFailed, "", "c.go:1:1: the file has 34")
}

// hostilePages document what hostileClient calls.
const hostilePages = `openapi: 3.1.0
info: {title: Quay, version: "1"}
servers: [{url: https://quay.example}]
paths:
  /v1/berths:
    post:
      operationId: book
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Left"}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Left"}}}}}
components:
  schemas:
    Left: {type: object, properties: {right: {$ref: "#/components/schemas/Left"}, d: {type: array, items: {$ref: "#/components/schemas/Left"}}}}
`

// TestDriftTargetsOfOthers refuses entries of docgen.yaml that would have the go command do something, and shows nothing of
// files that an entry names and that are no ignore files.
func TestDriftTargetsOfOthers(t *testing.T) {
	testutil.Slow(t, "runs the go command")
	verbsFolder(t)
	write(t, "secret", "token-of-somebody: [1, 2\n")
	ran := filepath.Join(t.TempDir(), "ran")
	for _, c := range []struct{ entry, want string }{
		{`{docs: ok, packages: ["-toolexec=touch ` + ran + `", .], dir: client}`, "leading dash"},
		{`{docs: ok, packages: ["-mod=mod", "-modfile=` + ran + `"], dir: client}`, "leading dash"},
		{`{docs: ok, packages: ["--", "-exec=touch ` + ran + `"], dir: client}`, "leading dash"},
		{`{docs: ok, packages: ["query=x"], dir: client}`, "query=x"},
		{`{docs: ok, packages: [.], dir: client, ignore: secret}`, "secret"},
		{`{docs: ok, packages: [.], dir: nowhere}`, "nowhere"},
		{`{docs: ok, packages: [.], dir: client, severity: {"*": "off"}}`, "drift has no finding"},
		{`{docs: ok, packages: [.], dir: client, run: "touch ` + ran + `"}`, "run"},
	} {
		write(t, "docgen.yaml", "version: 1\ndrift:\n  - "+c.entry+"\n")
		r := docgen(t, "drift")
		if r.code == exitOK || r.code == exitFindings || !strings.Contains(r.stderr, c.want) {
			t.Errorf("%s: exit code %d, %s", c.entry, r.code, r.stderr)
		}
		if strings.Contains(r.stdout+r.stderr, "token-of-somebody") {
			t.Errorf("%s shows what is in the file: %s", c.entry, r.stderr)
		}
		if _, err := os.Stat(ran); err == nil {
			t.Errorf("%s ran something", c.entry)
		}
	}
}
