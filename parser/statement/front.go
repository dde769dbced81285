package statement

import (
	"bytes"
	"strings"
)

// Keys of front matter that name the halves of an endpoint.
var (
	frontVerbs = wordSet(`method verb http_method http-method httpmethod request_method`)
	frontPaths = wordSet(`path endpoint route url uri api_path`)
	// frontURLs are those that the address of the page may have, too.
	frontURLs = wordSet(`url uri`)
)

// front looks at front matter: api: GET /x, openapi: spec.yaml GET /x, and a method beside a
// path.
func (w *walker) front(text []byte) {
	at := 0
	half := frontHalf{named: namesFrontPath(text)}
	for line := range bytes.Lines(text) {
		start := at
		at += len(line)
		key, value, ok := strings.Cut(string(line), ":")
		if !ok {
			continue
		}
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		if op, ok := half.with(key, value, start); ok {
			w.found = append(w.found, Finding{Form: Stated, Operations: []Operation{op}, Labelled: true, Start: min(half.at, start), End: at})
			half = frontHalf{named: half.named}
			continue
		}
		if !strings.Contains(value, "/") {
			continue
		}
		ops := alone(value, false)
		if words := strings.Fields(value); ops == nil && len(words) == 3 {
			ops = alone(words[1]+" "+words[2], false)
		}
		w.each(Stated, start, at, ops)
	}
}

// A frontHalf is what keys of front matter have said so far of one endpoint.
type frontHalf struct {
	verb, path string
	indent, at int
	// named says that a key names a path, so that a URL beside it is that of the page.
	named bool
}

// namesFrontPath reports whether a key of front matter with a path names it as one.
func namesFrontPath(text []byte) bool {
	for line := range bytes.Lines(text) {
		key, value, _ := strings.Cut(string(line), ":")
		name := strings.ToLower(strings.Trim(key, " -"))
		if frontPaths[name] && !frontURLs[name] && strings.Contains(value, "/") {
			return true
		}
	}
	return false
}

// with adds what a key says, and returns the endpoint where both halves are known. Keys of one
// endpoint are indented alike.
func (h *frontHalf) with(key, value string, at int) (Operation, bool) {
	name := strings.TrimLeft(key, " -")
	indent := len(key) - len(name)
	verb, path := "", ""
	switch name = strings.ToLower(strings.TrimSpace(name)); {
	case frontVerbs[name]:
		verb = verbOf(strings.ToUpper(value))
	case frontPaths[name] && !(h.named && frontURLs[name]) && !strings.ContainsAny(value, " \t") && len(value) <= longest:
		if path = trimHost(value); !strings.HasPrefix(path, "/") || path == "/" {
			path = ""
		}
	}
	if verb+path == "" {
		return Operation{}, false
	}
	if h.verb+h.path == "" || h.indent != indent {
		*h = frontHalf{indent: indent, at: at, named: h.named}
	}
	if verb != "" {
		h.verb = verb
	} else {
		h.path = path
	}
	return Operation{h.verb, h.path}, h.verb != "" && h.path != ""
}
