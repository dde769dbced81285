package generated

import (
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
)

// The locations of parameters, and of the members of a form.
const (
	inPath   = "path"
	inQuery  = "query"
	inHeader = "header"
	inBody   = "body"
	inForm   = "form"
)

// locate finds where each parameter of a method travels, and how it is called there.
// Pages say so of the path alone; the rest is concluded from the types of the body, from
// names, and from what descriptions say of headers.
func (b *builder) locate(c *call) {
	slots := newSlots(c.path)
	split := slices.ContainsFunc(c.params, func(p *param) bool { return p.at == pathSection })
	for _, p := range c.params {
		if p.at == pathSection || !split {
			if slot := slots.take(names.Letters(p.name)); slot != "" {
				p.located, p.wire = inPath, slot
				continue
			}
		}
		if p.at == pathSection {
			c.page.tell(b, "slotless-parameter", diag.Warning, p.start, p.end, "the path %s has no slot for %q, which the page lists as a part of it: it is taken for a part of the query", c.path, p.name)
		}
		if name, by := b.headerName(p); name != "" {
			p.located, p.wire = inHeader, name
			b.inferred[inHeader]++
			b.note(c.page, p.start, model.FactLocation, by)
			b.note(c.page, p.start, model.FactName, by)
		}
	}
	b.openSlots(c, slots)
	if body := b.bodyOf(c); body != nil {
		body.located, body.wire = inBody, body.name
		b.inferred[inBody]++
	}
	for _, p := range c.params {
		if p.located != "" {
			continue
		}
		wire, by := b.params.wireName(p.name)
		p.wire, p.located = wire, inQuery
		if by != "" {
			b.note(c.page, p.start, model.FactName, by)
			b.recased++
		}
		if c.sendsForm() {
			p.located = inForm
			b.inferred[inForm]++
			continue
		}
		b.inferred[inQuery]++
		b.note(c.page, p.start, model.FactLocation, model.SourceName)
	}
}

// slots are those of a path, in its order, which parameters fill.
type slots struct {
	list  []string
	by    map[string]string // letters to names
	taken map[string]bool
}

func newSlots(path string) *slots {
	s := &slots{list: names.Slots(path), by: map[string]string{}, taken: map[string]bool{}}
	for _, slot := range s.list {
		s.by[names.Letters(slot)] = slot
	}
	return s
}

// take returns the slot with the letters of a name that nothing has filled yet, or "".
func (s *slots) take(letters string) string {
	slot := s.by[letters]
	if slot == "" || s.taken[slot] {
		return ""
	}
	s.taken[slot] = true
	return slot
}

// openSlots finds what fills the slots that no parameter of the path does: one that stands
// among the others, perhaps as what the path has beside a parameter of the same name
// (PathId), or else a text.
func (b *builder) openSlots(c *call, slots *slots) {
	for _, p := range c.params {
		if p.located != "" {
			continue
		}
		letters := names.Letters(p.name)
		slot := slots.take(letters)
		if slot == "" {
			slot = slots.take(strings.TrimPrefix(letters, "path"))
		}
		if slot != "" {
			p.located, p.wire = inPath, slot
			b.note(c.page, p.start, model.FactLocation, model.SourceName)
		}
	}
	for _, slot := range slots.list {
		if slots.take(names.Letters(slot)) == "" {
			continue
		}
		p := &param{wire: slot, located: inPath}
		p.name, p.start, p.end, p.typ = slot, c.row, c.row, typeOf("string")
		p.typ.start = c.row
		c.params = append(c.params, p)
		if b.undescribed++; b.undescribed == 1 {
			b.undescribedAt = c.page.file.Span(c.row, c.row)
		}
	}
}

// headerWord is a header in a description: the X-Request-Id HTTP header.
var headerWord = regexp.MustCompile(`\b[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+\b`)

