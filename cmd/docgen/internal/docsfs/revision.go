package docsfs

import (
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// FindRevision returns what is known of the docs that ref names, besides their pages: of
// a commit its name, date and subject; of others the last date in the name of a file or
// folder. What Open would refuse is nothing, too: Open says why.
func FindRevision(ctx context.Context, ref string) Revision {
	spec, isGit := strings.CutPrefix(ref, "git:")
	if !isGit {
		return Revision{Date: dateIn(ref)}
	}
	rev, path, _ := strings.Cut(spec, ":")
	if found, err := gitLog(ctx, spec, path, "-1", "--end-of-options", rev, "--"); err == nil && len(found) == 1 {
		return found[0]
	}
	return Revision{}
}

var day = regexp.MustCompile(`(?:^|[^0-9])(\d{4}-\d{2}-\d{2})(?:[^0-9]|$)`)

// dateIn is the last date in a path, or "".
func dateIn(ref string) string {
	found := ""
	for part := range strings.SplitSeq(filepath.ToSlash(ref), "/") {
		for _, m := range day.FindAllStringSubmatch(part, -1) {
			if _, err := time.Parse(time.DateOnly, m[1]); err == nil {
				found = m[1]
			}
		}
	}
	return found
}
