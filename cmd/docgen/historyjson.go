package main

import (
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/history"
	"github.com/docgen-go/docgen/model/release"
)

const historySchema = "https://raw.githubusercontent.com/docgen-go/docgen/main/cmd/docgen/schemas/history.json"

// A historyReport is the JSON form of a history. Revisions are named by their names.
type historyReport struct {
	Schema    string            `json:"$schema"`
	Version   int               `json:"version"`
	Revisions []historyRevision `json:"revisions"`
	Items     []historyItem     `json:"items"`
}

type historyRevision struct {
	Name       string          `json:"name"`
	Date       string          `json:"date,omitempty"`
	Subject    string          `json:"subject,omitempty"`
	Pages      int             `json:"pages"`
	Facts      int             `json:"facts"`
	Incomplete []string        `json:"incomplete,omitempty"`
	LeftOut    int             `json:"changesLeftOut,omitempty"`
	Changes    []historyChange `json:"changes"`
}

type historyChange struct {
	Rule     string        `json:"rule"`
	Severity diff.Severity `json:"severity"`
	Message  string        `json:"message"`
	Resource string        `json:"resource,omitempty"`
	Method   string        `json:"method,omitempty"`
	Type     string        `json:"type,omitempty"`
	At       string        `json:"at,omitempty"`
	Old      string        `json:"old,omitempty"`
	New      string        `json:"new,omitempty"`
	Flapping bool          `json:"flapping,omitempty"`
}

type historyItem struct {
	ID         string         `json:"id"`
	Kind       history.Kind   `json:"kind"`
	Since      string         `json:"since"`
	OrLonger   bool           `json:"orLonger,omitempty"`
	Inferred   bool           `json:"inferred,omitempty"`
	Deprecated string         `json:"deprecated,omitempty"`
	Removed    string         `json:"removed,omitempty"`
	Events     []historyEvent `json:"events,omitempty"`
}

type historyEvent struct {
	Revision string        `json:"revision"`
	What     history.What  `json:"what"`
	Kind     diff.Kind     `json:"kind,omitempty"`
	Severity diff.Severity `json:"severity,omitempty"`
	Old      string        `json:"old,omitempty"`
	New      string        `json:"new,omitempty"`
}

// newHistoryReport returns the revisions and some of the items.
func newHistoryReport(h *history.History, items []*history.Item) *historyReport {
	r := &historyReport{Schema: release.Pin(historySchema), Version: 1, Revisions: []historyRevision{}, Items: []historyItem{}}
	for _, s := range h.Revisions {
		rev := historyRevision{Name: s.Name, Date: s.Date, Subject: s.Subject, Pages: s.Pages, Facts: s.Facts, Incomplete: s.Incomplete, LeftOut: s.LeftOut, Changes: []historyChange{}}
		for _, c := range s.Changes {
			rev.Changes = append(rev.Changes, historyChange{c.Rules[0], c.Severity, c.Message, c.Resource, c.Method, c.Type, c.At, c.Old, c.New, c.Flapping})
		}
		r.Revisions = append(r.Revisions, rev)
	}
	name := func(i int) string {
		if i < 0 {
			return ""
		}
		return h.Revisions[i].Name
	}
	for _, item := range items {
		one := historyItem{ID: item.ID, Kind: item.Kind, Since: name(item.Since), OrLonger: item.Since == 0, Inferred: item.Inferred,
			Deprecated: name(item.Deprecated), Removed: name(item.Removed)}
		for _, e := range item.Events {
			one.Events = append(one.Events, historyEvent{name(e.Revision), e.What, e.Kind, e.Severity, e.Old, e.New})
		}
		r.Items = append(r.Items, one)
	}
	return r
}
