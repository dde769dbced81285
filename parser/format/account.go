package format

import (
	"bytes"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// A Use says what became of a stretch of a page.
type Use uint8

// The uses of bytes. Unread is the zero Use: nothing claimed the bytes.
const (
	Unread Use = iota
	Model
	Docs
	Examples
	Layout
	// Reported is text that nothing read and about which there is a finding.
	Reported
)

// Clear forgets what was marked, for a page of so many bytes.
func (w *Worker) Clear(size int) { w.uses = append(w.uses[:0], make([]Use, size)...) }

// Mark notes what became of a stretch of the page.
func (w *Worker) Mark(start, end int, use Use) {
	for i := start; i < end; i++ {
		w.uses[i] = use
	}
}

// MarkUnread notes what became of those bytes of a stretch of which nothing was noted.
func (w *Worker) MarkUnread(start, end int, use Use) {
	for i := start; i < end; i++ {
		if w.uses[i] == Unread {
			w.uses[i] = use
		}
	}
}

// Account counts the bytes of a stretch of a page by use; total is how many
// there are, in the file that the page was made from. A line belongs as a whole
// to what claimed its first claimed byte, list markers and indentation with it.
// What nothing claimed is a finding.
func (w *Worker) Account(file *source.File, start, end int, total int64, diags *diag.List) model.Bytes {
	out := model.Bytes{Total: total}
	unread := -1
	var lines LineCount
	for i := start; i < end; {
		next := end
		if n := bytes.IndexByte(file.Text[i:end], '\n'); n >= 0 {
			next = i + n + 1
		}
		use := w.lineUse(file.Text, i, next)
		if line, size := file.OriginLine(i); lines.IsNew(line) {
			count(&out, use, int64(size))
		}
		if use == Unread && unread < 0 {
			unread = i
		}
		if unread >= 0 && (use != Unread && use != Layout || next == end) {
			diags.Add("unread-text", diag.Warning, file.Span(unread, next), "this text is neither model nor documentation to docgen").
				Help = "please report the page: nothing should be dropped"
			unread = -1
		}
		i = next
	}
	return out
}

func (w *Worker) lineUse(text []byte, start, end int) Use {
	blank := true
	for i := start; i < end; i++ {
		if w.uses[i] != Unread && !isBlank(text[i]) {
			return w.uses[i]
		}
		blank = blank && (isBlank(text[i]) || text[i] == '>') // a quote goes on
	}
	if blank {
		return Layout
	}
	return Unread
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

func count(b *model.Bytes, use Use, n int64) {
	switch use {
	case Model:
		b.Model += n
	case Docs:
		b.Docs += n
	case Examples:
		b.Examples += n
	case Layout:
		b.Layout += n
	default:
		b.Unread += n
	}
}

// A LineCount tells lines that several lines were made of from those that were
// moved: what a copy prints before a name stands below it on the rebuilt page.
type LineCount struct{ last, counted int }

// IsNew reports whether a line is not the one before it again. 0 is no line.
func (c *LineCount) IsNew(line int) bool {
	if line == 0 {
		return false
	}
	if line < c.last {
		c.counted = line - 1
	}
	c.last = line
	if line <= c.counted {
		return false
	}
	c.counted = line
	return true
}
