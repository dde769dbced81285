package tables_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

// A corpus is a reference in tables with what was read of it.
type corpus struct {
	api   *model.API
	found diag.List
	// texts are the pages by path.
	texts map[string]string
}

var (
	corpora   = map[string]*corpus{}
	corporaMu sync.Mutex
)

// readCorpus reads a reference beside the corpus, once for all tests.
func readCorpus(t *testing.T, name string) *corpus {
	t.Helper()
	corporaMu.Lock()
	defer corporaMu.Unlock()
	if c := corpora[name]; c != nil {
		return c
	}
	dir := filepath.Join(corpustest.Dir(t, ""), "..", "formats", "tables", name)
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("DOCGEN_CORPUS_REQUIRED") != "" {
			t.Fatal(err)
		}
		t.Skip("no such pages: ", err)
	}
	c := &corpus{texts: map[string]string{}}
	var err error
	if c.api, c.found, err = parser.Parse(t.Context(), os.DirFS(dir), parser.Options{}); err != nil {
		t.Fatal(err)
	}
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(filepath.Ext(name), ".md") {
			var data []byte
			data, err = os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			c.texts[name] = strings.ReplaceAll(string(data), "\r", "")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	corpora[name] = c
	return c
}

var (
	component  = regexp.MustCompile(`<APIEndpoint +method="([A-Za-z]+)" +url="([^"\s?]+)`)
	headOfRows = regexp.MustCompile(`^\s*\|\s*Parameter\s*\|\s*(Required|Type)`)
	htmlHead   = regexp.MustCompile(`<th>\s*Parameter\s*</th>`)
	htmlName   = regexp.MustCompile(`^\s*<td>\s*((?:(?:>|&gt;)\s*)*)(?:<a [^>]*>)?([A-Za-z_][A-Za-z0-9_]*)`)
	betweenBar = regexp.MustCompile(`^\|[ :|-]+\|?\s*$`)
	nameInRow  = regexp.MustCompile("^\\|\\s*((?:>\\s*)*)`?\\[?([A-Za-z_][A-Za-z0-9_]*)")
	inBrackets = regexp.MustCompile(`^\|[^|]*\[([0-9n]+)\]`)
)

// TestCorpusMembersByPath holds the model to the rows of tables counted on the raw
// text: each row is found at its place, below the rows that it is nested under.
func TestCorpusMembersByPath(t *testing.T) {
	c := readCorpus(t, "bybit")
	methods := map[string]*model.Method{}
	for _, m := range c.api.Methods {
		methods[m.Verb+" "+m.Path] = m
	}
	ops, rows, lost := 0, 0, 0
	for page, text := range c.texts {
		stated := component.FindAllStringSubmatchIndex(text, -1)
		for i, at := range stated {
			ops++
			key := strings.ToUpper(text[at[2]:at[3]]) + " " + text[at[4]:at[5]]
			m := methods[key]
			if m == nil {
				t.Errorf("%s: %s is no method", page, key)
				continue
			}
			end := len(text)
			if i+1 < len(stated) {
				end = stated[i+1][0]
			}
			for _, r := range rowsOf(text[at[1]:end]) {
				rows++
				if !c.has(m, r) && !c.isLifted(page, m, r) {
					lost++
					t.Errorf("%s: %s has no %s %s", page, key, r.section, strings.Join(r.path, "."))
				}
			}
		}
	}
	t.Logf("%d endpoints, %d rows, %d not at their place", ops, rows, lost)
	if ops < 400 || rows < 6000 {
		t.Error("the search finds too little")
	}
}

// A tableRow is a row of a table as a plain search finds it.
type tableRow struct {
	section string
	path    []string
	// element is the place in a list that the row describes, or "".
	element string
}

