package tree_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// parse reads a whole text as the file number 1 of two.
func parse(text string) ([]*yaml.Node, []tree.Problem, tree.Files) {
	file := source.NewFile("parcels.md", []byte(text))
	docs, problems := tree.Parse(file, 1, 0, len(text), 0)
	return docs, problems, tree.Files{nil, file}
}

// outline lists the scalars of a document with their places and tags.
func outline(files tree.Files, docs []*yaml.Node) string {
	var b strings.Builder
	var walk func(n *yaml.Node, depth int)
	walk = func(n *yaml.Node, depth int) {
		if n.Kind == yaml.ScalarNode {
			at := files.Position(n)
			fmt.Fprintf(&b, "%*s%s %s %s-%d\n", depth, "", n.Value, n.ShortTag(), strings.TrimPrefix(at.String(), "parcels.md:"), at.End.Column)
		}
		for _, c := range n.Content {
			walk(c, depth+1)
		}
	}
	for _, d := range docs {
		walk(d, 0)
	}
	return b.String()
}

func TestParse(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"yaml": {
			"paths:\n  /parcels/{id}: # one\n    get: {tags: ['ä', \"b\"]}\n    n: 12\n",
			" paths !!str 1:1-6\n  /parcels/{id} !!str 2:3-16\n   get !!str 3:5-8\n    tags !!str 3:11-15\n     ä !!str 3:18-21\n     b !!str 3:23-26\n   n !!str 4:5-6\n   12 !!int 4:8-10\n",
		},
		"json on one line": {
			`{"ä":"\ud83d\ude00","paths":{"\/p":[1,2.5,true,null]}}`,
			" ä !!str 1:2-5\n 😀 !!str 1:6-20\n paths !!str 1:21-28\n  /p !!str 1:30-35\n   1 !!int 1:37-38\n   2.5 !!float 1:39-42\n   true !!bool 1:43-47\n   null !!null 1:48-52\n",
		},
		"large numbers": {
			"- 1e999\n- 12345678901234567890123\n- '1e999'\n- 1e9x\n",
			" 1e999 !!float 1:3-8\n 12345678901234567890123 !!float 2:3-26\n 1e999 !!str 3:3-10\n 1e9x !!str 4:3-7\n",
		},
		"json with tabs":    {"{\n\t\"a\": {\n\t\t\"b\": 1}}", " a !!str 2:2-5\n  b !!str 3:3-6\n  1 !!int 3:8-9\n"},
		"yaml in braces":    {"{a: 1, 'b': [c]}", " a !!str 1:2-3\n 1 !!int 1:5-6\n b !!str 1:8-11\n  c !!str 1:14-15\n"},
		"several documents": {"---\na: 1\n---\nb: 2\n", " a !!str 2:1-2\n 1 !!int 2:4-5\n b !!str 4:1-2\n 2 !!int 4:4-5\n"},
		"several values":    {"{\"a\":1}\n{\"b\":2}", " a !!str 1:2-5\n 1 !!int 1:6-7\n b !!str 2:2-5\n 2 !!int 2:6-7\n"},
		"aliases":           {"a: &x {b: 1}\nc: *x\n", " a !!str 1:1-2\n  b !!str 1:8-9\n  1 !!int 1:11-12\n c !!str 2:1-2\n  b !!str 1:8-9\n  1 !!int 1:11-12\n"},
		"merge keys":        {"a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n", " a !!str 1:1-2\n  b !!str 1:8-9\n  1 !!int 1:11-12\n  c !!str 1:14-15\n  2 !!int 1:17-18\n d !!str 2:1-2\n  c !!str 4:3-4\n  3 !!int 4:6-7\n  b !!str 1:8-9\n  1 !!int 1:11-12\n"},
	} {
		t.Run(name, func(t *testing.T) {
			docs, problems, files := parse(c.text)
			if len(problems) > 0 {
				t.Errorf("problems: %+v", problems)
			}
			if diff := cmp.Diff(c.want, outline(files, docs)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestIndented reads a fence in a list item: its lines begin where the item's do.
func TestIndented(t *testing.T) {
	text := "- item\n\n  ---\n  a:\n    b: 1\n\n  ---\n  c: 2\n"
	file := source.NewFile("parcels.md", []byte(text))
	docs, problems := tree.Parse(file, 0, 8, len(text), 2)
	want := " a !!str 4:3-4\n  b !!str 5:5-6\n  1 !!int 5:8-9\n c !!str 8:3-4\n 2 !!int 8:6-7\n"
	if diff := cmp.Diff(want, outline(tree.Files{file}, docs)); diff != "" || len(problems) > 0 {
		t.Errorf("problems %+v (-want +got):\n%s", problems, diff)
	}
}

func TestProblems(t *testing.T) {
	bomb := "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
	for i := range 12 {
		bomb += fmt.Sprintf("a%d: &a%d [%s*a%d]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d,", i), 9), i)
	}
	merges := "a: &a {"
	for i := range 2000 {
		merges += fmt.Sprintf("k%d: 1, ", i)
	}
	merges += "}\n"
	for i := range 2000 {
		merges += fmt.Sprintf("m%d:\n  <<: *a\n", i)
	}
	for name, c := range map[string]struct {
		text, position, message string
		docs                    int
	}{
		"a key twice":         {"a: 1\nb: 2\na: 3\n", "parcels.md:3:1", `the key "a" stands twice`, 1},
		"a key twice in json": {`{"a":1,"a":2}`, "parcels.md:1:8", `the key "a" stands twice`, 1},
		"no yaml":             {"a: 1\nb: [\nc: 2\n", "parcels.md:1:1", "this is no YAML", 0},
		"no json":             {"{\"a\": 1,\n\"b\": }}", "parcels.md:2:6", "this is no JSON", 0},
		"a comma too many":    {"{\"a\": 1,}", "parcels.md:1:9", "it was read as YAML", 1},
		"a comment":           {"{\"a\": 1, // one\n\"b\": 2}", "parcels.md:1:10", "this is no JSON", 0},
		"json cut short":      {`{"a": [1, {"b":`, "parcels.md:1:16", "this is no JSON: it ends within a value", 0},
		"the second is none":  {"a: 1\n---\nb: {\n", "parcels.md:3:1", "this is no YAML", 1},
		"a circle":            {"a: &a\n  b: *a\n", "parcels.md:2:6", `the anchor "a" contains itself`, 0},
		"alias bomb":          {bomb, "parcels.md:1:1", "aliases make", 0},
		"merge bomb":          {merges, "parcels.md:1:4", "merge keys make more than", 0},
		"deep json":           {strings.Repeat("[", 5000) + strings.Repeat("]", 5000), "parcels.md:1:1002", "more than 1000 deep", 0},
		"deep yaml":           {strings.Repeat("- ", 3000) + "x", "parcels.md:1:2003", "more than 1000 deep", 0},
		"a list as a key":     {"? [a]\n: b\n", "parcels.md:1:3", "a key is no scalar", 0},
		"a merge of a word":   {"a: b\n<<: c\n", "parcels.md:2:5", "a merge key names something that is no mapping", 0},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			docs, problems, files := parse(c.text)
			if len(problems) == 0 || len(docs) != c.docs {
				t.Fatalf("%d documents, problems %+v, want %d", len(docs), problems, c.docs)
			}
			p := problems[len(problems)-1]
			if at := files[1].Span(p.Start, p.End).String(); at != c.position || !strings.Contains(p.Message, c.message) {
				t.Errorf("%s: %s, want %s: …%s…", at, p.Message, c.position, c.message)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("it took %s", took)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"a: &x {b: 1}\nc: *x\n", "{\"a\":[1,\"\\ud83d\"]}", "---\na: 1\n---\n- b\n", "a:\n  <<: [{b: 1}, {c: 2}]\n", "\t{", "a: |\n  text\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		docs, problems, files := parse(text)
		visited := 0
		var walk func(n *yaml.Node, depth int)
		walk = func(n *yaml.Node, depth int) {
			visited++
			if n.Kind == yaml.AliasNode || depth > tree.MaxDepth+1 {
				t.Fatalf("a node of kind %d at depth %d", n.Kind, depth)
			}
			if at := files.Position(n); at.File != "parcels.md" || int(at.End.Offset) > len(text) || at.End.Offset < at.Start.Offset {
				t.Fatalf("node %q is at %+v", n.Value, at)
			}
			for _, c := range n.Content {
				walk(c, depth+1)
			}
		}
		for _, d := range docs {
			walk(d, 0)
		}
		if visited > 40_000+64*len(text) {
			t.Fatalf("%d nodes of %d bytes", visited, len(text))
		}
		for _, p := range problems {
			if p.Start < 0 || p.Start > len(text) || p.Message == "" {
				t.Fatalf("%+v", p)
			}
		}
	})
}
