package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/json"
	"fmt"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// A buildCache finds the builds of one target.
type buildCache struct {
	*cache.Cache
	inputs buildInputs
}

// buildInputs are all that a build depends on.
type buildInputs struct {
	Tool, Docs string
	Target     config.Target
	Kept       naming.Table
	// Noticed is what of the docs is no page that is read, which the digest of
	// the pages does not know.
	Noticed diag.List
	// Ages is the digest of the history that the documentation speaks of, "" for none.
	Ages string
}

// openCache opens the cache for a run. decides says that a pipeline goes on or
// not by what the run finds. Why a cache is not used is told.
func (s *session) openCache(decides bool) *cache.Cache {
	c, err := cache.Open(decides)
	if err != nil {
		fmt.Fprintf(s.stderr, "docgen: %v\n", err)
	}
	s.releases = append(s.releases, func() { _ = c.Close() })
	return c
}

func newBuildCache(store *cache.Cache, t *target, digest string, noticed diag.List) *buildCache {
	tool, ok := cache.Tool()
	if !ok {
		return &buildCache{}
	}
	c := &buildCache{store, buildInputs{Tool: tool, Docs: digest, Target: *t.Target, Noticed: noticed, Ages: t.ages.digest()}}
	// The digest says what the docs are, and no file knows its folder.
	c.inputs.Target.Docs, c.inputs.Target.Output = "", ""
	return c
}

func (c *buildCache) key(kept naming.Table) (cache.Key, bool) {
	inputs := c.inputs
	inputs.Kept = kept
	text, err := json.Marshal(inputs)
	return sha256.Sum256(text), err == nil
}

// A storedBuild is the form of a build in the cache.
type storedBuild struct {
	Files                 map[string][]byte
	Found                 diag.List
	Accepted              []acceptedFinding
	Stated                int
	Methods, Types, Shown int
	Doubts                []model.Doubt
	Names                 naming.Table
	Secrets               secrets
	Summary               *readSummary
}

func (c *buildCache) get(kept naming.Table) (*build, bool) {
	key, ok := c.key(kept)
	if !ok {
		return nil, false
	}
	text, ok := c.Get(key)
	if !ok {
		return nil, false
	}
	var stored storedBuild
	if err := gob.NewDecoder(bytes.NewReader(text)).Decode(&stored); err != nil {
		return nil, false
	}
	b := &build{set: output.Set(stored.Files), methods: stored.Methods, types: stored.Types, shown: stored.Shown, doubts: stored.Doubts, names: stored.Names, secrets: stored.Secrets, summary: stored.Summary}
	b.found, b.accepted, b.stated = stored.Found, stored.Accepted, stored.Stated
	return b, true
}

// put stores a build for the names that it was made with, and for those that it
// gives: with them the next run begins, and they change nothing any more. A run
// does not fail for what it cannot store.
func (c *buildCache) put(b *build, kept naming.Table) {
	var text bytes.Buffer
	stored := storedBuild{b.set, b.found, b.accepted, b.stated, b.methods, b.types, b.shown, b.doubts, b.names, b.secrets, b.summary}
	if err := gob.NewEncoder(&text).Encode(stored); err != nil {
		return
	}
	var keys []cache.Key
	for _, names := range []naming.Table{kept, b.names} {
		if key, ok := c.key(names); ok {
			keys = append(keys, key)
		}
	}
	_ = c.Put(text.Bytes(), keys...)
}
