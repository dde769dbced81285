package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/verify"
)

// An explanation is why the pages and an official document differ in some facts, and
// that docgen reads the pages right in all of them. The files of testdata/differences have
// nothing else; TestCorpusDifferences holds them complete.
type explanation struct {
	// Kind and Scope are those of the facts; Scope is empty for operations.
	Kind  verify.Kind  `json:"kind"`
	Scope verify.Scope `json:"scope,omitempty"`
	// At, Docs and Spec are patterns in which * stands for any text: the place, what the
	// pages say, and what the document says. An empty pattern is a side that is silent.
	At   []string `json:"at"`
	Docs string   `json:"docs"`
	Spec string   `json:"spec"`
	// Count is how many facts it is about.
	Count  int    `json:"count"`
	Reason string `json:"reason"`
}

func (j *explanation) covers(f verify.Fact) bool {
	return j.Kind == f.Kind && j.Scope == f.Scope && matches(j.Docs, f.Docs) && matches(j.Spec, f.Spec) &&
		slices.ContainsFunc(j.At, func(at string) bool { return matches(at, f.At) })
}

// matches reports whether a text is what a pattern says.
func matches(pattern, text string) bool {
	first, rest, wild := strings.Cut(pattern, "*")
	if !wild {
		return pattern == text
	}
	text, ok := strings.CutPrefix(text, first)
	for ok && !matches(rest, text) {
		if text == "" {
			return false
		}
		text = text[1:]
	}
	return ok
}

// comparedKinds are the kinds that every reference in tables states.
var comparedKinds = []verify.Kind{verify.Operations, verify.Parameters, verify.Fields, verify.Required, verify.Types, verify.EnumValues, verify.Nullable}

func readExplanations(t *testing.T, name string) []*explanation {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "differences", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var out []*explanation
	if err := dec.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

// differences are the facts of the compared kinds on which the sides do not agree.
func differences(r *verifyReport) []verify.Fact {
	var out []verify.Fact
	for _, d := range r.Disagreements {
		if d.Kind == verify.Operations {
			out = append(out, verify.Fact{Kind: d.Kind, At: d.Method, Docs: d.Docs, Spec: d.Spec, Page: d.Page, Pointer: d.Pointer})
		}
	}
	for _, f := range r.Structures.Facts {
		if slices.Contains(comparedKinds, f.Kind) {
			out = append(out, f)
		}
	}
	return out
}

// TestCorpusDifferences holds the pages of references to official documents: no figure may
// drop, what a reference has to reach is reached (statedBars), each difference is explained, and each explanation is
// still about as many of them.
func TestCorpusDifferences(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"discord", "gitlab"} {
		t.Run(name, func(t *testing.T) {
			ref := tableBars[name]
			dir := tablesCorpus(t, ref.pages)
			report := verifyRun(t, dir, tablesCorpus(t, ref.document), "--by=structure")
			checkScopes(t, report.Structures, scopeBars[name])
			checkStatedBars(t, name, dir, report.Structures)
			checkExplained(t, differences(report), readExplanations(t, name))
		})
	}
}

func checkExplained(t *testing.T, facts []verify.Fact, all []*explanation) {
	t.Helper()
	found := map[*explanation]int{}
	open := 0
	for _, f := range facts {
		i := slices.IndexFunc(all, func(j *explanation) bool { return j.covers(f) })
		if i >= 0 {
			found[all[i]]++
			continue
		}
		if open++; open <= 40 {
			t.Errorf("not explained: %s %s %s: the pages say %q, the document says %q (%s, %s)", f.Kind, f.Scope, f.At, f.Docs, f.Spec, f.Page, f.Pointer)
		}
	}
	if open > 40 {
		t.Errorf("… and %d more are not explained", open-40)
	}
	for i, j := range all {
		if found[j] != j.Count || j.Count == 0 {
			t.Errorf("explanation %d (%s %s %v) is about %d facts, and there are %d", i+1, j.Kind, j.Scope, j.At, j.Count, found[j])
		}
		if len(strings.Fields(j.Reason)) < 4 {
			t.Errorf("explanation %d (%s %s %v) gives no reason", i+1, j.Kind, j.Scope, j.At)
		}
	}
	t.Logf("%d differences, %d explanations", len(facts), len(all))
}

// A scopeBar is a figure of one kind in one scope that may not drop: the facts that it
// is about, and precision and recall in percent.
type scopeBar struct {
	scope             verify.Scope
	kind              verify.Kind
	facts             int
	precision, recall float64
}

func checkScopes(t *testing.T, s *verify.Structures, bars []scopeBar) {
	t.Helper()
	for _, b := range bars {
		i := slices.IndexFunc(s.Tallies, func(k verify.ScopeTally) bool { return k.Scope == b.scope && k.Kind == b.kind })
		if i < 0 {
			t.Errorf("%s %s: no facts were compared", b.scope, b.kind)
			continue
		}
		k := s.Tallies[i]
		t.Logf("%-12s %-12s %5d of %5d and %5d: precision %6.2f, recall %6.2f", b.scope, b.kind, k.Both, k.Docs, k.Spec, k.Precision, k.Recall)
		if k.Both < b.facts || k.Precision < b.precision || k.Recall < b.recall {
			t.Errorf("%s %s: %+v, want no figure below %+v", b.scope, b.kind, k, b)
		}
	}
}

// TestExplanationsBite holds the check of explanations to itself.
func TestExplanationsBite(t *testing.T) {
	fact := verify.Fact{Kind: verify.Fields, Scope: verify.ScopeBody, At: "boat.create body.hull", Docs: "hull"}
	j := explanation{Kind: verify.Fields, Scope: verify.ScopeBody, At: []string{"boat.* body.hull"}, Docs: "*", Spec: ""}
	if !j.covers(fact) {
		t.Error("a pattern of the place does not cover the fact")
	}
	for _, other := range []verify.Fact{
		{Kind: verify.Types, Scope: verify.ScopeBody, At: fact.At, Docs: "hull"},
		{Kind: verify.Fields, Scope: verify.ScopeStructures, At: fact.At, Docs: "hull"},
		{Kind: verify.Fields, Scope: verify.ScopeBody, At: "boat.create body.hulls", Docs: "hull"},
		{Kind: verify.Fields, Scope: verify.ScopeBody, At: fact.At, Docs: "hull", Spec: "keel"},
	} {
		if j.covers(other) {
			t.Errorf("the explanation covers %+v", other)
		}
	}
}
