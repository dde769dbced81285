package docsfs

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// A Revision is what is known of docs besides their pages. What is not known is empty.
type Revision struct {
	// Date is YYYY-MM-DD: of the commit, or the last one in the name of a file or folder.
	Date string
	// Commit is the short name of the commit, Subject the first line of its message.
	Commit, Subject string
}

// FindRevision returns what is known of the docs that ref names. The error is git's.
func FindRevision(ctx context.Context, ref string) (Revision, error) {
	rev, isGit := strings.CutPrefix(ref, "git:")
	if !isGit {
		return Revision{Date: dateIn(ref)}, nil
	}
	rev, _, _ = strings.Cut(rev, ":")
	if rev == "" || strings.HasPrefix(rev, "-") {
		return Revision{}, fmt.Errorf("%s: a revision comes first, as in git:HEAD or git:v1.2.0:docs", ref)
	}
	out, err := git(ctx, "log", "-1", "--format=%cs%x00%h%x00%s", rev, "--")
	if err != nil {
		return Revision{}, nil // a tree has no commit; what is no revision at all is told by Open
	}
	parts := strings.SplitN(strings.TrimSuffix(out, "\n"), "\x00", 3)
	if len(parts) != 3 {
		return Revision{}, fmt.Errorf("git log says %q of %s", out, rev)
	}
	return Revision{parts[0], parts[1], parts[2]}, nil
}

var day = regexp.MustCompile(`(?:^|[^0-9])(\d{4}-\d{2}-\d{2})(?:[^0-9]|$)`)

// dateIn is the last date in a path, or "".
func dateIn(ref string) string {
	found := ""
	for _, part := range strings.Split(filepath.ToSlash(ref), "/") {
		for _, m := range day.FindAllStringSubmatch(part, -1) {
			if _, err := time.Parse(time.DateOnly, m[1]); err == nil {
				found = m[1]
			}
		}
	}
	return found
}
