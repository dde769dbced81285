package goapi

import (
	"strings"

	"github.com/docgen-go/docgen/model/diff"
)

// OnlyGo is the kind of entries about what changes in Go alone.
const OnlyGo diff.Kind = "go-changed"

// An Entry is a change of which only the Go API tells: the changes of the Go API by which
// code may no longer compile and that no finding caused, as far as they have one cause.
type Entry struct {
	diff.Change
	Go []Change
}

// Entries returns those of an explanation, and takes their changes out of Unexplained. Changes
// of facts that one side does not state are one entry for each such fact, the others one for
// each method, type or resource.
func (x *Explanation) Entries() []Entry {
	var left []Change
	var out []Entry
	at := map[string]int{}
	for _, c := range x.Unexplained {
		if !c.Breaks() {
			left = append(left, c)
			continue
		}
		key := "fact " + string(c.Unstated)
		if c.Unstated == "" {
			key = strings.Join([]string{"owner", c.Resource, c.Method, c.Type}, "\x00")
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key], out = i, append(out, Entry{Change: diff.Change{Kind: OnlyGo}})
		}
		out[i].Go = append(out[i].Go, c)
		out[i].Locations = append(out[i].Locations, c.location())
	}
	x.Unexplained = left
	for i := range out {
		out[i].Complete()
	}
	return out
}

// location returns where a change is, with the declarations as what was there and is.
func (c Change) location() diff.Location {
	l := diff.Location{Resource: c.Resource, Method: c.Method, Type: c.Type}
	if p := c.position; p != nil {
		l.At, l.OldSpan, l.NewSpan = p.at, p.oldSpan, p.newSpan
	}
	l.Old = strings.TrimSpace(c.Name + " " + c.Old)
	if c.Action == Renamed {
		l.Old = c.Old
	}
	if c.Action != Removed {
		l.New = c.New
	}
	return l
}

// IsAt reports whether a location of an entry is that of the change.
func (c Change) IsAt(l diff.Location) bool {
	own := c.location()
	return own.Old == l.Old && own.New == l.New
}
