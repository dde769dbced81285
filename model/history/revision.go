// Package history puts the revisions of a reference in order and tells since when each
// thing of it exists, and what became of it.
//
// Give New what is known of each revision, oldest first, and a function that returns
// what a revision has, and what package diff found between it and the one before:
//
//	h, err := history.New(revisions, details)
//	for _, item := range h.Find("messages.create.max_tokens") {
//		fmt.Println(item.ID, h.Revisions[item.Since].Name)
//	}
//
// A revision that lacks pages, as a copy that broke off does, makes nothing removed:
// what it lacks and the next one has again was there all the time.
//
// It is not part of the compatibility promise.
package history

import "github.com/docgen-go/docgen/model/diff"

// A Revision is one state of a reference, without its model.
type Revision struct {
	// Name is what people call it: a date, a tag, a short commit. Date is its day
	// (2006-01-02) and Subject the first line of what its author said; both may be empty.
	Name    string
	Date    string
	Subject string
	// Pages are the paths of its pages, sorted, and Doubts the signs that they do not
	// say all that they once said.
	Pages  []string
	Doubts []Doubt
	// Keys are what function Keys returns for its facts.
	Keys []uint64
}

// A Doubt is a sign that a revision does not have all that it should.
type Doubt struct {
	// Reason is the sign in words, with the page but no line, so that one doubt of two
	// revisions is one.
	Reason string
	// Methods and Types are the IDs of what may be missing or cut. Where both are
	// empty, it may be anything.
	Methods, Types []string
}

// Details are what is too much of a revision to hold for all at once.
type Details struct {
	// Facts are all that the revision has, as function Facts returns them.
	Facts []Fact
	// Changes are what differs from the revision before, classified; none of the first.
	Changes []diff.Finding
}

// A History is what became of each thing that a reference has or had.
type History struct {
	Revisions []State
	// Items are in the order of their IDs.
	Items []*Item
}

// A State is one revision in the history.
type State struct {
	Name, Date, Subject string
	// Pages and Facts are how many the revision has.
	Pages, Facts int
	// Incomplete says why the revision does not have all that it should, each reason
	// in one line.
	Incomplete []string
	// Changes are what came with the revision. What an incomplete revision lacks, and
	// what is back after it, is not in them, but counted in LeftOut.
	Changes []Change
	LeftOut int
}

// A Change is a finding of a revision.
type Change struct {
	diff.Finding
	// Flapping says that what came or went was there before and gone, or comes back
	// in a later revision.
	Flapping bool
}

// An Item is one thing that the newest revision has, or that an older one had.
type Item struct {
	ID   string
	Kind Kind
	Root Root
	Path diff.Path
	// Since is the index of the first revision that has it. In the oldest revision
	// it means: since then or longer.
	Since int
	// Removed is the index of the first revision that has it no more, or -1.
	Removed int
	// Deprecated is the index of the revision that deprecated it, or -1.
	Deprecated int
	// Inferred says that Since is that of what the item belongs to: the pages began to
	// show it on its own later, without a change on the wire.
	Inferred bool
	// Events are what happened to it after it came, oldest first.
	Events []ItemEvent
}

// An ItemEvent is one thing that happened to an item.
type ItemEvent struct {
	Revision int
	What     What
	// Kind and Severity are those of the change, Old and New its texts; for a new name,
	// Old and New are the IDs.
	Kind     diff.Kind
	Severity diff.Severity
	Old, New string
}

// What says what happened to an item.
type What string

// What can happen.
const (
	Changed  What = "changed"
	Removed  What = "removed"
	Returned What = "returned"
	Renamed  What = "renamed"
)
