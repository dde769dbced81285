package tables

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// A typeTable is a table that declares a structure or an enum.
type typeTable struct {
	document *document
	block    *block
	// title is the heading above it, call the endpoint that it stands below, or nil.
	title string
	call  *call
	enum  bool
	// flags says that the values are bits, of which a number has several.
	flags bool
	// lazy says that the table may be anything: it is an enum for who links to it as
	// a type.
	lazy bool
	// choice says that its rows lead to the structures that something is one of, for who
	// links to it as a type.
	choice bool
	// answered says that examples of answers show its members, of which none says whether it is required.
	answered bool
	// listed says that it is a list of values, and no table.
	listed bool
	// anchors are those that lead to it.
	anchors []string
	// name is found when all pages are known.
	name string
	// heading is the index of the heading among the blocks of the page, or -1; start
	// is where the declaration begins.
	heading, start int
	section        vocabulary.Section
}

// findTypes finds the tables that declare types. Tables below an endpoint are those
// of its sections, but for structures and enums under headings of their own.
func (s *document) findTypes() {
	lastTable := -1
	s.declared = map[*block]bool{}
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != tableBlock {
			continue
		}
		c := s.callAt(b.start)
		at := s.headed[i]
		t := &typeTable{document: s, block: b, title: s.title, call: c, heading: at, start: b.start}
		if at >= 0 {
			t.title = s.blocks[at].plain
			if at > lastTable {
				t.start = s.blocks[at].start
			}
			if up := s.tip[at]; up >= 0 && namesMembers(t.title) {
				t.title = s.blocks[up].plain // Boat, above Properties
			} else if up < 0 && namesMembers(t.title) && s.title != s.blocks[at].plain {
				t.title = s.title // that of the page
			}
		}
		if one := s.memberOwner(i); one != "" && names.Singular(strings.ToLower(t.title)) == strings.ToLower(one) {
			t.title = one // Boats, where a boat has members
		}
		if s.declares(t, i) {
			t.anchors = s.anchorsOf(t)
			s.types = append(s.types, t)
			s.declared[b] = true
		}
		lastTable = i
	}
	s.types = append(s.types, s.valueLists()...)
	slices.SortStableFunc(s.types, func(a, b *typeTable) int { return a.block.start - b.block.start })
}

// namesMembers reports whether a heading says nothing but that members follow.
func namesMembers(title string) bool {
	switch vocabulary.Fold(title) {
	case "properties", "fields", "attributes", "members", "schema", "属性", "字段", "字段说明", "属性说明":
		return true
	}
	return false
}

// declares decides whether a table declares a type, and which.
func (s *document) declares(t *typeTable, i int) bool {
	h := *t.block.head
	t.section, _ = s.sectionOf(t.title)
	if t.call != nil {
		p := t.call.parts[i-t.call.first]
		if p.section != vocabulary.Unknown && p.section != vocabulary.Structure && p.section != vocabulary.Enum {
			t.section = p.section
			return false
		}
		if p.label == "" { // directly below the endpoint
			return false
		}
	}
	kind, _ := vocabulary.KindOf(t.title)
	switch {
	case t.call == nil && statement.NamesExample(t.title):
		return false
	case h.isFacts() && !(readableNames(t.block.table, h) && readableTypes(t.block.table, h)):
		return false
	case h.isFacts():
		return t.call == nil || h.required < 0 || kind == vocabulary.Structure
	case t.section == vocabulary.Errors || t.section == vocabulary.Documentation || isChangeLog(t.block):
		return false
	}
	if s.distributesValues(i) || s.statesIn(t.block) || isStatuses(t.block.table) && (isStatusHead(t.block.table.Head[0]) || t.section == vocabulary.Response) {
		return false
	}
	if t.call == nil && s.holdsMembers(i) {
		return true
	}
	e, enum := enumOf(t.block.table)
	if t.enum = enum; enum {
		t.flags = isShifted(t.block.table, e.value)
		return true
	}
	if t.choice = t.call == nil && linkColumn(t.block.table) >= 0 && h.typ < 0; t.choice {
		t.lazy = true
		return true
	}
	t.lazy = (t.call == nil || kind == vocabulary.Enum) && listsNames(t.block.table)
	t.enum = t.lazy
	return t.lazy
}

