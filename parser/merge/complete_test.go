package merge_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/docgen-go/docgen/model"
)

// TestEveryMemberIsMerged fails for a member of the model that came after this
// package was written: without a rule of its own it would be lost where a second
// format states it. Write the rule, then list the member.
func TestEveryMemberIsMerged(t *testing.T) {
	for _, tc := range []struct {
		of      any
		members []string
	}{
		{model.API{}, []string{"Title", "Servers", "Auth", "Headers", "Resources", "Types", "Pages", "Doubts", "Profile", "index"}},
		{model.Resource{}, []string{"ID", "Name", "Title", "Doc", "Methods", "Resources", "Types", "Events", "Span"}},
		{model.Event{}, []string{"Name", "Doc", "Type", "Example", "Span"}},
		{model.Method{}, []string{"ID", "Name", "Title", "Verb", "Path", "Doc", "Deprecated", "Params", "Body", "Returns", "Errors", "Paging", "Streaming", "Query", "Headers", "Auth", "Public", "Examples", "SDKName", "Since", "Span"}},
		{model.Param{}, []string{"Location", "Style", "Listed", "Field"}},
		{model.Body{}, []string{"ContentType", "Required", "Type", "Evidence", "Listed", "Span"}},
		{model.Response{}, []string{"Status", "ContentType", "Type", "Evidence", "Span"}},
		{model.ErrorResponse{}, []string{"Status", "ContentType", "Type", "Doc", "Span"}},
		{model.Streaming{}, []string{"Type", "Field", "Location", "Evidence"}},
		{model.Type{}, []string{"Kind", "Format", "Literal", "Enum", "Fields", "Variants", "Discriminator", "Elem", "Ref", "Partial", "id"}},
		{model.Field{}, []string{"Name", "Type", "Required", "Nullable", "Doc", "Deprecated", "ReadOnly", "WriteOnly", "Default", "Limits", "Evidence", "SDKName", "Since", "Span"}},
		{model.NamedType{}, []string{"ID", "Name", "Resource", "Anonymous", "Type", "Doc", "Deprecated", "SDKName", "Since", "Span"}},
	} {
		typ := reflect.TypeOf(tc.of)
		for i := range typ.NumField() {
			if name := typ.Field(i).Name; !slices.Contains(tc.members, name) {
				t.Errorf("%s.%s has no rule", typ, name)
			}
		}
	}
}
