package sarif

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"
)

// TestSARIF holds the reports that the tests of docgen write against the schema of
// SARIF 2.1.0, as a whole: a member that the standard does not know is a fault, too.
func TestSARIF(t *testing.T) {
	schema := published(t)
	reports, err := filepath.Glob("../../*/*.sarif")
	if err != nil || len(reports) < 4 {
		t.Fatalf("only %d reports: %v", len(reports), err)
	}
	for _, name := range reports {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			result, err := schema.Validate(gojsonschema.NewBytesLoader(text))
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range result.Errors() {
				t.Error(fault)
			}
		})
	}
}

// TestSchemaBites demands that the schema refuses what is none.
func TestSchemaBites(t *testing.T) {
	schema := published(t)
	for name, text := range map[string]string{
		"no runs":        `{"version": "2.1.0"}`,
		"unknown member": `{"version": "2.1.0", "runs": [], "run": 1}`,
		"no such level":  `{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": "x"}, "level": "bad"}]}]}`,
		"line 0":         `{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": "x"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a"}, "region": {"startLine": 0}}}]}]}]}`,
	} {
		result, err := schema.Validate(gojsonschema.NewStringLoader(text))
		if err != nil || result.Valid() {
			t.Errorf("%s: no fault (%v)", name, err)
		}
	}
}

// published returns the schema of the standard, which a library carries in its source.
func published(t *testing.T) *gojsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.ValueSpec); ok && len(s.Values) == 1 {
			if value, ok := s.Values[0].(*ast.BasicLit); ok {
				text, _ = strconv.Unquote(value.Value)
			}
		}
		return true
	})
	schema, err := gojsonschema.NewSchema(gojsonschema.NewStringLoader(text))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}
