// Package naming chooses every Go identifier and file name of a generated
// package, before anything is rendered. Its result is a table from what the
// pages describe to names; nothing else in docgen makes an identifier.
//
// It is not part of the compatibility promise.
package naming

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// Reserved are the names that a generated package has whatever the pages say.
type Reserved struct {
	// Package are identifiers at the top level.
	Package []string
	// Keep are names that are to stay what they are, where the API has what they
	// are for: earlier tables before later ones, and before all other names. The
	// last one says by which rules those are chosen.
	Keep []Table
	// Known are the IDs of types of which nobody asks for the names of fields.
	Known map[string]bool
}

// Names is the table that Assign made. Lookups of what naming was not told of return "".
type Names struct {
	byKey  *nameTable
	shared *sharing
	rules  Rules
}

// Assign names everything of an API. The same API gets the same names, in
// whatever order its pages were read.
func Assign(api *model.API, r Reserved) (*Names, diag.List) {
	r.Keep = withFormerIDs(api, r.Keep)
	kept := newKeeping(r.Keep)
	shared := share(api, kept, rulesOf(r.Keep))
	taken := newReservedNames(r.Package)
	s := newAssigner(shared, r, taken, newTakeLog(len(r.Keep) > 0, estimate(shared.api, r.Known)))
	s.assign()
	if len(r.Keep) > 0 {
		kept.tables = shared.translate(kept.tables)
		s.names.forget()
		s = s.again(s.log.next(kept))
		s.assign()
	}
	s.diags.Sort()
	return &Names{s.names, shared, s.rules}, s.diags
}

// estimate returns about how many names an API takes, so that tables need not grow.
func estimate(api *model.API, known map[string]bool) int {
	n := 2 * len(api.Types)
	for _, t := range api.Types {
		if t.Type == nil {
			continue
		}
		if !known[t.ID] {
			n += len(t.Type.Fields)
		}
		n += 2 * len(t.Type.Variants)
		if t.Type.Enum != nil {
			n += len(t.Type.Enum.Values)
		}
	}
	for _, m := range api.Methods {
		n += 6 + len(m.Params)
		if m.Body != nil && m.Body.Type != nil {
			n += len(m.Body.Type.Fields)
		}
	}
	return n
}

// assign makes one round.
func (s *assigner) assign() {
	s.sdkTypes()
	s.pageTypes(false)
	s.tree(s.api.Resources, treeNode{members: s.scope("Client.", "")})
	s.options()
	s.pageTypes(true)
	s.sdkValues()
	s.members()
	s.constructors()
	s.aliases()
	s.interfaces(s.api.Resources)
}

func (n *Names) get(parts ...string) string { return n.byKey.get(key(parts...)) }

// API is the API that the names are for: structures that share a Go type are one
// named type in it.
func (n *Names) API() *model.API { return n.shared.api }

// head is the ID of the type that stands for a type.
func (n *Names) head(id string) string {
	if head := n.shared.of[id]; head != "" {
		return head
	}
	return id
}

// Standing is the ID of the type that stands for a type: the type itself, unless several
// structures are one Go type.
func (n *Names) Standing(id string) string { return n.head(id) }

// IsTaken reports whether anything that the pages describe has a name.
func (n *Names) IsTaken(name string) bool {
	for _, taken := range n.byKey.all {
		if taken == name {
			return true
		}
	}
	return false
}

// Type is the name of a named type.
func (n *Names) Type(id string) string { return n.get("type", n.head(id)) }

// Field is the struct field of an object's member.
func (n *Names) Field(typeID, wire string) string { return n.get("field", n.head(typeID), wire) }

// Value is the constant of an enum's literal.
func (n *Names) Value(typeID string, literal model.Literal) string {
	return n.get("value", n.head(typeID), string(literal))
}

// Variant is the interface that the variants of a union implement.
func (n *Names) Variant(unionID string) string { return n.get("variant", n.head(unionID)) }

// Marker is the method of that interface.
func (n *Names) Marker(unionID string) string { return n.get("marker", n.head(unionID)) }

// Union is the variable that tells the variants of a union apart.
func (n *Names) Union(unionID string) string { return n.get("union", n.head(unionID)) }

// Wrapper is the type made for a variant without a type of its own.
func (n *Names) Wrapper(unionID string, of *model.Type) string {
	return n.get("wrapper", n.head(unionID), signature(of))
}

// Service is the type that has a resource's methods.
func (n *Names) Service(resourceID string) string { return n.get("service", resourceID) }

// Interface is the interface that has a resource's methods, where one is asked for.
func (n *Names) Interface(resourceID string) string { return n.get("interface", resourceID) }

// Accessor is the field of the client or of the parent service that holds it.
func (n *Names) Accessor(resourceID string) string { return n.get("accessor", resourceID) }

// File is the name of a resource's source file, without the extension.
func (n *Names) File(resourceID string) string { return n.get("file", resourceID) }

// Method is the Go method of an operation.
func (n *Names) Method(methodID string) string { return n.get("method", methodID) }

// Streaming is the Go method that asks an operation for a stream.
func (n *Names) Streaming(methodID string) string { return n.get("streaming", methodID) }

// AndPoll is the Go method that waits for the status of what an operation gives.
func (n *Names) AndPoll(methodID string) string { return n.get("polling", methodID) }

// AutoPaging is the Go method that goes through all pages of an operation.
func (n *Names) AutoPaging(methodID string) string { return n.get("paging", methodID) }

// Params is the struct that an operation takes its parameters in.
func (n *Names) Params(methodID string) string { return n.get("params", methodID) }

// Param is the field of that struct for a parameter at a place. Members of the
// body have the place "body", and a body that is no object is the member "".
func (n *Names) Param(methodID string, location model.Location, wire string) string {
	return n.get("param", methodID, string(location), wire)
}

// Argument is the Go parameter for a parameter of the path.
func (n *Names) Argument(methodID, wire string) string { return n.get("argument", methodID, wire) }

// Test is the test function of an operation.
func (n *Names) Test(methodID string) string { return n.get("test", methodID) }

// Option is the function that sets a credential.
func (n *Names) Option(authID string) string { return n.get("option", authID) }

// LocationBody is the place of members of the body in Names.Param.
const LocationBody model.Location = "body"
