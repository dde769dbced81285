package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
)

// cutBlocks makes tables and fences of blocks that hold several things.
func (s *document) cutBlocks() {
	s.headAttributes()
	s.cutCoded()
	s.cutSessions()
	s.cutPrinted()
	s.cutEntries()
}

// cutPrinted makes two fences of one that holds a command and, from a line of its own on,
// the JSON that it prints: that is an example, too.
func (s *document) cutPrinted() {
	var out []block
	for i, b := range s.blocks {
		at := s.printedAt(&b)
		if at > 0 && out == nil {
			out = append(out, s.blocks[:i]...)
		}
		if at > 0 {
			below := b
			below.start, below.inner, below.info = at, at, "json"
			b.end, b.innerEnd = at, at
			out = append(out, b, below)
		} else if out != nil {
			out = append(out, b)
		}
	}
	if out != nil {
		s.blocks = out
	}
}

// printedAt is where in a fence that begins with a command the JSON begins that this prints,
// or 0. Lines of the command go on behind a backslash and within quotes.
func (s *document) printedAt(b *block) int {
	if b.kind != fenceBlock || b.quoted || !curl.IsCommand(s.code(b)) {
		return 0
	}
	last, quotes := "", 0
	for at := b.inner; at < b.innerEnd; {
		end := min(lineEnd(s.text, at), b.innerEnd)
		line := strings.TrimSpace(s.text[at:end])
		opens := line != "" && (line[0] == '{' || line[0] == '[')
		if opens && last != "" && !strings.HasSuffix(last, "\\") && quotes%2 == 0 {
			below := *b
			below.inner = at
			if text, ok := relaxed(s.code(&below)); ok && isJSON(text) {
				return at
			}
			return 0
		}
		if strings.Contains(line, "<<") {
			return 0 // what follows is sent
		}
		quotes += strings.Count(line, "'") - strings.Count(line, `\'`)
		if line != "" {
			last = line
		}
		at = end
	}
	return 0
}

// printedByOther reports whether what begins at an offset is printed by a command above it, in
// one fence, that requests another endpoint.
func (r *reading) printedByOther(op *decl.Operation, above *part, start int) bool {
	if above == nil || above.kind != fenceBlock || above.end != start {
		return false
	}
	req, err := r.document.requestIn(r.document.code(above.block))
	return err == nil && !isUseOf(op.Path, req.URL)
}
