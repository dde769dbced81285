package tables

import (
	"slices"

	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
)

// shownBodies are the bodies that fences of a call show where no table lists one and no
// request example sends one: examples of requests of which the page shows no more.
func (r *reading) shownBodies(e *endpoint, op *decl.Operation) []decl.Example {
	if len(op.Body) > 0 || bodiless(e.op.Verb) || e.call.multiplexed() || slices.ContainsFunc(op.Examples, sendsSome) {
		return nil
	}
	var out []decl.Example
	for _, p := range r.payloads(e.call) {
		if slices.ContainsFunc(op.Examples, func(ex decl.Example) bool { return ex.Start == p.at || ex.Text == p.text }) {
			continue // it is an answer
		}
		out = append(out, decl.Example{Language: "json", Text: p.text, Body: p.text, Verb: e.op.Verb, Path: e.op.Path, Start: p.at, End: p.at + len(p.text)})
	}
	return out
}

// sendsSome reports whether an example is a request with a body.
func sendsSome(ex decl.Example) bool {
	if ex.Response {
		return false
	}
	req, err := curl.Read(ex.Text)
	return err == nil && (req.Body != "" || len(req.Form) > 0)
}
