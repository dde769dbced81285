package embedded

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// A digest tells nodes apart that say different things: the order of keys, the
// way scalars are quoted and the places are no part of it.
type digest [sha256.Size]byte

// A canon writes nodes in the one form that digests are made of.
type canon struct{ buf []byte }

// digest returns the digest of a node and the size of its form in bytes, which
// says how full it is.
func (c *canon) digest(n *yaml.Node) (digest, int) {
	c.buf = c.buf[:0]
	c.node(n)
	return sha256.Sum256(c.buf), len(c.buf)
}

func (c *canon) node(n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		c.buf = append(c.buf, '{')
		members := pairs(n)
		slices.SortFunc(members, func(a, b pair) int { return strings.Compare(a.key.Value, b.key.Value) })
		for _, m := range members {
			c.text(m.key.Value)
			c.node(m.value)
		}
		c.buf = append(c.buf, '}')
	case yaml.SequenceNode:
		c.buf = append(c.buf, '[')
		for _, e := range n.Content {
			c.node(e)
		}
		c.buf = append(c.buf, ']')
	default:
		c.buf = append(c.buf, 's')
		c.text(n.ShortTag())
		c.text(n.Value)
	}
}

func (c *canon) text(s string) {
	c.buf = binary.AppendUvarint(c.buf, uint64(len(s)))
	c.buf = append(c.buf, s...)
}

// A store keeps of all equal parts of pages one, that of the first page in their
// order, so that components which every page repeats take memory once.
type store struct {
	mu    sync.Mutex
	nodes map[digest]*yaml.Node
}

func newStore() *store { return &store{nodes: map[digest]*yaml.Node{}} }

func (s *store) put(d digest, n *yaml.Node) {
	s.mu.Lock()
	defer s.mu.Unlock()
	have := s.nodes[d]
	if have == nil || n.Line < have.Line || n.Line == have.Line && n.Column < have.Column {
		s.nodes[d] = n
	}
}

func (s *store) get(d digest) *yaml.Node {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.nodes[d]
}
