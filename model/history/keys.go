package history

import (
	"hash/fnv"
	"io"
	"slices"
	"strings"
)

// Keys returns digests of facts, and of the resources that their methods are in,
// sorted, each once: all that later revisions need to know of a revision, in little
// memory.
func Keys(facts []Fact) []uint64 {
	var out []uint64
	resources := map[string]bool{}
	for _, f := range facts {
		out = append(out, digest(keyOf(f.Root, f.Path)))
		for id := f.Root.Method; ; {
			dot := strings.LastIndexByte(id, '.')
			if dot < 0 || resources[id[:dot]] {
				break
			}
			id = id[:dot]
			resources[id] = true
			out = append(out, digest(keyOf(Root{Resource: id}, nil)))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func digest(key string) uint64 {
	h := fnv.New64a()
	_, _ = io.WriteString(h, key)
	return h.Sum64()
}

func has(keys []uint64, key string) bool {
	_, ok := slices.BinarySearch(keys, digest(key))
	return ok
}