// readableNames reports whether nearly all rows of a table have a name in one word.
// Others describe bytes, packets, or things.
func readableNames(t *table.Table, h head) bool {
	n := 0
	for i := range t.Rows {
		if name := prose.NameOf(t.Rows[i].Cell(h.name)).Text; prose.IsName(name) || name == prose.Whole {
			n++
		}
	}
	return n*4 >= len(t.Rows)*3
}

// listsNames reports whether a table is one of single words with what they mean.
func listsNames(t *table.Table) bool {
	if len(t.Head) < 2 || len(t.Rows) < 2 || len(t.Head) > 4 {
		return false
	}
	for i := range t.Rows {
		if text := prose.NameOf(t.Rows[i].Cell(0)).Text; !prose.IsName(text) || strings.Contains(text, "/") {
			return false
		}
	}
	return true
}

// isShifted reports whether values are given as bits: 1 << 3.
func isShifted(t *table.Table, column int) bool {
	for i := range t.Rows {
		if strings.Contains(t.Rows[i].Cell(column), "<<") {
			return true
		}
	}
	return false
}

// isStatuses reports whether the first column of a table holds statuses of HTTP.
func isStatuses(t *table.Table) bool {
	found := false
	for _, r := range t.Rows {
		switch cell := strings.ToLower(prose.Plain(r.Cell(0))); {
		case statusWithin(cell) != "":
			found = true
		case cell != "default" && !statusRange.MatchString(cell):
			return false
		}
	}
	return found
}

// statusRange is a range of statuses: 4XX.
var statusRange = prefilter.MustCompile(`^[1-5]xx\b`)

// isChangeLog reports whether the first column of a table holds dates.
func isChangeLog(b *block) bool {
	for _, r := range b.table.Rows {
		if !dateWord.MatchString(r.Cell(0)) {
			return false
		}
	}
	return len(b.table.Rows) > 0
}

var dateWord = prefilter.MustCompile(`\b20[0-9][0-9]\b`)

// callAt is the endpoint whose block holds an offset, or nil.
func (s *document) callAt(offset int) *call {
	i := sort.Search(len(s.calls), func(i int) bool { return s.calls[i].end > offset })
	if i < len(s.calls) && s.calls[i].start <= offset {
		return s.calls[i]
	}
	return nil
}

// unanchored is a title without marks of anchors.
func unanchored(title string) string {
	if !strings.ContainsAny(title, "={") {
		return title
	}
	return anchorMark.ReplaceAllString(statement.WithoutAnnotation(title), "")
}

var anchorMark = prefilter.MustCompile(`\b(?:id|name)=["']([^"']+)["']|\{\s*#([^}]+)\}`)

// anchorsOf are the anchors that lead to a type: of the heading above it, of headings
// above that have no other table before, and of marks that stand before a heading.
func (s *document) anchorsOf(t *typeTable) []string {
	var out []string
	level := 7
	var path []string
	for i := t.heading; i >= 0; i-- {
		b := &s.blocks[i]
		if b.kind == tableBlock || t.lazy && i < t.heading && b.kind != tagBlock {
			break // what a table lists that may be anything is what its own heading says
		}
		if b.kind != headingBlock || b.level >= level {
			continue
		}
		level = b.level
		title := b.title
		for _, m := range anchorMark.FindAllStringSubmatch(title, -1) {
			out = append(out, m[1]+m[2])
		}
		slug := Slug(title)
		path = append([]string{slug}, path...)
		out = append(out, slug, strings.Join(path, "-"))
		for k := i + 1; k < len(s.blocks) && s.blocks[k].kind == tagBlock; k++ {
			for _, m := range anchorMark.FindAllStringSubmatch(s.text[s.blocks[k].start:s.blocks[k].end], -1) {
				out = append(out, m[1]+m[2])
			}
		}
		for k := i - 1; k >= 0 && s.blocks[k].kind == tagBlock; k-- {
			for _, m := range anchorMark.FindAllStringSubmatch(s.text[s.blocks[k].start:s.blocks[k].end], -1) {
				out = append(out, m[1]+m[2])
			}
		}
	}
	if t.heading >= 0 && s.parentSlug(t.heading) != "" {
		out = append(out, s.parentSlug(t.heading)+"-"+Slug(s.blocks[t.heading].title))
	}
	return out
}

