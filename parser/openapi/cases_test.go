package openapi_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser/openapi"
)

// TestCases reads spec.yaml of every case and compares what the model then
// holds with facts.txt. DOCGEN_UPDATE=1 rewrites that file.
func TestCases(t *testing.T) {
	testutil.Cases(t, "../../testdata/openapi/*.txtar", func(t *testing.T, c *testutil.Case) {
		api, diags, err := openapi.Read(context.Background(), "spec.yaml", []byte(c.Text("spec.yaml")))
		if err != nil {
			t.Fatal(err)
		}
		c.Want(t, "facts.txt", factsOf(api, diags))
	})
}

// factsOf lists an API and the findings, one fact a line.
func factsOf(api *model.API, diags diag.List) string {
	var b strings.Builder
	if api.Title != "Harbor" {
		fmt.Fprintf(&b, "title %q\n", api.Title)
	}
	for _, s := range api.Servers {
		fmt.Fprintf(&b, "server %s\n", s.URL)
	}
	for _, a := range api.Auth {
		fmt.Fprintf(&b, "auth %s: %s %s\n", a.ID, a.Scheme, strings.TrimSpace(a.Name+" "+a.Prefix))
	}
	api.Methods(func(r *model.Resource, m *model.Method) bool {
		writeMethod(&b, r, m)
		return true
	})
	writeEvents(&b, api.Resources)
	for _, t := range api.Types {
		fmt.Fprintf(&b, "type %s @%s%s = %s\n", t.ID, lineOf(t.Span), docText(t.Doc), typeText(t.Type, "  "))
	}
	for _, d := range diags {
		fmt.Fprintln(&b, d)
	}
	return b.String()
}

func writeMethod(b *strings.Builder, r *model.Resource, m *model.Method) {
	fmt.Fprintf(b, "method %s of %s: %s %s query %v auth %v%s @%s%s\n", m.ID, r.ID, m.Verb, m.Path, constantsText(m.Query), m.Auth,
		flagText(m.Public, "public"), lineOf(m.Span), docText(strings.TrimPrefix(m.Title+"; "+m.Doc, "; ")))
	for _, p := range m.Params {
		fmt.Fprintf(b, "  %s %s %s\n", p.Location, p.Style, fieldText(&p.Field, "  "))
	}
	if m.Body != nil {
		fmt.Fprintf(b, "  body %s required=%t %s\n", m.Body.ContentType, m.Body.Required, typeText(m.Body.Type, "  "))
	}
	if m.Returns != nil {
		fmt.Fprintf(b, "  returns %d %s %s\n", m.Returns.Status, m.Returns.ContentType, typeText(m.Returns.Type, "  "))
	}
	if m.Streaming != nil {
		fmt.Fprintf(b, "  streams %s\n", typeText(m.Streaming.Type, "  "))
	}
	for _, e := range m.Errors {
		of := "nothing"
		if e.Type != nil {
			of = typeText(e.Type, "  ")
		}
		fmt.Fprintf(b, "  error %s %s%s %s\n", e.Status, e.ContentType, docText(e.Doc), of)
	}
	for _, e := range m.Examples {
		fmt.Fprintf(b, "  example %s %d%s %s\n", e.Kind, e.Status, docText(e.Title), strings.Join(strings.Fields(e.Text), ""))
	}
}

func writeEvents(b *strings.Builder, resources []*model.Resource) {
	for _, r := range resources {
		if r.Title != "" || r.Doc != "" {
			fmt.Fprintf(b, "resource %s%s%s\n", r.ID, docText(r.Title), docText(r.Doc))
		}
		for _, e := range r.Events {
			fmt.Fprintf(b, "event %s of %s: %s @%s%s\n", e.Name, r.ID, e.Type, lineOf(e.Span), docText(e.Doc))
		}
		writeEvents(b, r.Resources)
	}
}

func docText(doc string) string {
	if doc == "" {
		return ""
	}
	return fmt.Sprintf(" %q", doc)
}

func flagText(set bool, word string) string {
	if set {
		return " " + word
	}
	return ""
}

func constantsText(constants []model.Constant) []string {
	var words []string
	for _, c := range constants {
		words = append(words, "{"+c.Name+" "+c.Value+"}")
	}
	return words
}

func fieldText(f *model.Field, indent string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s @%s:", f.Name, lineOf(f.Span))
	if f.Required {
		b.WriteString(" required")
	}
	if f.Nullable {
		b.WriteString(" nullable")
	}
	b.WriteString(flagText(f.ReadOnly, "read-only") + flagText(f.WriteOnly, "write-only") + docText(f.Doc))
	if f.Deprecated != "" {
		b.WriteString(" deprecated")
	}
	if f.Default != "" {
		fmt.Fprintf(&b, " default %s", f.Default)
	}
	if l := f.Limits; l != nil {
		fmt.Fprintf(&b, " limits [%s,%s] (%s,%s) len %s-%s items %s-%s %q", l.Minimum, l.Maximum, l.ExclusiveMinimum, l.ExclusiveMaximum,
			count(l.MinLength), count(l.MaxLength), count(l.MinItems), count(l.MaxItems), l.Pattern)
	}
	return b.String() + " " + typeText(f.Type, indent)
}

func count(n *int64) string {
	if n == nil {
		return ""
	}
	return fmt.Sprint(*n)
}

// lineOf is the line and column.
func lineOf(at source.Span) string { return fmt.Sprintf("%d:%d", at.Start.Line, at.Start.Column) }

func typeText(t *model.Type, indent string) string {
	switch t.Kind {
	case model.KindRef:
		return "ref " + t.Ref
	case model.KindConst:
		return string(t.Literal)
	case model.KindArray, model.KindMap:
		return fmt.Sprintf("%s of %s", t.Kind, typeText(t.Elem, indent))
	case model.KindEnum:
		var values []string
		for _, v := range t.Enum.Values {
			values = append(values, string(v.Literal)+strings.ReplaceAll(docText(v.Name)+docText(v.Doc), " ", ":"))
		}
		return fmt.Sprintf("enum of %s %s", t.Enum.Base, strings.Join(values, " "))
	case model.KindUnion:
		text := "union by " + t.Discriminator
		for _, v := range t.Variants {
			text += "\n" + indent + "| " + v.Name + ": " + typeText(v.Type, indent+"  ")
		}
		return text
	case model.KindObject:
		text := "object"
		for _, f := range t.Fields {
			text += "\n" + indent + "- " + fieldText(f, indent+"  ")
		}
		if t.Elem != nil {
			text += "\n" + indent + "- others: " + typeText(t.Elem, indent+"  ")
		}
		return text
	}
	return strings.TrimSpace(string(t.Kind) + " " + t.Format)
}
