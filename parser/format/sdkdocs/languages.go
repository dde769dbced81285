package sdkdocs

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/statement"
)

// A language that docgen does not know has a folder of its own, as the dialects
// do. Its pages print methods that the reference has elsewhere: read as those of
// a resource, they would double the API.

// findLanguages marks the pages of unknown languages with the names of their
// folders. A folder is one if at least half of the methods' pages below it are
// copies for a client of pages that lie beside it.
func (r *run) findLanguages() {
	pages := map[string]*scanned{}
	for _, s := range r.pages {
		pages[s.path] = s
	}
	copies, all := map[string]int{}, map[string]int{}
	for _, s := range r.pages {
		if s.kind != model.PageReference || s.foreign || len(s.operations()) == 0 {
			continue
		}
		parts := strings.Split(s.path, "/")
		for k, name := range parts[:len(parts)-1] {
			folder := strings.Join(parts[:k+1], "/")
			all[folder]++
			if !isFolder(name) && s.address.dialect == "" && s.showsClient(name) && hasTwin(pages, parts, k, s) {
				copies[folder]++
			}
		}
	}
	for _, folder := range slices.Sorted(maps.Keys(copies)) {
		if 2*copies[folder] >= all[folder] {
			r.markLanguage(folder)
		}
	}
}

// showsClient reports whether a page looks as those of a client's language do: it
// has signatures, which call nothing by the name of the folder, or its examples
// are in the language that the folder is named after.
func (s *scanned) showsClient(folder string) bool {
	folder = strings.ToLower(folder)
	return s.signature != "" && !strings.Contains(strings.ToLower(s.signature), folder) || s.fence == folder
}

// hasTwin reports whether a page has a counterpart without the k-th folder of its
// path, or in the folder of a dialect in its place, that has one of its methods.
func hasTwin(pages map[string]*scanned, parts []string, k int, s *scanned) bool {
	twins := []string{path.Join(slices.Concat(parts[:k], parts[k+1:])...)}
	for _, name := range slices.Concat(Dialects(), unread) {
		twins = append(twins, path.Join(slices.Concat(parts[:k], []string{name}, parts[k+1:])...))
	}
	known := statement.NewKnown(s.operations())
	return slices.ContainsFunc(twins, func(twin string) bool {
		t := pages[twin]
		return t != nil && slices.ContainsFunc(t.operations(), known.Has)
	})
}

// markLanguage marks the pages in a folder and the page that stands for it.
func (r *run) markLanguage(folder string) {
	for _, s := range r.pages {
		if stem := strings.TrimSuffix(s.path, path.Ext(s.path)); (strings.HasPrefix(s.path, folder+"/") || stem == folder) && s.folder == "" {
			s.folder = path.Base(folder)
		}
	}
}

// leaveUnread takes the units out of a page of a dialect that docgen cannot read.
func (s *scanned) leaveUnread() {
	s.bytes.Unread += s.size - s.bytes.Total
	s.bytes.Total = s.size
	s.units, s.used = nil, nil
}

// reportUnknown reports the dialects of which no page was read, by their first
// pages.
func (r *run) reportUnknown(pages map[string][]*scanned) {
	for name, of := range pages {
		r.diags.Add("unread-dialect", diag.Warning, firstLine(of[0].path),
			"docgen cannot read pages of the dialect %s: %s not read, from this one on", name, countPages(len(of))).Help =
			"docgen reads " + strings.Join(Dialects(), ", ")
	}
}
