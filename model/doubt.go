package model

import (
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/model/source"
)

// A Doubt is a sign that pages do not say all that they once said, as copies
// do whose transfer broke off or that were taken while the pages changed. It
// is no fault of what was read, but of what cannot be known.
type Doubt struct {
	Kind DoubtKind `json:"kind"`
	// Span is where the sign stands.
	Span source.Span `json:"span"`
	// Reason is the sign in words.
	Reason string `json:"reason"`
	// Methods and Types are the IDs of what rests on the pages in doubt, sorted.
	// A method need not be there: it may be what is missing.
	Methods []string `json:"methods,omitempty"`
	Types   []string `json:"types,omitempty"`
	// Page is the path, without its ending, of the page that is not there, that ends in
	// the middle of something or that nothing was read of: what stood on it rests on the doubt.
	Page string `json:"page,omitempty"`
}

// A DoubtKind says what the sign is.
type DoubtKind string

// The kinds of doubts.
const (
	DoubtCount   DoubtKind = "count"   // more members or alternatives are announced than listed
	DoubtWording DoubtKind = "wording" // one method stands on two pages in two wordings
	DoubtEnd     DoubtKind = "end"     // a page ends within an item or a fence
	DoubtLink    DoubtKind = "link"    // pages lead to one that is not there
	DoubtPull    DoubtKind = "pull"    // a limit ended the pull that fetched the pages
	DoubtUnread  DoubtKind = "unread"  // a page could not be read that another revision has
	DoubtProse   DoubtKind = "prose"   // a page only tells of what another revision of it lists
)

var doubtKinds = []DoubtKind{DoubtCount, DoubtWording, DoubtEnd, DoubtLink, DoubtPull, DoubtUnread, DoubtProse}

// InDoubt returns the doubts about a method or a type, each by its ID, or "".
func (a *API) InDoubt(method, typ string) []Doubt {
	var out []Doubt
	for _, d := range a.Doubts {
		if method != "" && slices.Contains(d.Methods, method) || typ != "" && slices.Contains(d.Types, typ) {
			out = append(out, d)
		}
	}
	return out
}

func checkDoubts(doubts []Doubt) error {
	for i, d := range doubts {
		switch {
		case !slices.Contains(doubtKinds, d.Kind):
			return fmt.Errorf("doubt %d: there is no kind %q", i+1, d.Kind)
		case d.Reason == "":
			return fmt.Errorf("doubt %d has no reason", i+1)
		}
	}
	return nil
}
