package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// addAnsweredElsewhere gives endpoints of which nothing lists or shows what they answer what a label
// announces, or stands, right below a command elsewhere on the pages that requests them: a section of
// two steps shows both above their endpoints.
func (b *pageSet) addAnsweredElsewhere(first map[string]drafted) {
	byKey := map[string]drafted{}
	for _, d := range first {
		if d.op.Returns == nil && !d.op.Empty && !slices.ContainsFunc(d.op.Examples, func(ex decl.Example) bool { return ex.Response }) {
			byKey[d.endpoint.op.Key()] = d
		}
	}
	if len(byKey) == 0 {
		return
	}
	b.commandFences(func(page, at int) {
		s := b.documents[page]
		block, code := &s.blocks[at], strings.TrimSpace(s.code(&s.blocks[at]))
		below := s.answeredBelow(at)
		if below == nil || !curl.IsCommand(code) || strings.Count(code, "curl ") != 1 {
			return
		}
		req, err := s.requestIn(code)
		if err != nil {
			return
		}
		d, ok := b.calledElsewhere(byKey, page, block, req)
		if !ok {
			return
		}
		if text, ok := relaxed(s.code(below)); ok && !startsWithError(text) {
			d.op.Examples = append(d.op.Examples, decl.Example{Response: true, Language: "json", Text: text, Start: below.inner, End: below.innerEnd, File: s.file})
			delete(byKey, d.endpoint.op.Key())
		}
	})
}

// startsWithError reports whether the first member of an object is an error.
func startsWithError(text string) bool {
	name, ok := firstMember(text)
	return ok && (strings.EqualFold(name, "error") || strings.EqualFold(name, "errors"))
}

// answeredBelow is the fence with an object or a list right below a block, but for a label for what is
// answered, or nil.
func (s *document) answeredBelow(i int) *block {
	next := i + 1
	if next < len(s.blocks) && s.blocks[next].kind == textBlock {
		b := &s.blocks[next]
		text := strings.Trim(s.text[b.start:b.end], "> \t\n")
		if vocabulary.SpeaksOfErrors(text) || !isShown(b.label(s.text, s.sections).section) && shownBy(text) != vocabulary.ResponseExample && !(endsInColon(text) && responseWord.MatchString(text)) {
			return nil
		}
		next++
	}
	if next < len(s.blocks) && s.blocks[next].kind == fenceBlock && beginsValue(strings.TrimSpace(s.code(&s.blocks[next]))) {
		return &s.blocks[next]
	}
	return nil
}
