package statement

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// A Mention is an endpoint that a page names and that no form states.
type Mention struct {
	Finding
	// Alone says that it may well state the endpoint: an item of a short list that holds nothing
	// else, or the one sentence below its heading that tells to send a request. Sentence says
	// that it is a sentence, Leading that it begins a line or an item of a longer list.
	Alone, Sentence, Leading bool
	// PathAlone says that it is a path without a verb, behind a label or in a heading, on a page that
	// states no verb.
	PathAlone bool
}

var (
	// spokenCall is a sentence that tells to send a request: Send a GET request to `/boats`, `POST` to /boats.
	spokenCall = prefilter.MustCompile("\\b(GET|POST|PUT|PATCH|DELETE)\\b[*_`]*(?: HTTP)?(?:(?: (?:requests?|calls?))? (?:to|on|against|at)(?: the)?(?: (?:endpoint|path|url|URL|route|resource))?| ?请求 ?(?:到|至)?)[ :：]+[`*_\"]*((?:https?://[^\\s`/]+)?/[A-Za-z][^\\s`)\\]\"*|]*)")
	// spokenCode is an endpoint in code within a sentence.
	spokenCode = prefilter.MustCompile("`(GET|POST|PUT|PATCH|DELETE) +(/[A-Za-z][^\\s`]*)`")
)

// mostMentions is how many sentences of a page are kept that name endpoints.
const mostMentions = 64

// mentions are the items of lists too short for an index, and the sentences that name endpoints on
// a page that states none.
func (w *walker) mentions(from int) []Mention {
	var out []Mention
	for _, f := range w.short {
		out = append(out, Mention{Finding: f, Alone: true})
	}
	for _, f := range w.unreadItems() {
		out = append(out, Mention{Finding: f, Leading: true})
	}
	out = append(out, w.byPathAlone(from)...)
	if slices.ContainsFunc(w.found, func(f Finding) bool { return len(f.Operations) > 0 }) {
		return out
	}
	sentences := w.sentences(from)
	below := map[int]int{} // by the number of the heading above
	for _, m := range sentences {
		below[w.headingAbove(m.Start)]++
	}
	for i := range sentences {
		m := &sentences[i]
		at := w.headingAbove(m.Start)
		m.Alone = m.Alone && at > 0 && below[at] == 1
	}
	return append(out, sentences...)
}

// sentences are the endpoints that sentences name outside of fences, headings, tables and short
// lists, each once below a heading. Sentences about changes tell of none.
func (w *walker) sentences(from int) []Mention {
	if !spokenCall.Match(w.text[from:]) && !spokenCode.Match(w.text[from:]) {
		return nil
	}
	var out []Mention
	seen := map[string]bool{}
	fences := page.Fences(w.text, from)
	for i := from; i < len(w.text) && len(out) < mostMentions; {
		end := lineEnd(w.text, i)
		for len(fences) > 0 && fences[0].End <= i {
			fences = fences[1:]
		}
		if len(fences) > 0 && fences[0].Start <= i {
			i = max(end, fences[0].End)
			continue
		}
		line := w.text[i:end]
		if body := bytes.TrimLeft(line, " \t"); len(body) > 0 && body[0] != '#' && body[0] != '|' && !w.isShort(i) {
			for _, m := range mentionsIn(string(line)) {
				key := strconv.Itoa(w.headingAbove(i)) + m.Operations[0].Key()
				if !seen[key] {
					seen[key] = true
					m.Start, m.End, m.Block = i, end, end
					out = append(out, m)
				}
			}
		}
		i = end
	}
	return out
}

// isShort reports whether an item of a short list begins at an offset.
func (w *walker) isShort(at int) bool {
	return slices.ContainsFunc(w.short, func(f Finding) bool { return f.Start == at })
}

// mentionsIn are the endpoints that a line of a text names.
func mentionsIn(line string) (out []Mention) {
	if len(line) > longest {
		line = line[:longest]
	}
	for _, call := range []bool{true, false} {
		pattern := spokenCode
		if call {
			pattern = spokenCall
		}
		for _, m := range pattern.FindAllStringSubmatch(line, 8) {
			path := strings.TrimRight(trimHost(m[2]), ".,:;?!")
			ops := alone("`"+m[1]+" "+variableSegment.ReplaceAllStringFunc(path, slotOfVariable)+"`", false)
			if len(ops) == 1 && path != "/" {
				out = append(out, Mention{Finding: Finding{Form: Stated, Operations: ops}, Alone: call, Sentence: true})
			}
		}
	}
	return out
}
