package tree

import (
	"fmt"
	"regexp"

	"go.yaml.in/yaml/v3"
)

// A resolver puts what aliases and merge keys stand for in their places, and
// offsets of the file in the place of lines and columns.
type resolver struct {
	p     *parser
	lines *lines
	// anchors are the nodes that aliases may name, with how many nodes a walk meets
	// in them; 0 is one that is being resolved.
	anchors map[*yaml.Node]int
	// own is how many nodes the text has, merged how many keys merge keys put in.
	own, merged int
}

// A fault is why a document is refused, at an offset of the file.
type fault struct {
	at            int
	message, help string
}

// number is a number as JSON and the core schema of YAML write it.
var number = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

func (r *resolver) fault(n *yaml.Node, help, format string, args ...any) *fault {
	return &fault{n.Column, fmt.Sprintf(format, args...), help}
}

// document resolves a document, and refuses one of which aliases make many times
// what it says.
func (r *resolver) document(root *yaml.Node) (*yaml.Node, *fault) {
	out, size, fault := r.node(root, 0)
	if fault == nil && size > r.limit() {
		return nil, r.fault(out, "write out what the aliases stand for, or share less of it", "aliases make %d nodes of the %d that are written", size, r.own)
	}
	return out, fault
}

func (r *resolver) limit() int { return freeShared + maxShared*r.own }

// node resolves a node and all below it, and returns with it how many nodes a
// walk meets there.
func (r *resolver) node(n *yaml.Node, depth int) (*yaml.Node, int, *fault) {
	if n.Kind == yaml.AliasNode {
		at := n
		n = n.Alias
		size, done := r.anchors[n]
		switch {
		case done && size > 0:
			return n, size, nil
		case done:
			at.Column = r.lines.offset(at.Line, at.Column)
			return nil, 0, r.fault(at, "an alias must not stand inside of what it names", "the anchor %q contains itself", n.Anchor)
		}
	}
	n.Column, n.Line = r.lines.offset(n.Line, n.Column), r.p.number
	if depth > MaxDepth {
		return nil, 0, r.fault(n, "", "%s", errDeep)
	}
	r.own++
	if n.Tag == "!!str" && n.Style == 0 && number.MatchString(n.Value) {
		n.Tag = "!!float" // one that 64 bits do not hold, which the library takes for text
	}
	if n.Anchor != "" {
		r.anchors[n] = 0
	}
	size := 1
	for i, c := range n.Content {
		resolved, below, fault := r.node(c, depth+1)
		if fault != nil {
			return nil, 0, fault
		}
		n.Content[i] = resolved
		size = min(size+below, 1<<40)
	}
	if n.Anchor != "" {
		r.anchors[n] = size
	}
	if n.Kind == yaml.MappingNode {
		return n, size, r.mapping(n)
	}
	return n, size, nil
}

// mapping drops keys that stand twice and puts in what merge keys name.
func (r *resolver) mapping(n *yaml.Node) *fault {
	keys := newKeys(r.p)
	var merged []*yaml.Node
	out := n.Content[:0]
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		switch {
		case k.Kind != yaml.ScalarNode:
			return r.fault(k, "", "a key is no scalar")
		case k.ShortTag() == "!!merge":
			merged = append(merged, v)
		case keys.isNew(k):
			out = append(out, k, v)
		}
	}
	for _, from := range merged {
		var fault *fault
		if out, fault = r.merge(out, keys, from); fault != nil {
			return fault
		}
	}
	n.Content = out
	return nil
}

// merge adds the keys of a mapping, or of a list of them, that are not there yet.
func (r *resolver) merge(out []*yaml.Node, keys *keys, from *yaml.Node) ([]*yaml.Node, *fault) {
	switch from.Kind {
	case yaml.SequenceNode:
		for _, one := range from.Content {
			if one.Kind != yaml.MappingNode {
				return nil, r.fault(one, "", "a merge key names something that is no mapping")
			}
			var fault *fault
			if out, fault = r.merge(out, keys, one); fault != nil {
				return nil, fault
			}
		}
		return out, nil
	case yaml.MappingNode:
	default:
		return nil, r.fault(from, "", "a merge key names something that is no mapping")
	}
	if r.merged += len(from.Content); r.merged > r.limit() {
		return nil, r.fault(from, "write out what the merge keys stand for, or share less of it", "merge keys make more than %d keys of what is written", r.limit())
	}
	for i := 0; i+1 < len(from.Content); i += 2 {
		if k := from.Content[i]; !keys.seen[k.Value] {
			keys.seen[k.Value] = true
			out = append(out, k, from.Content[i+1])
		}
	}
	return out, nil
}

// keys tells the keys of one mapping that stand twice.
type keys struct {
	p    *parser
	seen map[string]bool
}

func newKeys(p *parser) *keys { return &keys{p, map[string]bool{}} }

func (k *keys) isNew(key *yaml.Node) bool {
	if !k.seen[key.Value] {
		k.seen[key.Value] = true
		return true
	}
	k.p.problem(key.Column, key.Column+len(key.Value), fmt.Sprintf("the key %q stands twice; the first one counts", key.Value), "remove one of them")
	return false
}
