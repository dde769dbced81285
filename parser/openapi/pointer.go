package openapi

import (
	"strings"

	"github.com/docgen-go/docgen/model/source"
)

// A pointer is a JSON pointer (RFC 6901) from the root of the document.
type pointer string

const schemaPrefix = "#/components/schemas/"

// child is the pointer some keys further down.
func (p pointer) child(keys ...string) pointer {
	for _, k := range keys {
		p += "/" + pointer(escape(k))
	}
	return p
}

func escape(key string) string {
	return strings.ReplaceAll(strings.ReplaceAll(key, "~", "~0"), "/", "~1")
}

func unescape(key string) string {
	return strings.ReplaceAll(strings.ReplaceAll(key, "~1", "/"), "~0", "~")
}

// refPointer is where a local ref leads.
func refPointer(ref string) pointer {
	return pointer(strings.TrimPrefix(ref, "#"))
}

// refID is the model's ID of what a ref leads to: the bare name of a component,
// else the whole pointer.
func refID(ref string) string {
	if name, ok := strings.CutPrefix(ref, schemaPrefix); ok && !strings.Contains(name, "/") {
		return unescape(name)
	}
	return strings.TrimPrefix(ref, "#/")
}

func (r *reader) span(at pointer) source.Span {
	return source.Span{File: r.file + "#" + string(at)}
}
