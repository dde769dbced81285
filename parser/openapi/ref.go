package openapi

import (
	"net/url"
	"path"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// maxRefs is how many refs may lead from one to the next.
const maxRefs = 100

// A refKey is a ref in a document.
type refKey struct {
	doc *Document
	ref string
}

// refOf returns the text of a $ref, and "" where there is none.
func refOf(n node) string { return n.get("$ref").text() }

// deref follows refs to what they lead to: n itself where it is none. It is the zero
// node, and a finding, where one leads nowhere or round in a circle.
func (r *reader) deref(n node) node {
	for range maxRefs {
		if refOf(n) == "" {
			return n
		}
		next := r.target(n)
		if !next.ok() {
			return node{}
		}
		n = next
	}
	r.diags.Add(CodeRef, diag.Error, n.get("$ref").span(), "the $ref %q is one of a circle, or of a chain of more than %d", refOf(n), maxRefs).
		Help = "nothing is read of what stands here"
	return node{}
}

// follow is deref for what is no schema, whose members beside a $ref do not count.
func (r *reader) follow(n node) node {
	if refOf(n) != "" {
		r.check(objectReference, n)
	}
	return r.deref(n)
}

// target returns what the $ref of n leads to, one step.
func (r *reader) target(n node) node {
	key := refKey{n.doc, refOf(n)}
	if have, ok := r.refs[key]; ok {
		if !have.ok() {
			r.reportRef(n, "leads nowhere, see the other findings about it")
		}
		return have
	}
	found, why := r.find(n.doc, key.ref)
	if why != "" {
		r.reportRef(n, why)
	}
	r.refs[key] = found
	return found
}

func (r *reader) reportRef(n node, why string) {
	r.diags.Add(CodeRef, diag.Error, n.get("$ref").span(), "the $ref %q %s", refOf(n), why).Help = "nothing is read of what stands here"
}

// find returns the node that a ref leads to, or why there is none.
func (r *reader) find(doc *Document, ref string) (found node, why string) {
	file, fragment, _ := strings.Cut(ref, "#")
	if file != "" {
		if doc, why = r.open(doc, file); why != "" {
			return node{}, why
		}
	}
	at := node{doc: doc, val: doc.Root}
	if fragment == "" || fragment == "/" {
		if file == "" {
			return node{}, "leads to the whole document"
		}
		return at, ""
	}
	if !strings.HasPrefix(fragment, "/") {
		return r.anchor(at, fragment)
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	for key := range strings.SplitSeq(fragment[1:], "/") {
		if at = at.step(unescape(key)); !at.ok() {
			return node{}, "leads nowhere: there is no " + strconv.Quote(unescape(key)) + " on its way"
		}
	}
	return at, ""
}

func unescape(key string) string {
	return strings.ReplaceAll(strings.ReplaceAll(key, "~1", "/"), "~0", "~")
}

// step returns a member of a mapping or an element of a list.
func (n node) step(key string) node {
	if n.isList() {
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(n.val.Content) {
			return node{n.doc, nil, n.val.Content[i]}
		}
		return node{}
	}
	return n.get(key)
}

// anchor finds the schema of the components that has the name as its $anchor.
func (r *reader) anchor(root node, name string) (found node, why string) {
	for _, s := range root.get("components").get("schemas").members() {
		if s.get("$anchor").text() == name {
			return s, ""
		}
	}
	return node{}, "names an anchor that no component has"
}

// open returns the document that a ref names, if it may be read.
func (r *reader) open(from *Document, name string) (doc *Document, why string) {
	if strings.Contains(name, "://") || strings.HasPrefix(name, "//") {
		return nil, "leads to an address: nothing is fetched while docs are read"
	}
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	if path.Clean(name) == path.Base(from.Name) {
		return from, ""
	}
	if from.Open == nil {
		return nil, "leads to another file, and this document stands alone"
	}
	doc, err := from.Open(name)
	if err != nil {
		return nil, "leads to a file that cannot be read: " + err.Error()
	}
	return doc, ""
}

// refID returns the ID of a named type for what a ref leads to, and whether the ref
// names a component: then it is the name of that.
func refID(ref string) (id string, component bool) {
	file, fragment, _ := strings.Cut(ref, "#")
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	if name, ok := strings.CutPrefix(fragment, "/components/schemas/"); ok && !strings.Contains(name, "/") {
		return unescape(name), true
	}
	segments := strings.Split(strings.TrimPrefix(fragment, "/"), "/")
	component = file != "" && len(segments) == 1 // a file of one schema, or of several by their names
	var b strings.Builder
	if base := path.Base(file); strings.Trim(fragment, "/") == "" {
		b.WriteString(camel(strings.TrimSuffix(base, path.Ext(base))))
	}
	for key := range strings.SplitSeq(fragment, "/") {
		if key = unescape(key); !structuralKeys[key] && !strings.HasPrefix(key, "application/") {
			b.WriteString(camel(key))
		}
	}
	if b.Len() == 0 {
		return "Schema", false
	}
	return b.String(), component
}

// structuralKeys are steps of a pointer that say nothing about what they lead to.
var structuralKeys = map[string]bool{
	"components": true, "schemas": true, "properties": true, "responses": true, "content": true, "schema": true,
	"requestBodies": true, "parameters": true, "definitions": true, "$defs": true, "paths": true, "allOf": true, "anyOf": true, "oneOf": true,
}
