package naming

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

func field(name string, t *model.Type) *model.Field {
	return &model.Field{Name: name, Type: t, Required: true}
}

func refTo(id string) *model.Type { return &model.Type{Kind: model.KindRef, Ref: id} }

func enumOf(literals ...model.Literal) *model.Type {
	e := &model.Enum{Base: model.KindString}
	for _, l := range literals {
		e.Values = append(e.Values, model.EnumValue{Literal: l})
	}
	return &model.Type{Kind: model.KindEnum, Enum: e}
}

func fields(fs ...*model.Field) *model.Type {
	return &model.Type{Kind: model.KindObject, Fields: fs}
}

// uses is an API whose pages print structures without a name in many places.
func uses() *model.API {
	text := &model.Type{Kind: model.KindString}
	policy := func(word string) *model.Type {
		return fields(field("mode", refTo(word+"RetryPolicyMode")), field("note", text))
	}
	api := &model.API{Types: []*model.NamedType{
		named("ImportCreateParamsRetryPolicy", "ImportCreateParamsRetryPolicy", "imports", true, policy("Import")),
		named("ImportRetryPolicyMode", "ImportRetryPolicyMode", "imports", true, enumOf(`"fixed"`, `"growing"`)),
		named("ExportRetryPolicy", "ExportRetryPolicy", "exports", true, policy("Export")),
		named("ExportRetryPolicyMode", "ExportRetryPolicyMode", "exports", true, enumOf(`"fixed"`, `"growing"`)),
		named("ExportRetryRule", "ExportRetryRule", "exports", true, policy("Export")),
		named("MoveRetryPolicy", "MoveRetryPolicy", "moves", true, policy("Move")),
		named("MoveRetryPolicyMode", "MoveRetryPolicyMode", "moves", true, enumOf(`"fixed"`)),
		named("DeclaredRetryPolicy", "DeclaredRetryPolicy", "moves", false, policy("Export")),
		named("LeftNode", "LeftNode", "", true, fields(field("next", refTo("LeftNode")))),
		named("RightNode", "RightNode", "", true, fields(field("next", refTo("RightNode")))),
		named("User", "User", "", false, fields(field("a", refTo("ImportCreateParamsRetryPolicy")), field("b", refTo("ExportRetryPolicy")),
			field("c", refTo("MoveRetryPolicy")))),
	}}
	return api
}

func TestEqualStructuresShareAType(t *testing.T) {
	n, found := Assign(uses(), Reserved{})
	for id, want := range map[string]string{
		"ImportCreateParamsRetryPolicy": "RetryPolicy",
		"ExportRetryPolicy":             "RetryPolicy",
		"ImportRetryPolicyMode":         "RetryPolicyMode",
		"ExportRetryPolicyMode":         "RetryPolicyMode",
		"ExportRetryRule":               "ExportRetryRule",     // another last word
		"MoveRetryPolicy":               "MoveRetryPolicy",     // differs inside
		"MoveRetryPolicyMode":           "MoveRetryPolicyMode", // other values
		"DeclaredRetryPolicy":           "DeclaredRetryPolicy", // has a name
		"LeftNode":                      "LeftNode",            // contains itself
		"RightNode":                     "RightNode",
	} {
		if got := n.Type(id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	if n.API().Lookup("ExportRetryPolicy") != nil && n.API().Lookup("ImportCreateParamsRetryPolicy") != nil {
		t.Error("both are declared")
	}
	user := n.API().Lookup("User").Type
	if user.Fields[0].Type.Ref != user.Fields[1].Type.Ref || user.Fields[0].Type.Ref == user.Fields[2].Type.Ref {
		t.Errorf("fields are of %s, %s and %s", user.Fields[0].Type.Ref, user.Fields[1].Type.Ref, user.Fields[2].Type.Ref)
	}
	if len(found) > 0 {
		t.Errorf("got %v", found)
	}
}

func TestOrderOfTypesIsNoFact(t *testing.T) {
	want, _ := Assign(uses(), Reserved{})
	api := uses()
	for i := range len(api.Types) / 2 {
		j := len(api.Types) - 1 - i
		api.Types[i], api.Types[j] = api.Types[j], api.Types[i]
	}
	got, _ := Assign(api, Reserved{})
	for _, typ := range api.Types {
		if got.Type(typ.ID) != want.Type(typ.ID) {
			t.Errorf("%s is %s, and %s the other way round", typ.ID, got.Type(typ.ID), want.Type(typ.ID))
		}
	}
}

// TestKeptNamesBecomeAliases gives each place the name that it had before.
func TestKeptNamesBecomeAliases(t *testing.T) {
	keep := Table{}
	for _, typ := range uses().Types {
		keep[NewKey("type", typ.ID)] = "Old" + typ.ID
	}
	keep[NewKey("value", "ImportRetryPolicyMode", `"fixed"`)] = "OldFixed"
	n, _ := Assign(uses(), Reserved{Keep: []Table{keep}})
	if got := n.Type("ImportCreateParamsRetryPolicy"); got != "OldExportRetryPolicy" {
		t.Errorf("the type is called %s, want the shortest kept name", got)
	}
	var got []string
	for _, id := range []string{"ExportRetryPolicy", "ExportRetryPolicyMode", "MoveRetryPolicy"} {
		for _, a := range n.Aliases(id) {
			got = append(got, a.Name+" = "+a.Of)
		}
	}
	want := []string{"OldImportCreateParamsRetryPolicy = OldExportRetryPolicy", "OldImportRetryPolicyMode = OldExportRetryPolicyMode",
		"OldFixed = OldExportRetryPolicyModeFixed"}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %s, want %s", got[i], want[i])
		}
	}
	again := n.Table()
	for k, name := range keep {
		if again[k] != name {
			t.Errorf("%q was %s and is %s", k.Parts(), name, again[k])
		}
	}
}

