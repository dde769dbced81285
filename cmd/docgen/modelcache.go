package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// modelInputs are all that a model depends on.
type modelInputs struct {
	// Tool is the program, Docs the digest of the pages.
	Form, Tool, Docs string
	Dialects         []string
	// Tables is what docgen.yaml says of the marks of tables.
	Tables *format.Marks
	// Noticed is what of the docs is no page that is read, which the digest of
	// the pages does not know.
	Noticed diag.List
}

// A storedModel is the form of a model in the cache: its JSON form, which reads back
// equal, with what was found while the pages were read.
type storedModel struct {
	API    []byte
	Found  diag.List
	Stated int
}

// readCached is read for verbs that read the same revision again and again: it takes the
// model of pages that were read before from the cache.
func (s *session) readCached(ref string, store *cache.Cache) (_ *reference, err error) {
	docs, err := docsfs.Open(s.ctx, ref, docsfs.DefaultLimits)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, docs.Close()) }()
	marks := marksFor(ref, s.config)
	key, ok := s.modelKey(docs, store, marks)
	var r *reference
	if ok {
		r = storedReference(store, key)
	}
	if r == nil {
		if r, err = s.parse(docs, ref, s.dialects, marks); err != nil {
			return nil, err
		}
		if ok {
			storeReference(store, key, r)
		}
	}
	r.prefix = docs.Prefix
	return s.applyFindings(ref, r)
}

// modelKey returns what a model of docs is stored by, or false where nothing is.
func (s *session) modelKey(docs *docsfs.Docs, store *cache.Cache, marks *format.Marks) (key cache.Key, ok bool) {
	if store == nil || docs.Sides != nil {
		return key, false
	}
	tool, ok := cache.Tool()
	if !ok {
		return key, false
	}
	digest, err := cache.Docs(s.ctx, docs)
	if err != nil { // whoever reads the pages says it better
		return key, false
	}
	text, err := json.Marshal(modelInputs{"model", tool, digest, s.dialects, marks, docs.Found})
	return sha256.Sum256(text), err == nil
}

// storedReference returns what the cache has of a model, or nil. What is damaged counts
// as missing.
func storedReference(store *cache.Cache, key cache.Key) *reference {
	text, ok := store.Get(key)
	if !ok {
		return nil
	}
	var stored storedModel
	if err := gob.NewDecoder(bytes.NewReader(text)).Decode(&stored); err != nil {
		return nil
	}
	api, err := model.Decode(bytes.NewReader(stored.API))
	if err != nil {
		return nil
	}
	return &reference{api: api, found: stored.Found, stated: stored.Stated}
}

// storeReference stores a model. A run does not fail for what it cannot store.
func storeReference(store *cache.Cache, key cache.Key, r *reference) {
	var long, short, text bytes.Buffer
	if err := model.Encode(&long, r.api); err != nil {
		return
	}
	if err := json.Compact(&short, long.Bytes()); err != nil {
		return
	}
	if err := gob.NewEncoder(&text).Encode(storedModel{short.Bytes(), r.found, r.stated}); err != nil {
		return
	}
	_ = store.Put(text.Bytes(), key)
}

// applyFindings applies what docgen.yaml says of findings.
func (s *session) applyFindings(ref string, r *reference) (*reference, error) {
	entries, err := findingsFor(ref, s.config)
	if faults := (config.Faults)(nil); s.config == "" && errors.As(err, &faults) {
		// Whoever looks at pages may do so to repair the file.
		printError(s.stderr, err)
		fmt.Fprintln(s.stderr, "docgen: what this docgen.yaml says of findings was left out")
	} else if err != nil {
		return nil, err
	}
	r.apply(entries)
	return r, nil
}
