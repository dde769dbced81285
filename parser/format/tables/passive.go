package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// saysTrue is what is returned where nothing else is.
	saysTrue = prefilter.MustCompile(`(?i)^\s*[*_` + "`" + `]*(?:true|a boolean)\b[*_` + "`" + `]*`)
	// isReturnedWord stands behind what is returned.
	isReturnedWord = prefilter.MustCompile(`(?i)\b(?:is|are|will be|gets?) (?:then )?returned\b`)
	otherwiseWord  = prefilter.MustCompile(`(?i)\b(?:otherwise|or else|unless|depending|if)\b`)
)

// isReturned reads the structure of which a sentence says that it is returned, by its
// link: "The new [Boat](#boat) is returned." besides is a sentence that says of other
// cases.
func (r *reading) isReturned(text string) (e *decl.Expr, besides string) {
	at := isReturnedWord.FindStringIndex(text)
	if at == nil {
		return nil, ""
	}
	masked := maskLinks(text)
	start := 0
	for _, end := range sentenceEnd.FindAllStringIndex(masked[:at[0]], -1) {
		start = end[1]
	}
	said := text[start:at[0]]
	links := prose.Links(said)
	if len(links) == 0 {
		return nil, ""
	}
	rest := text[at[1]:]
	if end := sentenceEnd.FindStringIndex(masked[at[1]:]); end != nil {
		rest = rest[:end[0]]
	}
	l := links[len(links)-1]
	before, after, _ := strings.Cut(said, "["+l.Text+"]("+l.Target+")")
	list := listWord.MatchString(before)
	if list {
		l = links[0]
		before, after, _ = strings.Cut(said, "["+l.Text+"]("+l.Target+")")
	}
	t := r.view.linked(r.view.from, l.Target)
	if t == nil || t.enum {
		return nil, ""
	}
	e = &decl.Expr{Op: decl.Name, Text: t.name}
	if listWord.MatchString(before) {
		e = arrayOf(e)
	}
	if m := besidesWord.FindStringSubmatch(after); m != nil && !strings.HasPrefix(strings.TrimSpace(strings.ToLower(m[1])), "but") {
		besides = strings.TrimSpace(prose.Plain(m[1]))
	}
	if otherwiseWord.MatchString(rest) || otherwiseWord.MatchString(before) {
		besides = strings.TrimSpace(prose.Plain(said + text[at[0]:at[1]] + rest))
	}
	return e, besides
}
