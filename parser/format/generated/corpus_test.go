package generated_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

var (
	indexRow = regexp.MustCompile(`^\| \[\*\*.*\| \*\*(?:GET|POST|PUT|DELETE|PATCH)\*\* /`)
	paramRow = regexp.MustCompile(`^\| \*\*`)
)

// countRows counts methods and parameters by a plain search: rows with a verb and a path,
// and rows below a heading "Parameters".
func countRows(t *testing.T, docs fs.FS) (methods, params int) {
	t.Helper()
	err := fs.WalkDir(docs, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".md" {
			return err
		}
		text, err := fs.ReadFile(docs, name)
		if err != nil {
			return err
		}
		below := false
		for line := range strings.Lines(string(text)) {
			switch {
			case strings.HasPrefix(line, "#"):
				below = strings.TrimSpace(line) == "### Parameters"
			case indexRow.MatchString(line):
				methods++
			case below && paramRow.MatchString(line):
				params++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return methods, params
}

// TestCorpusClients holds that every method and every parameter that a plain search finds
// on pages about clients is in the model, and that no byte is unread.
func TestCorpusClients(t *testing.T) {
	for _, name := range []string{"python-sdk", "typescript-sdk"} {
		t.Run(name, func(t *testing.T) {
			docs := os.DirFS(filepath.Join(corpustest.Dir(t, ""), "..", "formats", "embedded", "kalshi", name))
			api, diags, err := parser.Parse(t.Context(), docs, parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range diags {
				if d.Severity == diag.Error {
					t.Error(d)
				}
			}
			methods, params := 0, 0
			for _, m := range api.Methods {
				methods++
				params += len(m.Params)
				switch {
				case m.Body == nil:
				case m.Body.ContentType == "application/x-www-form-urlencoded" || m.Body.ContentType == "multipart/form-data":
					params += len(m.Body.Type.Fields)
				default:
					params++
				}
			}
			wantMethods, wantParams := countRows(t, docs)
			if wantMethods < 50 || methods != wantMethods || params != wantParams {
				t.Errorf("%d methods with %d parameters, want %d with %d", methods, params, wantMethods, wantParams)
			}
			for _, p := range api.Pages {
				if p.Kind != model.PageReference || p.Bytes.Unread > 0 {
					t.Errorf("%s is %s, with %d bytes unread", p.Path, p.Kind, p.Bytes.Unread)
				}
			}
		})
	}
}
