package main

import (
	"bytes"
	"errors"
	"hash/maphash"
	"io/fs"
	"maps"
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// Touched is how much of the text differs: pages that were added, removed or
// changed, and lines by page, as sets: a line that only moved is none.
type touched struct {
	pages, added, removed int
	// reworded are the pages of both sides that differ in more than layout and what stands
	// above them about them.
	reworded []string
	// credentials are those guides among them of which lines differ that tell of credentials.
	credentials []string
}

// touched compares the texts of both sides, page by page.
func (s *session) touched(before string, oldPages []*model.Page, after string, newPages []*model.Page) (t touched, err error) {
	old, err := docsfs.Open(s.ctx, before, docsfs.DefaultLimits)
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, old.Close()) }()
	now, err := docsfs.Open(s.ctx, after, docsfs.DefaultLimits)
	if err != nil {
		return t, err
	}
	defer func() { err = errors.Join(err, now.Close()) }()
	counter := lineCounter{seed: maphash.MakeSeed()}
	was, is := paths(oldPages), paths(newPages)
	guides := map[string]bool{}
	for _, p := range newPages {
		guides[p.Path] = p.Kind == model.PageGuide
	}
	names := maps.Clone(was)
	maps.Copy(names, is)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if err := s.ctx.Err(); err != nil {
			return t, err
		}
		a, err := pageOf(old, name, was)
		if err != nil {
			return t, err
		}
		b, err := pageOf(now, name, is)
		if err != nil {
			return t, err
		}
		counter.page(&t, a, b)
		if was[name] && is[name] && !slices.EqualFunc(bytes.Fields(withoutFrontMatter(a)), bytes.Fields(withoutFrontMatter(b)), bytes.Equal) {
			t.reworded = append(t.reworded, name)
			if guides[name] && counter.tellsOfCredentials(a, b) {
				t.credentials = append(t.credentials, name)
			}
		}
	}
	return t, nil
}

// withoutFrontMatter is a page without what stands above it about it, such as its date.
func withoutFrontMatter(page []byte) []byte {
	text := unixLines(page)
	if rest, ok := bytes.CutPrefix(text, []byte("---\n")); ok {
		if _, text, ok := bytes.Cut(rest, []byte("\n---\n")); ok {
			return text
		}
	}
	return text
}

func paths(pages []*model.Page) map[string]bool {
	out := make(map[string]bool, len(pages))
	for _, p := range pages {
		out[p.Path] = true
	}
	return out
}

func pageOf(docs fs.FS, name string, has map[string]bool) ([]byte, error) {
	if !has[name] {
		return nil, nil
	}
	return fs.ReadFile(docs, name)
}

type lineCounter struct{ seed maphash.Seed }

func (c lineCounter) page(t *touched, before, after []byte) {
	if bytes.Equal(before, after) || bytes.Equal(unixLines(before), unixLines(after)) {
		return // a checkout has other line ends than a revision of git
	}
	t.pages++
	lines := map[uint64]int{}
	for line := range bytes.Lines(before) {
		lines[maphash.Bytes(c.seed, bytes.TrimRight(line, "\r\n"))]++
	}
	for line := range bytes.Lines(after) {
		h := maphash.Bytes(c.seed, bytes.TrimRight(line, "\r\n"))
		if lines[h] > 0 {
			lines[h]--
		} else {
			t.added++
		}
	}
	for _, n := range lines {
		t.removed += n
	}
}

// credentialWords are what lines say that tell how requests prove who sends them.
var credentialWords = prefilter.MustCompile(`(?i)\b(?:authorization|authenticat\w*|api[- _]?keys?|bearer|oauth2?|(?:access|api|auth|personal)[- _]tokens?|credentials?)\b|鉴权|認証|认证`)

// tellsOfCredentials reports whether a line that only one of two pages has tells of credentials.
func (c lineCounter) tellsOfCredentials(before, after []byte) bool {
	for _, pages := range [2][2][]byte{{before, after}, {after, before}} {
		has := map[uint64]bool{}
		for line := range bytes.Lines(pages[0]) {
			has[maphash.Bytes(c.seed, bytes.TrimRight(line, "\r\n"))] = true
		}
		for line := range bytes.Lines(pages[1]) {
			if line = bytes.TrimRight(line, "\r\n"); !has[maphash.Bytes(c.seed, line)] && credentialWords.Match(line) {
				return true
			}
		}
	}
	return false
}
