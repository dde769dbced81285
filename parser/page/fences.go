package page

import "bytes"

// Fences returns the fences of a text from an offset on, in their order. One that
// stands in a list item ends with the item; Closed is false where nothing ends it.
func Fences(text []byte, from int) []Fenced {
	var out []Fenced
	for i := from; i < len(text); {
		end := lineEnd(text, i)
		if marker, width, indent, _ := FenceMark(text[i:end]); width > 0 {
			f := FenceAt(text, i, end, marker, width, indent)
			out = append(out, f)
			end = f.End
		}
		i = end
	}
	return out
}

// A Fenced is a fence at text[Start:End], its content at text[Inner:InnerEnd].
type Fenced struct {
	Start, Inner, InnerEnd, End int
	// Info is the info string, Indent how many spaces stand before the marks.
	Info   string
	Indent int
	Closed bool
}

// FenceAt reads the fence whose opening line is text[i:end] and has the mark that
// [FenceMark] measured.
func FenceAt(text []byte, i, end int, marker byte, width, indent int) Fenced {
	f := Fenced{Start: i, Inner: end, Indent: indent, Info: string(bytes.TrimSpace(bytes.TrimLeft(text[i:end], " `~")))}
	at := end
	for at < len(text) {
		next := lineEnd(text, at)
		line := text[at:next]
		if m, n, in, bare := FenceMark(line); m == marker && n >= width && bare && in < indent+4 {
			f.InnerEnd, f.End, f.Closed = at, next, true
			return f
		}
		if indent > 0 && len(line) > 1 && line[0] != ' ' && line[0] != '\t' {
			break
		}
		at = next
	}
	f.InnerEnd, f.End = at, at
	return f
}
