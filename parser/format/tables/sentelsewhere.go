package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/statement"
)

// mostPrefix is how many segments a host may put before the path of an endpoint.
const mostPrefix = 4

// addSentElsewhere gives endpoints of which nothing lists or shows what they are sent the commands that
// stand elsewhere on the pages and send something to them: the linker infers bodies of these.
func (b *pageSet) addSentElsewhere(first map[string]drafted) {
	byKey := map[string]drafted{}
	for _, d := range first {
		if d.lacksBody() {
			byKey[d.endpoint.op.Key()] = d
		}
	}
	if len(byKey) == 0 {
		return
	}
	b.commandFences(func(page, at int) {
		s := b.documents[page]
		block := &s.blocks[at]
		for _, text := range commandsIn(s.code(block)) {
			b.addCommand(byKey, page, block, text)
		}
	})
}

// commandFences calls do for each fence of the pages that may hold a command of curl, with the index of its page
// and that of its block there.
func (b *pageSet) commandFences(do func(page, at int)) {
	for i, s := range b.documents {
		for k := range s.blocks {
			if block := &s.blocks[k]; block.kind == fenceBlock && strings.Contains(s.text[block.inner:block.innerEnd], "curl ") {
				do(i, k)
			}
		}
	}
}

// addCommand adds a command of a page to the endpoint that it sends something to.
func (b *pageSet) addCommand(byKey map[string]drafted, page int, block *block, text string) {
	req, err := b.documents[page].requestIn(text)
	if err != nil || req.Body == "" && len(req.Form) == 0 {
		return
	}
	if d, ok := b.calledElsewhere(byKey, page, block, req); ok {
		if d.endpoint.call.document.indexed {
			d.op.Body = nil // which an index does not say
		}
		d.op.Examples = append(d.op.Examples, decl.Example{Language: "bash", Text: text, Start: block.inner, End: block.innerEnd, File: b.documents[page].file})
	}
}

// calledElsewhere is the endpoint that a command on a page requests, which stands in no section of it.
func (b *pageSet) calledElsewhere(byKey map[string]drafted, page int, block *block, req *model.Request) (drafted, bool) {
	_, target, absolute := strings.Cut(req.URL, "://")
	if !absolute {
		target = req.URL
	}
	_, path, ok := strings.Cut(target, "/")
	if !ok {
		return drafted{}, false
	}
	path, _, _ = strings.Cut("/"+path, "?")
	for range mostPrefix {
		for _, try := range []string{path, asSent(path)} {
			d, ok := byKey[statement.Operation{Verb: req.Verb, Path: try}.Key()]
			if !ok || d.reading == b.readings[page] && block.start >= d.endpoint.call.start && block.end <= d.endpoint.call.end {
				continue
			}
			return d, true
		}
		_, rest, more := strings.Cut(path[1:], "/")
		if !more {
			break
		}
		path = "/" + rest
	}
	return drafted{}, false
}

// asSent is a path with slots for what are values in it.
func asSent(path string) string {
	path, _, _ = statement.AsSent(path)
	return path
}

// lacksBody reports whether an endpoint takes a body of which nothing says what it is.
func (d drafted) lacksBody() bool {
	if bodiless(d.op.Verb) || d.showsBody() {
		return false
	}
	return len(d.op.Body) == 0 || d.endpoint.call.document.indexed
}

// commandsIn are the commands of curl in a text, each with the lines that it goes on in.
func commandsIn(text string) []string {
	var out []string
	open, at, start := false, 0, 0
	for line := range strings.Lines(text) {
		begin := at
		at += len(line)
		if !open {
			if !curl.IsCommand(line) {
				continue
			}
			start = begin
		}
		command := text[start:at]
		open = strings.HasSuffix(strings.TrimRight(line, " \t\r\n"), "\\") || strings.Count(command, "'")%2 == 1
		if len(command) > longestCommand {
			open = false
			continue
		}
		if !open {
			out = append(out, strings.TrimSpace(command))
		}
	}
	if open {
		out = append(out, strings.TrimSpace(text[start:]))
	}
	return out
}

// longestCommand is how many bytes a command takes that is looked at.
const longestCommand = 16 << 10
