package sdkdocs

import (
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/format"
)

// An address is what the path of a page says about its place in the reference.
type address struct {
	// dialect is the name of the dialect's folder that the page stands in, or "".
	dialect string
	// names are the resources from the root and, on a method's page, the method.
	names []string
	// isMarked says that folders told which names are resources.
	isMarked bool
	// method says that the path itself marks a method's page.
	method bool
}

// A layout is how the pages of a reference are arranged in folders.
type layout struct {
	// marked says that folders named "resources", "subresources" and "methods"
	// announce what the next folder is. Elsewhere they are resources of those
	// names.
	marked bool
}

// layoutOf looks for the arrangement that all pages together show.
func layoutOf(pages []*format.Page) layout {
	var l layout
	for _, p := range pages {
		f := p.Path
		l.marked = l.marked || strings.Contains("/"+f, "/resources/") &&
			(strings.Contains(f, "/methods/") || strings.Contains(f, "/subresources/"))
	}
	return l
}

// address reads a page's path in the layouts that are published:
//
//	r/s/m.md beside r/s.md
//	resources/r/subresources/s/methods/m/index.md, or …/methods/m.md
//	r__s__m.md, a tree in one folder
//
// What stands before the folder of a dialect or before "resources" is the
// address of the site, not of the resource. A page that has the name of a dialect
// is one like any other; hint tells those that stand for a folder beside them.
func (l layout) address(file string) address {
	file = strings.TrimSuffix(file, path.Ext(file))
	if !strings.Contains(file, "/") {
		file = strings.ReplaceAll(file, "__", "/")
	}
	segments := strings.Split(file, "/")
	cut := false
	if n := len(segments); segments[n-1] == "index" && n > 1 {
		segments, cut = segments[:n-1], true
	}
	var a address
	for i, s := range segments {
		if l.marked && s == "resources" {
			segments = segments[i:]
			break
		}
		if isFolder(s) && (i < len(segments)-1 || cut) {
			a.dialect, segments = s, segments[i+1:]
			break
		}
	}
	if l.marked && len(segments) > 0 && segments[0] == "resources" {
		a.marked(segments)
	} else {
		a.names = segments
	}
	return a
}

// marked reads `resources/r/subresources/s/methods/m`.
func (a *address) marked(segments []string) {
	a.isMarked = true
	for i := 0; i+1 < len(segments); i += 2 {
		a.names = append(a.names, segments[i+1])
		a.method = segments[i] == "methods"
	}
}

// siteWords are folders that a site puts above its reference.
var siteWords = map[string]bool{
	"docs": true, "doc": true, "api": true, "reference": true, "api-reference": true, "api_reference": true,
	"en": true, "latest": true, "pages": true, "resources": true,
}

// trimSite removes the folders that all reference pages have in common and that
// only name the site. A folder with a reference page of its own is a resource;
// one with an index or a guide is none for that. Pages in the folder of a
// dialect count for themselves, because they have lost what stands before it.
func trimSite(pages []*scanned) {
	for _, inDialect := range []bool{false, true} {
		trimShared(slices.DeleteFunc(slices.Clone(pages), func(s *scanned) bool {
			return s.address.dialect != "" != inDialect
		}))
	}
}

func trimShared(pages []*scanned) {
	for {
		first, ok := commonFirst(pages)
		if !ok || !siteWords[strings.ToLower(first)] {
			return
		}
		for _, s := range pages {
			if names := s.address.names; len(names) > 0 && names[0] == first {
				s.address.names = names[1:]
			}
		}
	}
}

func commonFirst(pages []*scanned) (string, bool) {
	first := ""
	for _, s := range pages {
		names := s.address.names
		if s.kind != model.PageReference {
			continue
		}
		if len(names) < 2 || first != "" && names[0] != first {
			return "", false
		}
		first = names[0]
	}
	return first, first != ""
}

// hasPrefix reports whether id is the resource or below it.
func hasPrefix(id, resource string) bool {
	return resource == "" || id == resource || strings.HasPrefix(id, resource+".")
}

func joinID(names []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(names), func(s string) bool { return s == "" }), ".")
}
