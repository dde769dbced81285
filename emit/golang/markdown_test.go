package golang

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
)

func TestParagraphs(t *testing.T) {
	for name, c := range map[string]struct{ markdown, want string }{
		"nothing":     {" \n ", ""},
		"wrapped":     {"one\ntwo\n\nthree", "one two\n\nthree"},
		"long":        {strings.Repeat("word ", 30), strings.TrimSpace(strings.Repeat("word ", 18)) + "\n" + strings.TrimSpace(strings.Repeat("word ", 12))},
		"long word":   {strings.Repeat("x", 200) + " y", strings.Repeat("x", 200) + "\ny"},
		"list":        {"Values:\n- a\n- b\n  c\n\n- d\n\nAfter.", "Values:\n\n  - a\n  - b c\n  - d\n\nAfter."},
		"bold star":   {"**bold** text", "**bold** text"},
		"code":        {"Use:\n```json\n{\n  \"a\": 1\n}\n```\nAfter.", "Use:\n\n\t{\n\t  \"a\": 1\n\t}\n\nAfter."},
		"open code":   {"~~~\ncode", "\tcode"},
		"heading":     {"## Title\ntext", "Title\n\ntext"},
		"link":        {"See [the guide](https://harbor.example/g) now.", "See the guide (https://harbor.example/g) now."},
		"linked URL":  {"[https://a.example](https://a.example)", "https://a.example"},
		"titled link": {`[a](/b "c") ![i](j.png)`, "a (/b) i (j.png)"},
		"no link":     {"a[0](b c)", "a[0](b c)"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := strings.Join(paragraphs(c.markdown), "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestFieldDoc(t *testing.T) {
	five := int64(5)
	f := &model.Field{
		Doc: "Weight in kilograms.", Type: &model.Type{Kind: model.KindNumber}, Default: "1", Deprecated: "Use\nmass.",
		Limits: &model.Limits{Minimum: "0", ExclusiveMaximum: "10", MultipleOf: "0.5", MaxLength: &five, MinItems: &five, Pattern: "^a$", UniqueItems: true},
	}
	want := "Weight in kilograms.\n\nThe default is 1. At least 0. Less than 10. A multiple of 0.5. At most 5 characters. At\n" +
		"least 5 elements. Matches ^a$. No element twice.\n\nDeprecated: Use mass."
	if got := strings.Join(fieldDoc(f), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	f.Evidence = f.Evidence.With(model.FactDefault, model.SourceProse).With(model.FactLimits, model.SourceProse)
	if got := strings.Join(fieldDoc(f), "\n"); got != "Weight in kilograms.\n\nDeprecated: Use mass." {
		t.Errorf("what the description says is said again:\n%s", got)
	}
}

func TestCyclicTypes(t *testing.T) {
	ref := func(id string) *model.Field {
		return &model.Field{Name: id, Required: true, Type: &model.Type{Kind: model.KindRef, Ref: id}}
	}
	object := func(fields ...*model.Field) *model.Type { return &model.Type{Kind: model.KindObject, Fields: fields} }
	loose := ref("loose")
	loose.Required = false
	api := &model.API{}
	for id, typ := range map[string]*model.Type{
		"self": object(ref("self")), "chicken": object(ref("egg")), "egg": object(ref("alias")), "alias": {Kind: model.KindRef, Ref: "chicken"},
		"leads": object(ref("self")), "led": object(), "loose": object(loose), "through": object(ref("list")),
		"list": {Kind: model.KindArray, Elem: &model.Type{Kind: model.KindRef, Ref: "through"}},
	} {
		api.Types = append(api.Types, &model.NamedType{ID: id, Type: typ})
	}
	got := cyclicTypes(api)
	for _, id := range []string{"self", "chicken", "egg"} {
		if !got[id] {
			t.Errorf("%s contains itself", id)
		}
	}
	for _, id := range []string{"leads", "led", "loose", "through", "list", "alias"} {
		if got[id] {
			t.Errorf("%s does not contain itself", id)
		}
	}
}
