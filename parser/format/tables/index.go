package tables

import (
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// An index finds the types that a reference declares, by links and by names.
type index struct {
	tree *format.Tree
	// byAnchor has the types of each page by anchor; byPhrase those that a phrase
	// names, in small letters without the word for what they are.
	byAnchor  map[*format.Page]map[string]*typeTable
	byPhrase  map[string][]*typeTable
	byName    map[string]*typeTable
	documents map[*format.Page]*document
	// onPage is the first type of a page that a phrase names.
	onPage map[phraseOn]*typeTable
	// numbered is the last number behind names that many types have.
	numbered map[string]int
}

// A phraseOn is a phrase on a page.
type phraseOn struct {
	page   *format.Page
	phrase string
}

// newIndex names the types of all pages.
func newIndex(tree *format.Tree, documents []*document) *index {
	x := &index{tree: tree, byAnchor: map[*format.Page]map[string]*typeTable{}, byPhrase: map[string][]*typeTable{}, byName: map[string]*typeTable{}, documents: map[*format.Page]*document{}, onPage: map[phraseOn]*typeTable{}, numbered: map[string]int{}}
	for _, calls := range []bool{true, false} { // pages with endpoints choose names first
		for _, s := range documents {
			for _, t := range s.types {
				if (len(s.calls) > 0 && !s.weak) == calls {
					x.name(t)
				}
			}
		}
	}
	for _, s := range documents {
		anchors := map[string]*typeTable{}
		for _, t := range s.types {
			for _, a := range t.anchors {
				if a != "" && anchors[a] == nil {
					anchors[a] = t
				}
			}
			if t.lazy {
				continue
			}
			phrase := phraseOf(t.title)
			x.byPhrase[phrase] = append(x.byPhrase[phrase], t)
			if k := (phraseOn{s.page, phrase}); x.onPage[k] == nil {
				x.onPage[k] = t
			}
		}
		x.byAnchor[s.page], x.documents[s.page] = anchors, s
	}
	for _, s := range documents {
		x.preferStructures(s)
	}
	return x
}

// preferStructures makes the headings that name a structure lead to it, and not to the
// tables of values before it, unless these list what kinds of it there are.
func (x *index) preferStructures(s *document) {
	anchors := x.byAnchor[s.page]
	for _, t := range s.types {
		for _, a := range s.anchorsOfKind(t) {
			if have := anchors[a]; have == nil || have.enum && Slug(have.title) != a && x.alternatives(have) == nil {
				anchors[a] = t
			}
		}
	}
}

// phraseOf is how words name a type: its title without the word for what it is, in
// the singular.
func phraseOf(title string) string {
	_, rest := vocabulary.KindOf(title)
	if rest == "" {
		rest = vocabulary.Fold(title)
	}
	words := strings.Fields(strings.ReplaceAll(withoutArticle(rest), "-", " "))
	if n := len(words); n > 0 {
		words[n-1] = strings.ToLower(names.Singular(words[n-1]))
	}
	return strings.Join(words, "")
}

// name gives a type a name that no other has: by its title, then by the endpoint or
// the page it stands on.
func (x *index) name(t *typeTable) {
	base := typeName(t.title)
	if kind := kindName(t.title); t.enum && kind != "" {
		base = kind
	}
	owner := typeName(t.document.title)
	if t.call != nil {
		owner = link.Camel(t.call.title)
	}
	generic := t.section != vocabulary.Unknown && t.section != vocabulary.Structure && t.section != vocabulary.Enum
	candidates := []string{base, owner + base, link.Camel(stem(t.document.page.Path)) + owner + base, link.Camel(path.Dir(t.document.page.Path)) + owner + base}
	if generic && owner != "" {
		candidates = candidates[1:]
	}
	for _, c := range candidates {
		if c != "" && decl.IsTypeName(c) && x.byName[c] == nil {
			t.name = c
			break
		}
	}
	if t.name == "" {
		if !decl.IsTypeName(base) {
			base = "Type" + base
		}
		for n := max(x.numbered[base], 2); t.name == ""; n++ {
			if c := base + itoa(n); x.byName[c] == nil {
				t.name = c
			}
			x.numbered[base] = n
		}
	}
	x.byName[t.name] = t
}

// stem is the name of a page's file without its ending.
func stem(name string) string {
	name = strings.TrimSuffix(path.Base(name), path.Ext(name))
	return strings.TrimSuffix(name, ".html") // boats.html.md, which a site shows as boats.html
}

// linked returns the type that a link on a page leads to, or nil.
func (x *index) linked(from *format.Page, target string) *typeTable {
	file, anchor, _ := strings.Cut(target, "#")
	for _, ending := range []string{"", ".md", ".mdx"} {
		name := file
		if ending != "" && file != "" {
			name = strings.TrimSuffix(file, ".html") + ending
		}
		p := x.tree.Linked(from, name)
		if p == nil {
			continue
		}
		anchors := x.byAnchor[p]
		if anchor != "" {
			return anchors[strings.ToLower(anchor)]
		}
		if p == from {
			return nil
		}
		return x.only(p)
	}
	return nil
}

// leadsNowhere reports whether a link to a part of a page of the site has no page.
func (x *index) leadsNowhere(from *format.Page, target string) bool {
	file, anchor, _ := strings.Cut(target, "#")
	if file == "" || anchor == "" || strings.Contains(file, "://") {
		return false
	}
	return !slices.ContainsFunc([]string{"", ".md", ".mdx"}, func(ending string) bool {
		return x.tree.Linked(from, strings.TrimSuffix(file, ".html")+ending) != nil
	})
}

// isWord is how a section says what its subject is.
var isWord = prefilter.MustCompile(`(?i)^[^.\n]{0,80}?\b(?:is|are) (?:an? |the )?([^.,;:\n]{3,60})`)

func (x *index) explained(from *format.Page, target string) string {
	file, anchor, _ := strings.Cut(target, "#")
	p := x.tree.Linked(from, file)
	s := x.documents[p]
	if s == nil || anchor == "" {
		return ""
	}
	i, ok := s.anchored()[strings.ToLower(anchor)]
	if !ok || i+1 >= len(s.blocks) || s.blocks[i+1].kind != textBlock {
		return ""
	}
	m := isWord.FindStringSubmatch(prose.Plain(s.text[s.blocks[i+1].start:s.blocks[i+1].end]))
	if m == nil {
		return ""
	}
	words := strings.Fields(m[1])
	for n := min(len(words), 4); n > 0; n-- {
		for at := 0; at+n <= min(len(words), 5); at++ {
			switch typ := vocabulary.TypeOf(strings.Join(words[at:at+n], " ")); typ {
			case "string", "integer", "number", "boolean", "date-time", "date":
				return typ
			}
		}
	}
	return ""
}

// only returns the type of a page that declares one, or nil.
func (x *index) only(p *format.Page) *typeTable {
	var found *typeTable
	for _, t := range x.byAnchor[p] {
		if found != nil && t != found {
			return nil
		}
		found = t
	}
	return found
}

// A view finds types as a page names them, and notes which partial ones it uses.
type view struct {
	*index
	from *format.Page
	// partial are the types of which a form without required members is used.
	partial map[string]bool
}

func (v *view) Linked(target string) (name string, values bool) {
	if t := v.linked(v.from, target); t != nil {
		if t.choice && v.alternatives(t) == nil {
			return "", false
		}
		v.use(t)
		return t.name, t.enum
	}
	return "", false
}

// use notes that a type is named which is declared only for those who name it.
func (v *view) use(t *typeTable) {
	if t.lazy {
		v.partial[t.name] = true
	}
}

// Explained returns the word for a type with which the section that a link leads to
// begins: "X is a base64 string that …", or "".
func (v *view) Explained(target string) string { return v.explained(v.from, target) }

func (v *view) Named(phrase string) string {
	key := phraseOf(phrase)
	if key == "" || vocabulary.TypeOf(phrase) != "" {
		return ""
	}
	if t := v.onPage[phraseOn{v.from, key}]; t != nil {
		return t.name
	}
	if found := v.byPhrase[key]; len(found) == 1 {
		return found[0].name
	}
	return ""
}

// partialName is the name of the form of a type in which all members may be missing.
func partialName(name string) string { return "Partial" + name }

func (v *view) Partial(name string) string {
	if t := v.byName[name]; t == nil || t.enum || t.choice {
		return name
	}
	if v.byName[partialName(name)] != nil {
		return partialName(name)
	}
	v.partial[name] = true
	return partialName(name)
}
