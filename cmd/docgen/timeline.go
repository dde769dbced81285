package main

import (
	"bytes"
	"cmp"
	"compress/flate"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/history"
)

// A timeline reads revisions in order. Each is read once and compared with the one
// before once; what that gives is in the cache, by the digests of the pages, so that
// the next run only reads what is new. No more than two models are held at a time.
type timeline struct {
	*session
	cache *cache.Cache
	// kept is what there is no cache for, packed.
	kept map[string][]byte
	// revisions are those that were read.
	revisions []timelineRevision
	// models are those of the last two revisions that were parsed.
	models map[int]*reference
	// reads is how many revisions were parsed.
	reads int
	// title is what the newest pages call the reference.
	title string
}

func newTimeline(s *session) *timeline {
	return &timeline{session: s, cache: s.openCache(false), kept: map[string][]byte{}, models: map[int]*reference{}}
}

type timelineRevision struct {
	docsfs.Revision
	digest string // of the pages
	// model says that it came as a model, without pages.
	model bool
	pages []string // their paths
}

// A storedRevision is what the cache holds of a revision.
type storedRevision struct {
	Model  bool // came as a model, without the text of pages
	Title  string
	Pages  []string
	Doubts []history.Doubt
	Facts  []history.Fact
}

// read reads revision i, or finds it in the cache.
func (t *timeline) read(i int, r docsfs.Revision) (known history.Revision, err error) {
	digest, err := t.digest(r.Ref)
	if err != nil {
		return known, err
	}
	t.revisions = append(t.revisions, timelineRevision{Revision: r, digest: digest})
	var stored storedRevision
	if !t.get(&stored, t.factsKey(i)) {
		ref, err := t.parsed(i)
		if err != nil {
			return known, err
		}
		stored = storedRevision{Model: ref.model, Title: ref.api.Title, Facts: history.Facts(ref.api), Doubts: doubtsOf(ref)}
		for _, p := range ref.api.Pages {
			stored.Pages = append(stored.Pages, p.Path)
		}
		slices.Sort(stored.Pages)
		if err := t.put(stored, t.factsKey(i)); err != nil {
			return known, err
		}
	}
	if i > 0 && slices.Equal(stored.Pages, t.revisions[i-1].pages) {
		stored.Pages = t.revisions[i-1].pages // many revisions have the same pages
	}
	t.title, t.revisions[i].model, t.revisions[i].pages = cmp.Or(stored.Title, t.title), stored.Model, stored.Pages
	if err := t.compare(i); err != nil {
		return known, err
	}
	return history.Revision{Name: r.Name, Date: r.Date, Subject: r.Subject, Pages: stored.Pages, Doubts: stored.Doubts, Keys: history.Keys(stored.Facts)}, nil
}

// compare finds what differs between revision i and the one before.
func (t *timeline) compare(i int) error {
	if i == 0 {
		return nil
	}
	if t.get(&diff.Comparison{}, t.changesKey(i)) {
		return nil
	}
	before, err := t.parsed(i - 1)
	if err != nil {
		return err
	}
	after, err := t.parsed(i)
	if err != nil {
		return err
	}
	found := diff.Compare(before.api, after.api)
	if found.Paired == 0 {
		return usageError{fmt.Errorf("it has no method in common with revision %s; name revisions of one reference", t.revisions[i-1].Name)}
	}
	return t.put(found, t.changesKey(i))
}

// facts returns what revision i has.
func (t *timeline) facts(i int) ([]history.Fact, error) {
	var stored storedRevision
	if !t.get(&stored, t.factsKey(i)) {
		return nil, errLost
	}
	return stored.Facts, nil
}

// comparison returns what differs between revision i and the one before.
func (t *timeline) comparison(i int) (*diff.Comparison, error) {
	found := &diff.Comparison{}
	if i > 0 && !t.get(found, t.changesKey(i)) {
		return nil, errLost
	}
	return found, nil
}

