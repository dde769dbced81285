package golang

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

// TestFormStyleOfNames holds that lists whose names have the brackets are written under these as they are,
// whatever the other lists of the API are like.
func TestFormStyleOfNames(t *testing.T) {
	form := func(name string) *model.Method {
		return &model.Method{Body: &model.Body{Type: &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: name}}}}}
	}
	named, plain := form("tags[]"), form("tags")
	listing := &model.Method{Params: []*model.Param{{Style: "brackets"}}}
	g := &generator{api: &model.API{Resources: []*model.Resource{{Methods: []*model.Method{named, plain, listing}}}}}
	for m, want := range map[*model.Method]string{named: "repeat", plain: "brackets"} {
		if got := g.formStyle(m); got != want {
			t.Errorf("formStyle(%s) is %s, want %s", m.Body.Type.Fields[0].Name, got, want)
		}
	}
}
