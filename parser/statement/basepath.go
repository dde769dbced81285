package statement

import (
	"bytes"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// basePath is a line that says with which path those of all endpoints of the page begin, and names
// no host: Base endpoint is: `/ocs/v2/boats`.
var basePath = prefilter.MustCompile("(?mi)^[ \\t*_>-]*(?:the )?(?:api )?(?:base (?:endpoint|path|uri|url|route)|path prefix|route prefix|基础路径|接口前缀|路径前缀|路由前缀|统一前缀|公共前缀)(?:[ \\t]+is)?[ \\t*_]*[:：][ \\t*_]*`?(/[A-Za-z][^\\s`|<>{}]*?)/?`?[ \\t*_.]*$")

// baseWords are the second words of a base, and endings of them.
var baseWords = []string{"endpoint", "path", "PATH", "Path", "ur", "UR", "Ur", "route", "Endpoint"}

// mayBase reports by a look for rare words whether a page may say a base.
func mayBase(text []byte) bool {
	for _, word := range []string{"refix", "基础路径", "前缀"} {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	const first = "ase "
	for i := bytes.Index(text, []byte(first)); i >= 0; i = bytes.Index(text, []byte(first)) {
		text = text[i+len(first):]
		if slices.ContainsFunc(baseWords, func(w string) bool { return bytes.HasPrefix(text, []byte(w)) }) {
			return true
		}
	}
	return false
}

// IsBasePath reports whether a text is but the base of the paths of a page.
func IsBasePath(text string) bool { return mayBase([]byte(text)) && basePath.MatchString(text) }

// BasePaths returns where lines of a text begin and end that say with which path those of all
// endpoints begin.
func BasePaths(text []byte) (out [][2]int) {
	if !mayBase(text) {
		return nil
	}
	for _, m := range basePath.FindAllSubmatchIndex(text, -1) {
		out = append(out, [2]int{m[0], m[1]})
	}
	return out
}

// behindBase puts the path that the page says to be the base of all before those that it states,
// unless they begin with it or the page says several.
func (w *walker) behindBase() {
	if len(w.found) == 0 {
		return
	}
	head := w.text[:w.found[0].Start] // most pages have little before, and no base behind
	if !mayBase(head) {
		return
	}
	base, at := "", 0
	for _, m := range basePath.FindAllSubmatchIndex(head, -1) {
		path := string(head[m[2]:m[3]])
		if base != "" && path != base {
			return
		}
		if base == "" {
			at = m[0]
		}
		base = path
	}
	if base == "" || basePath.Match(w.text[w.found[0].Start:]) {
		return
	}
	for i := range w.found {
		f := &w.found[i]
		if f.Form > Listed || f.URL {
			continue
		}
		for k, op := range f.Operations {
			if strings.HasPrefix(op.Path, "/") && op.Path != base && !strings.HasPrefix(op.Path, base+"/") {
				f.Operations[k].Path, f.BaseAt = base+op.Path, at+1
			}
		}
	}
}
