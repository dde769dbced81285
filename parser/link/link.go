// Package link makes one API of what the pages of a format say separately: it
// merges the occurrences of a method and of a type, names what has no name, and
// infers from examples and prose what no signature says.
//
// The passes and their order are one list, in passes.go. Each is a function over
// the state that they share, and a file whose name starts with pass_; what
// concerns only the pages of clients has client in its name.
//
// It is not part of the compatibility promise.
package link

import (
	"maps"
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/assemble"
)

// A Unit is a stretch of a page, read: a method with the types that it
// expands, or a domain type.
type Unit struct {
	// IDs are the methods that the unit describes; pages may print one text
	// for two of them.
	IDs []string
	// Method is nil for a domain type. Its types are not linked yet.
	Method *model.Method
	// Event is nil but for what a stream, a socket or a webhook carries.
	Event *assemble.Event
	// Resource is the ID of the resource that the unit belongs to.
	Resource    string
	Occurrences []*assemble.Occurrence
	// Values are the method's response examples, decoded, by their text.
	Values map[string]Decoded
	// Client says that the page is about a client, which prints no places and
	// names of its own.
	Client bool
	// Result is what signatures print as the result of the method, "" for nothing.
	Result string
	// Value says of a method that streams that it may answer with a value as well.
	Value bool
	// Either says that the response examples are those of results of several kinds.
	Either bool
	// Empty says that the page says of the answer but that it has no content.
	Empty bool
	// Rules are what the page says of parameters and members of bodies apart from their items.
	Rules []Rule
	// Dialect is the name of the unit's dialect.
	Dialect string
	// URL is the published address of the page, if the page says it.
	URL string
}

// A Rule is what a page says of parameters or members of bodies in a list of its own. Names may be
// decl.AllNames for all that is sent, and Sure says that what it says is lost where
// nothing has the names.
type Rule struct {
	Names              []string
	Required, Optional bool
	Sure               bool
	Values             []string
	Text               string
	Span               source.Span
}

// A Resource is a heading that opens a resource.
type Resource struct {
	ID, Title, Doc string
	Span           source.Span
}

// Input is everything that the pages say, in the order that decides which of
// two equal occurrences comes first.
type Input struct {
	Units     []Unit
	Resources []Resource
	// Doubts and Cuts are what puts the pages in doubt.
	Doubts []Doubt
	Cuts   []Cut
	// Stated is what pages state once for all methods.
	Stated Stated
	// Progress, when set, is called after each pass with how many are done and how many there are.
	Progress func(done, total int)
}

// HasContent reports whether there is anything to link.
func (in *Input) HasContent() bool { return len(in.Units)+len(in.Resources) > 0 }

// A linker is the state that the passes work on. Each leaves it complete for the
// next one.
type linker struct {
	in    Input
	api   *model.API
	types *model.Interner
	diags diag.List
	// typeOrder and methodOrder are the IDs that were sorted last, see inOrder.
	typeOrder, methodOrder []string
	// subject is the method or type that a pass works on.
	subject subject
	// ofRequest says that values are compared that a request sends, which may leave out what is
	// required.
	ofRequest bool
	// ids maps name and shape to the ID of a named type.
	ids map[nameShape]string
	// idsIn does so in a resource where the same name and shape stand for another type.
	idsIn map[shapeIn]string
	// local are the structures whose name belongs to the place where they stand.
	local map[nameShape]*assemble.Occurrence
	// named are the types by ID.
	named   map[string]*model.NamedType
	methods map[string]*model.Method
	merged  merged
	// resourceOf is the resource of each method.
	resourceOf map[string]string
	// eitherOf are the methods whose response examples are those of results of several kinds.
	eitherOf map[string]bool
	// emptyOf are the methods whose answers have no content, as pages say.
	emptyOf map[string]bool
	// signed are the results that signatures print, by method.
	signed map[string]string
	// aliased are the methods that are second names of others.
	aliased map[string]bool
	// valued are the methods that stream and may answer with a value as well.
	valued map[string]bool
	// client tells the methods that only pages of clients print.
	client map[string]bool
	// printed tells the named types that not only pages of clients print.
	printed map[string]bool
	casing  *casing
	// unmarked are the dialects that mark nothing as optional.
	unmarked map[string]bool
	// decoded are the response examples by their text.
	decoded map[string]Decoded
	// byMembers finds declared objects by the names of their fields, once asked.
	byMembers map[string][]*model.NamedType
	// implied are named types that no page declares; pages only show their
	// members below a field.
	implied map[string]bool
	seen    *observations
	// bare are the rows of lists that say nothing of their elements, once asked.
	bare map[lineStart]bool
	// fromDomain tells types whose structure came from a domain section.
	fromDomain map[string]bool
	// extends are the types that have the members of others besides theirs.
	extends map[string]*assemble.Extension
	// carried are the events of each resource.
	carried map[string][]*model.Event
	// nulls tells the types that may be null.
	nulls map[string]bool
	// printsNull says that signatures print null; memberNames are those of all
	// fields and parameters.
	printsNull  bool
	memberNames map[string]bool
	// sdkNames are what the Go pages call each named type, in order of occurrence.
	sdkNames map[string][]string
	// templates are the base URLs with placeholders that were told already.
	templates map[string]bool
	// byLastSegment are the methods by the last segments of their paths, once asked.
	byLastSegment map[string][]*model.Method
	// undeclared are types that no page expands.
	undeclared []string
}

type nameShape struct{ name, shape string }

// A shapeIn is a name and a shape in a resource.
type shapeIn struct {
	nameShape
	resource string
}

func newLinker(in Input) *linker {
	l := &linker{
		in: in, api: &model.API{}, types: model.NewInterner(), casing: newCasing(in), unmarked: unmarked(in),
		ids: map[nameShape]string{}, idsIn: map[shapeIn]string{}, local: map[nameShape]*assemble.Occurrence{},
		named: map[string]*model.NamedType{}, nulls: map[string]bool{}, sdkNames: map[string][]string{},
		fromDomain: map[string]bool{}, implied: map[string]bool{}, printed: map[string]bool{},
		extends: map[string]*assemble.Extension{}, carried: map[string][]*model.Event{},
		methods: map[string]*model.Method{}, merged: merged{}, resourceOf: map[string]string{}, client: map[string]bool{},
		aliased: map[string]bool{}, valued: map[string]bool{}, eitherOf: map[string]bool{}, emptyOf: map[string]bool{}, signed: map[string]string{}, decoded: map[string]Decoded{}, templates: map[string]bool{},
	}
	for _, u := range in.Units {
		maps.Copy(l.decoded, u.Values)
	}
	return l
}

// sortedTypes returns the named types by ID.
func (l *linker) sortedTypes() []*model.NamedType {
	return inOrder(&l.typeOrder, l.named)
}

// sortedMethods returns the methods by ID.
func (l *linker) sortedMethods() []*model.Method {
	return inOrder(&l.methodOrder, l.methods)
}

// inOrder returns what a map has by ID, in the order of the IDs, which most passes leave as they
// are: they are sorted again where a pass added or took away some.
func inOrder[T any](order *[]string, byID map[string]T) []T {
	out := make([]T, 0, len(byID))
	if len(*order) == len(byID) {
		for _, id := range *order {
			if v, ok := byID[id]; ok {
				out = append(out, v)
			}
		}
	}
	if len(out) < len(byID) {
		*order, out = slices.Sorted(maps.Keys(byID)), out[:0]
		for _, id := range *order {
			out = append(out, byID[id])
		}
	}
	return out
}
