package tables

import "strings"

// wideMarks are the marks of full width that pages in Chinese write JSON with.
var wideMarks = map[rune]rune{'｛': '{', '｝': '}', '［': '[', '］': ']', '，': ',', '：': ':', '“': '"', '”': '"', '＂': '"'}

// narrowMarks returns an example that begins like JSON with its marks of full width in the
// form of ASCII, but for those in texts and comments.
func narrowMarks(text string) string {
	if !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") && !strings.HasPrefix(text, "｛") && !strings.HasPrefix(text, "［") || !strings.ContainsAny(text, "｛｝［］，：“＂") {
		return text
	}
	var b strings.Builder
	quote, skipped := rune(0), false // of the text that is open; a mark behind a backslash
	for i, r := range text {
		switch {
		case quote == '\n': // a comment
			if r == '\n' {
				quote = 0
			}
		case quote != 0:
			if closes := r == quote && !skipped; closes {
				quote, r = 0, ascii(r)
			}
			skipped = r == '\\' && !skipped
		case strings.HasPrefix(text[i:], "//"):
			quote = '\n'
		case r == '"' || r == '\'':
			quote = r
		case r == '“':
			quote, r = '”', '"'
		default:
			r = ascii(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}

func ascii(r rune) rune {
	if to, ok := wideMarks[r]; ok {
		return to
	}
	return r
}
