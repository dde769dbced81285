package overrides

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// comment leaves as much of the text of the pages in an API as docgen.yaml says: "off"
// nothing, "summary" the first sentence of each description, anything else all. That
// something is deprecated stays said.
func comment(api *model.API, amount string) {
	var cut func(text string) string
	switch amount {
	case "off":
		cut = func(string) string { return "" }
	case "summary":
		cut = summary
	default:
		return
	}
	commentResources(api.Resources, cut)
	for _, m := range api.Methods {
		m.Title, m.Doc, m.Deprecated = cut(m.Title), cut(m.Doc), deprecated(m.Deprecated, cut)
		for _, p := range m.Params {
			commentField(&p.Field, cut)
		}
	}
	for _, n := range api.Types {
		n.Doc, n.Deprecated = cut(n.Doc), deprecated(n.Deprecated, cut)
	}
	for t := range api.EachType {
		for _, f := range t.Fields {
			commentField(f, cut)
		}
		for _, v := range t.Variants {
			v.Doc = cut(v.Doc)
		}
		if t.Enum != nil {
			for i := range t.Enum.Values {
				v := &t.Enum.Values[i]
				v.Doc, v.Deprecated = cut(v.Doc), deprecated(v.Deprecated, cut)
			}
		}
	}
}

func commentResources(rs []*model.Resource, cut func(string) string) {
	for _, r := range rs {
		r.Title, r.Doc = cut(r.Title), cut(r.Doc)
		for _, e := range r.Events {
			e.Doc = cut(e.Doc)
		}
		commentResources(r.Resources, cut)
	}
}

func commentField(f *model.Field, cut func(string) string) {
	f.Doc, f.Deprecated = cut(f.Doc), deprecated(f.Deprecated, cut)
}

// deprecated is the reason for a deprecation, or a word for one without a reason.
func deprecated(reason string, cut func(string) string) string {
	if reason == "" {
		return ""
	}
	if reason = cut(reason); reason == "" {
		return "Deprecated."
	}
	return reason
}

// sentenceEnds are how sentences end.
var sentenceEnds = []string{". ", ".\n", "\n\n", "。", "! ", "? "}

// summary is the first sentence of a text.
func summary(text string) string {
	text = strings.TrimSpace(text)
	end := len(text)
	for _, mark := range sentenceEnds {
		if i := strings.Index(text[:end], mark); i >= 0 {
			end = i + len(strings.TrimRight(mark, " \n"))
		}
	}
	return text[:end]
}
