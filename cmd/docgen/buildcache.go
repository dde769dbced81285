package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/json"

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
}

func newBuildCache(t *target, digest string) *buildCache {
	tool, ok := cache.Tool()
	if !ok {
		return &buildCache{}
	}
	c := &buildCache{cache.Open(), buildInputs{Tool: tool, Docs: digest, Target: *t.Target}}
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
	Files          map[string][]byte
	Found          diag.List
	Methods, Types int
	Doubts         []model.Doubt
	Names          naming.Table
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
	b := &build{set: output.Set(stored.Files), methods: stored.Methods, types: stored.Types, doubts: stored.Doubts, names: stored.Names}
	b.found = stored.Found
	return b, true
}

// put stores a build for the names that it was made with, and for those that it
// gives: with them the next run begins, and they change nothing any more. A run
// does not fail for what it cannot store.
func (c *buildCache) put(b *build, kept naming.Table) {
	var text bytes.Buffer
	stored := storedBuild{b.set, b.found, b.methods, b.types, b.doubts, b.names}
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
