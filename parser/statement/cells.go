package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// parted parts the halves of several endpoints in one cell: `/boats/:id` <br> `/boats`.
var parted = prefilter.MustCompile(`(?i)\s*<br\s*/?>\s*|,\s+|\s+or\s+|\s+and\s+`)

// pathsIn are the paths of a cell that holds nothing but several.
func pathsIn(cell string) []string {
	if strings.Count(cell, "/") < 2 || len(cell) > longest || !mayBeginWithPath(cell) {
		return nil
	}
	var out []string
	for _, piece := range parted.Split(cell, -1) {
		text := plain(piece)
		if text == "" {
			continue
		}
		path := trimHost(text)
		if text[0] != '/' && !strings.Contains(text, "://") || !strings.HasPrefix(path, "/") || strings.ContainsAny(slotless(text), " \t") {
			return nil
		}
		out = append(out, path)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// mayBeginWithPath reports by its first word whether a cell may hold nothing but paths:
// there is a slash in it, or a mark that may stand before one.
func mayBeginWithPath(cell string) bool {
	first, _, _ := strings.Cut(cell, " ")
	return strings.ContainsAny(first, "/<&,]*_`\\\t\n\f\r")
}

// severalPaths adds what a row states with a cell of verbs and one of several paths: each verb
// with each path, or, in as many lines of both cells, the verb and the path of each line.
func (w *walker) severalPaths(cells []string, i, end int) {
	var paths []string
	var verbs [][]string
	for _, cell := range cells {
		if found := pathsIn(cell); found != nil && paths == nil {
			paths = found
			continue
		}
		if verbs != nil || !mayState([]byte(cell)) {
			continue
		}
		for _, piece := range parted.Split(cell, -1) {
			names, rest := cutVerbs(plain(piece))
			if len(names) == 0 || strings.TrimSpace(rest) != "" {
				verbs = nil
				break
			}
			verbs = append(verbs, names)
		}
	}
	for n, path := range paths {
		for k, names := range verbs {
			if len(verbs) == len(paths) && k != n {
				continue
			}
			for _, name := range names {
				w.add(Listed, i, end, Operation{strings.ToUpper(name), path})
			}
		}
	}
}
