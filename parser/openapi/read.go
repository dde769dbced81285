// Package openapi reads an OpenAPI 3 document into the model, so that a
// specification and a set of pages are values of one type and can be compared.
// It is the only package that knows how OpenAPI spells a fact on the way in.
//
// What a document can say, and what becomes of it, is the table in keywords.go.
// Types are not interned, because each keeps the place of its own.
//
// It is not part of the compatibility promise.
package openapi

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

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
	CodeRef         diag.Code = "openapi-ref"         // a $ref leads nowhere, or to what is not opened
)

// Convert makes an API of a document: its methods by resource, its named types, and
// what it says of servers and credentials. Structures without a name stay where they
// stand. What is broken is a finding with its place, and the rest is read; the error
// is for a root that is no OpenAPI 3, and for ctx being done.
func Convert(ctx context.Context, doc *Document) (*model.API, diag.List, error) {
	root := node{doc: doc, val: doc.Root}
	if err := checkVersion(root); err != nil {
		return nil, nil, err
	}
	r := newReader(ctx, root)
	r.read()
	r.reportExtensions()
	r.diags.Sort()
	return r.api, r.diags, ctx.Err()
}

// A RefusedError says why a document is not read.
type RefusedError struct {
	At           source.Span
	Reason, Help string
}

// Error returns the reason with its place.
func (e *RefusedError) Error() string {
	text := e.At.String() + ": " + e.Reason
	if e.Help != "" {
		text += ": " + e.Help
	}
	return text
}

// checkVersion refuses documents of other kinds and versions.
func checkVersion(root node) error {
	refuse := func(at node, help, format string, args ...any) error {
		return &RefusedError{at.span(), fmt.Sprintf(format, args...), help}
	}
	switch Detect(root.val) {
	case KindSwagger:
		return refuse(root.get("swagger"), "convert it first, for instance with swagger2openapi (npx swagger2openapi -o openapi.yaml FILE)",
			"this is Swagger %s, and docgen reads OpenAPI 3", root.get("swagger").text())
	case KindAsyncAPI:
		return refuse(root.get("asyncapi"), "", "this is AsyncAPI, which describes messages and no operations over HTTP; docgen reads OpenAPI 3")
	case KindNone:
		return refuse(root, "", "not a readable OpenAPI document: it has neither openapi: 3.… nor paths")
	}
	if version := root.get("openapi"); version.ok() && !isVersion3(version.text()) {
		return refuse(version, "convert older ones first", "openapi: %q: want a version 3 document", version.text())
	}
	return nil
}

func isVersion3(version string) bool {
	return version == "3" || len(version) > 1 && version[:2] == "3."
}

// A reader turns one document into one API.
type reader struct {
	ctx   context.Context
	root  node
	api   *model.API
	diags diag.List
	// refs are what refs lead to, by the document and the text of the ref.
	refs map[refKey]node
	// named holds the types that have a name, by the node of their schema, and ids
	// those names. Types of queue are not read yet.
	named map[*yaml.Node]*model.NamedType
	ids   map[string]bool
	queue []*declaration
	// declared are the declarations by ID, and numbers the last number that was added
	// to an ID.
	declared map[string]*declaration
	numbers  map[string]int
	// nulls remembers which schemas allow null.
	nulls map[*yaml.Node]bool
	// checked are the objects whose keywords were looked at.
	checked map[checkedKey]bool
	// extensions are the members x-… that nobody reads, by name.
	extensions map[string]*extension
	depth      int
	// asking is how many schemas wait for others to say whether they allow null.
	asking int
	// resources are those of the API by ID; waiting are events that get theirs last.
	resources map[string]*model.Resource
	waiting   []event
	// resourceOf are the IDs of the resources of operations.
	resourceOf map[*yaml.Node]string
	// mappings are the texts of discriminators by the schemas that they lead to.
	mappings map[*yaml.Node]map[*yaml.Node][]string
	// tags are what discriminators say of named types.
	tags []tagging
}

// A declaration is a named type whose schema waits to be read, so that the
// depth of the call stack does not grow with the length of a chain of refs.
type declaration struct {
	named  *model.NamedType
	schema node
	done   bool
}

