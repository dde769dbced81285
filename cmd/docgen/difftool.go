package main

import (
	"os"
	"path/filepath"
)

// underDifftool reports whether git difftool --dir-diff calls: it lays both revisions out
// in folders left and right of one that it deletes afterwards, so that their paths mean
// nothing to anybody.
func underDifftool(old, now string) bool {
	return os.Getenv("GIT_DIFFTOOL_DIRDIFF") == "true" && filepath.Base(filepath.Clean(old)) == "left" && filepath.Base(filepath.Clean(now)) == "right" &&
		filepath.Dir(filepath.Clean(old)) == filepath.Dir(filepath.Clean(now))
}

// inRepository calls both sides a and b, as git does, and their pages by the paths in the
// repository, where git laid them out.
func (b *twoSides) inRepository() {
	b.before.prefix, b.after.prefix = "a/", "b/"
}
