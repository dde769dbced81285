package diff

import "testing"

func TestPath(t *testing.T) {
	member := func(name string) PathStep { return PathStep{StepMember, name} }
	body := PathStep{StepPart, "body"}
	for _, tc := range []struct {
		path               Path
		text, member, last string
	}{
		{nil, "", "", ""},
		{Path{body}, "body", "body", ""},
		{Path{{StepPart, "query"}, member("limit")}, "query.limit", "query.limit", "limit"},
		{Path{body, member("items"), {StepElement, ""}, member("weight")}, "body.items[].weight", "body.items[].weight", "weight"},
		{Path{body, member("items"), {StepElement, ""}, {StepAlternative, `kind: "v1.2"`}}, `body.items[](kind: "v1.2")`, "body.items", "items"},
		{Path{member("state"), {StepLiteral, `"a.b"`}}, `state="a.b"`, "state", "state"},
		{Path{member("notes"), {StepValue, ""}}, "notes{}", "notes", "notes"},
		{Path{member("a.b"), member("c[]")}, "a.b.c[]", "a.b.c[]", "c[]"},
	} {
		if got := tc.path.String(); got != tc.text {
			t.Errorf("got %q, want %q", got, tc.text)
		}
		if got := tc.path.Member().String(); got != tc.member {
			t.Errorf("the member of %s is %q, want %q", tc.text, got, tc.member)
		}
		if got := tc.path.Last(); got != tc.last {
			t.Errorf("the last name of %s is %q, want %q", tc.text, got, tc.last)
		}
	}
}
