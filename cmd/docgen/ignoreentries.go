package main

import (
	"fmt"
	"time"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
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
	lines, err := config.ParseList(name, text, &entries)
	if err != nil {
		return nil, fmt.Errorf("%w\n\thelp: an ignore file is a list of entries such as {rule: RULE, in: ID, reason: WHY}", err)
	}
	for i, e := range entries {
		P(e).setLine(lines[i])
		if err := P(e).check(now); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, lines[i], err)
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
