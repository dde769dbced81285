package names

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// irregular are words whose singular no rule gives, by the word in lower case.
// What is its own singular is among them.
var irregular = irregularWords(
	// other plurals than English ones
	"alumni alumnus", "appendices appendix", "criteria criterion", "indices index", "matrices matrix", "phenomena phenomenon",
	"schemata schema", "stimuli stimulus", "vertices vertex", "vortices vortex",
	"axes axis", "crises crisis", "diagnoses diagnosis", "hypotheses hypothesis", "oases oasis", "parentheses parenthesis",
	"prognoses prognosis", "synopses synopsis", "syntheses synthesis", "theses thesis",
	// other vowels, other endings
	"children child", "feet foot", "geese goose", "men man", "mice mouse", "people person", "teeth tooth", "women woman",
	"halves half", "knives knife", "leaves leaf", "lives life", "selves self", "shelves shelf", "thieves thief", "wives wife", "wolves wolf",
	"cargoes cargo", "echoes echo", "embargoes embargo", "heroes hero", "potatoes potato", "tomatoes tomato", "torpedoes torpedo", "vetoes veto",
	// -ie, -che, -z and -s in the singular
	"brownies brownie", "calories calorie", "cookies cookie", "genies genie", "hoodies hoodie", "movies movie", "rookies rookie", "selfies selfie",
	"smoothies smoothie", "zombies zombie", "aches ache", "avalanches avalanche", "caches cache", "headaches headache", "niches niche",
	"quizzes quiz", "aliases alias", "atlases atlas", "biases bias", "canvases canvas", "gases gas", "irises iris", "lenses lens",
	// -use in the singular, where other words in -uses have -us
	"abuses abuse", "excuses excuse", "fuses fuse", "misuses misuse", "muses muse", "overuses overuse", "recluses recluse",
	"refuses refuse", "reuses reuse", "ruses ruse", "uses use",
	// -i and -u in the singular, where other words in -is and -us are singulars
	"apis api", "clis cli", "emojis emoji", "guis gui", "kpis kpi", "taxis taxi", "uis ui", "uris uri", "wikis wiki",
	"cpus cpu", "gpus gpu", "menus menu", "npus npu", "skus sku", "tpus tpu",
	// singulars that look like plurals, and words without one
	"alias", "always", "atlas", "aws", "bias", "canvas", "chaos", "cms", "corps", "cors", "cosmos", "css", "data", "dns", "does", "ecs", "eks", "gas", "gps", "has",
	"https", "ios", "its", "jenkins", "kms", "kubernetes", "kudos", "lens", "media", "news", "nfs", "physics", "pos", "postgres", "rds", "rps", "saas",
	"series", "sms", "sns", "sometimes", "species", "sqs", "this", "tls", "tps", "tts", "vps", "was", "yes",
)

// irregularWords reads pairs of a plural and its singular, or words that are their
// own singular.
func irregularWords(pairs ...string) map[string]string {
	out := make(map[string]string, len(pairs))
	for _, pair := range pairs {
		plural, singular, ok := strings.Cut(pair, " ")
		if !ok {
			singular = plural
		}
		out[plural] = singular
	}
	return out
}

// endings are the endings of plurals with those of their singulars; the first
// that fits counts.
var endings = [][2]string{
	{"ss", "ss"}, {"us", "us"}, {"is", "is"}, {"tics", "tics"},
	{"yses", "ysis"}, {"ouses", "ouse"}, {"auses", "ause"}, {"uses", "us"},
	{"sses", "ss"}, {"shes", "sh"}, {"ches", "ch"}, {"xes", "x"}, {"zzes", "zz"},
	{"ies", "y"}, {"s", ""},
}

// Singular returns the singular of an English plural that is one word, or the
// word itself.
func Singular(word string) string {
	lower := strings.ToLower(word)
	if len(lower) != len(word) {
		return word // letters that have another size in lower case are not English
	}
	if stem, ok := strings.CutSuffix(word, "s"); ok && len(stem) > 1 && isUpper(stem) {
		return stem // IDs
	}
	if known, ok := irregular[lower]; ok {
		return recase(word, known)
	}
	if len(word) < 3 || isUpper(word) && len(word) < 5 {
		return word // DNS: the S is no plural
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(lower, e[0])
		if ok && len(stem) == 1 && e[0] == "ies" {
			return word[:len(word)-1] // ties
		}
		if ok && stem != "" && len(stem+e[1]) > 1 {
			return recase(word, stem+e[1])
		}
	}
	return word
}

// SingularName returns a name of several words with the last one in the singular.
func SingularName(name string) string {
	ws := Words(name)
	if len(ws) == 0 {
		return name
	}
	last := ws[len(ws)-1]
	before, ok := strings.CutSuffix(name, last)
	if !ok {
		return name
	}
	return before + Singular(last)
}

func isUpper(word string) bool {
	return word != "" && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsUpper(r) })
}

// recase gives the lower-case form of a word the capitals that the word has.
func recase(word, lower string) string {
	if isUpper(word) {
		return strings.ToUpper(lower)
	}
	n := 0
	for n < len(word) && n < len(lower) && strings.ToLower(word[n:n+1]) == lower[n:n+1] {
		n++
	}
	if n == 0 || lower == "" {
		return lower
	}
	return word[:n] + lower[n:]
}

// Plurals returns the words whose singular is a word, in the casing of the word:
// those that English has and those that only somebody writes.
func Plurals(word string) []string {
	lower := strings.ToLower(word)
	var out []string
	if isUpper(word) && len(word) > 1 {
		out = append(out, word+"s") // IDs
	}
	add := func(plural string) {
		if plural = recase(word, plural); plural != word && Singular(plural) == word && !slices.Contains(out, plural) {
			out = append(out, plural)
		}
	}
	for _, plural := range slices.Sorted(maps.Keys(irregular)) {
		if irregular[plural] == lower {
			add(plural)
		}
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(lower, e[1]); ok {
			add(stem + e[0])
		}
	}
	return out
}
