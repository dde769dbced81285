package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
)

// shownKinds is how many kinds of files an error names.
const shownKinds = 3

// noPagesIn returns the error for docs in which no page is, with what they hold instead and what to do.
func noPagesIn(docs *docsfs.Docs, ref string) error {
	kinds := map[string]int{}
	// What cannot be listed was told when the docs were opened.
	_ = fs.WalkDir(docs, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			kinds[strings.ToLower(path.Ext(name))]++
		}
		return nil
	})
	return fmt.Errorf("%s: no pages; name a folder that holds Markdown files (.md) or OpenAPI documents (.yaml, .json)%s", ref, instead(kinds))
}

// instead returns what docs without pages hold, and where pages come from.
func instead(kinds map[string]int) string {
	if len(kinds) == 0 {
		return "; this one is empty: \"docgen pull URL -o DIR\" takes the pages of a site"
	}
	names := slices.SortedFunc(maps.Keys(kinds), func(a, b string) int {
		return cmp.Or(kinds[b]-kinds[a], cmp.Compare(a, b))
	})
	var parts []string
	for _, name := range names[:min(len(names), shownKinds)] {
		parts = append(parts, fmt.Sprintf("%d %s", kinds[name], cmp.Or(name, "without an ending")))
	}
	if more := len(names) - len(parts); more > 0 {
		parts = append(parts, count(more, "more kind"))
	}
	text := "; this one has files of other kinds (" + strings.Join(parts, ", ") + ")"
	if kinds[".html"]+kinds[".htm"] > 0 {
		text += ": where a site has its pages as Markdown too, \"docgen pull URL -o DIR\" takes them"
	}
	return text
}
