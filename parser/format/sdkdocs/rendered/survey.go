package rendered

import (
	"net/url"
	"strings"
)

// A Survey is what all http copies of a reference tell of its models together:
// a page that does not say how many alternatives one has may be told by another.
type Survey struct {
	alternatives *counts
	// models are the keys of all models that some page links to.
	models map[string]bool
}

// NewSurvey returns a Survey of no pages.
func NewSurvey() *Survey { return &Survey{alternatives: newCounts(), models: map[string]bool{}} }

// Close ends the survey: pages that are rebuilt from now on, several at a time, do
// not add to it.
func (s *Survey) Close() { s.alternatives.closed = true }

// Add notes what a page tells. What it tells depends on what others do, so pages
// are added twice.
func (s *Survey) Add(text []byte) {
	ps := paragraphs(text)
	for _, p := range ps {
		for _, line := range p.lines {
			s.link(line)
		}
	}
	rewrite(ps, s)
}

// link notes the models that a line links to.
func (s *Survey) link(line string) {
	for {
		i := strings.Index(line, "](")
		if i < 0 {
			return
		}
		line = line[i+1:]
		if n := linkTarget(line[:min(len(line), maxAddress)]); n > 0 {
			if key := modelKey(line[1 : n-1]); strings.Contains(key, keyMark) {
				s.models[key] = true
			}
		}
	}
}

// alone returns a survey of one page.
func alone(ps []paragraph) *Survey {
	s := NewSurvey()
	rewrite(ps, s) // only to learn how many alternatives types have
	return s
}

// counts are the numbers of alternatives of models by their key.
type counts struct {
	byKey  map[string]int
	closed bool
}

func newCounts() *counts { return &counts{byKey: map[string]int{}} }

// disputed is the number of a model of which pages show several.
const disputed = -1

// learn notes a number that is beyond doubt.
func (c *counts) learn(key string, n int) {
	if c.closed {
		return
	}
	switch had, ok := c.byKey[key]; {
	case key == "":
	case ok && had != n:
		c.byKey[key] = disputed
	default:
		c.byKey[key] = n
	}
}

// of returns the number of alternatives that a model is known to have.
func (c *counts) of(keys ...string) (int, bool) {
	for _, key := range keys {
		if n := c.byKey[key]; key != "" && n > 0 {
			return n, true
		}
	}
	return 0, false
}

// keyMark stands in keys between the resource and the model.
const keyMark = ">"

// modelKey is what a model is called on all pages: by the last name of the
// resource and its own. Other addresses are keys themselves.
//
//	/api/…#(resource)%20ships.crates%20%3E%20(model)%20open_crate%20%3E%20(schema)  →  crates>opencrate
func modelKey(address string) string {
	_, fragment, _ := strings.Cut(address, "#")
	plain, err := url.PathUnescape(fragment)
	if err != nil {
		return fragment
	}
	resource, model, ok := strings.Cut(plain, " > (model) ")
	if !ok {
		return plain
	}
	model, _, _ = strings.Cut(model, " ")
	return declaredKey(resource[strings.LastIndexAny(resource, ". ")+1:], model)
}

// declaredKey is the key of a model that the pages of a resource declare.
func declaredKey(resource, name string) string { return Fold(resource) + keyMark + Fold(name) }
