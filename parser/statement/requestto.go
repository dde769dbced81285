package statement

import (
	"bytes"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// requestTo is the end of a sentence whose request goes to the path in the block below it: To
	// add a boat, make a POST request to:
	requestTo = prefilter.MustCompile("\\b(GET|POST|PUT|PATCH|DELETE)\\b[*_`]*(?:(?:,? or |/|, ?)[*_`]*(GET|POST|PUT|PATCH|DELETE)\\b[*_`]*)?(?: HTTP)?(?: (?:requests?|calls?))? (?:to|on|against|at)(?: the| this)?(?: following)?(?: (?:endpoint|path|url|URL|uri|URI|route|resource|address)(?:e?s)?)? ?[:：][*_]*$")
	// askedPathOf is a path in code at the start of a line, perhaps with its host and a query, in which
	// blanks may stand.
	askedPathOf = prefilter.MustCompile("^`((?:https?://[^\\s`/]+)?/[A-Za-z][^\\s`?]*)(\\?[^`]*)?`")
)

// A sentRequest is what a sentence says of the request whose path stands in the block below it.
type sentRequest struct {
	verbs []string
	// last is the number of the endpoints found when the last path of the list was read, plus one.
	last int
}

// asks notes the verbs of a line that ends in a request to what stands below it.
func (w *walker) asks(line []byte) {
	if !bytes.HasSuffix(line, []byte(":")) && !bytes.HasSuffix(line, []byte("：")) && !bytes.HasSuffix(line, []byte("*")) || len(line) > longest || len(w.headings) == 0 {
		return
	}
	if m := requestTo.FindSubmatch(line); m != nil {
		w.asked = sentRequest{verbs: []string{string(m[1])}}
		if len(m[2]) > 0 && string(m[2]) != string(m[1]) {
			w.asked.verbs = append(w.asked.verbs, string(m[2]))
		}
	}
}

// askedPath reads the line at text[i:end] that the sentence before it asks to send a request to,
// and reports whether it begins with a path in code, or is one. Items behind it with the same path and
// another query are uses of it, and part of what states it.
func (w *walker) askedPath(line []byte, i, end int, listed bool) bool {
	asked := w.asked
	w.asked = sentRequest{}
	if len(asked.verbs) == 0 {
		return false
	}
	if asked.last > 0 && !listed {
		if w.text[i] == ' ' || w.text[i] == '\t' {
			w.asked = asked // the item goes on
		}
		return false
	}
	m := askedPathOf.FindSubmatch(line)
	if m == nil || len(line) > longest || !mayBeCalled(trimHost(string(m[1]))) {
		return false
	}
	ops := alone("`"+asked.verbs[0]+" "+trimHost(string(m[1]))+"`", false)
	if len(ops) != 1 {
		return false
	}
	path := ops[0].Path
	if n := len(asked.verbs); asked.last > 0 && w.found[asked.last-1].Operations[0].Path == path {
		for k := asked.last - n; k < asked.last; k++ {
			w.found[k].End = end
		}
	} else {
		for _, verb := range asked.verbs {
			w.add(Stated, i, end, Operation{verb, path})
		}
	}
	if listed {
		asked.last = len(w.found)
		w.asked = asked
	}
	return true
}

// askedFence reads the content of a fence at text[inner:innerEnd] that is but the path which the sentence before
// it asks to send a request to.
func (w *walker) askedFence(inner, innerEnd int) bool {
	if len(w.asked.verbs) == 0 || w.asked.last > 0 {
		w.asked = sentRequest{}
		return false
	}
	line := bytes.TrimSpace(w.text[inner:innerEnd])
	if bytes.ContainsAny(line, "\n`") {
		w.asked = sentRequest{}
		return false
	}
	return w.askedPath([]byte("`"+string(line)+"`"), inner, innerEnd, false)
}
