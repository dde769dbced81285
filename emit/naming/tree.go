package naming

import (
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
)

// tree names services, accessors, files and operations, depth first.
func (s *assigner) tree(resources []*model.Resource, parent treeNode) {
	for _, r := range model.Called(resources) {
		name, accessor := s.resourceNames(r, parent)
		s.take(s.pkg, r.Span, key("service", r.ID), oneOf(name+"Service", name+"ResourceService"))
		s.take(parent.members, r.Span, key("accessor", r.ID), withSDK(accessor, accessors(r)))
		slug := "api_" + Slug(r.ID)
		s.take(s.files, r.Span, key("file", r.ID), oneOf(slug, slug+"_resource"))
		s.resource(r, treeNode{name, parent.depth + 1, s.scope(name, "Service.")})
	}
}

// interfaces names what a package may declare for each service. It comes last, so that
// it takes no name from anything else.
func (s *assigner) interfaces(resources []*model.Resource) {
	for _, r := range model.Called(resources) {
		name := s.names.get(key("service", r.ID))
		s.take(s.pkg, r.Span, key("interface", r.ID), oneOf(name+"API", name+"Interface"))
		s.interfaces(r.Resources)
	}
}

// A treeNode is where in the tree of services a resource is.
type treeNode struct {
	name    string // before the names of what is below
	depth   int
	members *scope
}

// resourceNames are what begins the names of a resource's types, and what the
// vendor calls the field that leads to it.
func (s *assigner) resourceNames(r *model.Resource, parent treeNode) (name, accessor string) {
	accessor = sdkAccessor(r, parent.depth, parent.depth)
	if accessor == "" {
		return s.rules.resourceName(r.ID), ""
	}
	return parent.name + s.rules.singularName(accessor), accessor
}

func accessors(r *model.Resource) candidates {
	name := exported(camel(signed(r.Name)))
	return oneOf(name, name+"Service")
}

// resource names the operations of a resource before its sub-resources, so
// that an operation keeps its name where a sub-resource wants it too.
func (s *assigner) resource(r *model.Resource, at treeNode) {
	for _, m := range r.Methods {
		diag.Naming("naming "+m.ID, m.Span, func() { s.method(m, at) })
	}
	s.tree(r.Resources, at)
	for _, m := range r.Methods {
		s.iterators(m, at)
	}
}

// iterators names what stands beside an operation to go through a stream or
// through pages, or to wait for a status. They come last because the pages do not know them.
func (s *assigner) iterators(m *model.Method, at treeNode) {
	take := func(what, ending string) {
		name := s.names.get(key("method", m.ID)) + ending
		s.take(at.members, m.Span, key(what, m.ID), oneOf(name, name+"Method"))
	}
	if m.Streaming != nil && m.Streaming.Field != "" {
		take("streaming", "Streaming")
	}
	if m.Paging != nil {
		take("paging", "AutoPaging")
	}
	if _, ok := s.polls[m.ID]; ok {
		take("polling", "AndPoll")
	}
}

// method names an operation and what belongs to it.
func (s *assigner) method(m *model.Method, at treeNode) {
	name := s.take(at.members, m.Span, key("method", m.ID), methodNames(m))
	s.take(s.pkg, m.Span, key("params", m.ID), oneOf(at.name+name+"Params", at.name+name+"Request"))
	s.take(s.pkg, m.Span, key("test", m.ID), oneOf("Test"+at.name+"Service_"+name))
	s.params(m)
	s.arguments(m)
}

func methodNames(m *model.Method) candidates {
	name := methodName(m.Name)
	return withSDK(sdkMethod(m), oneOf(name, exported(camel(signed(m.Name))), name+"Method"))
}

// params names the fields of a params struct: members of the body first, then
// what travels beside it.
func (s *assigner) params(m *model.Method) {
	members := s.scope(m.ID, " parameters: ")
	members.always = s.reserved.inObjects
	if m.Body != nil {
		s.bodyParams(m, members)
	}
	for _, p := range m.Params {
		k := key("param", m.ID, string(p.Location), p.Name)
		if p.Location != model.LocationPath && s.names.find(k) == "" {
			s.take(members, p.Span, k, made(func() []string { return paramNames(p) }))
		}
	}
}

// paramNames say where a parameter travels before anything else.
func paramNames(p *model.Param) []string {
	plain := slices.Collect(withSDK(p.SDKName, fieldNames(p.Name)))
	return append([]string{plain[0], camel([]string{string(p.Location)}) + plain[0]}, plain[1:]...)
}

func (s *assigner) bodyParams(m *model.Method, members *scope) {
	if m.Body.Type == nil || m.Body.Type.Kind != model.KindObject {
		s.take(members, m.Span, key("param", m.ID, string(LocationBody)), oneOf("Body"))
		return
	}
	for _, f := range m.Body.Type.Fields {
		s.member(members, f, key("param", m.ID, string(LocationBody), f.Name))
	}
}

// arguments names the parameters of the path. They must not hide what the body
// of a generated method uses.
func (s *assigner) arguments(m *model.Method) {
	used := s.scope(m.ID, " arguments: ")
	used.always = s.reserved.inMethods
	for _, wire := range PathParams(m.Path) {
		s.take(used, m.Span, key("argument", m.ID, wire), made(func() []string { return argumentNames(m, wire) }))
	}
}

// takenInMethods is what a parameter must not hide, by name.
func takenInMethods(fixed []string) map[string]string {
	used := map[string]string{}
	reasons(used, "used by the method", "s", "r", "c", "ctx", "page", "err", "get", "params", "opts", "context", "http", "io", "json", "time")
	reasons(used, "a word of Go", goWords...)
	return reasons(used, "part of every package", fixed...)
}

// goWords are keywords and predeclared names that a parameter should not hide.
var goWords = strings.Fields(`
	break case chan const continue default defer else fallthrough for func go goto if import interface
	map package range return select struct switch type var
	any append bool byte cap clear close comparable complex complex64 complex128 copy delete error false
	float32 float64 imag int int8 int16 int32 int64 iota len make max min new nil panic print println
	real recover rune string true uint uint8 uint16 uint32 uint64 uintptr`)

// PathParams are the parameters in the braces of a path, in order, each once.
func PathParams(path string) []string { return names.Slots(path) }

var notSlug = regexp.MustCompile(`[^a-z0-9]+`)

// Slug is text in the alphabet of file names: lower-case letters, digits and
// underscores. It never ends in what makes the go command skip a file.
func Slug(text string) string {
	slug := strings.Trim(notSlug.ReplaceAllString(strings.ToLower(text), "_"), "_")
	if slug == "" {
		return "root"
	}
	slug = strings.ToLower(shorten(slug, maxName))
	last := slug[strings.LastIndexByte(slug, '_')+1:]
	if skipped[last] {
		slug += "_api"
	}
	return slug
}

// skipped are the endings of file names with a meaning: tests, systems and
// architectures.
var skipped = func() map[string]bool {
	m := map[string]bool{}
	for _, word := range strings.Fields(`test
		aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9
		solaris wasip1 windows zos unix
		386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32
		mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm`) {
		m[word] = true
	}
	return m
}()
