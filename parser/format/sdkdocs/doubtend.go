package sdkdocs

import (
	"bytes"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/link"
)

// An ending says how a page ends.
type ending struct {
	// within is what the page ends in the middle of, or "".
	within string
	// unended says that the last line has no end, which tells something only
	// where other pages have one.
	unended bool
	last    source.Span
}

// endOf returns how the text of a page ends.
func endOf(name string, text []byte) ending {
	trimmed := bytes.TrimRight(text, " \t\n")
	start := bytes.LastIndexByte(trimmed, '\n') + 1
	line := trimmed[start:]
	item := bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte("- "))
	var e ending
	switch {
	case openFence(text):
		e.within = "a fence that is not closed"
	case item && bytes.Count(line, []byte("`"))%2 == 1:
		e.within = "a code span that is not closed"
	case !bytes.HasSuffix(text, []byte("\n")) && (item || bytes.HasPrefix(line, []byte("  "))):
		e.within, e.unended = "a list, without the end of its line", true
	}
	if e.within != "" {
		e.last = source.NewFile(name, text).Span(start, len(trimmed))
	}
	return e
}

// openFence reports whether a text ends within a fence.
func openFence(text []byte) bool {
	open := 0 // the length of the mark that opened it
	for i := 0; i < len(text); {
		n := bytes.Index(text[i:], []byte("```"))
		if n < 0 {
			break
		}
		i += n
		before := text[bytes.LastIndexByte(text[:i], '\n')+1 : i]
		line, _, _ := bytes.Cut(text[i:], []byte("\n"))
		info := bytes.TrimLeft(line, "`")
		mark := len(line) - len(info)
		switch {
		case len(bytes.TrimSpace(before)) > 0:
		case open == 0 && !bytes.Contains(info, []byte("`")):
			open = mark
		case open > 0 && mark >= open && len(bytes.TrimSpace(info)) == 0:
			open = 0
		}
		i += len(line)
	}
	return open > 0
}

// brokenEnds finds pages that end in the middle of something. That a last line
// has no end tells nothing where most others have none
// either.
func (r *run) brokenEnds() []link.Doubt {
	ended, unended := 0, 0
	for _, s := range r.pages {
		switch {
		case s.kind != model.PageReference:
		case s.hasNewline:
			ended++
		default:
			unended++
		}
	}
	var out []link.Doubt
	for _, b := range r.dialects {
		for p, s := range b.pages {
			if s.ending.within == "" || s.ending.unended && unended-1 >= ended {
				continue
			}
			d := b.doubt(p, len(s.units)-1)
			d.Kind, d.Span, d.Reason = model.DoubtEnd, s.ending.last, "the page ends in "+s.ending.within
			out = append(out, r.report("cut-page", d, "the page was cut on its way; fetch it again"))
		}
	}
	return out
}
