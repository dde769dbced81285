package rendered

import (
	"encoding/json"
	"strings"
)

// returnsExamples is the heading of the responses that the examples above it
// already showed.
const returnsExamples = "Returns Examples"

// isExample reports whether the heading at i is that of an example: the tabs
// of the languages, a command or a fence follow it.
func (r *rewriter) isExample(i int) bool {
	return i+1 < r.until(i) && (isTab(r.ps, i+1) || isCommand(r.ps[i+1]) || isFence(r.ps[i+1]))
}

// isFence reports whether a paragraph is a fence of a copy that kept them.
func isFence(p paragraph) bool { return len(p.lines) > 1 && strings.HasPrefix(p.first(), fenceMark) }

func isCommand(p paragraph) bool {
	return strings.HasPrefix(strings.TrimLeft(p.first(), "$ "), "curl ")
}

// example writes the request and the response of an example. Both lost their
// fences; a response also lost the lines that held nothing but a brace, so it
// is JSON no longer and kept as text.
func (r *rewriter) example(i int) int {
	end := r.until(i)
	body := i + 1
	for body < end && isTab(r.ps, body) {
		body++
	}
	if body < end && isFence(r.ps[body]) {
		return r.fenced(i, body)
	}
	request, language := r.request(body, end)
	if request > body {
		r.block("### Example", r.ps[i].at)
		r.fence(r.ps[body:request], language)
	}
	r.responses(r.ps[request:end], 0)
	return end
}

// fenced writes an example that kept its fences: the request is the first of them.
func (r *rewriter) fenced(i, body int) int {
	end := r.until(i)
	r.block("### Example", r.ps[i].at)
	for k, p := range r.ps[body:end] {
		if k > 0 && isFence(p) {
			r.block("#### Response", 0)
		}
		r.prose(p, "")
	}
	return end
}

// request returns where the request ends that starts an example, and what it is
// written in.
func (r *rewriter) request(body, end int) (int, string) {
	switch {
	case body < end && isCommand(r.ps[body]):
		return commandEnd(r.ps[:end], body), "bash"
	case r.lang != nil:
		return programEnd(r.ps[:end], body), r.lang.Name()
	}
	return body, ""
}

// programEnd returns the index after the last paragraph of a program: a
// response is an object that lost its braces.
func programEnd(ps []paragraph, start int) int {
	for i := start; i < len(ps); i++ {
		if i > start && strings.HasPrefix(ps[i].first(), `  "`) {
			return i
		}
	}
	return len(ps)
}

// commandEnd returns the index after the last paragraph of a command: blank
// lines inside of quotes do not end it.
func commandEnd(ps []paragraph, start int) int {
	quotes := 0
	for i := start; i < len(ps); i++ {
		for _, line := range ps[i].lines {
			quotes += strings.Count(line, "'")
		}
		if quotes%2 == 0 {
			return i + 1
		}
	}
	return start + 1 // the quotes are not what they seem
}

// response writes the text below "Returns Examples", unless the examples have
// shown it before.
func (r *rewriter) response(i int) int {
	end := r.until(i)
	r.responses(r.ps[i+1:end], r.ps[i].at)
	return end
}

func (r *rewriter) responses(ps []paragraph, at int32) {
	text := textOf(ps)
	if text == "" || r.shown[text] {
		return
	}
	if r.shown == nil {
		r.shown = map[string]bool{}
	}
	r.shown[text] = true
	language := "text"
	if json.Valid([]byte(text)) {
		language = "json"
	}
	r.block("#### Response", at)
	r.fence(ps, language)
}

func textOf(ps []paragraph) string {
	var parts []string
	for _, p := range ps {
		parts = append(parts, strings.Join(p.lines, "\n"))
	}
	return strings.Join(parts, "\n\n")
}
