package main

import (
	"fmt"

	"golang.org/x/exp/apidiff"
	"golang.org/x/tools/go/packages"
)

// An apiDiffRequest asks what differs between two packages of a module.
type apiDiffRequest struct {
	Dir    string `json:"dir"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// loaded are the packages of modules, which are type-checked once.
var loaded = map[string]map[string]*packages.Package{}

func (q *apiDiffRequest) answer() answer {
	if loaded[q.Dir] == nil {
		pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadTypes | packages.NeedDeps, Dir: q.Dir}, "./...")
		if err != nil {
			return answer{Error: err.Error()}
		}
		byPath := map[string]*packages.Package{}
		for _, p := range pkgs {
			if len(p.Errors) > 0 {
				return answer{Error: fmt.Sprint(p.Errors)}
			}
			byPath[p.PkgPath] = p
		}
		loaded[q.Dir] = byPath
	}
	before, after := loaded[q.Dir][q.Before], loaded[q.Dir][q.After]
	if before == nil || after == nil {
		return answer{Error: "a package is not there"}
	}
	a := answer{Changes: map[string]bool{}}
	for _, c := range apidiff.Changes(before.Types, after.Types).Changes {
		a.Changes[c.Message] = c.Compatible
	}
	return a
}
