package statement

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// secondVerb is a verb in brackets that an endpoint has as well: PATCH /boats/{id} (or PUT).
var secondVerb = prefilter.MustCompile(`[ \t]*[(（][ \t]*(?:(?:or|and|also|alias|ou|et|aussi|também|o|u|y|e|también|oder|und|auch|oppure|anche|of|ook|eller|och|lub|i|или|и|также|або|veya|atau|hoặc|или также|または|もしくは|또는|或者?|和|也支持|亦可)[ \t]*[:：]?|[/|,])[ \t]*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]*[)）]`)

// withoutSecondVerb takes off a statement without marks of Markdown the verb in brackets that it has besides
// the one before its path.
func withoutSecondVerb(text string) (rest string, second []string) {
	if !strings.ContainsAny(text, "(（") {
		return text, nil
	}
	m := secondVerb.FindStringSubmatchIndex(text)
	if m == nil {
		return text, nil
	}
	verb := text[m[2]:m[3]]
	if names, _ := cutVerbs(text[:m[0]]); len(names) == 0 || slices.Contains(names, verb) {
		return text, nil
	}
	return text[:m[0]] + text[m[1]:], []string{verb}
}

// besideSecondVerb is a title without the verb in brackets that its endpoint has as well, and that, or "".
func besideSecondVerb(title string) (rest, verb string) {
	if !strings.ContainsAny(title, "(（") || !strings.Contains(title, "/") {
		return title, ""
	}
	bare := strings.ReplaceAll(title, "`", "")
	m := secondVerb.FindStringSubmatchIndex(bare)
	if m == nil {
		return title, ""
	}
	return bare[:m[0]] + bare[m[1]:], bare[m[2]:m[3]]
}

// IsSeveral reports whether a title is nothing but several endpoints, each in code.
func IsSeveral(title string) bool { return inSpans(title) != nil }

// WithoutSecondVerb is a title without the verb in brackets that its endpoint has besides the one
// before the path.
func WithoutSecondVerb(title string) string {
	rest, _ := besideSecondVerb(title)
	return rest
}

// cutQuoted cuts the path in quotes at the start of a text: '/boats'.
func cutQuoted(s string) (path, rest string, ok bool) {
	if len(s) < 3 || s[0] != '\'' && s[0] != '"' {
		return "", s, false
	}
	path, rest, ok = strings.Cut(s[1:], s[:1])
	if !ok || strings.ContainsAny(path, " \t") || !strings.HasPrefix(trimHost(path), "/") {
		return "", s, false
	}
	return path, rest, true
}

// severalCoded are code spans with nothing but words for "or" between them.
var severalCoded = prefilter.MustCompile("^`[^`]+`(?:\\s*(?:或者?|和|及|、|，|,|/|\\||&|<br ?/?>|\\b(?:or|and|ou|o|oder|и|или)\\b)\\s*`[^`]+`)+$")

// inSpans reads several statements, each in code: `POST /boats` or `POST /boats/{id}`.
func inSpans(text string) []Operation {
	if text = strings.TrimSpace(text); len(text) > longest || strings.Count(text, "`") < 4 || !severalCoded.MatchString(text) {
		return nil
	}
	var out []Operation
	for i, span := range strings.Split(text, "`") {
		if i%2 == 0 {
			continue
		}
		ops := alone("`"+span+"`", false)
		switch {
		case ops != nil:
			out = append(out, ops...)
		case len(out) > 0 && verbs[span]:
			out = append(out, Operation{span, out[0].Path}) // `PUT /boats/{id}` or `PATCH`
		default:
			return nil
		}
	}
	return out
}
