package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/history"
)

// ages say since when the things of a reference are there.
type ages struct {
	// source is what the user calls the history, and newest the name of its last revision.
	source, newest string
	// items are those that the newest revision has, by ageKey.
	items map[string]historyItem
	// dates are those of revisions, by name, where they are known.
	dates map[string]string
}

// codeUnknownAge is the code of the finding about what a history does not know.
const codeUnknownAge diag.Code = "unknown-age"

func ageKey(kind history.Kind, id string) string { return string(kind) + " " + id }

// addAges has targets tell since when things are there, if the user asks.
func (f *targetFlags) addAges(s *session, targets []*target) error {
	ages, err := s.ages(f.Since)
	for _, t := range targets {
		t.ages = ages
	}
	return err
}

// ages returns those of an index in a file, or of the history of sources; nil of none.
func (s *session) ages(sources []string) (*ages, error) {
	if len(sources) == 0 {
		return nil, nil
	}
	var index *historyReport
	var err error
	if len(sources) == 1 {
		index, err = readHistory(sources[0])
	}
	if index == nil && err == nil {
		var h *history.History
		if _, h, err = s.history(sources); err == nil {
			index = newHistoryReport(h, h.Items)
		}
	}
	if err != nil {
		return nil, err
	}
	a := &ages{source: strings.Join(sources, " "), items: map[string]historyItem{}, dates: map[string]string{}}
	for _, r := range index.Revisions {
		a.newest, a.dates[r.Name] = r.Name, r.Date
	}
	for _, item := range index.Items {
		if item.Removed == "" {
			a.items[ageKey(item.Kind, item.ID)] = item
		}
	}
	if len(a.items) == 0 {
		return nil, usageError{fmt.Errorf("--since %s: the history has nothing; give all of it, without --of", a.source)}
	}
	return a, nil
}

// maxHistory is how much of an index is read, in bytes: ten times that of the largest
// reference.
const maxHistory = 256 << 20

// readHistory returns the index that a file holds, or nil where ref is none.
func readHistory(ref string) (_ *historyReport, err error) {
	f, err := openWritten(ref, "/schemas/history.json")
	if f == nil || err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	text, err := io.ReadAll(io.LimitReader(f, maxHistory+1))
	if err != nil {
		return nil, err
	}
	if len(text) > maxHistory {
		return nil, fmt.Errorf("%s: more than the limit of %d bytes", ref, maxHistory)
	}
	var index historyReport
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&index); err != nil {
		return nil, fmt.Errorf("%s: no index that this docgen reads: %w; write it anew with \"docgen history --format json\"", ref, err)
	}
	if index.Version != 1 {
		return nil, fmt.Errorf("%s: an index of version %d, but this docgen reads version 1; write it anew with \"docgen history --format json\"", ref, index.Version)
	}
	for _, item := range index.Items {
		if !slices.ContainsFunc(index.Revisions, func(r historyRevision) bool { return r.Name == item.Since }) {
			return nil, fmt.Errorf("%s: %s is there since %q, which is no revision of the index", ref, item.ID, item.Since)
		}
	}
	return &index, nil
}

// digest is that of all that mark depends on.
func (a *ages) digest() string {
	if a == nil {
		return ""
	}
	text, err := json.Marshal([]any{a.source, a.newest, a.items, a.dates})
	if err != nil {
		return err.Error() // maps of strings can be written
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// mark writes the ages into an API. What the history does not know is a finding.
func (a *ages) mark(api *model.API) diag.List {
	if a == nil {
		return nil
	}
	var unknown []history.Fact
	seen := map[string]bool{}
	history.Mark(api, func(f history.Fact) string {
		key := ageKey(f.Kind, f.ID())
		item, ok := a.items[key]
		if !ok {
			if !seen[key] {
				unknown = append(unknown, f)
			}
			seen[key] = true
			return ""
		}
		seen[key] = true
		return a.text(f, item)
	})
	if len(unknown) == 0 {
		return nil
	}
	var found diag.List
	found.Add(codeUnknownAge, diag.Warning, unknown[0].Span, "of %s, the history %s does not have %d, as %s: nothing is told of their age",
		count(len(seen), "thing"), a.source, len(unknown), unknown[0].ID())
	return found
}

// text says since when a thing is there, or is "": where the oldest revision has it, so
// that it may be older; where that is concluded; or where what it is in has the same age.
func (a *ages) text(f history.Fact, item historyItem) string {
	if item.OrLonger || item.Inferred {
		return ""
	}
	for n := len(f.Path) - 1; n >= 0; n-- {
		above := history.Fact{Root: f.Root, Path: f.Path[:n]}
		for _, kind := range []history.Kind{history.Member, history.Param, history.Method, history.Type} {
			if outer, ok := a.items[ageKey(kind, above.ID())]; ok && (n == 0) == (kind == history.Method || kind == history.Type) {
				if outer.Since == item.Since {
					return ""
				}
				return a.since(item)
			}
		}
	}
	return a.since(item)
}

func (a *ages) since(item historyItem) string {
	text := cmp.Or(a.dates[item.Since], item.Since)
	if slices.ContainsFunc(item.Events, func(e historyEvent) bool { return e.What == history.Returned }) {
		text += ", with a time without it"
	}
	return text
}
