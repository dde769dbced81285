package statement

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// pathToken is a path in a heading: ## /menu/:canteen, ### List boats at /api/boats/.
	pathToken = prefilter.MustCompile("(?:^|[\\s`(（\\[:：])((?:https?://[^/\\s`)]+)?/[A-Za-z{<:][^\\s`|)）\\]]*)(?:`?[)）\\]]?[*_]*(?:$|\\s)|`[*_]*[(（【\\[,，、:：])")
	// calledAs is a line that shows how a path is called: Example call: `/boats?page=1`.
	calledAs = prefilter.MustCompile("^[-*+> \\t]*[*_]*(?:调用例子|调用示例|调用举例|示例调用|(?i:example (?:call|usage|url|query|request)|usage))[*_ \\t]*[:：][*_ \\t]*`?((?:https?://[^/\\s`]+)?/[A-Za-z{<:][^\\s`|]*)`?[*_ \\t.]*$")
	// linkTarget is where a link leads, behind its text.
	linkTarget = prefilter.MustCompile(`\]\([^()\s]*\)`)
	// ofDocument is the end of a path that is a file of documentation or of a program.
	ofDocument = prefilter.MustCompile(`(?i)\.(?:md|mdx|html?|png|jpe?g|gif|svg|css|js|ts|tsx|jsx|go|py|rb|rs|java|sh|ya?ml|toml|conf|ini|txt|log|pdf|zip|exe|so|sock)$`)
)

// byPathAlone returns the endpoints that labels and headings state by their paths, on a page that
// states none with a verb but in requests that it prints. The verb is the one that the page says of all, or "".
func (w *walker) byPathAlone(from int) []Mention {
	for i := range w.found {
		if f := &w.found[i]; len(f.Operations) > 0 && !f.URL {
			return nil
		}
	}
	var out []Mention
	add := func(path string, start, end int, labelled bool) {
		out = append(out, Mention{PathAlone: true, Finding: Finding{Form: Stated, Operations: []Operation{{"", path}}, Start: start, End: end, Labelled: labelled}})
	}
	stated := map[int]bool{} // by the number of the heading above
	for _, p := range w.loose {
		if p.start >= from && mayBeCalled(p.path) {
			stated[w.headingAbove(p.start)] = true
			add(p.path, p.start, p.end, true)
		}
	}
	for n, h := range w.headings {
		if p := pathOfTitle(h.title); p != "" && !stated[n+1] {
			stated[n+1] = true
			add(p, h.start, lineEnd(w.text, h.start), false)
		}
	}
	for _, m := range matchingLines(w.text, from, lonePath, mayBeLone) {
		p := trimHost(string(w.text[m[2]:m[3]]))
		if above := w.headingAbove(m[0]); above > 0 && !stated[above] && mayBeCalled(p) && isApart(w.text, m[0], m[1]) {
			stated[above] = true
			add(p, m[0], m[1], false)
		}
	}
	for _, m := range matchingLines(w.text, from, calledAs, mayCall) {
		p, _, _ := strings.Cut(trimHost(string(w.text[m[2]:m[3]])), "?")
		if above := w.headingAbove(m[0]); above > 0 && !stated[above] && mayBeCalled(p) {
			stated[above] = true
			add(p, m[0], m[1], true)
		}
	}
	if len(out) == 0 {
		return nil
	}
	slices.SortStableFunc(out, func(a, b Mention) int { return a.Start - b.Start })
	n := 1
	for _, m := range out[1:] {
		if m.Start >= out[n-1].End { // a heading may be a label, too
			out[n] = m
			n++
		}
	}
	out = out[:n]
	verb, at := w.verbOfAll()
	if verb == "" {
		w.withVerbsBelow(out)
		return out
	}
	for i := range out {
		out[i].Operations[0].Verb, out[i].VerbAt = verb, at+1
	}
	return out
}

// verbLine is a line that is but a verb behind a label: #### Request type - POST, method: post.
var verbLine = prefilter.MustCompile("(?mi)^[#>*_ \\t-]*([\\pL][\\pL \\t]{1,28}?)[*_]*[ \\t]*(?:[:：–—-][*_]*|[ \\t])[ \\t]*[`*_]*(get|post|put|patch|delete)[`*_]*[ \\t]*(?:<br ?/?>)?[ \\t]*\r?$")

// withVerbsBelow gives paths the verbs that the sections below them say in lines of their own, or that
// the commands there have.
func (w *walker) withVerbsBelow(paths []Mention) {
	for i := range paths {
		f := &paths[i].Finding
		end := len(w.text)
		if i+1 < len(paths) {
			end = paths[i+1].Start
		}
		for _, m := range verbLine.FindAllSubmatchIndex(w.text[f.End:end], -1) {
			if kindOf(string(w.text[f.End+m[2]:f.End+m[3]])) == "verb" {
				f.Operations[0].Verb = strings.ToUpper(string(w.text[f.End+m[4] : f.End+m[5]]))
				break
			}
		}
		if f.Operations[0].Verb != "" || !bytes.Contains(w.text[f.End:end], []byte("curl ")) {
			continue
		}
		if verb, at := w.verbSent(f.End, end, templateOf(f.Operations[0].Path)); verb != "" {
			f.Operations[0].Verb, f.CommandAt = verb, at+1
		}
	}
}

// mayCall reports whether a line may show how a path is called.
func mayCall(line []byte) bool { return bytes.IndexByte(line, '/') >= 0 }

// pathOfTitle is the one path that a heading is or ends with, or that a title follows, or "".
func pathOfTitle(title string) string {
	if len(title) > longest || !strings.Contains(title, "/") || IsBasePath("# "+title) {
		return ""
	}
	title = linkTarget.ReplaceAllString(title, "]")
	all := pathToken.FindAllStringSubmatch(title+" ", -1)
	if len(all) != 1 {
		return ""
	}
	p, _, _ := strings.Cut(trimHost(strings.Trim(all[0][1], "*_,;")), "?")
	if ops := alone("GET "+p, false); len(ops) != 1 || !mayBeCalled(ops[0].Path) {
		return ""
	}
	return p
}

// mayBeCalled reports whether a path may be that of an endpoint, and is none of a file.
func mayBeCalled(p string) bool {
	return len(p) > 1 && !ofMachine.MatchString(p) && !ofDocument.MatchString(path.Base(p)) && !strings.Contains(p, "*")
}
