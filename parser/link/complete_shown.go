package link

import (
	"encoding/json"

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
