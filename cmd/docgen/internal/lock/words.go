package lock

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
)

var plain = regexp.MustCompile(`^[A-Za-z0-9_./:$@+-]+$`)

// word is a text that readWord reads back: in quotes where it has to be.
func word(s string) string {
	if plain.MatchString(s) {
		return s
	}
	return strconv.Quote(s)
}

var errQuote = errors.New("a quoted text is broken")

// readWords cuts a line into what word wrote.
func readWords(line string) ([]string, error) {
	var words []string
	for line = strings.TrimLeft(line, " "); line != ""; line = strings.TrimLeft(line, " ") {
		if line[0] != '"' {
			w, rest, _ := strings.Cut(line, " ")
			words, line = append(words, w), rest
			continue
		}
		quoted, err := strconv.QuotedPrefix(line)
		if err != nil {
			return nil, errQuote
		}
		line = line[len(quoted):]
		w, err := strconv.Unquote(quoted)
		if err != nil || line != "" && line[0] != ' ' {
			return nil, errQuote
		}
		words = append(words, w)
	}
	return words, nil
}
