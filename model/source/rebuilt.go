package source

// Rebuilt returns a file of text that was rebuilt from f, because f lost its
// form. lines holds for each line of text the line of f that it was made from,
// counted from 1, or 0. Places in the new file are places in f: whole lines,
// since columns have no counterpart.
func (f *File) Rebuilt(text []byte, lines []int32) *File {
	out := NewFile(f.Name, text)
	out.origin = f
	out.from = make([]int32, len(out.lines))
	last := int32(1)
	for i := range out.from {
		if i < len(lines) && lines[i] > 0 {
			last = lines[i]
		}
		out.from[i] = last // a line that was added stands with the one before it
	}
	out.made = lines
	return out
}

// OriginLine is the line of the original, counted from 1, that the line at an
// offset was made from, and its size in bytes with its end. The line is 0
// where that line was added. A file that was not rebuilt is its own original.
func (f *File) OriginLine(offset int) (line, size int) {
	i := f.lineAt(offset)
	if f.origin == nil {
		return i + 1, f.lineEnd(i) - int(f.lines[i])
	}
	if i >= len(f.made) || f.made[i] == 0 {
		return 0, 0
	}
	line = int(f.made[i])
	return line, f.origin.lineEnd(line-1) - int(f.origin.lines[line-1])
}

// lineEnd is the offset after the end of a line, counted from 0.
func (f *File) lineEnd(i int) int {
	if i+1 < len(f.lines) {
		return int(f.lines[i+1])
	}
	return len(f.Text)
}

// originSpan is the stretch of the original that a stretch was made from.
func (f *File) originSpan(start, end int) Span {
	first := f.from[f.lineAt(start)]
	last := max(first, f.from[f.lineAt(max(start, end-1))])
	from := int(f.origin.lines[first-1])
	to := f.origin.lineEnd(int(last) - 1)
	if to > from && f.origin.Text[to-1] == '\n' {
		to--
	}
	return f.origin.Span(from, to)
}
