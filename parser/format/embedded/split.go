package embedded

// split parts specifications that only share a title and a version: their fences have
// no server in common, and define one endpoint in two ways. Pages of one API name
// different servers, too, but then each of its operations stands on one of them.
func (g *grouping) split() {
	var out []*spec
	for _, s := range g.specs {
		parts := s.byServer()
		if s.file != "" || len(parts) < 2 || !clash(parts) {
			parts = []*spec{s}
		}
		out = append(out, parts...)
	}
	g.specs = out
}

// byServer parts the fragments of a specification by servers: those that have one in
// common, however many others stand between them, are one part. Those without a
// server belong to the first.
func (s *spec) byServer() []*spec {
	at := map[string]int{} // the part of each server
	var parts []*spec
	for _, f := range s.fragments {
		to := -1
		for _, url := range f.servers() {
			if i, ok := at[url]; ok {
				to = i
				break
			}
		}
		switch {
		case to < 0 && (len(parts) == 0 || len(f.servers()) > 0):
			to = len(parts)
			parts = append(parts, &spec{title: s.title, version: s.version, servers: map[string]bool{}})
		case to < 0:
			to = 0
		}
		for _, url := range f.servers() {
			if other, ok := at[url]; ok && other != to {
				return nil // a fence that connects two parts: they are one API
			}
			at[url] = to
			parts[to].servers[url] = true
		}
		parts[to].fragments = append(parts[to].fragments, f)
	}
	return parts
}

// clash reports whether two parts define one endpoint in two ways.
func clash(parts []*spec) bool {
	type seen struct {
		part   int
		digest digest
	}
	have := map[string]seen{}
	for i, p := range parts {
		for _, f := range p.fragments {
			for _, op := range f.operations {
				key := op.section + " " + op.verb + " " + shape(op.path)
				if other, ok := have[key]; ok && other.part != i && other.digest != op.digest {
					return true
				}
				have[key] = seen{i, op.digest}
			}
		}
	}
	return false
}
