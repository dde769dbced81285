package names

import (
	"slices"
	"strings"
)

// Slots returns the names in the braces of a path, in order, each once.
func Slots(path string) []string {
	var out []string
	for _, s := range slotsOf(path) {
		if name := path[s.start+1 : s.end-1]; !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// Template returns a path whose slots are named by a function: "{}" where it
// gives "" for a name.
func Template(path string, name func(slot string) string) string {
	var b strings.Builder
	at := 0
	for _, s := range slotsOf(path) {
		b.WriteString(path[at:s.start] + "{" + name(path[s.start+1:s.end-1]) + "}")
		at = s.end
	}
	return b.String() + path[at:]
}

// WithoutSlots returns a path without the names of its slots: /a/{}/b.
func WithoutSlots(path string) string { return Template(path, func(string) string { return "" }) }

// SlotIndex returns which slot of a path has a name, counted from 0, or -1.
func SlotIndex(path, name string) int {
	for i, s := range slotsOf(path) {
		if path[s.start+1:s.end-1] == name {
			return i
		}
	}
	return -1
}

// HasSlot reports whether a text has a slot, as a segment of a path may.
func HasSlot(text string) bool { return len(slotsOf(text)) > 0 }

// A slot is where a slot stands in a path, with its braces.
type slot struct{ start, end int }

// slotsOf returns where the slots of a path stand. A brace that is not closed
// before the next one opens is none.
func slotsOf(path string) []slot {
	var out []slot
	for at := 0; ; {
		open := strings.IndexByte(path[at:], '{')
		if open < 0 {
			return out
		}
		length := strings.IndexByte(path[at+open:], '}')
		if length < 0 {
			return out
		}
		end := at + open + length
		out = append(out, slot{strings.LastIndexByte(path[:end], '{'), end + 1})
		at = end + 1
	}
}

// EndsInSlot reports whether the last segment of a path ends in a slot, with or without a
// slash behind it.
func EndsInSlot(path string) bool { return strings.HasSuffix(strings.TrimSuffix(path, "/"), "}") }
