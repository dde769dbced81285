package statement

import "github.com/docgen-go/docgen/parser/prefilter"

// eachVerb is a line above how requests with a verb are made.
var eachVerb = prefilter.MustCompile(`(?m)^[-*# ]*使用 ?HTTP ?(GET|POST)(?:\s*[:：])?\s*$`)

// verbsOfAll say with which verb all methods are called, in English and in Chinese.
var verbsOfAll = []*prefilter.Pattern{
	prefilter.MustCompile(`(?i)\b(?:all|every|each|any|only|must|always|support(?:s|ed)?|accepts?)\b[^.\n]{0,80}?\b(?-i:(GET|POST|PUT))\b(?:\W{1,8}(?:and|or|/|,)\W{1,8}(?-i:(GET|POST|PUT))\b)?`),
	prefilter.MustCompile(`(?:所有|全部|统一|統一|一律|均)[^。\n]{0,40}?\b(GET|POST|PUT)\b(?:\W{0,4}(?:或者?|和|与|、|/|,)\W{0,4}(GET|POST|PUT)\b)?`),
	eachVerb,
	prefilter.MustCompile(`(?:\b(?:API|HTTP|REST)\b|接口)[^。\n]{0,20}使用了? ?(?:HTTP ?)?(GET|POST)\b ?(?:方式|方法|请求|請求)`),
}

// verbOfAll returns the verb with which all methods are called, as a sentence says, and
// where: the one that has a body where there are two. It is "" where none does.
func (w *walker) verbOfAll() (verb string, at int) {
	for _, pattern := range verbsOfAll {
		for _, m := range pattern.FindAllSubmatchIndex(w.text, -1) {
			for k := 2; k < len(m); k += 2 {
				if m[k] >= 0 && (verb == "" || string(w.text[m[k]:m[k+1]]) == "POST") {
					verb, at = string(w.text[m[k]:m[k+1]]), m[0]
				}
			}
			if pattern != eachVerb {
				break // the first sentence counts
			}
		}
		if verb != "" {
			return verb, at
		}
	}
	return "", 0
}

// A loosePath is a path behind a label, which no verb stands beside.
type loosePath struct {
	path       string
	start, end int
}

// fewestLoose is how many endpoints a page states by their paths alone where any is.
const fewestLoose = 2

// byPath adds the endpoints that a page states by labelled paths alone, where it says with
// which verb all are called and states none with a verb.
func (w *walker) byPath() {
	if len(w.loose) < fewestLoose {
		return
	}
	for i := range w.found {
		if f := &w.found[i]; f.Form <= Listed && !f.URL {
			return
		}
	}
	verb, at := w.verbOfAll()
	if verb == "" {
		return
	}
	for _, p := range w.loose {
		w.found = append(w.found, Finding{Form: Stated, Operations: []Operation{{verb, p.path}}, Start: p.start, End: p.end, Labelled: true, VerbAt: at + 1})
	}
}
