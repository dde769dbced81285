package verify

import (
	"cmp"
	"slices"
	"strings"

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
	Precision         float64 `json:"precision"`
	Recall            float64 `json:"recall"`
	RecallOfMentioned float64 `json:"recallOfMentioned"`
}

// A Disagreement is one fact that the sides state differently. Docs and Spec
// are what each says, empty where it is silent.
type Disagreement struct {
	Kind   Kind   `json:"kind"`
	Method string `json:"method"`
	// Path leads from the method to the fact: body.items[].price.
	Path string `json:"path,omitempty"`
	Docs string `json:"docs,omitempty"`
	Spec string `json:"spec,omitempty"`
	// Locations is in how many places the sides differ in this, where it is one type
	// that is missing: it is counted once.
	Locations int `json:"places"`
	// Unmentioned says that the pages have the word nowhere: they don't state
	// the fact in a way that was not understood, they don't state it.
	Unmentioned bool `json:"unmentioned,omitempty"`
	// Page is where the pages say it, or the nearest thing around it.
	Page source.Span `json:"page,omitzero"`
	// Pointer is the same in the spec: file:line:column.
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

// word is the name or value that the pages lack where only the spec states a
// fact, "" where the fact is no single word.
func (d Disagreement) word() string {
	if d.Docs != "" {
		return ""
	}
	switch d.Kind {
	case Fields:
		return d.Spec
	case Parameters:
		_, name, _ := strings.Cut(d.Spec, " ")
		return name
	case EnumValues, Constants:
		return strings.Trim(d.Spec, `"`)
	}
	return ""
}

// Worst is the lowest precision or recall among the kinds, in percent, and the
// kind that has it.
func (r *Report) Worst(among []Kind) (float64, Kind) {
	worst, of := 100.0, Kind("")
	for _, k := range among {
		if low := min(r.Of(k).Precision, r.Of(k).Recall); low < worst {
			worst, of = low, k
		}
	}
	return worst, of
}

// Of returns the figures of one kind.
func (r *Report) Of(k Kind) KindTally {
	return r.Kinds[k.index()]
}

func (r *Report) finish(tallies [kindCount]Tally) {
	for i, k := range kinds {
		t := tallies[i]
		r.Kinds = append(r.Kinds, KindTally{k, t, t.Precision(), t.Recall(), t.RecallOfMentioned()})
	}
	slices.SortStableFunc(r.Disagreements, func(a, b Disagreement) int {
		return cmp.Or(
			cmp.Compare(a.Kind.index(), b.Kind.index()),
			cmp.Compare(a.Method, b.Method),
			cmp.Compare(a.Path, b.Path),
		)
	})
}
