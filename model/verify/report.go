package verify

import (
	"cmp"
	"slices"

	"github.com/docgen-go/docgen/model/source"
)

// A Report is the outcome of a comparison.
type Report struct {
	// Kinds has one entry for every kind, in fixed order.
	Kinds []KindTally `json:"kinds"`
	// Disagreements are sorted by kind, then by method and path.
	Disagreements []Disagreement `json:"disagreements"`
	// FixedQueries are the queries that the spec tells operations of one verb
	// and path apart by, and that the pages don't show.
	FixedQueries []FixedQuery `json:"fixedQueries"`
	// Variants are operations of the spec whose verb and path the pages
	// document once, paired with another variant of the same operation.
	Variants []Variant `json:"variants"`
}

// A KindTally is the figures of one kind.
type KindTally struct {
	Kind Kind `json:"kind"`
	Tally
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	// Judged says that the kind counts for Worst.
	Judged bool `json:"judged"`
}

// A Disagreement is one fact that the sides state differently. Docs and Spec
// are what each says, empty where it is silent.
type Disagreement struct {
	Kind   Kind   `json:"kind"`
	Method string `json:"method"`
	// Path leads from the method to the fact: body.items[].price.
	Path string `json:"path"`
	Docs string `json:"docs,omitempty"`
	Spec string `json:"spec,omitempty"`
	// Page is where the pages say it, or the nearest thing around it.
	Page source.Span `json:"page,omitzero"`
	// Pointer is the same in the spec: the file, # and a JSON pointer.
	Pointer string `json:"pointer,omitempty"`
}

// A FixedQuery is a constant query that a request needs according to the spec.
type FixedQuery struct {
	Method  string `json:"method"`
	Query   string `json:"query"`
	Pointer string `json:"pointer"`
}

// A Variant is an operation of the spec that differs from Documented in its
// fixed query only.
type Variant struct {
	Operation  string `json:"operation"`
	Documented string `json:"documented"`
	Pointer    string `json:"pointer"`
}

// Worst is the lowest precision or recall among the judged kinds, in percent.
func (r *Report) Worst() float64 {
	worst := 100.0
	for _, k := range r.Kinds {
		if k.Judged {
			worst = min(worst, k.Precision, k.Recall)
		}
	}
	return worst
}

// Of returns the figures of one kind.
func (r *Report) Of(k Kind) KindTally {
	return r.Kinds[k.index()]
}

func (r *Report) finish(tallies [kindCount]Tally) {
	for i, k := range kinds {
		t := tallies[i]
		r.Kinds = append(r.Kinds, KindTally{k, t, t.Precision(), t.Recall(), k.Signed()})
	}
	slices.SortStableFunc(r.Disagreements, func(a, b Disagreement) int {
		return cmp.Or(
			cmp.Compare(a.Kind.index(), b.Kind.index()),
			cmp.Compare(a.Method, b.Method),
			cmp.Compare(a.Path, b.Path),
		)
	})
}
