package overrides

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// comment leaves as much of the text of the pages in an API as docgen.yaml says: "off"
// nothing, not even examples, "summary" the first sentence of each description, anything
// else all. That something is deprecated stays said.
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
		if amount == "off" {
			m.Examples = withoutTexts(m.Examples)
		}
		for i, e := range m.Errors {
			changed := *e
			changed.Doc = cut(e.Doc)
			m.Errors[i] = &changed
		}
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

// withoutTexts are the examples of requests, without what is printed of them: only that
// they are there, and which credentials they send.
func withoutTexts(examples []*model.Example) []*model.Example {
	var out []*model.Example
	for _, e := range examples {
		if e.Request == nil {
			continue
		}
		shown, request := *e, *e.Request
		request.Body = ""
		shown.Title, shown.Text, shown.Request = "", "", &request
		out = append(out, &shown)
	}
	return out
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

// summary is the first sentence of a text: of its first paragraph, or of the first item
// where it begins with a list. Marks of admonitions are none.
func summary(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		item := listMark.FindString(line)
		switch {
		case strings.HasPrefix(line, ":::"), line == "" && len(kept) == 0:
			continue
		case line == "", item != "" && len(kept) > 0:
			return firstSentence(strings.Join(kept, "\n"))
		}
		kept = append(kept, line[len(item):])
	}
	return firstSentence(strings.Join(kept, "\n"))
}

var (
	listMark = regexp.MustCompile(`^(?:[-*+]|[0-9]+[.)])\s+`)
	// sentenceEnd is how sentences end, unfinished what stands before a full stop that
	// ends none.
	sentenceEnd = regexp.MustCompile(`[.!?]\s|。|！|？`)
	unfinished  = regexp.MustCompile(`(?i)(?:\b(?:e\.g|i\.e|etc|vs|approx|incl|no)|^[0-9]+|\s[0-9])$`)
)

// firstSentence cuts a text behind its first sentence.
func firstSentence(text string) string {
	for _, at := range sentenceEnd.FindAllStringIndex(text, -1) {
		if text[at[0]] == '.' && unfinished.MatchString(text[:at[0]]) {
			continue
		}
		return strings.TrimSpace(text[:at[1]])
	}
	return text
}
