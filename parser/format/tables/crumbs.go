package tables

import "cmp"

// crumb is the heading above a call at a depth, or "".
func (c *call) crumb(depth int) string {
	if depth < len(c.crumbs) {
		return c.crumbs[depth]
	}
	return ""
}

// gathers reports whether several headings at a depth have calls below them.
func (s *document) gathers(depth int) bool {
	first := ""
	for _, c := range s.calls {
		t := c.crumb(depth)
		if t != "" && first != "" && t != first {
			return true
		}
		first = cmp.Or(first, t)
	}
	return false
}
