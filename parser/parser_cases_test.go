package parser_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

// The sections of a case. Everything below pages/ is a page; facts are written
// by hand, the other expectations by DOCGEN_UPDATE=1.
const (
	pagesDir    = "pages/"
	factsFile   = "want/facts.txt"
	modelFile   = "want/model.json"
	diagsFile   = "want/diagnostics.txt"
	updateHint  = "run DOCGEN_UPDATE=1 go test ./parser and read the difference"
	bytesPrefix = "bytes: "
)

func TestCases(t *testing.T) {
	paths, err := filepath.Glob("../testdata/parser/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases in testdata/parser: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			runCase(t, path)
		})
	}
}

func runCase(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	api, diags, err := parser.Parse(context.Background(), pagesOf(t, archive), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkFacts(t, section(archive, factsFile), factsOf(api, diags))
	got := map[string]string{modelFile: modelText(t, api), diagsFile: diagsText(diags)}
	if os.Getenv("DOCGEN_UPDATE") != "" {
		rewrite(t, path, archive, got)
		return
	}
	for _, name := range []string{modelFile, diagsFile} {
		if diff := cmp.Diff(section(archive, name), got[name]); diff != "" {
			t.Errorf("%s (-want +got):\n%s%s", name, diff, updateHint)
		}
	}
}

// rewrite stores what the parser says today and fails, so that no run can pass
// by rewriting what it is compared with.
func rewrite(t *testing.T, path string, archive *txtar.Archive, got map[string]string) {
	changed := false
	for _, name := range []string{modelFile, diagsFile} {
		changed = setSection(archive, name, got[name]) || changed
	}
	if !changed {
		return
	}
	if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Errorf("%s was rewritten", path)
}

func section(a *txtar.Archive, name string) string {
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		return ""
	}
	return string(a.Files[i].Data)
}

func setSection(a *txtar.Archive, name, data string) (changed bool) {
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
		return true
	}
	changed = string(a.Files[i].Data) != data
	a.Files[i].Data = []byte(data)
	return changed
}

// pagesOf builds the docs folder of a case. Lines "bytes: NAME" in the comment
// of the archive name what is done to the bytes of all pages, because carriage
// returns and broken UTF-8 would not survive in a text file.
func pagesOf(t *testing.T, a *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		name, ok := strings.CutPrefix(f.Name, pagesDir)
		if !ok {
			continue
		}
		data := f.Data
		for line := range strings.Lines(string(a.Comment)) {
			if what, ok := strings.CutPrefix(line, bytesPrefix); ok {
				data = transform(t, strings.TrimSpace(what), data)
			}
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return fsys
}

func transform(t *testing.T, what string, data []byte) []byte {
	switch what {
	case "crlf":
		return bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	case "bom":
		return append([]byte("\xef\xbb\xbf"), data...)
	case "no-final-newline":
		return bytes.TrimRight(data, "\n")
	case "unescape":
		return unescape(t, data)
	}
	t.Fatalf("unknown transformation %q", what)
	return nil
}

// unescape turns each \xHH of a page into that byte.
func unescape(t *testing.T, data []byte) []byte {
	parts := strings.Split(string(data), `\x`)
	out := []byte(parts[0])
	for _, p := range parts[1:] {
		b, err := strconv.ParseUint(p[:2], 16, 8)
		if err != nil {
			t.Fatalf(`\x%.2s: %v`, p, err)
		}
		out = append(append(out, byte(b)), p[2:]...)
	}
	return out
}

// modelText is the JSON form without the spans, which every edit of a page
// would change: diagnostics and the facts about places cover them.
func modelText(t *testing.T, api *model.API) string {
	var full bytes.Buffer
	if err := model.Encode(&full, api); err != nil {
		t.Fatal(err)
	}
	checkReadsBack(t, full.Bytes())
	var tree map[string]any
	if err := json.Unmarshal(full.Bytes(), &tree); err != nil {
		t.Fatal(err)
	}
	delete(tree, "$schema")
	delete(tree, "version")
	dropSpans(tree)
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(tree); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// checkReadsBack holds the parser to what model.Decode demands of an API.
func checkReadsBack(t *testing.T, encoded []byte) {
	if _, err := model.Decode(bytes.NewReader(encoded)); err != nil {
		t.Errorf("the parsed API does not read back: %v", err)
	}
}

func dropSpans(v any) {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "span")
		for _, child := range v {
			dropSpans(child)
		}
	case []any:
		for _, child := range v {
			dropSpans(child)
		}
	}
}

func diagsText(diags diag.List) string {
	var b strings.Builder
	for _, d := range diags {
		b.WriteString(d.String() + "\n")
	}
	return b.String()
}

// checkFacts compares each line of want with the facts. A line beginning with
// "!" must not be among them, one ending in the word "..." stands for any rest,
// and a "*" for any run of characters within a word.
func checkFacts(t *testing.T, want string, facts []string) {
	n := 0
	for line := range strings.Lines(want) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		pattern, absent := strings.CutPrefix(line, "!")
		found := slices.ContainsFunc(facts, func(f string) bool { return factMatches(pattern, f) })
		if found == absent {
			t.Errorf("%s\n%s", complaint(pattern, absent), near(pattern, facts))
		}
	}
	if n == 0 {
		t.Error("the case states no facts")
	}
}

func complaint(pattern string, absent bool) string {
	if absent {
		return "false fact: " + pattern
	}
	return "missing fact: " + pattern
}

func factMatches(pattern, fact string) bool {
	want, got := strings.Fields(pattern), strings.Fields(fact)
	for i, w := range want {
		switch {
		case w == "..." && i == len(want)-1:
			return true
		case i >= len(got) || !wordMatches(w, got[i]):
			return false
		}
	}
	return len(want) == len(got)
}

func wordMatches(pattern, word string) bool {
	parts := strings.Split(pattern, "*")
	rest, ok := strings.CutPrefix(word, parts[0])
	if len(parts) == 1 || !ok {
		return pattern == word
	}
	last := len(parts) - 1
	for _, p := range parts[1:last] {
		if _, rest, ok = strings.Cut(rest, p); !ok {
			return false
		}
	}
	return strings.HasSuffix(rest, parts[last])
}

// near lists the facts about the same subject, or of the same kind.
func near(pattern string, facts []string) string {
	words := strings.Fields(pattern)
	for n := min(2, len(words)); n > 0; n-- {
		var b strings.Builder
		prefix := strings.Join(words[:n], " ")
		for _, f := range facts {
			if strings.HasPrefix(f, prefix) {
				b.WriteString("\thave: " + f + "\n")
			}
		}
		if b.Len() > 0 {
			return b.String()
		}
	}
	return "\thave: nothing of the kind\n"
}
