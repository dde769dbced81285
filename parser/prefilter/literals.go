package prefilter

import (
	"bytes"
	"strings"
)

// literals are words that are looked for in a text all at once.
type literals struct {
	// begin says of each byte which words begin with it.
	begin [256]beginning
	// groups are the words that begin with the same byte, without it.
	groups [][]string
	// few are the words, if they are so few that looking for each is faster, else nil.
	few []string
	// folds says that capitals of the text count as small letters, as which the words are
	// given.
	folds bool
}

// A beginning is what is known of the words that begin with a byte.
type beginning struct {
	// second are the second bytes of the words: a bit for the lower five bits of each,
	// which a letter and its capital have in common. It is 0 where no word begins so.
	second uint32
	group  uint8
}

// anySecond is a word of one byte, which anything may follow.
const anySecond = 1<<32 - 1

// mostSingle is how many words are looked for one by one.
const mostSingle = 2

func newLiterals(words []string, folds bool) *literals {
	l := &literals{folds: folds}
	if !folds && len(words) <= mostSingle {
		l.few = words
	}
	for _, w := range words {
		at := &l.begin[w[0]]
		if at.second == 0 {
			at.group = uint8(len(l.groups))
			l.groups = append(l.groups, nil)
		}
		if len(w) == 1 {
			at.second = anySecond
		} else {
			at.second |= 1 << (w[1] & 31)
		}
		l.groups[at.group] = append(l.groups[at.group], w[1:])
	}
	if folds {
		for c := 'a'; c <= 'z'; c++ {
			l.begin[c-'a'+'A'] = l.begin[c]
		}
	}
	return l
}

// holds reports whether a text holds one of the words.
func holds[T string | []byte](l *literals, text T) bool {
	if l.few != nil {
		return holdsOne(l.few, text)
	}
	last := len(text) - 1
	for i := 0; i < last; i++ {
		if b := &l.begin[text[i]]; b.second>>(text[i+1]&31)&1 != 0 && goesOn(l, b, text[i+1:]) {
			return true
		}
	}
	return last >= 0 && l.begin[text[last]].second == anySecond && goesOn(l, &l.begin[text[last]], text[last+1:])
}

// next returns where the next of the words begins in a text from an offset on, or -1.
func next[T string | []byte](l *literals, text T, from int) int {
	if l.few != nil {
		return nextOne(l.few, text, from)
	}
	last := len(text) - 1
	for i := from; i < last; i++ {
		if b := &l.begin[text[i]]; b.second>>(text[i+1]&31)&1 != 0 && goesOn(l, b, text[i+1:]) {
			return i
		}
	}
	if last >= from && l.begin[text[last]].second == anySecond && goesOn(l, &l.begin[text[last]], text[last+1:]) {
		return last
	}
	return -1
}

// nextOne returns where the next of a few words begins in a text from an offset on, or -1.
func nextOne[T string | []byte](words []string, text T, from int) int {
	first := -1
	for _, w := range words {
		i := -1
		switch rest := any(text[from:]).(type) {
		case string:
			i = strings.Index(rest, w)
		case []byte:
			i = bytes.Index(rest, []byte(w))
		}
		if i >= 0 && (first < 0 || from+i < first) {
			first = from + i
		}
	}
	return first
}

// holdsOne reports whether a text holds one of a few words.
func holdsOne[T string | []byte](words []string, text T) bool {
	for _, w := range words {
		found := false
		switch text := any(text).(type) {
		case string:
			found = strings.Contains(text, w)
		case []byte:
			found = bytes.Contains(text, []byte(w))
		}
		if found {
			return true
		}
	}
	return false
}

// goesOn reports whether one of the words that have begun goes on with a text.
func goesOn[T string | []byte](l *literals, b *beginning, text T) bool {
	for _, w := range l.groups[b.group] {
		if len(w) <= len(text) && (l.folds && equalFold(w, text[:len(w)]) || !l.folds && w == string(text[:len(w)])) {
			return true
		}
	}
	return false
}

// equalFold reports whether a text is a word, which is in small letters, in any case.
func equalFold[T string | []byte](word string, text T) bool {
	for i := 0; i < len(word); i++ {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != word[i] {
			return false
		}
	}
	return true
}