// standard are headers that belong to no vendor, by their letters.
var standard = map[string]string{
	"ifmatch": "If-Match", "ifnonematch": "If-None-Match", "ifmodifiedsince": "If-Modified-Since", "ifunmodifiedsince": "If-Unmodified-Since",
	"idempotencykey": "Idempotency-Key", "acceptlanguage": "Accept-Language", "useragent": "User-Agent", "authorization": "Authorization",
	"cachecontrol": "Cache-Control", "pragma": "Pragma", "range": "Range", "prefer": "Prefer", "referer": "Referer", "traceparent": "Traceparent", "ifrange": "If-Range",
	"contenttype": "Content-Type", "accept": "Accept", "cookie": "Cookie", "acceptencoding": "Accept-Encoding", "contentlength": "Content-Length",
}

// headerName is the header that a parameter is, and who says so; "" where it is none.
func (b *builder) headerName(p *param) (string, model.Source) {
	letters := names.Letters(p.name)
	for _, word := range headerWord.FindAllString(p.doc, -1) {
		if names.Letters(word) == letters && strings.Contains(strings.ToLower(p.doc), "header") {
			return word, model.SourceProse
		}
	}
	if name := standard[letters]; name != "" {
		return name, model.SourceName
	}
	words := wordsOf(p.name)
	if len(words) < 2 || !strings.EqualFold(words[0], "x") {
		return "", ""
	}
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, "-"), model.SourceName
}

func (c *call) sendsForm() bool {
	return len(c.sends) > 0 && strings.Contains(c.sends[0], "form")
}

// bodyOf is the parameter that is the body, or nil. Of several that may be, the one whose
// name is that of its type counts.
func (b *builder) bodyOf(c *call) *param {
	mayHave := len(c.sends) > 0 || c.mediaAt == 0 && slices.Contains([]string{"POST", "PUT", "PATCH"}, c.verb)
	if !mayHave {
		return nil
	}
	var best *param
	rank, ties, open := 0, 0, 0
	for _, p := range c.params {
		if p.located != "" {
			continue
		}
		open++
		switch r := b.bodyRank(c, p); {
		case r > rank:
			best, rank, ties = p, r, 0
		case r == rank && r > 0:
			ties++
		}
	}
	if c.sendsForm() && rank < 4 {
		return nil
	}
	if best == nil && open == 1 && len(c.sends) > 0 {
		for _, p := range c.params {
			if p.located == "" {
				return p
			}
		}
	}
	if ties > 0 {
		c.page.tell(b, "several-bodies", diag.Warning, best.start, best.end, "%d parameters of %q may be the body: %q, the first one, is taken for it", ties+1, c.name, best.name)
	}
	if best == nil && len(c.sends) > 0 && open > 0 {
		c.page.tell(b, "no-body", diag.Warning, c.start, c.start, "%q sends %s, and no parameter looks like a body: none is sent", c.name, c.sends[0])
	}
	return best
}

// bodyRank says how much a parameter looks like a body; 0 is not at all.
func (b *builder) bodyRank(c *call, p *param) int {
	e := p.typ.expr.Innermost()
	name := keyOf(p.name)
	named := slices.Contains([]string{"body", "requestbody", "payload"}, name)
	t := b.find(c.page, e.Text, p.typ.targets)
	_, word := scalars[strings.ToLower(e.Text)]
	switch {
	case named:
		return 5
	case t == nil && !word && e.Op == decl.Object && name == names.Letters(e.Text):
		return 4 // a structure whose page is not there
	case t != nil && t.structure.kind != "enum" && name == names.Letters(e.Text):
		return 4
	case t != nil && t.structure.kind != "enum":
		return 3
	case p.typ.expr.Op == decl.Map || t == nil && e.Op == decl.Object && scalars[strings.ToLower(e.Text)].kind == "any":
		return 2
	case t == nil && scalars[strings.ToLower(e.Text)].format == "binary" && !c.sendsForm():
		return 2
	}
	return 0
}
