package config

import (
	"path"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Constants are in the order of the file.
type Constants []*Constant

// A Constant says what requests of the methods that the pattern means always
// send, and what they do not although examples do.
type Constant struct {
	Pattern Text  `yaml:"-"`
	Query   Pairs `yaml:"query"`
	Headers Pairs `yaml:"headers"`
	// Omit are names of headers and query parameters.
	Omit []Text `yaml:"omit"`
}

// ListStyles are the ways to write a list in a query: a[]=1&a[]=2, a=1,2 and a=1&a=2.
var ListStyles = []string{"brackets", "comma", "repeat"}

func (d *decoder) constants(n *yaml.Node, what string) (out Constants) {
	d.entries(n, what, func(key, value *yaml.Node) {
		c := &Constant{Pattern: Text{key.Value, d.at(key)}}
		d.value(value, reflect.ValueOf(c).Elem(), what+"."+key.Value)
		out = append(out, c)
	})
	return out
}

func (d *decoder) fixed(all Constants) {
	for _, c := range all {
		d.pattern(c.Pattern)
		if len(c.Query)+len(c.Headers)+len(c.Omit) == 0 {
			d.faults.Add(c.Pattern.At, "%s has neither query nor headers nor omit", c.Pattern.Value)
		}
		for _, h := range c.Headers {
			if !headerName.MatchString(h.Key.Value) {
				d.faults.Add(h.Key.At, "%q is no name of a header", h.Key.Value)
			}
			if v := h.Value; v.Value != "" && !printable.MatchString(v.Value) {
				d.faults.Add(v.At, "%q cannot stand in a header", v.Value)
			}
		}
	}
}

// pattern checks that a pattern can match anything at all.
func (d *decoder) pattern(t Text) {
	if _, err := path.Match(t.Value, ""); err != nil {
		d.faults.Add(t.At, "%q is no pattern; a star stands for one segment, two for any number", t.Value)
	}
}

// MatchID reports whether a pattern means an ID: a star stands for one segment
// or a part of it, two stars for any number of segments.
func MatchID(pattern, id string) bool {
	return matchSegments(strings.Split(pattern, "."), strings.Split(id, "."))
}

// MatchPage reports whether a pattern means the path of a page: a star stands for
// one segment or a part of it, two stars for any number of segments.
func MatchPage(pattern, name string) bool {
	return matchSegments(strings.Split(pattern, "/"), strings.Split(name, "/"))
}

func matchSegments(pattern, id []string) bool {
	for i, p := range pattern {
		if p == "**" {
			for n := i; n <= len(id); n++ {
				if matchSegments(pattern[i+1:], id[n:]) {
					return true
				}
			}
			return false
		}
		if i >= len(id) {
			return false
		}
		if ok, err := path.Match(p, id[i]); !ok || err != nil {
			return false
		}
	}
	return len(pattern) == len(id)
}
