package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
)

// promptedCommand begins a line of a session in which a command is given.
const promptedCommand = "$ curl "

// cutSessions makes a fence of each command in one that shows several behind prompts, with
// what each printed: the first one asks for a token, and the second one sends it.
func (s *document) cutSessions() {
	var out []block
	for i, b := range s.blocks {
		cuts := s.promptsIn(&b)
		if len(cuts) > 0 && out == nil {
			out = append(out, s.blocks[:i]...)
		}
		for _, at := range cuts {
			first := b
			first.end, first.innerEnd = at, at
			out = append(out, first)
			b.start, b.inner = at, at
		}
		if out != nil {
			out = append(out, b)
		}
	}
	if out != nil {
		s.blocks = out
	}
}

// promptsIn are where in a fence that begins with a command behind a prompt others begin.
func (s *document) promptsIn(b *block) []int {
	if b.kind != fenceBlock || b.quoted || !strings.HasPrefix(strings.TrimLeft(s.text[b.inner:b.innerEnd], " \t\n"), promptedCommand) {
		return nil
	}
	var out []int
	seen := false
	for at := b.inner; at < b.innerEnd; {
		end := min(lineEnd(s.text, at), b.innerEnd)
		if strings.HasPrefix(strings.TrimLeft(s.text[at:end], " \t"), promptedCommand) {
			if seen {
				out = append(out, at)
			}
			seen = true
		}
		at = end
	}
	return out
}

// asksOther reports whether a command of a session requests something else than the operation,
// which another command of the same session requests. Where none does, all but the first do.
func (r *reading) asksOther(op *decl.Operation, parts []part, i int) bool {
	if r.requests(op, &parts[i]) || !r.document.isPrompted(&parts[i]) {
		return false
	}
	joined := func(j int) bool { return parts[j].kind == fenceBlock && parts[j].start == parts[j-1].end }
	first := i
	for first > 0 && joined(first) {
		first--
	}
	if first < i && r.document.isPrompted(&parts[first]) {
		return true
	}
	for j := i + 1; j < len(parts) && joined(j); j++ {
		if r.requests(op, &parts[j]) {
			return true
		}
	}
	return false
}

// isPrompted reports whether a fence begins with a command behind a prompt.
func (s *document) isPrompted(p *part) bool {
	return strings.HasPrefix(strings.TrimLeft(s.text[p.inner:p.innerEnd], " \t\n"), promptedCommand)
}

// requests reports whether a fence is a command that requests an operation.
func (r *reading) requests(op *decl.Operation, p *part) bool {
	text := r.document.code(p.block)
	if !curl.IsCommand(text) {
		return false
	}
	req, err := r.document.requestIn(text)
	return err == nil && req.Verb == op.Verb && isUseOf(op.Path, req.URL)
}
