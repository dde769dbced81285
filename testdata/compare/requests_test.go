package compare

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A sent request is what one of the programs below testdata/calls recorded.
type sent struct {
	Method, URL string
	Headers     map[string]string
	Body        any
}

// A recorded call is what both clients sent for it.
type recorded struct {
	Name      string
	Ours, SDK sent
}

// A difference is one between what both clients send, with its cause. Calls are
// "*" where it is in every call of the client.
type difference struct {
	Client string   `json:"client"`
	Calls  []string `json:"calls"`
	What   string   `json:"what"`
	Ours   string   `json:"ours"`
	SDK    string   `json:"sdk"`
	Cause  string   `json:"cause"`
}

// changing are values that name a version or a platform, which are not compared.
var changing = regexp.MustCompile(`^(header User-Agent|header X-Stainless-.*)$`)

// TestRequests makes the same calls through generated packages and through the
// vendors' own clients. What they send is equal but for what
// testdata/differences.json explains, all of which must occur; docs/requests.md
// lists the calls.
func TestRequests(t *testing.T) {
	if testing.Short() {
		t.Skip("generates and compiles packages")
	}
	dir := t.TempDir()
	w := &workshop{dir: dir, docgen: filepath.Join(dir, "docgen")}
	buildDocgen(t, w.docgen)
	explained := explainedDifferences(t)
	used := map[int]map[string]bool{}
	var table bytes.Buffer
	total := 0
	for _, c := range contests {
		calls := recordCalls(t, w, c)
		total += len(calls)
		writeHead(&table, c)
		for _, call := range calls {
			var causes []string
			for _, d := range differences(c.name, call) {
				n := slices.IndexFunc(explained, func(e difference) bool { return e.covers(d) })
				if n < 0 {
					t.Errorf("no cause for %s", asJSON(d))
					continue
				}
				if used[n] == nil {
					used[n] = map[string]bool{}
				}
				used[n][call.Name] = true
				if explained[n].Calls[0] != "*" {
					causes = append(causes, fmt.Sprintf("%s: %s", d.What, explained[n].Cause))
				}
			}
			writeRow(&table, call, causes)
		}
		for n, e := range explained {
			if e.Client == c.name {
				checkUsed(t, e, used[n], len(calls))
			}
		}
	}
	if total < 30 {
		t.Errorf("%d calls are compared", total)
	}
	checkTable(t, table.Bytes(), explained)
}

// checkUsed wants an explanation to be of something.
func checkUsed(t *testing.T, e difference, used map[string]bool, calls int) {
	t.Helper()
	if e.Cause == "" {
		t.Errorf("no cause is given in %s", asJSON(e))
	}
	if e.Calls[0] == "*" && len(used) != calls {
		t.Errorf("in %d of %d calls only: %s", len(used), calls, asJSON(e))
	}
	for _, name := range e.Calls {
		if name != "*" && !used[name] {
			t.Errorf("%s no longer differs so: %s", name, asJSON(e))
		}
	}
}

func (e difference) covers(d difference) bool {
	return e.Client == d.Client && e.What == d.What && (e.Calls[0] == "*" || slices.Contains(e.Calls, d.Calls[0])) &&
		(changing.MatchString(e.What) || e.Ours == d.Ours && e.SDK == d.SDK)
}

func explainedDifferences(t *testing.T) []difference {
	t.Helper()
	text, err := os.ReadFile("testdata/differences.json")
	if err != nil {
		t.Fatal(err)
	}
	var out []difference
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// recordCalls runs the program of a contest in a module with the generated package.
func recordCalls(t *testing.T, w *workshop, c contest) []recorded {
	t.Helper()
	dir := w.generate(t, c)
	tests, err := filepath.Glob(filepath.Join(dir, "client", "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range tests {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"testdata/calls/record.go", "testdata/calls/" + c.name + ".go", "go.mod", "go.sum"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text = bytes.Replace(text, []byte("module github.com/docgen-go/docgen/testdata/compare\n"), []byte("module example.test/calls\n"), 1)
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(name)), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), "go", "run", ".")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go run: %v\n%s", err, stderr.Bytes())
	}
	var calls []recorded
	for line := range bytes.Lines(out) {
		var call recorded
		if err := json.Unmarshal(line, &call); err != nil {
			t.Fatal(err)
		}
		calls = append(calls, call)
	}
	return calls
}

// differences are those between what both clients sent for a call.
func differences(client string, call recorded) []difference {
	var out []difference
	add := func(what, ours, sdk string) {
		if ours != sdk {
			out = append(out, difference{Client: client, Calls: []string{call.Name}, What: what, Ours: ours, SDK: sdk})
		}
	}
	add("method", call.Ours.Method, call.SDK.Method)
	add("URL", call.Ours.URL, call.SDK.URL)
	add("body", asJSON(call.Ours.Body), asJSON(call.SDK.Body))
	names := maps.Clone(call.Ours.Headers)
	maps.Copy(names, call.SDK.Headers)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		add("header "+name, call.Ours.Headers[name], call.SDK.Headers[name])
	}
	return out
}

func asJSON(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // made of JSON
	return strings.TrimSpace(b.String())
}

func writeHead(b *bytes.Buffer, c contest) {
	fmt.Fprintf(b, "\n## %s, beside %s\n\n| call | sent by both | body | what differs |\n|---|---|---|---|\n", c.docs, c.sdk)
}

// writeRow writes what a client sends besides the differences.
func writeRow(b *bytes.Buffer, call recorded, causes []string) {
	body := ""
	if call.Ours.Body != nil {
		if body = asJSON(call.Ours.Body); len(body) > 160 {
			body = body[:160] + "…"
		}
		body = "`" + strings.ReplaceAll(body, "|", "\\|") + "`"
	}
	what := strings.Join(causes, "; ")
	if what == "" {
		what = "–"
	}
	fmt.Fprintf(b, "| %s | `%s %s` | %s | %s |\n", call.Name, call.Ours.Method, call.Ours.URL, body, what)
}

// checkTable holds docs/requests.md to what was recorded, or writes it.
func checkTable(t *testing.T, rows []byte, explained []difference) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("# Requests beside those of the vendors' clients\n\n" +
		"`cd testdata/compare && go test -run TestRequests` makes each of these calls through the generated package and through\n" +
		"the vendor's own client (versions in go.mod there) and compares verb, URL, all headers and the body. They are equal but for what the last\n" +
		"column says. In every call differ:\n\n")
	for _, e := range explained {
		if e.Calls[0] == "*" {
			fmt.Fprintf(&b, "- %s, %s: %s\n", e.Client, e.What, e.Cause)
		}
	}
	b.Write(rows)
	const name = "../../docs/requests.md"
	have, err := os.ReadFile(name)
	if err == nil && bytes.Equal(have, b.Bytes()) {
		return
	}
	if os.Getenv("DOCGEN_UPDATE") == "" {
		t.Errorf("docs/requests.md is not what was recorded (%v); DOCGEN_UPDATE=1 rewrites it", err)
		return
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Error("docs/requests.md was rewritten: run again without DOCGEN_UPDATE")
}
