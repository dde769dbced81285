package model

import (
	"cmp"
	"slices"
)

// A Fact is one thing that can be said of a field.
type Fact string

// The facts that more than one source can state.
const (
	FactType     Fact = "type"
	FactRequired Fact = "required"
	FactNullable Fact = "nullable"
	FactFormat   Fact = "format"
	FactDefault  Fact = "default"
	FactLimits   Fact = "limits"
	// FactName and FactPlace are how a parameter is called on the wire and where
	// in a request it travels.
	FactName     Fact = "name"
	FactLocation Fact = "place"
	// FactStyle is how a list is written in a query.
	FactStyle Fact = "style"
	// FactMedia is in what form a body travels.
	FactMedia Fact = "media"
	// FactPaging is that a list comes in pages, which a reference can state once for all.
	FactPaging Fact = "paging"
)

// A Source says a fact: a dialect's name, or one of the inferred sources below.
type Source string

// The sources that docgen infers from, where no signature says the fact.
const (
	SourceExample Source = "example" // a value in an example
	SourceProse   Source = "prose"   // a sentence of a description
	SourceVerb    Source = "verb"    // what requests of the verb carry
	SourceName    Source = "name"    // the wire name, the weakest of all
)

// Inferred reports whether the source is a conclusion rather than a statement.
func (s Source) Inferred() bool {
	return s == SourceExample || s == SourceProse || s == SourceVerb || s == SourceName
}

// Evidence is who said what, sorted by fact. A fact that is not listed was
// said by the signature that declared the field.
type Evidence []Said

// Said is one fact and its source. Format is the format of the page that said it,
// "" where there are no pages.
type Said struct {
	Fact   Fact   `json:"fact"`
	Source Source `json:"source"`
	Format string `json:"format,omitempty"`
}

// OnPages returns the evidence with what has no format yet said on pages of one.
func (e Evidence) OnPages(format string) Evidence {
	out := slices.Clone(e)
	for i := range out {
		out[i].Format = cmp.Or(out[i].Format, format)
	}
	return out
}

// With returns the evidence with one more fact, kept sorted; what is said of
// a fact again replaces what was said of it.
func (e Evidence) With(fact Fact, by Source) Evidence {
	out := make(Evidence, 0, len(e)+1)
	done := false
	for _, s := range e {
		if !done && s.Fact >= fact {
			out, done = append(out, Said{Fact: fact, Source: by}), true
		}
		if s.Fact != fact {
			out = append(out, s)
		}
	}
	if !done {
		out = append(out, Said{Fact: fact, Source: by})
	}
	return out
}

// Of returns who said the fact, or "" for the declaring signature.
func (e Evidence) Of(fact Fact) Source {
	for _, s := range e {
		if s.Fact == fact {
			return s.Source
		}
	}
	return ""
}
