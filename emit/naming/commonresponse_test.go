package naming

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

// responses is an API whose operations return what pages give no name: done in three
// resources, and left in two.
func responses() *model.API {
	text := &model.Type{Kind: model.KindString}
	done := func() *model.Type { return fields(field("code", text), field("message", text)) }
	left := func() *model.Type { return fields(field("left", text)) }
	return &model.API{Types: []*model.NamedType{
		named("a", "BoatDeleteResponse", "boats", true, done()),
		named("b", "PierCloseResponse", "piers", true, done()),
		named("c", "PierRenameResponse", "piers", true, done()),
		named("d", "BoatBuildResponse", "boats", true, left()),
		named("e", "PierCreateResponse", "piers", true, left()),
		named("f", "PierCreateResponseStatus", "piers", true, fields(field("status", text))),
	}}
}

func TestCommonResponse(t *testing.T) {
	for _, c := range []struct {
		name string
		keep []Table
		more *model.NamedType
		want string // of a, d
	}{
		{name: "three operations", want: "Response BoatBuildResponse"},
		{name: "the rules before", keep: []Table{{rulesKey: "5"}}, want: "PierCloseResponse BoatBuildResponse"},
		{name: "a type of the pages has the name", more: named("g", "Response", "", false, fields()), want: "PierCloseResponse BoatBuildResponse"},
	} {
		t.Run(c.name, func(t *testing.T) {
			api := responses()
			if c.more != nil {
				api.Types = append(api.Types, c.more)
			}
			n, _ := Assign(api, Reserved{Keep: c.keep})
			if got := n.Type("a") + " " + n.Type("d"); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if n.Type("a") != n.Type("c") || n.Type("d") != n.Type("e") {
				t.Errorf("%s and %s, %s and %s are not one", n.Type("a"), n.Type("c"), n.Type("d"), n.Type("e"))
			}
		})
	}
	of := responses()
	of.Types = of.Types[1:]
	if n, _ := Assign(of, Reserved{}); n.Type("b") != "PierResponse" {
		t.Errorf("what one resource returns is %s", n.Type("b"))
	}
}
