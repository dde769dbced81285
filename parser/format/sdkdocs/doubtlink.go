package sdkdocs

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/link"
)

// A pageLink is a link of an index.
type pageLink struct {
	// target is where it leads, without host, anchor and extension.
	target string
	span   source.Span
}

// linksOf returns the bulleted links of an index.
func linksOf(name string, text []byte) []pageLink {
	file := source.NewFile(name, text)
	var out []pageLink
	offset := 0
	for line := range strings.Lines(string(text)) {
		if format.IsLink([]byte(strings.TrimSpace(line))) {
			_, rest, _ := strings.Cut(line, "](")
			target, _, _ := strings.Cut(rest, ")")
			target, _, _ = strings.Cut(strings.TrimSpace(target), " ") // a title may follow
			if to := targetOf(name, target); to != "" {
				out = append(out, pageLink{to, file.Span(offset, offset+len(strings.TrimRight(line, "\n")))})
			}
		}
		offset += len(line)
	}
	return out
}

// targetOf returns the path that a link on a page leads to, or "" for an anchor
// or another kind of address.
func targetOf(name, target string) string {
	u, err := url.Parse(target)
	if err != nil || u.Path == "" || u.Opaque != "" {
		return ""
	}
	to := u.Path
	if u.Host == "" && !strings.HasPrefix(to, "/") {
		to = path.Join(path.Dir(name), to)
	}
	return pagePath(path.Join(u.Host, to))
}

// pagePath is the path of a page without what sites leave out of addresses.
func pagePath(name string) string {
	name = strings.Trim(path.Clean(name), "/")
	if ext := path.Ext(name); ext == ".md" || ext == ".markdown" || ext == ".mdx" {
		name = strings.TrimSuffix(name, ext)
	}
	return strings.TrimSuffix(name, "/index")
}

// leastLinked is the share of the links below one address that must lead to a
// page before the others count as gone: whoever has a part of a reference has
// links that lead out of it.
const leastLinked = 0.75

// goneLinks finds the links of indexes that lead to pages which are not there,
// while most of their neighbours are.
func (r *run) goneLinks() []link.Doubt {
	there := map[string]bool{}
	for _, p := range r.tree.Pages {
		there[pagePath(p.Path)] = true
	}
	var out []link.Doubt
	for _, links := range r.links {
		for _, l := range goneOf(links, there) {
			var d link.Doubt
			d.Kind, d.Span, d.Page = model.DoubtLink, l.span, l.target
			d.Reason = fmt.Sprintf("the index leads to %s, and no such page is there", l.target)
			if id := joinID(r.layout.address(l.target).names); id != "" {
				d.Methods = []string{id}
			}
			out = append(out, r.report("gone-page", d, "the page was missing when the others were taken; fetch it again"))
		}
	}
	return out
}

// goneOf returns the links to pages that are not there, with targets as paths
// below the docs, each once.
func goneOf(links []pageLink, there map[string]bool) []pageLink {
	found := map[string]int{}
	for _, l := range links {
		if prefix, ok := prefixOf(l.target, there); ok {
			found[prefix]++
		}
	}
	var out []pageLink
	told := map[string]bool{}
	for _, prefix := range slices.Sorted(maps.Keys(found)) {
		var gone []pageLink
		for _, l := range links {
			if rest, ok := strings.CutPrefix(l.target, prefix); ok && rest != "" && !there[rest] && !told[rest] {
				if _, elsewhere := prefixOf(l.target, there); !elsewhere {
					told[rest] = true
					gone = append(gone, pageLink{rest, l.span})
				}
			}
		}
		if n := found[prefix]; float64(n) >= leastLinked*float64(n+len(gone)) {
			out = append(out, gone...)
		}
	}
	return out
}

// prefixOf returns what stands in the target of a link before the path of the
// page that it leads to.
func prefixOf(target string, there map[string]bool) (prefix string, ok bool) {
	for i := 0; ; {
		if there[target[i:]] {
			return target[:i], true
		}
		n := strings.IndexByte(target[i:], '/')
		if n < 0 {
			return "", false
		}
		i += n + 1
	}
}
