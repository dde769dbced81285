package docs_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/testutil"
)

// keysMark divides docs/config.md: what follows it is made of the schema.
const keysMark = "<!-- What follows is made of cmd/docgen/schemas/config.json: DOCGEN_UPDATE=1 go test ./docs -run TestConfigPage -->\n"

// TestConfigPage holds the table of keys in docs/config.md to the schema of docgen.yaml,
// key by key, in the order of the schema.
func TestConfigPage(t *testing.T) {
	const page = "config.md"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	head, _, ok := strings.Cut(string(text), keysMark)
	if !ok {
		t.Fatalf("%s has no line that says what is made of the schema", page)
	}
	var root yaml.Node
	schema, err := os.ReadFile("../cmd/docgen/schemas/config.json")
	if err == nil {
		err = yaml.Unmarshal(schema, &root) // JSON is YAML, and the nodes keep its order
	}
	if err != nil {
		t.Fatal(err)
	}
	s := schemaPage{defs: member(root.Content[0], "$defs")}
	s.out.WriteString(head + keysMark)
	s.key("", root.Content[0], map[string]bool{})
	testutil.Golden(t, page, s.out.String())
}

// A schemaPage writes the keys that a JSON Schema allows as a table in Markdown.
type schemaPage struct {
	defs *yaml.Node
	out  strings.Builder
}

// member returns the value of a key of a mapping, or nil.
func member(n *yaml.Node, name string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i+1]
		}
	}
	return nil
}

func text(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	return n.Value
}

// resolved returns the schema that n refers to, and the name of the definition.
func (s *schemaPage) resolved(n *yaml.Node) (schema *yaml.Node, name string) {
	if ref := text(member(n, "$ref")); ref != "" {
		name = strings.TrimPrefix(ref, "#/$defs/")
		return member(s.defs, name), name
	}
	return n, ""
}

// key writes the members of a schema below path. A definition that holds itself is
// written once on each way down.
func (s *schemaPage) key(path string, n *yaml.Node, open map[string]bool) {
	n, name := s.resolved(n)
	if n == nil || open[name] {
		return
	}
	if name != "" {
		open[name] = true
		defer delete(open, name)
	}
	if path == "" {
		s.out.WriteString("| key | what it is | values |\n|---|---|---|\n")
	}
	properties := member(n, "properties")
	for i := 0; properties != nil && i < len(properties.Content); i += 2 {
		at, schema := properties.Content[i].Value, properties.Content[i+1]
		if path != "" {
			at = path + "." + at
		}
		s.line(at, schema, open)
	}
	if items := member(n, "items"); items != nil {
		s.key(path+"[]", items, open)
	}
	if more := member(n, "additionalProperties"); more != nil && more.Kind == yaml.MappingNode {
		s.key(path+".NAME", more, open)
	}
}

func (s *schemaPage) line(path string, n *yaml.Node, open map[string]bool) {
	schema, _ := s.resolved(n)
	words := text(member(n, "description"))
	if words == "" {
		words = text(member(schema, "description"))
	}
	fmt.Fprintf(&s.out, "| `%s` | %s | %s |\n", path, strings.ReplaceAll(words, "|", "\\|"), s.values(schema))
	s.key(path, n, open)
}

// values says in words what a schema takes.
func (s *schemaPage) values(n *yaml.Node) string {
	if fixed := member(n, "const"); fixed != nil {
		return "`" + fixed.Value + "`"
	}
	if list := member(n, "enum"); list != nil {
		var all []string
		for _, v := range list.Content {
			all = append(all, "`"+v.Value+"`")
		}
		return strings.Join(all, ", ")
	}
	switch kind := text(member(n, "type")); kind {
	case "array":
		items, _ := s.resolved(member(n, "items"))
		return "list of " + s.values(items)
	case "object":
		if more, _ := s.resolved(member(n, "additionalProperties")); more != nil && more.Kind == yaml.MappingNode {
			return "by name: " + s.values(more)
		}
		return "keys"
	case "string":
		return "text"
	case "":
		return "see its schema"
	default:
		return kind
	}
}
