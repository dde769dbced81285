package sdkdocs

import (
	"maps"
	"os"
	"slices"
	"sync"
	"testing"

	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/formattest"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/fuse"
)

// TestCorpusAlignment holds fusing to what it promises: each method that two
// dialects have is read from both, and a field that a dialect prints is found.
func TestCorpusAlignment(t *testing.T) {
	for _, revision := range []string{"anthropic/2026-04-24", "anthropic/2026-06-11", "anthropic-next"} {
		t.Run(revision, func(t *testing.T) {
			r, found := readCorpus(t, corpustest.Dir(t, revision))
			checkFields(t, found)
			checkMethods(t, r)
		})
	}
}

// TestCorpusCopiesAlignment does the same for rendered copies, where languages
// expand other types than http does and what has no place is left out.
func TestCorpusCopiesAlignment(t *testing.T) {
	r, found := readCorpus(t, corpustest.Dir(t, "openai-rendered/2026-06-27"))
	for name, least := range map[string]float64{"python": 92, "go": 84} {
		a := found[name]
		if a == nil {
			t.Errorf("%s: nothing is aligned", name)
		} else if got := percent(a.aligned, a.fields-a.missed[fuse.Unexpanded]); got < least {
			t.Errorf("%s: %.2f %% of the fields are aligned, want %.0f", name, got, least)
		}
	}
	checkMethods(t, r)
}

// An alignment is how much of the base has a counterpart in one dialect.
type alignment struct {
	fields, aligned int
	missed          map[fuse.Cause]int
}

// readCorpus reads all pages and links nothing. It returns how they align, by
// dialect.
func readCorpus(t *testing.T, dir string) (*run, map[string]*alignment) {
	t.Helper()
	tree, err := format.NewTree(os.DirFS(dir), 32<<20)
	if err != nil {
		t.Fatal(err)
	}
	r, w := newRun(tree), format.NewWorkers(tree, 2)
	r.take(formattest.Claimed(t, tree, r, w))
	r.bind()
	var mu sync.Mutex
	found := map[string]*alignment{}
	r.watch = func(dialect string, tally fuse.Tally) {
		mu.Lock()
		defer mu.Unlock()
		a := found[dialect]
		if a == nil {
			a = &alignment{missed: map[fuse.Cause]int{}}
			found[dialect] = a
		}
		a.fields += tally.Fields
		a.aligned += tally.Aligned
		for _, g := range tally.Gaps {
			a.missed[g.Cause]++
		}
	}
	if _, err := r.readDialects(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	return r, found
}

// checkFields demands a counterpart for 99.5 % of the fields whose surroundings
// a dialect prints, and for all but a few where it prints the very object.
func checkFields(t *testing.T, dialects map[string]*alignment) {
	t.Helper()
	compared, aligned := 0, 0
	for _, name := range slices.Sorted(maps.Keys(dialects)) {
		a := dialects[name]
		printed := a.fields - a.missed[fuse.Unexpanded]
		t.Logf("%-10s %6d fields, %6d printed, %6d aligned (%6.2f %%), %3d in the page type, %d absent",
			name, a.fields, printed, a.aligned, percent(a.aligned, printed), a.missed[fuse.InPage], a.missed[fuse.Absent])
		if absent := a.missed[fuse.Absent]; absent > 3 {
			t.Errorf("%s: %d fields have no counterpart in an object that both print", name, absent)
		}
		compared, aligned = compared+printed, aligned+a.aligned
	}
	if compared-aligned > max(1, compared/200) {
		t.Errorf("%d of %d fields are aligned: %.2f %%, want 99.5", aligned, compared, percent(aligned, compared))
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// checkMethods demands that each method of another dialect that the base has
// too is read together with it.
func checkMethods(t *testing.T, r *run) {
	t.Helper()
	base := r.dialects[0]
	for _, b := range r.dialects[1:] {
		paired := map[uint64]bool{}
		for _, j := range r.jobs() {
			for _, at := range r.together(j, b) {
				paired[base.pages[at.page].units[at.unit].hash] = true
			}
		}
		methods := 0
		for id, at := range base.methods() {
			if _, ok := b.methods()[id]; !ok {
				continue
			}
			methods++
			if !paired[base.pages[at.page].units[at.unit].hash] {
				t.Errorf("%s: %s is not read together with its http page", b.dialect.Name(), id)
			}
		}
		t.Logf("%-10s %d methods, all paired, of %d", b.dialect.Name(), methods, len(b.methods()))
	}
}

// together are the units of the base that a job reads with those of a dialect.
func (r *run) together(j job, b *dialectPages) []unitRef {
	p, q := j.pages[0], j.pages[slices.Index(r.dialects, b)]
	if p < 0 || q < 0 {
		return nil
	}
	have := map[string]bool{}
	for u := range b.pages[q].units {
		have[b.key(unitRef{q, u})] = true
	}
	var out []unitRef
	for _, u := range r.dialects[0].owners[p] {
		if key := r.dialects[0].key(unitRef{p, u}); key != "" && have[key] {
			out = append(out, unitRef{p, u})
		}
	}
	return out
}

// methods are the methods of a dialect with a place where each is printed.
func (b *dialectPages) methods() map[string]unitRef {
	out := map[string]unitRef{}
	for at, id := range b.res.ids {
		if id != "" {
			out[id] = at
		}
	}
	return out
}