var errLost = errors.New("the cache lost a revision while it was used; run docgen again")

// parsed returns revision i with its model.
func (t *timeline) parsed(i int) (*reference, error) {
	if r := t.models[i]; r != nil {
		return r, nil
	}
	r, err := readModel(t.revisions[i].Ref)
	if r == nil && err == nil {
		r, err = t.revision(t.revisions[i].Ref, t.cache)
	}
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(t.models, func(at int, _ *reference) bool { return at < i-1 || at > i+1 })
	t.models[i] = r
	t.reads++
	return r, nil
}

// readModel returns the API of a file that "docgen inspect --format json" wrote, or nil
// where ref is none. So a revision that another machine has read need not be read again.
func readModel(ref string) (r *reference, err error) {
	f, err := openWritten(ref, "/model/schema.json")
	if f == nil || err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	api, err := model.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ref, err)
	}
	return &reference{api: api, model: true}, nil
}

// openWritten opens a file of JSON in whose first bytes the schema is named, as docgen
// writes it, or returns nil where ref is none.
func openWritten(ref, schema string) (io.ReadCloser, error) {
	if !strings.EqualFold(filepath.Ext(ref), ".json") {
		return nil, nil
	}
	f, err := os.Open(ref)
	if err != nil {
		return nil, nil // whoever opens it as docs says what is wrong
	}
	start := make([]byte, 512)
	n, err := io.ReadFull(f, start)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) || !bytes.Contains(start[:n], []byte(schema)) {
		return nil, f.Close()
	}
	return struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(start[:n]), f), f}, nil
}

// digest is that of the pages that ref names, and of what was noticed about them.
func (t *timeline) digest(ref string) (_ string, err error) {
	docs, err := docsfs.Open(t.ctx, ref, docsfs.DefaultLimits)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, docs.Close()) }()
	digest, err := cache.Docs(t.ctx, docs)
	return digest + fmt.Sprint(docs.Found), err
}

// doubtsOf are the signs that the pages do not say all that they once said.
func doubtsOf(r *reference) (out []history.Doubt) {
	for _, d := range r.doubts() {
		out = append(out, history.Doubt{Reason: d.Span.File + ": " + d.Reason, Methods: d.Methods, Types: d.Types})
	}
	return out
}

func (t *timeline) factsKey(i int) cache.Key {
	return t.key("facts", t.revisions[i].digest)
}

func (t *timeline) changesKey(i int) cache.Key { return t.pairKey("changes", i) }

// pairKey is the key of what follows from revision i and the one before.
func (t *timeline) pairKey(what string, i int) cache.Key {
	return t.key(what, t.revisions[i-1].digest, t.revisions[i].digest)
}

// key is the digest of all that a result depends on.
func (t *timeline) key(what ...any) cache.Key {
	tool, _ := cache.Tool()
	return sha256.Sum256(fmt.Appendf(nil, "history %q %q %q", tool, t.dialects, what))
}

// get brings back what put kept, and reports whether it is there.
func (t *timeline) get(into any, key cache.Key) bool {
	packed, ok := t.kept[hex.EncodeToString(key[:])]
	if !ok {
		packed, ok = t.cache.Get(key)
	}
	return ok && gob.NewDecoder(flate.NewReader(bytes.NewReader(packed))).Decode(into) == nil
}

// put keeps a result in the cache, or in memory where it cannot.
func (t *timeline) put(result any, key cache.Key) error {
	var packed bytes.Buffer
	z, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err == nil {
		err = errors.Join(gob.NewEncoder(io.Writer(z)).Encode(result), z.Close())
	}
	if err != nil {
		return fmt.Errorf("keeping a result: %w", err)
	}
	if _, ok := cache.Tool(); !ok || t.cache == nil || t.cache.Put(packed.Bytes(), key) != nil {
		t.kept[hex.EncodeToString(key[:])] = packed.Bytes()
	}
	return nil
}
