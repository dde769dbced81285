package prose

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// mostNamed is how many words name a type.
const mostNamed = 6

// beforeList is how many tokens, up to a number, stand before the mark of a list, which is
// no part of a name: Boat[].
func (p *typeParser) beforeList(most int) int {
	most = min(len(p.tokens), most)
	for n := 1; n < most; n++ {
		if p.at(n, "[]") || p.at(n, "[") && p.at(n+1, "]") {
			return n
		}
	}
	return most
}

// declaredName reads words that name a declared type.
func (p *typeParser) declaredName(partial bool) *decl.Expr {
	for n := p.beforeList(mostNamed); n > 0; n-- {
		var parts []string
		for _, t := range p.tokens[:n] {
			parts = append(parts, t.text)
		}
		if to := p.declared.Named(strings.Join(parts, " ")); to != "" {
			p.tokens = p.tokens[n:]
			for p.is(nouns...) {
				p.next()
			}
			if partial {
				to = p.declared.Partial(to)
			}
			p.additions()
			return name(to)
		}
	}
	if len(p.tokens) > 1 && p.tokens[1].link && strings.Contains(p.tokens[0].text, "-") && isWord(p.tokens[:1]) {
		if to, _ := p.declared.Linked(p.tokens[1].target); to != "" { // harbour-specific [boat](#boat)
			p.remark(p.next().text)
			return p.link(deepest-1, partial)
		}
	}
	if len(p.tokens) > 1 && !strings.ContainsAny(p.tokens[0].text, "()<>[]") {
		for n := 1; n < min(len(p.tokens), 4); n++ { // "image data string": the last word tells
			if typ := vocabulary.TypeOf(p.tokens[n].text); typ != "" && !p.tokens[n].link && isWord(p.tokens[:n]) {
				var adjectives []string
				for _, t := range p.tokens[:n] {
					adjectives = append(adjectives, t.text)
				}
				p.remark(strings.Join(adjectives, " "))
				p.tokens = p.tokens[n:]
				return p.core(1, partial)
			}
		}
	}
	return nil
}
