package docgen_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	pathpkg "path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/docgen-go/docgen/model/testutil"
)

// A privateWord is a word that this repository once had for something that its
// field has a term for.
type privateWord struct {
	// pattern fits a word of an identifier or of a comment, in lower case.
	pattern string
	// term is what to write instead.
	term string
	// prose says that comments must not have the word either: it has no ordinary
	// meaning that they need.
	prose bool
	// except are folders and files in which the word is the term, with the reason.
	except map[string]string
}

var privateWords = []privateWord{
	{pattern: "books?", term: "dialect pages", prose: true},
	{pattern: "spines?", term: "base", prose: true},
	{pattern: "sightings?|sighted|sight", term: "occurrence", prose: true},
	{pattern: "houses?", term: "casing", prose: true},
	{pattern: "spell|spells|spelled|spellings?", term: "casing"},
	{pattern: "mend|mends|mended|menders?|mending", term: "unflatten, or repair", prose: true},
	{pattern: "bones?|skeletons?", term: "outline", prose: true},
	{pattern: "hang|hangs|hung|hanging", term: "nest", prose: true},
	{pattern: "sheets?", term: "file diff", prose: true},
	{pattern: "rows?", term: "line", except: map[string]string{
		"emit/golang":                   "rows of the static table of a union",
		"parser/format/formattest/rows": "rows of a table are what this format reads",
		"parser/format/sdkdocs":         "rows of the matrix of an alignment",
		"parser/statement":              "rows of Markdown tables",
		"parser/format/tables":          "the same",
		"parser/format/generated":       "the same",
		"cmd/docgen":                    "rows of tables and of that matrix",
		"security_test.go":              "rows of a Markdown table",
	}},
	{pattern: "twigs?", term: "node", prose: true},
	{pattern: "plants?|planted", term: "insert", prose: true},
	{pattern: "rehome|rehomed|homeof|homes|homeless", term: "moved, or resource", prose: true},
	{pattern: "wholes", term: "added and removed", prose: true},
	{pattern: "met|circling", term: "visited, in progress"},
	{pattern: "settle|settles|settled|settlers?|settling", term: "assign, decide", prose: true},
	{pattern: "claims?|claimed", term: "take, assign", except: map[string]string{
		"parser/*.go":              "a format's claim to a page is the design's term",
		"parser/format/format.go":  "the same",
		"parser/format/formattest": "the same",
		"parser/format/sdkdocs":    "the same",
		"parser/format/tables":     "the same",
		"parser/format/openapi":    "the same",
		"parser/format/embedded":   "the same",
		"parser/format/generated":  "the same",
		"parser/format/blueprint":  "the same",
	}},
	{pattern: "ledgers?", term: "log", prose: true},
	{pattern: "tailors?|tailored", term: "overrides", prose: true},
	{pattern: "judges?|judged|judgements?|verdicts?", term: "classify, severity", prose: true},
	{pattern: "place|places|placed|placer", term: "location, position, subject"},
	{pattern: "tongues?", term: "dialect", prose: true},
	{pattern: "atlas|atlases", term: "index", prose: true},
}

// TestPrivateWords finds words of this repository alone in the identifiers and
// comments of its code. Generated packages have the words of their pages.
func TestPrivateWords(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the sources")
	words := make([]*regexp.Regexp, len(privateWords))
	for i, p := range privateWords {
		words[i] = regexp.MustCompile("^(?:" + p.pattern + ")$")
	}
	unused := map[string]bool{}
	for i, p := range privateWords {
		for where := range p.except {
			unused[privateWords[i].pattern+" in "+where] = true
		}
	}
	files := 0
	check := func(fset *token.FileSet, path string, at token.Pos, text string, prose bool) {
		for _, word := range splitWords(text) {
			for i, p := range privateWords {
				if prose && !p.prose || !words[i].MatchString(word) {
					continue
				}
				if allowed := p.allowed(path); len(allowed) > 0 {
					for _, where := range allowed {
						delete(unused, p.pattern+" in "+where)
					}
					continue
				}
				t.Errorf("%s: %q has the private word %q; write %s", fset.Position(at), text, word, p.term)
			}
		}
	}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		slashed := filepath.ToSlash(path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || slashed == "golden/harbor" || slashed == "golden/harbornext" || slashed == "golden/orchard" || len(d.Name()) > 1 && strings.HasPrefix(d.Name(), ".")):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go" || slashed == "words_test.go":
			return nil
		}
		files++
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		check(fset, slashed, f.Package, strings.TrimSuffix(d.Name(), ".go"), false)
		ast.Inspect(f, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				check(fset, slashed, id.Pos(), id.Name, false)
			}
			return true
		})
		for _, group := range f.Comments {
			for _, c := range group.List {
				check(fset, slashed, c.Pos(), c.Text, true)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 500 {
		t.Errorf("only %d files were read", files)
	}
	for exception := range unused {
		t.Errorf("the exception %s is not needed; take it out", exception)
	}
}

// allowed returns the exceptions that a file falls under.
func (p privateWord) allowed(path string) (where []string) {
	for exception := range p.except {
		if ok, _ := pathpkg.Match(exception, path); ok || strings.HasPrefix(path, exception+"/") {
			where = append(where, exception)
		}
	}
	return where
}

var (
	afterCapitals = regexp.MustCompile(`([A-Z])([A-Z][a-z])`)
	beforeCapital = regexp.MustCompile(`([a-z0-9])([A-Z])`)
)

// splitWords returns the words of a name or a sentence in lower case; camel case
// parts words as blanks do.
func splitWords(text string) []string {
	text = beforeCapital.ReplaceAllString(afterCapitals.ReplaceAllString(text, "$1 $2"), "$1 $2")
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}
