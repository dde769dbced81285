package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	// requestAlone is a verb with an address, and nothing else.
	requestAlone = prefilter.MustCompile(`^(GET|POST|PUT|PATCH|DELETE)[ \t]+(https?://[^\s<>"]+)$`)
	// labelledAddress is a label with an address behind it, which may be in code or be a link.
	labelledAddress = prefilter.MustCompile("^([\\pL][\\pL -]{1,30})[:：][ \\t]*<?(https?://[^\\s<>\"`]+)>?$")
)

// requestedAlone is the request of an operation that a text prints alone, with the host that it is
// sent to.
func requestedAlone(op *decl.Operation, text string, ex decl.Example) (decl.Example, bool) {
	m := requestAlone.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || m[1] != op.Verb || !isUseOf(op.Path, withoutQuery(m[2])) {
		return ex, false
	}
	req, err := curl.Read(m[0] + "\nHost: host")
	if err != nil {
		return ex, false
	}
	ex.Language, ex.Request = "http", req
	return ex, true
}

// addressed are the requests of an operation whose addresses stand behind labels in its section:
// Url: https://host/v1/boats. They tell to which host its path belongs.
func (r *reading) addressed(op *decl.Operation, c *call) []decl.Example {
	for _, p := range c.parts {
		if p.kind != textBlock || p.end-p.start > 2*longestLabel {
			continue
		}
		m := labelledAddress.FindStringSubmatch(strings.TrimSpace(prose.Plain(r.document.text[p.start:p.end])))
		if m == nil || vocabulary.SectionOf(m[1]) != vocabulary.Endpoint {
			continue
		}
		ex, ok := requestedAlone(op, op.Verb+" "+m[2], decl.Example{Text: op.Verb + " " + m[2], Start: p.start, End: p.end})
		if ok {
			return []decl.Example{ex}
		}
	}
	return nil
}

func withoutQuery(target string) string {
	target, _, _ = strings.Cut(target, "?")
	return target
}

// isHosted reports whether a request in a fence is that of an endpoint which its section states, with
// a host and more of the path before it: GET https://host/v1/boats below GET /boats.
func (s *document) isHosted(f statement.Finding, stating []statement.Finding) bool {
	if !f.URL || len(f.Operations) != 1 || !s.isFenced(f.Start) {
		return false
	}
	at := s.headingOf(f.Start)
	for _, last := range slices.Backward(stating[max(len(stating)-mostStated, 0):]) {
		if s.headingOf(last.Start) != at {
			return false
		}
		op := last.Operations[0]
		path := slotPath(op.Path)
		if op.Verb == f.Operations[0].Verb && !last.URL && lastLiteral(path) != "" && len(segments(path)) < len(segments(f.Operations[0].Path)) && len(names.Slots(path)) < len(segments(path)) && isUseOf(path, f.Operations[0].Path) {
			return true
		}
	}
	return false
}
