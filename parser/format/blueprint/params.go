package blueprint

import (
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// A param is a described parameter of a URI.
type param struct{ *member }

// readParams reads a section of parameters, and adds them to those that are known.
func (s *pageText) readParams(it *item, known []*param) []*param {
	s.mark(it.start, it.headEnd()+1, format.Model)
	if text := s.prose(it.body); text != "" {
		s.markLines(it.body, format.Docs)
		if len(it.items) == 0 {
			s.reportLines("dangling-text", diag.Warning, it.body, "write each parameter as an item, such as + id (string, required) - which crane", "this text stands where parameters are listed: nothing was read of it")
		}
	}
	seen := map[string]bool{}
	for _, p := range known {
		seen[p.name] = true
	}
	for _, sub := range it.items {
		m := &member{page: s, start: sub.headAt, end: sub.end}
		s.mark(sub.start, sub.headEnd()+1, format.Model)
		s.readSignature(m, sub.head, true)
		m.name = unquoted(m.name)
		s.readBelow(m, sub)
		switch {
		case m.name == "":
			s.mark(sub.start, sub.end, format.Reported)
			s.report("unreadable-parameter", diag.Error, sub.start, sub.headEnd(), "write + name: `example` (type, required) - description", "%q names no parameter: it is not in the model", sub.head)
			continue
		case seen[m.name]:
			s.report("uri-parameter-twice", diag.Warning, sub.start, sub.headEnd(), "remove one of them", "the parameter %q stands twice; the first one counts", m.name)
			continue
		}
		seen[m.name] = true
		known = append(known, &param{m})
	}
	return known
}
