package naming

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
)

// singular is the word that names one of what a resource is called.
func (r Rules) singular(word string) string {
	if r >= RulesSingular {
		return names.Singular(word)
	}
	return singularBefore3(word)
}

// singularWords is the words of a resource's name with the last in singular.
func (r Rules) singularWords(name string) []string {
	ws := words(name)
	if len(ws) > 0 {
		ws[len(ws)-1] = r.singular(ws[len(ws)-1])
	}
	return ws
}

// singularName is a name in CamelCase with its last word in singular.
func (r Rules) singularName(name string) string {
	ws := words(name)
	last := ws[len(ws)-1]
	return strings.TrimSuffix(name, last) + r.singular(last)
}

// irregularBefore3 are the plurals that no rule covered before rules 3.
var irregularBefore3 = map[string]string{
	"aliases": "alias", "analyses": "analysis", "buses": "bus", "children": "child",
	"data": "data", "indices": "index", "media": "media", "news": "news", "people": "person",
	"series": "series", "statuses": "status",
}

// singularBefore3 is the singular by the rules before number 3, which packages
// with names go on by. It never changes.
func singularBefore3(word string) string {
	lower := strings.ToLower(word)
	if known, ok := irregularBefore3[lower]; ok {
		return known
	}
	if strings.HasSuffix(initialisms[lower], "S") {
		return word // DNS: the S is no plural
	}
	for _, rule := range [][2]string{
		{"ies", "y"}, {"sses", "ss"}, {"shes", "sh"}, {"ches", "ch"}, {"xes", "x"}, {"zzes", "zz"},
		{"ss", "ss"}, {"us", "us"}, {"is", "is"}, {"tics", "tics"}, {"s", ""},
	} {
		if stem, ok := strings.CutSuffix(lower, rule[0]); ok && len(stem) > 1 {
			return word[:len(stem)] + rule[1]
		}
	}
	return word
}