// TestNewUsesRenameNothing adds an equal structure with a shorter name.
func TestNewUsesRenameNothing(t *testing.T) {
	before, _ := Assign(uses(), Reserved{})
	api := uses()
	text := &model.Type{Kind: model.KindString}
	api.Types = append(api.Types, named("Policy", "Policy", "", true, fields(field("mode", refTo("ImportRetryPolicyMode")), field("note", text))))
	after, _ := Assign(api, Reserved{Keep: []Table{before.Table()}})
	for k, name := range before.Table() {
		if got := after.Table()[k]; got != name {
			t.Errorf("%q was %s and is %s", k.Parts(), name, got)
		}
	}
	if got := after.Type("Policy"); got != "RetryPolicy" {
		t.Errorf("the new place has type %s", got)
	}
}

// TestUsesPartAgain changes one of two places.
func TestUsesPartAgain(t *testing.T) {
	before, _ := Assign(uses(), Reserved{})
	for _, changed := range []string{"ExportRetryPolicy", "ImportCreateParamsRetryPolicy"} {
		api := uses()
		for _, typ := range api.Types {
			if typ.ID == changed {
				typ.Type.Fields = append(typ.Type.Fields, field("more", &model.Type{Kind: model.KindString}))
			}
		}
		after, _ := Assign(api, Reserved{Keep: []Table{before.Table()}})
		one, other := after.Type("ImportCreateParamsRetryPolicy"), after.Type("ExportRetryPolicy")
		if one == other || one != "RetryPolicy" && other != "RetryPolicy" {
			t.Errorf("after a change of %s the types are %s and %s", changed, one, other)
		}
	}
}

// TestRenameOfASharedType gives one place another name, and a member of another.
func TestRenameOfASharedType(t *testing.T) {
	n, _ := Assign(uses(), Reserved{})
	typ, member := NewKey("type", "ImportCreateParamsRetryPolicy"), NewKey("field", "ImportCreateParamsRetryPolicy", "note")
	if n.Chosen()[typ] != "RetryPolicy" || n.Chosen()[member] != "Note" {
		t.Errorf("got %q, %q", n.Chosen()[typ], n.Chosen()[member])
	}
	n, _ = Assign(uses(), Reserved{Keep: []Table{{typ: "Again"}, n.Table()}})
	if n.Table()[typ] != "Again" || n.Type("ExportRetryPolicy") != "RetryPolicy" && n.Type("ExportRetryPolicy") != "Again" {
		t.Errorf("got %q beside %s", n.Table()[typ], n.Type("ExportRetryPolicy"))
	}
	n, _ = Assign(uses(), Reserved{Keep: []Table{{member: "Remark"}, nil}})
	if n.Type(typ.Parts()[1]) == n.Type("ExportRetryPolicy") || n.Field(typ.Parts()[1], "note") != "Remark" {
		t.Errorf("a member with another name is in %s and called %s", n.Type(typ.Parts()[1]), n.Field(typ.Parts()[1], "note"))
	}
}

func TestFirstRulesGoOn(t *testing.T) {
	keep := Table{NewKey("type", "User"): "User"}
	n, _ := Assign(uses(), Reserved{Keep: []Table{keep}})
	if got := n.Type("ImportCreateParamsRetryPolicy"); got != "ExportRetryPolicy" || n.Table()[rulesKey] != "1" {
		t.Errorf("got %s by rules %s", got, n.Table()[rulesKey])
	}
}

func TestShortNames(t *testing.T) {
	long := "ParcelCreateParamsDataSourceResponsesRunDataSourceSamplingParamsToolImageGeneration"
	for _, c := range []struct {
		typ  *model.NamedType
		want string
	}{
		{named("a", long, "", true, fields()), "ParcelRunDataSourceSamplingParamsToolImageGeneration"},
		{named("a", long, "", false, fields()), long},
		{named("a", "McpToolUrl", "", false, fields()), "MCPToolURL"},
		{named("a", "OpenaiJsonlFile", "", false, fields()), "OpenAIJSONLFile"},
		{named("a", "CreateEvalJSONLRun", "", false, fields()), "CreateEvalJSONLRun"},
		{named("a", "Optional", "", false, fields()), "Optional"},
		{named("a", "ReasoningEffortOptional", "", false, fields()), "ReasoningEffort"},
	} {
		n, _ := Assign(&model.API{Types: []*model.NamedType{c.typ}}, Reserved{})
		if got := n.Type("a"); got != c.want {
			t.Errorf("%s is called %s, want %s", c.typ.Name, got, c.want)
		}
	}
}

// TestSharedTypeWithATakenNameStays assigns names twice to two structures that are one
// type, of which a member cannot have its first name: what the second round keeps for who
// stands for both is no reason to part them.
func TestSharedTypeWithATakenNameStays(t *testing.T) {
	object := func() *model.Type {
		return &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: "extra", Required: true, Type: &model.Type{Kind: model.KindString}}}}
	}
	api := &model.API{Types: []*model.NamedType{
		{ID: "ImportReply", Name: "ImportReply", Anonymous: true, Type: object()},
		{ID: "MoveReply", Name: "MoveReply", Anonymous: true, Type: object()},
	}}
	one, _ := Assign(api, Reserved{})
	again, _ := Assign(api, Reserved{Keep: []Table{one.Compact(one.Table(), nil)}})
	for _, id := range []string{"ImportReply", "MoveReply"} {
		if one.Type(id) != "MoveReply" || again.Type(id) != "MoveReply" {
			t.Errorf("%s is %s, and %s in the second run", id, one.Type(id), again.Type(id))
		}
	}
}