// rowsOf are the rows of the tables of a stretch, each with the names above it.
func rowsOf(text string) (out []tableRow) {
	section, inTable, inHTML := "", false, false
	var above []string
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
			section = strings.ToLower(strings.Trim(line, "# "))
			inTable = false
		case headOfRows.MatchString(line), htmlHead.MatchString(line):
			inTable, above = true, nil
			inHTML = strings.Contains(line, "<th>")
		case !inTable || betweenBar.MatchString(line) || inHTML && !strings.Contains(line, "<td>") && !strings.Contains(line, "</table"):
		case inHTML && strings.Contains(line, "</table"), !inHTML && !strings.HasPrefix(strings.TrimSpace(line), "|"):
			inTable = false
		default:
			m := nameInRow.FindStringSubmatch(line)
			if inHTML {
				m = htmlName.FindStringSubmatch(strings.ReplaceAll(line, "&gt;", ">"))
			}
			if m == nil {
				continue
			}
			depth := strings.Count(m[1], ">")
			above = append(slices.Clone(above[:min(len(above), depth)]), m[2])
			r := tableRow{section: section, path: above}
			if at := inBrackets.FindStringSubmatch(line); at != nil {
				r.path, r.element = above[:len(above)-1], m[2]+"["+at[1]+"]"
			}
			out = append(out, r)
		}
	}
	return out
}

// has reports whether a method has a row at its place: among its parameters or those
// of its body, or anywhere in its result.
func (c *corpus) has(m *model.Method, r tableRow) bool {
	var roots []*model.Type
	if m.Body != nil {
		roots = append(roots, m.Body.Type)
	}
	if strings.Contains(r.section, "response") {
		roots = nil
		if m.Returns != nil {
			roots = append(roots, m.Returns.Type)
		}
	} else {
		for _, p := range m.Params {
			if strings.EqualFold(p.Name, r.path[0]) && (len(r.path) == 1 || c.below(p.Type, r.path[1:], 0)) {
				return true
			}
		}
	}
	return slices.ContainsFunc(roots, func(t *model.Type) bool { return c.anywhere(t, r, 1) })
}

// isLifted reports whether a row is found without one of the names above it, of which a
// finding says that it is a scalar.
func (c *corpus) isLifted(page string, m *model.Method, r tableRow) bool {
	for i, name := range r.path[:max(0, len(r.path)-1)] {
		told := slices.ContainsFunc(c.found, func(d diag.Diagnostic) bool {
			return d.Code == "members-of-scalar" && d.Span.File == page && strings.Contains(d.Message, `"`+name+`"`)
		})
		without := tableRow{section: r.section, path: slices.Delete(slices.Clone(r.path), i, i+1)}
		if told && c.has(m, without) {
			return true
		}
	}
	return false
}

// anywhere reports whether a row is found at a type, or so many steps below it.
func (c *corpus) anywhere(t *model.Type, r tableRow, steps int) bool {
	if c.below(t, r.path, 0) && (r.element == "" || c.describes(t, r)) {
		return true
	}
	return steps > 0 && slices.ContainsFunc(c.inner(t), func(u *model.Type) bool { return c.anywhere(u, r, steps-1) })
}

// describes reports whether the documentation of the list at the end of a path has what
// a row says of one of its places.
func (c *corpus) describes(t *model.Type, r tableRow) bool {
	for n, name := range r.path {
		for t = c.api.Resolve(t); t.Elem != nil; t = c.api.Resolve(t.Elem) {
		}
		i := slices.IndexFunc(t.Fields, func(f *model.Field) bool { return f.Name == name })
		if i < 0 {
			return false
		}
		if n == len(r.path)-1 {
			return strings.Contains(t.Fields[i].Doc, r.element)
		}
		t = t.Fields[i].Type
	}
	return false
}

// below reports whether a path of names begins at a type.
func (c *corpus) below(t *model.Type, path []string, depth int) bool {
	if len(path) == 0 {
		return true
	}
	t = c.api.Resolve(t)
	if t == nil || depth > 20 {
		return false
	}
	switch t.Kind {
	case model.KindObject:
		for _, f := range t.Fields {
			if f.Name == path[0] {
				return c.below(f.Type, path[1:], depth+1)
			}
		}
	case model.KindArray, model.KindMap:
		return c.below(t.Elem, path, depth+1)
	case model.KindUnion:
		return slices.ContainsFunc(t.Variants, func(v *model.Variant) bool { return c.below(v.Type, path, depth+1) })
	}
	return false
}

