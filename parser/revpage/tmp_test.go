package revpage_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/dialect/cli"
	"github.com/docgen-go/docgen/parser/dialect/csharp"
	"github.com/docgen-go/docgen/parser/dialect/golang"
	"github.com/docgen-go/docgen/parser/dialect/http"
	"github.com/docgen-go/docgen/parser/dialect/java"
	"github.com/docgen-go/docgen/parser/dialect/kotlin"
	"github.com/docgen-go/docgen/parser/dialect/php"
	"github.com/docgen-go/docgen/parser/dialect/python"
	"github.com/docgen-go/docgen/parser/dialect/ruby"
	"github.com/docgen-go/docgen/parser/dialect/typescript"
	"github.com/docgen-go/docgen/parser/revpage"
)

func TestTmp2(t *testing.T) {
	text, _ := os.ReadFile("../../../shared/seed/openai-reference-2026-06-12_to_2026-06-16.txt")
	c, _ := revpage.Read(source.NewFile("x", text), []dialect.Dialect{
		http.Dialect{}, cli.Dialect{}, php.Dialect{}, golang.Dialect{}, csharp.Dialect{}, java.Dialect{},
		kotlin.Dialect{}, typescript.Dialect{}, python.Dialect{}, ruby.Dialect{},
	})
	for _, p := range append(c.Old, c.New...) {
		fmt.Println(p.Path, len(p.Lines))
		fmt.Println(string(p.Text))
		f := filepath.Join("/tmp/revout", p.Path)
		os.MkdirAll(filepath.Dir(f), 0o755)
		os.WriteFile(f, p.Text, 0o644)
	}
}