// anchorsOfKind are the anchors of the headings above a structure that name one, though
// tables of values stand between: "Boat Object" has the kinds of boats before the
// members.
func (s *document) anchorsOfKind(t *typeTable) []string {
	if t.enum || t.lazy || t.heading < 0 {
		return nil
	}
	var out []string
	for i := s.tip[t.heading]; i >= 0; i = s.tip[i] {
		if kind, _ := vocabulary.KindOf(s.blocks[i].plain); kind == vocabulary.Structure {
			out = append(out, Slug(s.blocks[i].title))
		}
	}
	return out
}

// parentSlug is the anchor of the heading above another one, whatever stands between.
func (s *document) parentSlug(i int) string {
	if s.tip[i] < 0 {
		return ""
	}
	return Slug(s.blocks[s.tip[i]].title)
}

// Slug is the anchor that sites give a heading: small letters and digits, dashes for
// blanks.
func Slug(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(prose.Plain(title)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-':
			b.WriteRune(r)
		case r == ' ':
			b.WriteByte('-')
		}
	}
	return b.String()
}

// typeName is the name of a type by its title: the words before the word for what it
// is, each with a capital.
func typeName(title string) string {
	title = unnumbered(title)
	_, rest := vocabulary.KindOf(title)
	if rest == "" || vocabulary.SectionOf(title) != vocabulary.Unknown {
		rest = title
	} else {
		rest = withoutArticle(strings.TrimSpace(prefixOf(title, rest)))
	}
	name := link.Camel(rest)
	if name == "" {
		return ""
	}
	if name[0] >= '0' && name[0] <= '9' {
		name = "T" + name
	}
	return name
}

// withoutArticle is a title without its article: The boat object is a boat.
func withoutArticle(title string) string {
	if word, rest, ok := strings.Cut(title, " "); ok && strings.EqualFold(word, "the") {
		return strings.TrimSpace(rest)
	}
	return title
}

// kindWords are last words of titles of enums that say what their values are, so that
// names keep them: boats have a boat type.
var kindWords = []string{"types", "kinds", "flags", "modes", "levels", "statuses", "states", "codes", "styles", "events", "behaviors", "behaviours", "features", "scopes", "locales"}

// kindName is the name of an enum by a title that says what its values are, each of which
// is one of them, or "".
func kindName(title string) string {
	title = unnumbered(title)
	if before, _, noted := strings.Cut(title, " ("); noted && strings.HasSuffix(title, ")") {
		title = before
	}
	words := strings.Fields(title)
	last := len(words) - 1
	if last < 1 || !slices.ContainsFunc(kindWords, func(w string) bool {
		return strings.EqualFold(w, words[last]) || strings.EqualFold(names.Singular(w), words[last])
	}) {
		return ""
	}
	words[last] = names.Singular(words[last])
	return link.Camel(strings.Join(words, " "))
}

// unnumbered is a title without the number of its section, or of the step that it is of several.
func unnumbered(title string) string {
	if title == "" || title[0]|0x20 >= 'a' && title[0]|0x20 <= 'z' {
		if title == "" || title[0]|0x20 != 's' {
			return title
		}
		return stepNumber.ReplaceAllString(title, "")
	}
	return numbering.ReplaceAllString(title, "")
}

// numbering is the number of a section before its title.
var numbering = prefilter.MustCompile(`^[0-9]+(?:\.[0-9]+)*[.、)）]?\s+|^[（(]?[一二三四五六七八九十]+[、)）.]\s*`)

// stepNumber says which of several steps a title is of: Step 1: Create a boat.
var stepNumber = prefilter.MustCompile(`^(?i)step[ -]?[0-9]{1,2}\s*[:.)–—-]\s*`)

// prefixOf is the start of a title that folds to a phrase.
func prefixOf(title, phrase string) string {
	for i := range title {
		if i > 0 && vocabulary.Fold(title[:i]) == phrase {
			return title[:i]
		}
	}
	return title
}
