package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"go.yaml.in/yaml/v3"
)

// An ignoreEntry is an entry of an ignore file, of whichever verb. check says what is
// wrong with it and whether its time is over, setLine where it stands.
type ignoreEntry[E any] interface {
	*E
	check(now time.Time) error
	setLine(line int)
}

// parseIgnoreEntries reads the entries of an ignore file and checks each.
func parseIgnoreEntries[E any, P ignoreEntry[E]](name string, text []byte, now time.Time) ([]*E, error) {
	var entries []*E
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(&entries); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var nodes []yaml.Node
	if err := yaml.Unmarshal(text, &nodes); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for i, e := range entries {
		if e == nil {
			return nil, fmt.Errorf("%s:%d: the entry is empty", name, nodes[i].Line)
		}
		P(e).setLine(nodes[i].Line)
		if err := P(e).check(now); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, nodes[i].Line, err)
		}
	}
	return entries, nil
}

// isOver reports whether a day, the last on which an entry holds, is over; "" never is.
func isOver(until string, now time.Time) (bool, error) {
	if until == "" {
		return false, nil
	}
	day, err := time.ParseInLocation(time.DateOnly, until, now.Location())
	if err != nil {
		return false, fmt.Errorf("until %q is no date such as 2026-12-31", until)
	}
	return !now.Before(day.AddDate(0, 0, 1)), nil
}
