package gosource

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

// TestLeaving holds that a condition in a loop leads on to where the loop can be left in the same round, if only one of
// its ways does: else each round of a loop without a known end would begin the next one.
func TestLeaving(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "a.go", `package a

func retry(n uint, ask func() (bool, bool), note func()) {
	for i := uint(0); n < 1 || i < n; i++ {
		failed, busy := ask()
		if failed { // goes on, or to the next condition
			continue
		}
		if busy {
			continue
		}
		break
	}
}

func all(n uint, ask func() (bool, bool), note func()) {
	for i := uint(0); i < n; i++ {
		if failed, _ := ask(); failed { // neither way leaves
			note()
		}
	}
}
`, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	pkg, _, err := ssautil.BuildPackage(&types.Config{}, fset, types.NewPackage("a", "a"), []*ast.File{file}, 0)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]int{"retry": {2, 1, 1, 1}, "all": {1, 2}} {
		var got []int
		fn := pkg.Func(name)
		info := (&reader{infos: map[*ssa.Function]*funcInfo{}}).infoOf(fn)
		for _, b := range fn.DomPreorder() {
			if len(b.Succs) != 2 {
				continue
			}
			next := info.exits(b)
			if len(next) == 0 {
				next = info.loopOf(b).leaving(b)
			}
			got = append(got, len(next))
		}
		if len(got) != len(want) {
			t.Fatalf("%s has ways %v, want %v", name, got, want)
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s has ways %v, want %v", name, got, want)
				break
			}
		}
	}
}
