package link

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// A Failure is what an error of a method carries in an example, where nothing states it.
// Text is valid JSON.
type Failure struct {
	Method, Status, Text string
	Span                 source.Span
}

// CompleteShown is [Complete] for documents that leave to examples what they do not state:
// bodies, results, credentials, headers, and which numbers are whole. Failures are in the
// order of their pages.
func CompleteShown(api *model.API, failures []Failure) (diag.List, error) {
	l := newLinker(Input{})
	l.api = api
	err := l.guard(func() {
		l.takeOver()
		l.requests()
		l.shownBodies()
		l.results()
		l.failed(failures)
		for _, p := range completing {
			p.run(l)
			if p.name == "observe" {
				l.infer()
			}
		}
		api.Types = l.sortedTypes()
	})
	return l.diags, err
}

// shownBodies takes the bodies that no document states from all request examples of a
// method that send an object or a list of one kind: each shows a part of what may be sent.
func (l *linker) shownBodies() {
	for m := range l.eachMethod() {
		var values []json.RawMessage
		var first *model.Example
		for _, e := range m.Examples {
			if m.Body != nil || e.Request == nil || m.Verb == "GET" || !json.Valid([]byte(e.Request.Body)) {
				continue
			}
			text := json.RawMessage(strings.TrimSpace(e.Request.Body))
			if len(values) > 0 && shownKind([]json.RawMessage{values[0], text}) == "" {
				continue // which the check tells
			}
			if first == nil {
				first = e
			}
			values = append(values, text)
		}
		if len(values) < 2 || len(membersOf(values[0]))+len(elementsOf(values[0])) == 0 {
			continue // one alone is what results reads
		}
		m.Body = &model.Body{ContentType: "application/json", Type: l.shownValue(example{l.resourceOf[m.ID], first.Span}, values, membersOfEach(values), 0), Required: true}
		m.Body.Evidence = m.Body.Evidence.With(model.FactType, model.SourceExample)
		l.diags.Add("inferred-body", diag.Info, first.Span, "no page lists the body of %s; it is inferred from this request and %d more", m.ID, len(values)-1)
	}
}

// failed gives errors without a type that of their examples.
func (l *linker) failed(failures []Failure) {
	type key struct{ method, status string }
	values, first := map[key][]json.RawMessage{}, map[key]source.Span{}
	for _, f := range failures {
		k := key{f.Method, f.Status}
		if _, ok := first[k]; !ok {
			first[k] = f.Span
		}
		values[k] = append(values[k], json.RawMessage(f.Text))
	}
	for m := range l.eachMethod() {
		for _, e := range m.Errors {
			k := key{m.ID, e.Status}
			if e.Type != nil || len(values[k]) == 0 {
				continue
			}
			e.Type = l.shownType(example{l.resourceOf[m.ID], first[k]}, values[k], 0)
			l.diags.Add("inferred-error", diag.Info, first[k], "no page states what the status %s of %s carries; it is inferred from this response", e.Status, m.ID)
		}
	}
}