// inner are the types of the members of a type.
func (c *corpus) inner(t *model.Type) (out []*model.Type) {
	t = c.api.Resolve(t)
	switch {
	case t == nil:
	case t.Elem != nil:
		out = append(out, t.Elem)
	default:
		for _, f := range t.Fields {
			out = append(out, f.Type)
		}
		for _, v := range t.Variants {
			out = append(out, v.Type)
		}
	}
	return out
}

// TestCorpusExampleMembers demands a finding for each member of a response example that
// no row lists, and no field that neither a row nor an example without a table names.
func TestCorpusExampleMembers(t *testing.T) {
	c := readCorpus(t, "bybit")
	told := map[string]bool{}
	for _, d := range c.found {
		if d.Code == "unlisted-member" || d.Code == "example-contradicts" {
			for _, m := range c.api.Methods {
				if strings.Contains(d.Message, " of "+m.ID+" ") {
					told[m.ID] = true
				}
			}
		}
	}
	shown, unlisted := 0, 0
	for _, m := range c.api.Methods {
		if m.Returns == nil || m.Returns.Evidence.Of(model.FactType) == model.SourceExample {
			continue
		}
		for _, e := range m.Examples {
			var v any
			if e.Kind != model.ExampleResponse || e.Status >= 300 || json.Unmarshal([]byte(e.Text), &v) != nil {
				continue
			}
			for _, path := range membersOf(v, nil) {
				shown++
				if c.below(m.Returns.Type, path, 0) || c.isFree(m.Returns.Type, path) {
					continue
				}
				if unlisted++; !told[m.ID] {
					t.Errorf("%s: nothing is told of %s", m.ID, strings.Join(path, "."))
				}
			}
		}
	}
	t.Logf("%d members of examples, %d are in no table", shown, unlisted)
	if shown < 5000 || unlisted == 0 {
		t.Error("the search finds too little")
	}
}

// membersOf are the paths of all members of a value, without the places in lists.
func membersOf(v any, above []string) (out [][]string) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			out = append(out, membersOf(e, above)...)
		}
	case map[string]any:
		for name, below := range v {
			path := append(above[:len(above):len(above)], name)
			out = append(append(out, path), membersOf(below, path)...)
		}
	}
	return out
}

// isFree reports whether a path leads through a value of any kind or a map of any keys.
func (c *corpus) isFree(t *model.Type, path []string) bool {
	for t = c.api.Resolve(t); t != nil; t = c.api.Resolve(t) {
		switch {
		case t.Kind == model.KindAny:
			return true
		case t.Kind == model.KindMap && len(path) > 0:
			return len(path) == 1 || c.isFree(t.Elem, path[1:])
		case t.Kind == model.KindArray:
			t = t.Elem
			continue
		case t.Kind != model.KindObject || len(path) == 0:
			return false
		}
		i := slices.IndexFunc(t.Fields, func(f *model.Field) bool { return f.Name == path[0] })
		if i < 0 {
			return false
		}
		t, path = t.Fields[i].Type, path[1:]
	}
	return false
}

// TestCorpusKeysAreNoFields demands that no field is called by what is data: a symbol, a
// currency, a number.
func TestCorpusKeysAreNoFields(t *testing.T) {
	c := readCorpus(t, "bybit")
	var all strings.Builder
	for _, text := range c.texts {
		all.WriteString(text)
	}
	rows := all.String()
	for _, n := range c.api.Types {
		for _, f := range n.Type.Fields {
			if dataKey.MatchString(f.Name) && !regexp.MustCompile(`(?m)(?:^\|[ >]*\[?|<td>[> ]*)`+regexp.QuoteMeta(f.Name)+`\b`).MatchString(rows) {
				t.Errorf("%s has a field %s", n.ID, f.Name)
			}
		}
	}
}

var dataKey = regexp.MustCompile(`^(?:[A-Z0-9]{2,}|[0-9].*|[A-Z]+USDT?)$`)