func newReader(ctx context.Context, root node) *reader {
	return &reader{
		ctx: ctx, root: root, api: &model.API{}, refs: map[refKey]node{}, named: map[*yaml.Node]*model.NamedType{},
		ids: map[string]bool{}, nulls: map[*yaml.Node]bool{}, checked: map[checkedKey]bool{}, declared: map[string]*declaration{}, numbers: map[string]int{},
		mappings: map[*yaml.Node]map[*yaml.Node][]string{}, resourceOf: map[*yaml.Node]string{}, extensions: map[string]*extension{},
	}
}

func (r *reader) read() {
	r.check(objectRoot, r.root)
	info := r.root.get("info")
	r.check(objectInfo, info)
	r.check(objectContact, info.get("contact"))
	r.check(objectLicense, info.get("license"))
	r.check(objectExternalDocs, r.root.get("externalDocs"))
	r.api.Title = info.get("title").text()
	r.servers()
	r.check(objectComponents, r.root.get("components"))
	r.security()
	r.declareComponents()
	r.paths()
	r.webhooks()
	if len(r.api.Resources) == 0 {
		r.declareParts()
	}
	r.drain()
	sortResources(r.api.Resources)
	r.reportUnused()
	for _, t := range r.named {
		r.api.Types = append(r.api.Types, t)
	}
	slices.SortFunc(r.api.Types, func(a, b *model.NamedType) int { return cmp.Compare(a.ID, b.ID) })
	r.applyTags()
}

func (r *reader) declareComponents() {
	schemas := r.root.get("components").get("schemas").members()
	for _, s := range schemas {
		r.ids[s.name()] = true
	}
	for _, s := range schemas {
		if r.named[s.val] == nil {
			r.declareAs(s, s.name())
		}
	}
}

// declareParts gives names to what the responses and bodies of a document carry that
// has no operations, because it is made for others to refer to.
func (r *reader) declareParts() {
	for _, part := range []string{"responses", "requestBodies"} {
		for _, p := range r.root.get("components").get(part).members() {
			_, media := r.pickContent(r.follow(p).get("content"))
			if schema := media.get("schema"); schema.isMap() && refOf(schema) == "" && r.named[schema.val] == nil {
				r.declareAs(schema, r.freeID(camel(p.name())))
			}
		}
	}
}

// reportUnused notes components that no operation refers to, so that nothing was read
// of them.
func (r *reader) reportUnused() {
	for part, o := range map[string]object{
		"responses": objectResponse, "parameters": objectParameter, "requestBodies": objectRequestBody, "pathItems": objectPathItem,
		"callbacks": objectCallback, "examples": objectExample,
	} {
		for _, p := range r.root.get("components").get(part).members() {
			if !strings.HasPrefix(p.name(), "x-") && refOf(p) == "" && !r.checked[checkedKey{o, p.val}] {
				r.note(p, "nothing refers to %q of the %s; it is not read", p.name(), part)
			}
		}
	}
}

// declareAs gives a schema a named type and queues it.
func (r *reader) declareAs(s node, id string) *model.NamedType {
	named := &model.NamedType{ID: id, Name: id, Type: anyType(), Span: s.span()}
	r.named[s.val], r.ids[id] = named, true
	d := &declaration{named: named, schema: s}
	r.queue, r.declared[id] = append(r.queue, d), d
	return named
}

// drain reads what was declared, and what that declares in turn.
func (r *reader) drain() {
	for len(r.queue) > 0 && r.ctx.Err() == nil {
		d := r.queue[0]
		r.queue = r.queue[1:]
		r.readNamed(d)
	}
}

func (r *reader) readNamed(d *declaration) {
	if d.done {
		return
	}
	d.done = true
	if refOf(d.schema) != "" && !r.deref(d.schema).ok() {
		return // it stays any value, and the finding is there
	}
	v := r.value(d.schema)
	d.named.Type, d.named.Doc, d.named.Deprecated = v.Type, v.Doc, v.Deprecated
}

// invalid reports a broken rule whose effect stays within the place.
func (r *reader) invalid(at node, format string, args ...any) *diag.Diagnostic {
	return r.diags.Add(CodeInvalid, diag.Warning, at.span(), format, args...)
}

// unsupported reports what a program made of the document cannot do.
func (r *reader) unsupported(at node, format string, args ...any) *diag.Diagnostic {
	return r.diags.Add(CodeUnsupported, diag.Warning, at.span(), format, args...)
}

// note reports what is left out and changes nothing that is sent or received.
func (r *reader) note(at node, format string, args ...any) {
	r.diags.Add(CodeUnsupported, diag.Info, at.span(), format, args...)
}
