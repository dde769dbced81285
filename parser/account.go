package parser

import (
	"bytes"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/dialect"
)

// account counts the bytes of a unit.
func (o *openPage) account(index int) {
	o.facts.used[index] = o.worker.account(o.file, &o.page.units[index], &o.facts.diags)
}

func (p *pageReader) mark(start, end int, use dialect.Use) {
	for i := start; i < end; i++ {
		p.uses[i] = use
	}
}

// account counts the bytes of a unit by use. A line belongs as a whole to what
// claimed its first claimed byte, list markers and indentation with it.
func (p *pageReader) account(file *source.File, u *unit, diags *diag.List) model.Bytes {
	out := model.Bytes{Total: u.bytes()}
	unread := -1
	var lines lineCount
	for i := u.start; i < u.end; {
		end := u.end
		if n := bytes.IndexByte(file.Text[i:u.end], '\n'); n >= 0 {
			end = i + n + 1
		}
		use := p.lineUse(file.Text, i, end)
		if line, size := file.OriginLine(i); lines.isNew(line) {
			count(&out, use, int64(size))
		}
		if use == dialect.Unread && unread < 0 {
			unread = i
		}
		if unread >= 0 && (use != dialect.Unread && use != dialect.Layout || end == u.end) {
			diags.Add("unread-text", diag.Warning, file.Span(unread, end), "this text is neither model nor documentation to docgen").
				Help = "please report the page: nothing should be dropped"
			unread = -1
		}
		i = end
	}
	return out
}

func (p *pageReader) lineUse(text []byte, start, end int) dialect.Use {
	blank := true
	for i := start; i < end; i++ {
		if p.uses[i] != dialect.Unread && !isBlank(text[i]) {
			return p.uses[i]
		}
		blank = blank && isBlank(text[i])
	}
	if blank {
		return dialect.Layout
	}
	return dialect.Unread
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

func count(b *model.Bytes, use dialect.Use, n int64) {
	switch use {
	case dialect.Model:
		b.Model += n
	case dialect.Docs:
		b.Docs += n
	case dialect.Examples:
		b.Examples += n
	case dialect.Layout:
		b.Layout += n
	default:
		b.Unread += n
	}
}
