package openapi

import (
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// An operation is a method with what its name and its resource come from.
type operation struct {
	method *model.Method
	node   node
	// path is as the document has it.
	path string
}

// A namer gives operations their resources and names: once, by rules that look at
// the operation itself, so that another operation changes neither.
type namer struct {
	r *reader
	// collections are the paths, slots unnamed, of which an element has a path.
	collections map[string]bool
	// first counts the operations whose paths begin with a segment.
	first map[string]int
	// patched are the paths that PATCH changes.
	patched map[string]bool
	taken   map[string]bool
}

func (r *reader) newNamer(ops []*operation) *namer {
	n := &namer{r: r, collections: map[string]bool{}, first: map[string]int{}, patched: map[string]bool{}, taken: map[string]bool{}}
	for _, op := range ops {
		segments := segmentsOf(op.method.Path)
		for i := 1; i < len(segments); i++ {
			if isSlot(segments[i]) && !isSlot(segments[i-1]) {
				n.collections[key(segments[:i])] = true
			}
		}
		if len(segments) > 0 {
			n.first[firstOf(segments)]++
		}
		if op.method.Verb == "PATCH" {
			n.patched[key(segments)] = true
		}
	}
	return n
}

// nameAll gives each operation its ID and nests it into its resource. Names that
// the document gives come first, so that none made of a path takes one of them.
func (n *namer) nameAll(ops []*operation) {
	open := make([]*operation, 0, len(ops))
	resources := make(map[*operation]string, len(ops))
	for _, op := range ops {
		resources[op] = n.resource(op)
		if name := givenName(op, resources[op]); name == "" || !n.take(op, resources[op], name) {
			open = append(open, op)
		}
	}
	for _, op := range open {
		n.namePath(op, resources[op])
	}
	for _, op := range ops {
		n.r.resourceOf[op.node.val] = resources[op]
		res := n.r.resource(resources[op])
		res.Methods = append(res.Methods, op.method)
	}
}

func (n *namer) take(op *operation, resource, name string) bool {
	id := resource + "." + name
	if n.taken[id] {
		return false
	}
	n.taken[id] = true
	op.method.ID, op.method.Name = id, name
	return true
}

// namePath names an operation after its verb and path: with more of the path where
// that is taken.
func (n *namer) namePath(op *operation, resource string) {
	if id := op.node.get("operationId"); id.ok() && givenName(op, resource) != "" {
		n.r.invalid(id, "the operationId %q is that of another operation of %s; this one is named after its path", id.text(), resource)
	}
	short, long := n.pathName(op, resource), snake(op.method.Verb+" "+op.path)
	if n.take(op, resource, short) || n.take(op, resource, long) {
		return
	}
	for i := 2; !n.take(op, resource, long+"_"+itoa(i)); i++ {
	}
}

// resource is the ID of the resource of an operation: its first tag, or what stands
// before its name in its operationId, or what its path begins with.
func (n *namer) resource(op *operation) string {
	if tags := op.node.get("tags").texts(); len(tags) > 0 {
		if id := resourceID(strings.Split(tags[0], ".")); id != "" {
			return id
		}
	}
	id := op.node.get("operationId").text()
	if i := strings.LastIndexAny(id, "./"); i > 0 && !isGenerated(op, id) {
		if id := resourceID(strings.FieldsFunc(id[:i], func(c rune) bool { return c == '.' || c == '/' })); id != "" {
			return id
		}
	}
	var parts []string
	segments := segmentsOf(op.method.Path)
	for i, s := range segments {
		if !isSlot(s) && !isVersion(s) && (len(parts) == 0 || n.collections[key(segments[:i+1])]) {
			parts = append(parts, s)
		}
	}
	if id := resourceID(parts); id != "" && (len(parts) > 1 || n.first[firstOf(segments)] > 1) {
		return id
	}
	return "operations" // which stand alone: /sendMessage, /health
}

// firstOf is the first segment that says what a path is about.
func firstOf(segments []string) string {
	for _, s := range segments {
		if !isSlot(s) && !isVersion(s) {
			return s
		}
	}
	return ""
}

// maxNesting is how deep resources nest; deeper ones stay at the last level.
const maxNesting = 8

func resourceID(parts []string) string {
	var out []string
	for _, p := range parts {
		if s := snake(p); s != "" && len(out) < maxNesting {
			out = append(out, s)
		}
	}
	return strings.Join(out, ".")
}

// controller matches what frameworks put before the name of an operation.
var controller = regexp.MustCompile(`(?i)^[a-z0-9]*controller[a-z0-9]*[_.\-/]`)

// counted matches names that say nothing: operation12, 3f2a9c…
var counted = regexp.MustCompile(`(?i)^(operation|op|endpoint|route|method|action|api|handler)?[_-]?([0-9]+|[0-9a-f]{8}[0-9a-f-]*)$`)

// givenName is the name that the operationId gives, and "" where there is none or a
// program made it of verb and path.
func givenName(op *operation, resource string) string {
	id := op.node.get("operationId").text()
	if id == "" || isGenerated(op, id) {
		return ""
	}
	if cut := strings.TrimSuffix(letters(id), letters(op.path)+strings.ToLower(op.method.Verb)); cut != letters(id) && letters(op.path) != "" {
		id = firstLetters(id, len(cut)) // a function's name, the path and the verb, as FastAPI makes it
	}
	if loc := controller.FindStringIndex(id); loc != nil && loc[1] < len(id) {
		id = id[loc[1]:]
	}
	if i := strings.LastIndexAny(id, "./"); i >= 0 && snake(id[i+1:]) != "" {
		id = id[i+1:]
	}
	for _, part := range []string{resource, resource[strings.LastIndexByte(resource, '.')+1:]} {
		for _, sep := range []string{"_", "-", ":", "#", " "} {
			if before, after, ok := strings.Cut(id, sep); ok && snake(before) == snake(part) && snake(after) != "" {
				id = after
			}
		}
	}
	return snake(id)
}

// firstLetters is the beginning of a text with so many letters and digits.
func firstLetters(s string, count int) string {
	for i, c := range s {
		if count <= 0 {
			return s[:i]
		}
		count -= len(letters(string(c)))
	}
	return s
}

// isGenerated reports whether an operationId is but verb and path in another form, or
// a number.
func isGenerated(op *operation, id string) bool {
	have, verb, path := letters(id), strings.ToLower(op.method.Verb), letters(op.path)
	if have == "" || counted.MatchString(id) {
		return true
	}
	return have == verb+path && (path != "" && len(segmentsOf(op.path)) > 1 || strings.ContainsAny(id, "/{")) || have == path+verb && len(segmentsOf(op.path)) > 1
}

// pathName names an operation by what its verb does to what its path leads to.
func (n *namer) pathName(op *operation, resource string) string {
	segments := segmentsOf(op.method.Path)
	known := words(resource)
	var rest []string
	for _, s := range segments {
		ws := words(s)
		if isSlot(s) || isVersion(s) || !slices.ContainsFunc(ws, func(w string) bool {
			return !slices.Contains(known, w) && !slices.Contains(known, w+"s") && !slices.Contains(known, strings.TrimSuffix(w, "s"))
		}) {
			continue
		}
		rest = append(rest, strings.Join(ws, "_"))
	}
	ends := len(segments) > 0 && isSlot(segments[len(segments)-1])
	name := verbWord(op.method.Verb, ends, n.collections[key(segments)] || returnsList(n.r.api, op.method), n.patched[key(segments)])
	if op.method.Verb == "POST" && !ends && len(rest) > 0 && !n.collections[key(segments)] {
		name = "" // the path is the verb: /parcels/{id}/cancel
	}
	return snake(strings.Join(append([]string{name}, rest...), "_"))
}

func verbWord(verb string, ofElement, ofList, patched bool) string {
	switch {
	case verb == "GET" && !ofElement && ofList:
		return "list"
	case verb == "POST":
		return "create"
	case verb == "PUT" && patched:
		return "replace"
	case verb == "PUT" || verb == "PATCH":
		return "update"
	}
	return strings.ToLower(verb)
}

func returnsList(api *model.API, m *model.Method) bool {
	return m.Returns != nil && m.Returns.Type != nil && m.Returns.Type.Kind == model.KindArray
}

func segmentsOf(path string) []string {
	return strings.FieldsFunc(path, func(c rune) bool { return c == '/' })
}

func isSlot(segment string) bool { return strings.Contains(segment, "{") }

var version = regexp.MustCompile(`^(?i)(api|rest|v[0-9]+([._-]?[0-9a-z]+)*)$`)

// isVersion reports whether a segment says which API it is rather than what of it.
func isVersion(segment string) bool { return version.MatchString(segment) }

// key is a path with its slots unnamed.
func key(segments []string) string {
	var b strings.Builder
	for _, s := range segments {
		if b.WriteByte('/'); isSlot(s) {
			s = "{}"
		}
		b.WriteString(s)
	}
	return b.String()
}
