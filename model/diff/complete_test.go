package diff_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
)

// TestEveryMemberIsCompared fails for a member of the model that came after this
// package was written: without a rule of its own a difference in it would be silent.
// Write the rule, then list the member; or list it among those that are no fact of the
// wire, which the comment of the package has to bear out.
func TestEveryMemberIsCompared(t *testing.T) {
	for _, tc := range []struct {
		of             any
		compared, left string
	}{
		{model.API{}, "Servers Auth Headers Resources Types", "Title Pages Doubts Profile index"},
		{model.Server{}, "URL", "Span"},
		{model.Auth{}, "ID Scheme Name Prefix Env Doc", "Span"},
		{model.Constant{}, "Name Value", "Source"},
		{model.Resource{}, "ID Methods Resources Types Events Doc", "Name Title Span"},
		{model.Event{}, "Name Doc Type Example", "Span"},
		{model.Method{}, "ID Name Verb Path Doc Deprecated Params Body Returns Errors Paging Streaming Query Headers Auth Public Examples", "Title Since SDKName Span"},
		{model.Param{}, "Location Style Field", "Listed"},
		{model.Body{}, "ContentType Required Type Evidence", "Span Listed"},
		{model.Response{}, "Status ContentType Type Evidence", "Span"},
		{model.ErrorResponse{}, "Status ContentType Type Doc", "Span"},
		{model.Streaming{}, "Type Evidence", "Field Location"},
		{model.Paging{}, "Items Param InBody Next Element More", "Form Type First Current Total Pages Evidence"},
		{model.Example{}, "Kind Text Request", "Title Language Status Conflict Span"},
		{model.Type{}, "Kind Format Literal Enum Fields Variants Discriminator Elem Ref Partial", "id"},
		{model.Enum{}, "Base Values Open", ""},
		{model.EnumValue{}, "Literal Doc Deprecated Name SDKName", "Since"},
		{model.Variant{}, "Name Type Doc", ""},
		{model.Field{}, "Name Type Required Nullable Doc Deprecated ReadOnly WriteOnly Default Limits Evidence", "Since SDKName Span"},
		{model.Limits{}, "Minimum Maximum ExclusiveMinimum ExclusiveMaximum MultipleOf MinLength MaxLength MinItems MaxItems UniqueItems Pattern", ""},
		{model.NamedType{}, "ID Name Resource Anonymous Type Doc Deprecated", "Since SDKName Span"},
	} {
		typ, members := reflect.TypeOf(tc.of), strings.Fields(tc.compared+" "+tc.left)
		for i := range typ.NumField() {
			if name := typ.Field(i).Name; !slices.Contains(members, name) {
				t.Errorf("%s.%s has no rule", typ, name)
			}
		}
		for _, name := range members {
			if _, ok := typ.FieldByName(name); !ok {
				t.Errorf("%s has no %s any more", typ, name)
			}
		}
	}
}
