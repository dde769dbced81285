package naming

import "strings"

// singulars are the plurals that no rule covers.
var singulars = map[string]string{
	"aliases": "alias", "analyses": "analysis", "buses": "bus", "children": "child",
	"data": "data", "indices": "index", "media": "media", "news": "news", "people": "person",
	"series": "series", "statuses": "status",
}

// singular is the word that names one of what a resource is called.
func singular(word string) string {
	lower := strings.ToLower(word)
	if known, ok := singulars[lower]; ok {
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

// singularWords is the words of a resource's name with the last in singular.
func singularWords(name string) []string {
	ws := words(name)
	if len(ws) > 0 {
		ws[len(ws)-1] = singular(ws[len(ws)-1])
	}
	return ws
}
