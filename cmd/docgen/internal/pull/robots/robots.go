// Package robots reads robots.txt files as RFC 9309 defines them.
package robots

import (
	"bytes"
	"strings"
)

// MaxBytes is how much of a file is read; RFC 9309, section 2.5, asks for at
// least that.
const MaxBytes = 500 << 10

// Rules say which paths of a site one crawler may ask for. The zero value
// allows everything.
type Rules struct{ rules []rule }

type rule struct {
	allow   bool
	pattern pattern
}

// Parse reads the rules for the crawler with the given product token, such as
// "docgen": those of all groups that name it or else of those for everybody.
// Records that are no rules, Crawl-delay among them, are skipped as the RFC
// says; so is what cannot be read.
func Parse(text []byte, product string) *Rules {
	text = bytes.TrimPrefix(text[:min(len(text), MaxBytes)], []byte("\xef\xbb\xbf"))
	p := parser{product: product}
	for _, line := range strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' || r == '\r' }) {
		line, _, _ = strings.Cut(line, "#")
		if key, value, ok := strings.Cut(line, ":"); ok {
			p.record(strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value))
		}
	}
	if p.named {
		return &Rules{p.own}
	}
	return &Rules{p.others}
}

// A parser keeps the rules for the product and those for everybody apart.
type parser struct {
	product     string
	own, others []rule
	named       bool // a group names the product
	// What the group that is being read is for. heads says that its
	// user-agent lines are not over yet.
	mine, any, heads bool
}

func (p *parser) record(key, value string) {
	switch key {
	case "user-agent":
		p.userAgent(value)
	case "allow", "disallow":
		p.heads = false
		if value != "" {
			p.add(rule{key == "allow", compile(value)})
		}
	}
}

func (p *parser) userAgent(value string) {
	if !p.heads {
		p.mine, p.any, p.heads = false, false, true
	}
	switch {
	case value == "*":
		p.any = true
	case strings.EqualFold(Token(value), p.product):
		p.mine, p.named = true, true
	}
}

func (p *parser) add(r rule) {
	if p.mine {
		p.own = append(p.own, r)
	}
	if p.any {
		p.others = append(p.others, r)
	}
}

// Token is the product token that a User-Agent begins with: letters,
// underscores and hyphens.
func Token(agent string) string {
	end := strings.IndexFunc(agent, func(r rune) bool {
		return (r|0x20 < 'a' || r|0x20 > 'z') && r != '_' && r != '-'
	})
	if end < 0 {
		return agent
	}
	return agent[:end]
}

// Allowed reports whether the path, without percent-encoding, may be asked for.
// The longest matching rule decides, and of two that are equally long the one
// that allows.
func (r *Rules) Allowed(path string) bool {
	allowed, longest := true, -1
	for _, rule := range r.rules {
		n := rule.pattern.length
		if n < longest || n == longest && !rule.allow || !rule.pattern.match(path) {
			continue
		}
		allowed, longest = rule.allow, n
	}
	return allowed
}
