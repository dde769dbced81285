// Package validate holds what tests made against what well-kept libraries say. The libraries
// are in the module testdata/validate, whose program this package starts once and asks, so that
// no user of docgen has them in the graph of a module.
//
// It is not part of the compatibility promise.
package validate

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// root is the folder of docgen's module, found while the test still is in the folder of its package.
var root = findRoot()

func findRoot() string {
	dir, err := os.Getwd()
	for err == nil {
		if _, err := os.Stat(filepath.Join(dir, "testdata", "validate", "go.mod")); err == nil {
			return dir
		}
		above := filepath.Dir(dir)
		if above == dir {
			break
		}
		dir = above
	}
	return ""
}

// A server is the program, which ends with the process of the test.
type server struct {
	mu  sync.Mutex
	in  *json.Encoder
	out *json.Decoder
	err error
}

var started = sync.OnceValue(func() *server {
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = filepath.Join(root, "testdata", "validate")
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOOS=", "GOARCH=")
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return &server{err: err}
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return &server{err: err}
	}
	return &server{in: json.NewEncoder(in), out: json.NewDecoder(io.Reader(out)), err: cmd.Start()}
})

type answer struct {
	Fault, Error string
	Operations   int
	Changes      map[string]bool
	Keywords     map[string][]string
}

func ask(t testing.TB, what string, request any) answer {
	t.Helper()
	s := started()
	s.mu.Lock()
	defer s.mu.Unlock()
	var a answer
	if s.err == nil {
		s.err = s.in.Encode(map[string]any{what: request})
	}
	if s.err == nil {
		s.err = s.out.Decode(&a)
	}
	if s.err != nil {
		t.Fatalf("testdata/validate: %v", s.err)
	}
	if a.Error != "" {
		t.Fatalf("testdata/validate: %s", a.Error)
	}
	return a
}

// A Schema is a schema of JSON with those that it refers to.
type Schema struct {
	// Root is the address of the schema, Texts are all by their address.
	Root  string            `json:"root"`
	Texts map[string]string `json:"schemas"`
	// Formats says that formats of text count.
	Formats bool `json:"formats"`
}

// Fault returns what of a text is against the schema, or "".
func (s Schema) Fault(t testing.TB, text []byte) string {
	t.Helper()
	return ask(t, "schema", struct {
		Schema
		Text string `json:"text"`
	}{s, string(text)}).Fault
}

// Check fails the test where a text is against the schema; name is what the text is called.
func (s Schema) Check(t testing.TB, name string, text []byte) {
	t.Helper()
	if fault := s.Fault(t, text); fault != "" {
		t.Errorf("%s: %.1000s", name, fault)
	}
}

// OpenAPI returns what is wrong with a text as an OpenAPI document, or "", and how many operations
// it has. lenient leaves out examples and patterns.
func OpenAPI(t testing.TB, text []byte, lenient bool) (fault string, operations int) {
	t.Helper()
	a := ask(t, "openAPI", map[string]any{"text": string(text), "lenient": lenient})
	return a.Fault, a.Operations
}

// Keywords returns the keywords of the objects of OpenAPI, by the name of each in Go.
func Keywords(t testing.TB) map[string][]string {
	t.Helper()
	return ask(t, "keywords", struct{}{}).Keywords
}

// APIDiff returns how two packages of the module in a folder differ by Go's own tool: its
// messages, and whether code still compiles.
func APIDiff(t testing.TB, dir, before, after string) map[string]bool {
	t.Helper()
	return ask(t, "apiDiff", map[string]any{"dir": dir, "before": before, "after": after}).Changes
}
