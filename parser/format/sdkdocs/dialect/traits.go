package dialect

import "github.com/docgen-go/docgen/model"

// Traits are what is known of all pages of a dialect. Whoever needs to know one
// dialect from the other asks for a trait, never for a name.
type Traits struct {
	// Lead says which dialect leads where several have a method, the lowest first:
	// the one that loses least of what is on the wire.
	Lead int
	// Word says whose word counts for a fact that not all dialects know, the
	// lowest first. The dialect is not asked for a fact that is not there.
	Word map[model.Fact]int
	// AtRoot says that the pages lie beside the folders of all dialects and not in
	// one of their own, and that their methods have no signature.
	AtRoot bool
	// AsSent says that the names of fields are printed as they travel, or so close
	// to it that case and punctuation follow from them.
	AsSent bool
	// AsGo says that names are those of a Go client.
	AsGo bool
	// Counts says that a type announces how many members it has.
	Counts bool
	// Names says whose signatures name methods as the paths of pages do, the lowest
	// first. It is 0 for a dialect whose signatures do not.
	Names int
}

// IsExact reports whether the dialect tells whole numbers from others and times
// from text, so that its word for a scalar is the last one.
func (t Traits) IsExact() bool { return t.Says(model.FactType) }

// Says reports whether the dialect is asked for a fact that others may not know.
func (t Traits) Says(fact model.Fact) bool {
	_, ok := t.Word[fact]
	return ok
}
