package gosource_test

import (
	"maps"
	"testing"
)

// TestCopiedStructs tells which structs code copies member by member.
func TestCopiedStructs(t *testing.T) {
	client := read(t, `package client

type Ship struct { Name, Flag, Berth string `+"`json:\"x\"`"+`; Length *int `+"`json:\"length\"`"+` }
type Cached struct { Name, Flag, Berth string `+"`json:\"x\"`"+` }
type Twin struct { Name, Flag, Berth string `+"`json:\"x\"`"+` }
type Port struct { Name, Flag, Berth, A, B, C, D string `+"`json:\"x\"`"+` }
type Free struct { Name, Flag, Berth string `+"`json:\"x\"`"+` }

func Cache(s *Ship) Cached { return Cached{Name: s.Name, Flag: (s.Flag), Berth: string(s.Berth)} }

func Merge(a, b *Twin) { a.Name, a.Flag = b.Name, b.Flag; a.Berth = b.Berth }

func Part(p Port, f Free) (Free, Free) { return Free{Name: p.Name, Flag: p.Flag}, Free{Name: f.Berth, Flag: f.Name, Berth: f.Flag} }
`)
	copied := map[string]bool{}
	for _, typ := range client.Types {
		copied[typ.Short] = typ.Copied
	}
	if want := map[string]bool{"Ship": true, "Cached": true, "Twin": true, "Port": false, "Free": false}; !maps.Equal(copied, want) {
		t.Errorf("got %v", copied)
	}
}
