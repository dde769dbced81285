package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// small are words that names go without.
var small = map[string]bool{"a": true, "an": true, "the": true, "of": true, "for": true, "to": true, "in": true, "all": true, "your": true, "s": true, "single": true, "new": true, "existing": true, "specific": true, "from": true, "by": true, "on": true, "with": true, "and": true}

func withoutArticles(words []string) []string {
	var out []string
	for i, w := range words {
		if !small[w] || i > 0 && phrasal[words[i-1]] && (w == "in" || w == "on") {
			out = append(out, w)
		}
	}
	return out
}

// remarkBehind is a title with a note in brackets behind it.
var remarkBehind = prefilter.MustCompile(`^(.*\pL.*?)[ \t]*[(（]([^()（）]{1,40})[)）]$`)

// phrasal are verbs that a word behind them makes others of: sign in is not sign.
var phrasal = map[string]bool{"sign": true, "log": true, "check": true, "opt": true, "clock": true, "turn": true, "switch": true, "power": true, "punch": true, "dial": true}

// withoutResource takes the words of the resource out of those of a title, which may write
// them as one: add_boatcrew of boat_crew.
func withoutResource(words []string, resource string) []string {
	of := map[string]bool{}
	joined := ""
	for w := range strings.FieldsFuncSeq(resource, func(r rune) bool { return r == '_' || r == '.' }) {
		of[names.Singular(w)] = true
		joined += w
	}
	of[names.Singular(joined)] = true
	var out []string
	for _, w := range words {
		if !of[names.Singular(w)] {
			out = append(out, w)
		}
	}
	return out
}

// stepName is the first name of the path in a cell.
func stepName(cell string) string {
	if s := stepsOf(prose.NameOf(cell).Text); len(s) > 0 {
		return s[0].name
	}
	return prose.NameOf(cell).Text
}
