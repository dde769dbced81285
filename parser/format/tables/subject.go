package tables

import (
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// A subject is what a heading or a label over members may say to be what they are members of:
// the names on the way there, the outermost first.
type subject []string

// mostLabelWords is how many words a label over members has.
const mostLabelWords = 12

// partWords name a part of a request or of an answer in most labels, and only in marks of
// code an attribute.
var partWords = []string{"request", "response", "body", "header", "headers", "query", "path", "param", "params", "parameter", "parameters", "type", "result"}

// subjectsOf returns what a label may name besides words which say that members follow, the
// likeliest first: data.list 字段说明, Shipping address object, Fields of data. known reports
// whether an attribute is called so, but for letters and what parts words.
func subjectsOf(label string, known func(letters string) bool) []subject {
	words, rest := labelWords(prose.Plain(label))
	if len(words) == 0 || len(words) > mostLabelWords || !rest {
		return nil
	}
	var path subject
	for _, w := range words {
		if steps := stepsOf(w); len(steps) > 1 || len(steps) == 1 && steps[0].array > 0 {
			for _, s := range steps {
				path = append(path, s.name)
			}
		} else if !vocabulary.AnnouncesMembers(w) {
			path = nil
			break
		}
	}
	if path != nil {
		return shortened(path, known)
	}
	for n := len(words); n > 0; n-- {
		var found subject
		for i := 0; i+n <= len(words); i++ {
			name := strings.Join(words[i:i+n], "")
			others := slices.Concat(words[:i], words[i+n:])
			if n == 1 && slices.Contains(partWords, strings.ToLower(name)) || !known(letters(name)) {
				continue
			}
			if !slices.ContainsFunc(others, func(w string) bool { return !vocabulary.AnnouncesMembers(w) && !known(letters(w)) }) {
				found = append(found, name)
			}
		}
		if len(found) > 0 {
			back := slices.Clone(found)
			slices.Reverse(back) // `vip` object in list
			return []subject{found, back}
		}
	}
	return nil
}

// shortened are a path and what is left of it without the names before those of attributes:
// tables begin within what lies around an answer.
func shortened(path subject, known func(string) bool) []subject {
	out := []subject{path}
	for len(path) > 1 && !known(letters(path[0])) {
		path = path[1:]
		out = append(out, path)
	}
	return out
}

// labelWords are the words of a label; ok says that what is in scripts without blanks says
// but that members follow.
func labelWords(plain string) (words []string, ok bool) {
	ok = true
	end := func(word string) {
		switch word = strings.Trim(word, ".-'"); {
		case word == "":
		case word[0] >= 0x80 && []rune(word)[0] >= firstUnspaced:
			ok = ok && vocabulary.AnnouncesMembers(word)
		default:
			words = append(words, word)
		}
	}
	start, last := 0, ' '
	for i, r := range plain {
		if scriptOf(r) != scriptOf(last) {
			end(cutIf(plain[start:i], scriptOf(last)))
			start = i
		}
		last = r
	}
	end(cutIf(plain[start:], scriptOf(last)))
	return words, ok
}

// firstUnspaced is the first letter of the scripts without blanks.
const firstUnspaced = 0x2e80

// scriptOf is 0 for what parts words, 1 for letters of words, and 2 for those of scripts without
// blanks.
func scriptOf(r rune) int {
	switch {
	case r >= firstUnspaced && unicode.IsLetter(r):
		return 2
	case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("_$-.[]'", r):
		return 1
	}
	return 0
}

func cutIf(text string, kind int) string {
	if kind == 0 {
		return ""
	}
	return text
}

// attributeLetters are the letters of the names of attributes at any depth, in the singular,
// too.
func attributeLetters(as []*attribute, into map[string]bool) {
	for _, a := range as {
		into[letters(a.name.Text)], into[letters(names.Singular(a.name.Text))] = true, true
		attributeLetters(a.children, into)
	}
}
