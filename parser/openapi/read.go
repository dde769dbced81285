// Package openapi reads an OpenAPI 3 document into the model, so that a
// specification and a set of pages are values of one type and can be compared.
// It is the only room that knows how OpenAPI spells a fact on the way in.
//
// A span of what is read here has no line: its File is the document's name and
// a JSON pointer as a URL fragment, spec.json#/paths/~1v1~1files/get. Types are
// not interned, because each keeps the place of its own.
//
// It is not part of the compatibility promise.
package openapi

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// MaxBytes is the size above which a document is refused.
const MaxBytes = 64 << 20

// The diagnostics of this package.
const (
	CodeInvalid     diag.Code = "openapi-invalid"     // the document breaks a rule of OpenAPI
	CodeUnsupported diag.Code = "openapi-unsupported" // the model has no form for a construct
)

// Read reads a document, JSON or YAML, into a linked API. Faults that leave
// the document readable come back as warnings. The error says why there is no
// API: text that is no OpenAPI 3 document, a reference that leads nowhere or
// to another file, or a structure beyond the limits. No file and no address is
// ever opened.
func Read(ctx context.Context, name string, data []byte) (*model.API, diag.List, error) {
	doc, err := load(ctx, name, data)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{ctx: ctx, file: name, doc: doc, named: map[string]*model.NamedType{}, nulls: map[*openapi3.Schema]bool{}}
	if err := r.read(); err != nil {
		return nil, nil, err
	}
	r.validate(ctx)
	r.diags.Sort()
	return r.api, r.diags, nil
}

func load(ctx context.Context, name string, data []byte) (*openapi3.T, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("%s: %d bytes are more than the limit of %d", name, len(data), MaxBytes)
	}
	loader := openapi3.NewLoader()
	loader.Context = ctx
	doc, err := loader.LoadFromData(data)
	if external := (*openapi3.DisallowedExternalRefError)(nil); errors.As(err, &external) {
		return nil, fmt.Errorf("%s: the reference %q leads to another file: bundle the document into one file first", name, external.Ref)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: not a readable OpenAPI document: %w", name, err)
	}
	if !strings.HasPrefix(doc.OpenAPI, "3.") {
		return nil, fmt.Errorf("%s: openapi: %q: want a version 3 document (convert older ones first)", name, cmp.Or(doc.OpenAPI, "missing"))
	}
	return doc, nil
}

// A reader turns one document into one API.
type reader struct {
	ctx   context.Context
	file  string
	doc   *openapi3.T
	api   *model.API
	diags diag.List
	// named holds what refs lead to, by ref. Types of queue are not read yet.
	named map[string]*model.NamedType
	queue []declaration
	// nulls remembers which schemas allow null.
	nulls map[*openapi3.Schema]bool
	depth int
}

// A declaration is a named type whose schema waits to be read, so that the
// depth of the call stack does not grow with the length of a chain of refs.
type declaration struct {
	named  *model.NamedType
	schema *openapi3.Schema
	at     pointer
}

func (r *reader) read() error {
	r.api = &model.API{}
	if r.doc.Info != nil {
		r.api.Title = r.doc.Info.Title
	}
	for i, s := range r.doc.Servers {
		at := pointer("").child("servers", fmt.Sprint(i))
		r.api.Servers = append(r.api.Servers, model.Server{URL: s.URL, Span: r.span(at)})
	}
	r.security()
	r.declareComponents()
	if err := r.paths(); err != nil {
		return err
	}
	if err := r.drain(); err != nil {
		return err
	}
	r.api.Types = slices.SortedFunc(maps.Values(r.named), func(a, b *model.NamedType) int { return cmp.Compare(a.ID, b.ID) })
	return nil
}

func (r *reader) declareComponents() {
	if r.doc.Components == nil {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(r.doc.Components.Schemas)) {
		ref := schemaPrefix + escape(name)
		r.declare(&openapi3.SchemaRef{Ref: ref, Value: r.doc.Components.Schemas[name].Value})
	}
}

// drain reads what was declared, and what that declares in turn.
func (r *reader) drain() error {
	for len(r.queue) > 0 {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		d := r.queue[0]
		r.queue = r.queue[1:]
		v, err := r.schema(d.schema, d.at)
		if err != nil {
			return err
		}
		d.named.Type, d.named.Doc, d.named.Deprecated = v.Type, v.Doc, v.Deprecated
	}
	return nil
}

// validate holds the document against the rules of OpenAPI. Examples, defaults
// and patterns are left alone: the comparison does not run them.
func (r *reader) validate(ctx context.Context) {
	err := r.doc.Validate(ctx, openapi3.EnableMultiError(), openapi3.DisableExamplesValidation(),
		openapi3.DisableSchemaDefaultsValidation(), openapi3.DisableSchemaPatternValidation())
	for _, e := range flatten(err) {
		r.diags.Add(CodeInvalid, diag.Warning, source.Span{File: r.file}, "%s", firstLine(e.Error()))
	}
}

// flatten takes apart what the validator collected.
func flatten(err error) []error {
	many, ok := err.(openapi3.MultiError)
	if !ok {
		if err == nil {
			return nil
		}
		return []error{err}
	}
	var out []error
	for _, e := range many {
		out = append(out, flatten(e)...)
	}
	return out
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
