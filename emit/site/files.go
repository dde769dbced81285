package site

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/history"
)

// fileNames gives things names of files that stay the same in later revisions, that
// every file system takes, and that no two things share where case is no difference.
type fileNames struct{ taken map[string]bool }

func newFileNames() *fileNames { return &fileNames{map[string]bool{}} }

var (
	plainName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_.-]{0,80}$`)
	notPlain  = regexp.MustCompile(`[^A-Za-z0-9_-]+`)
	// reserved are names that Windows keeps for devices, whatever follows the dot.
	reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)
)

// name returns a name for id in a folder: the ID itself where it is a good name and
// nothing before has it, else one with a digest of the ID.
func (f *fileNames) name(dir, id string) string {
	base := id
	if !plainName.MatchString(id) || strings.HasSuffix(id, ".") || strings.Contains(id, "..") || reserved.MatchString(id) {
		base = ""
	}
	if base == "" || f.taken[strings.ToLower(dir+base)] {
		sum := sha256.Sum256([]byte(id))
		short := strings.Trim(notPlain.ReplaceAllString(id, "-"), "-")
		base = short[:min(len(short), 60)] + "-" + hex.EncodeToString(sum[:6])
	}
	f.taken[strings.ToLower(dir+base)] = true
	return dir + base + ".html"
}

// assign gives topics their files. Those that came first choose first, so that what
// a later revision brings moves no page.
func (f *fileNames) assign(topics []*topic) {
	order := slices.Clone(topics)
	slices.SortStableFunc(order, func(a, b *topic) int { return cmp.Compare(a.since(), b.since()) })
	for _, t := range order {
		t.file = f.name(folderOf(t.root), t.root.ID())
	}
}

func folderOf(root history.Root) string {
	switch {
	case root.Method != "":
		return "methods/"
	case root.Type != "":
		return "types/"
	}
	return "events/"
}

// since is the first revision that has something of the topic.
func (t *topic) since() int {
	if t.own != nil {
		return t.own.Since
	}
	since := t.items[0].Since
	for _, item := range t.items {
		since = min(since, item.Since)
	}
	return since
}
