package statement

import (
	"bytes"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// Some references name their methods by headings, and state once how all of them are
// called:
//
//	Send requests to https://api.example.com/METHOD_NAME with POST.
//
//	## getWidget
//
// Each heading that is a name then states an endpoint.

var (
	// nameTemplate is the URL of all methods, which ends in a word for the name of one.
	nameTemplate = prefilter.MustCompile("(?:([A-Z]{3,7})[`*\\s]+)?(https?://[^\\s`\"'()\\[\\]|]*?/)(?:METHOD(?:[_-]?NAME|_FAMILY\\.method)?|\\{(?i:method|command|function|procedure)(?:[_ -]?(?i:name))?\\}|<(?i:method|command|function|procedure)(?:[_ -]?(?i:name))?>|\\[(?i:method|command)(?:[_ -]?(?i:name))?\\])(?:[`\"'\\s.,;)?*]|$)")
	// nameWord is a word for the name of a method, as nameTemplate has it.
	nameWord = prefilter.MustCompile(`METHOD|(?i:method|command|function|procedure)(?:[_ -]?(?i:name))?[}>\]]`)
	// requestURL is a URL that a page requests, with the verb that stands before it.
	requestURL = prefilter.MustCompile("https?://[^\\s`\"'()\\[\\]|<>]+")
	anchorTag  = prefilter.MustCompile(`\s*\{#[^}]*\}\s*$`)
	// compound are names of methods that no heading in words looks like: getWidget,
	// widgets.get, widgets/get, get_widget.
	compound = prefilter.MustCompile(`^(?:[a-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)+|[a-z][A-Za-z0-9]*(?:[._/-][a-z][A-Za-z0-9]*)+)$`)
	oneWord  = prefilter.MustCompile(`^[a-z]{2,20}$`)
)

// fewestNamed is how many headings are names of methods where any is.
const fewestNamed = 3

// named adds the endpoints that headings name.
func (w *walker) named() {
	if !bytes.Contains(w.text, []byte("http")) {
		return
	}
	names := w.names()
	if len(names) < fewestNamed {
		return
	}
	t := w.template(names)
	if t == nil {
		return
	}
	for _, n := range w.withoutStated(names) {
		w.found = append(w.found, Finding{Form: Stated, Operations: []Operation{{t.verb, t.path + n.title}}, Start: n.start, End: lineEnd(w.text, n.start), Title: n.title, Template: t.at})
	}
}

// names are the headings that name methods: those of the level at which most do. The title
// of each is the name.
func (w *walker) names() []heading {
	var byLevel [7][]heading
	var compounds [7]int
	for _, h := range w.headings {
		name, _ := cutName(h.title)
		switch {
		case compound.MatchString(name):
			compounds[h.level]++
		case !oneWord.MatchString(name) || namesSection(name):
			continue
		}
		byLevel[h.level] = append(byLevel[h.level], heading{h.level, h.start, name})
	}
	best := 0
	for level := range compounds {
		if compounds[level] > compounds[best] {
			best = level
		}
	}
	if compounds[best] < fewestNamed || compounds[best]*2 < len(byLevel[best]) {
		return nil
	}
	return byLevel[best]
}

// cutName cuts the name that a heading begins with from what stands behind a colon or a
// dash.
func cutName(title string) (name, rest string) {
	text := anchorTag.ReplaceAllString(plain(strings.TrimSpace(title)), "")
	name = text
	for _, mark := range []string{": ", " - ", " – ", " — ", "："} {
		if before, after, ok := strings.Cut(text, mark); ok && len(before) < len(name) {
			name, rest = before, after
		}
	}
	return strings.TrimSuffix(strings.TrimSpace(name), "()"), rest
}

// isMethodName reports whether a heading is the name of a method, as no words are.
func isMethodName(title string) bool {
	name, _ := cutName(title)
	return compound.MatchString(name)
}

// A callTemplate is how all methods are called.
type callTemplate struct {
	verb, path string
	at         int
}

// template finds how the methods of a page are called, or nil: by a URL with a word for
// their names, or by requests of some of them, and a sentence about the verb.
func (w *walker) template(names []heading) *callTemplate {
	if m := w.findTemplate(); m != nil {
		verb := ""
		if m[2] >= 0 {
			verb = verbOf(string(w.text[m[2]:m[3]]))
		}
		if verb == "" {
			verb, _ = w.verbOfAll()
		}
		if path := pathOf(string(w.text[m[4]:m[5]])); verb != "" && path != "" {
			return &callTemplate{verb, path, m[4]}
		}
		return nil
	}
	t := w.requested(names)
	if t == nil {
		return nil // so that few pages are searched for the verb
	}
	if t.verb, _ = w.verbOfAll(); t.verb == "" {
		return nil
	}
	return t
}

// findTemplate returns where the first URL of all methods begins and ends, with its groups, or
// nil. It is looked for around the words for names alone: few of these stand in a URL.
func (w *walker) findTemplate() []int {
	for _, word := range nameWord.FindAllIndex(w.text, -1) {
		near := max(0, word[0]-longest)
		from := near + bytes.LastIndexByte(w.text[near:word[0]], '\n') + 1
		if before := bytes.TrimRight(w.text[max(0, from-longest):from], "`* \t\r\n"); len(before) > 0 {
			from = max(0, from-longest) + bytes.LastIndexByte(before, '\n') + 1 // the verb may stand in the line before
		}
		from = max(from, near)
		if !bytes.Contains(w.text[from:word[0]], []byte("http")) {
			continue
		}
		m := nameTemplate.FindSubmatchIndex(w.text[from:min(len(w.text), word[1]+longest)])
		for i := range m {
			if m[i] >= 0 {
				m[i] += from
			}
		}
		if m != nil {
			return m
		}
	}
	return nil
}

// requested is the template of requests of at least two of the methods, which have one
// path but for the name.
func (w *walker) requested(names []heading) *callTemplate {
	is := map[string]bool{}
	for _, n := range names {
		is[n.title] = true
	}
	var t *callTemplate
	used := map[string]bool{}
	for _, at := range requestURL.FindAllIndex(w.text, -1) {
		if at[1]-at[0] > longest {
			continue
		}
		path := trimHost(strings.TrimRight(string(w.text[at[0]:at[1]]), ".,;"))
		for cut := 0; cut >= 0 && cut < len(path); {
			if name := path[cut+1:]; is[name] {
				if t == nil {
					t = &callTemplate{path: path[:cut+1], at: at[0]}
				} else if t.path != path[:cut+1] {
					return nil // several places
				}
				used[name] = true
				break
			}
			next := strings.IndexByte(path[cut+1:], '/')
			if next < 0 {
				break
			}
			cut += 1 + next
		}
	}
	if len(used) < 2 {
		return nil
	}
	return t
}

// pathOf is the path of a URL, which ends in a slash.
func pathOf(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	if i := strings.IndexByte(rest, '/'); i >= 0 {
		return rest[i:]
	}
	return ""
}

// withoutStated are the names below which no endpoint is stated, up to the next heading that
// is as high.
func (w *walker) withoutStated(names []heading) []heading {
	var stated []int
	for i := range w.found {
		if f := &w.found[i]; f.Form <= Listed && !f.URL {
			stated = append(stated, f.Start)
		}
	}
	slices.Sort(stated)
	var out []heading
	next := 0
	for _, n := range names {
		for next < len(w.headings) && (w.headings[next].start <= n.start || w.headings[next].level > n.level) {
			next++
		}
		end := len(w.text)
		if next < len(w.headings) {
			end = w.headings[next].start
		}
		if i, _ := slices.BinarySearch(stated, n.start); i == len(stated) || stated[i] >= end {
			out = append(out, n)
		}
	}
	return out
}
