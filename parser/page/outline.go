package page

import "bytes"

// A Heading is one ATX heading at column 0 and the stretch of text it rules:
// from the heading to the next one, whatever its level.
type Heading struct {
	Level int // 1 to 6; 0 for the text before the first heading
	Title string
	// Start is the offset of the heading, Body of the line after it, End of the
	// next heading or of the end of the text.
	Start, Body, End int
}

// Outline finds the headings of text from offset start. It reads lines, not
// Markdown: in every place where such a heading can stand it ends all open
// blocks but a fence, so cutting a page there changes nothing, and a page can
// be read piece by piece.
func Outline(text []byte, start int) []Heading {
	out := []Heading{{Start: start, Body: start, End: len(text)}}
	var fence fenceState
	for i := start; i < len(text); {
		end := lineEnd(text, i)
		line := text[i:end]
		if !fence.step(line) {
			if level, title := atx(line); level > 0 {
				out[len(out)-1].End = i
				out = append(out, Heading{Level: level, Title: title, Start: i, Body: end, End: len(text)})
			}
		}
		i = end
	}
	return out
}

func lineEnd(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}

// fenceState follows code fences line by line. Only a fence outside of lists
// can hold a line at column 0; one inside a list item ends with its item.
type fenceState struct {
	marker byte
	width  int
}

// step reports whether the line belongs to a fence.
func (f *fenceState) step(line []byte) bool {
	marker, width, indent, bare := fenceRun(line)
	if f.width > 0 {
		if marker == f.marker && width >= f.width && bare && indent < 4 {
			f.width = 0
		}
		return true
	}
	if width >= 3 && indent == 0 {
		f.marker, f.width = marker, width
		return true
	}
	return false
}

// fenceRun measures the run of backticks or tildes that starts a line; bare
// says that nothing follows it.
func fenceRun(line []byte) (marker byte, width, indent int, bare bool) {
	for indent < len(line) && line[indent] == ' ' {
		indent++
	}
	rest := line[indent:]
	if len(rest) < 3 || rest[0] != '`' && rest[0] != '~' {
		return 0, 0, indent, false
	}
	for width < len(rest) && rest[width] == rest[0] {
		width++
	}
	info := rest[width:]
	if rest[0] == '`' && bytes.IndexByte(info, '`') >= 0 {
		return 0, 0, indent, false
	}
	return rest[0], width, indent, len(bytes.TrimSpace(info)) == 0
}

// atx reads an ATX heading at column 0 and returns level 0 where there is none.
func atx(line []byte) (int, string) {
	level := 0
	for level < len(line) && line[level] == '#' {
		level++
	}
	if level == 0 || level > 6 {
		return 0, ""
	}
	rest := line[level:]
	if len(rest) > 0 && rest[0] != ' ' && rest[0] != '\t' && rest[0] != '\n' {
		return 0, ""
	}
	title := bytes.TrimSpace(rest)
	if bare := bytes.TrimRight(title, "#"); len(bare) == 0 || bare[len(bare)-1] == ' ' {
		title = bytes.TrimSpace(bare)
	}
	return level, string(title)
}
