// Package robots reads robots.txt files as RFC 9309 defines them.
package robots

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

// MaxBytes is how much of a file is read; RFC 9309, section 2.5, asks for at
// least that.
const MaxBytes = 500 << 10

// Rules say which paths of a site one crawler may ask for. The zero value
// allows everything.
type Rules struct {
	rules []rule
	// Delay is how long the site wants a crawler to wait between two requests, 0
	// if it does not say. No RFC has it, but many sites.
	Delay time.Duration
	// Sitemaps are the URLs that the file names, whoever asks.
	Sitemaps []string
}

type rule struct {
	allow   bool
	pattern pattern
}

// Parse reads the rules for the crawler with the given product token, such as
// "docgen": those of all groups that name it or else of those for everybody.
// Other records are skipped as the RFC says; so is what cannot be read.
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
		return &Rules{p.own, p.ownDelay, p.sitemaps}
	}
	return &Rules{p.others, p.othersDelay, p.sitemaps}
}

// A parser keeps the rules for the product and those for everybody apart.
type parser struct {
	product     string
	own, others []rule
	named       bool // a group names the product
	ownDelay    time.Duration
	othersDelay time.Duration
	sitemaps    []string
	// What the group that is being read is for. heads says that its
	// user-agent lines are not over yet.
	mine, any, heads bool
}

func (p *parser) record(key, value string) {
	switch key {
	case "user-agent":
		p.userAgent(value)
	case "sitemap":
		p.sitemaps = append(p.sitemaps, value)
	case "crawl-delay":
		p.delay(value)
	case "allow", "disallow":
		p.heads = false
		if value != "" {
			p.add(rule{key == "allow", compile(value)})
		}
	}
}

// maxDelay is the longest wait that is believed: a day.
const maxDelay = 24 * time.Hour

// delay reads a number of seconds; of several for one crawler the longest counts.
func (p *parser) delay(value string) {
	seconds, err := strconv.ParseFloat(value, 64)
	if err != nil || !(seconds > 0) {
		return
	}
	d := time.Duration(min(seconds, maxDelay.Seconds()) * float64(time.Second))
	if p.mine {
		p.ownDelay = max(p.ownDelay, d)
	}
	if p.any {
		p.othersDelay = max(p.othersDelay, d)
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
