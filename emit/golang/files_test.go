package golang

import (
	"fmt"
	"slices"
	"testing"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

func TestTypesAreCutIntoFilesByFamily(t *testing.T) {
	var types []*model.NamedType
	for _, name := range []string{"ParcelEventLost", "ParcelEventScanned", "ParcelLabelTest", "ParcelLabelWide", "ParcelNote", "Crate"} {
		n := maxFileWeight / 4
		if name == "ParcelNote" || name == "Crate" {
			n = 1
		}
		types = append(types, &model.NamedType{ID: name, Name: name, Resource: "parcels", Type: objectOf(n)})
	}
	names, _ := naming.Assign(&model.API{Types: types}, naming.Reserved{})
	files := map[string]bool{}
	newGenerator(names, Options{}).typeFiles(func(path string, _ func(gosrc.Writer)) { files[path] = true })
	want := []string{"types_parcels.go", "types_parcels_parcel_event.go", "types_parcels_parcel_label.go"}
	if got := sortedKeys(files); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func objectOf(fields int) *model.Type {
	t := &model.Type{Kind: model.KindObject}
	for i := range fields {
		t.Fields = append(t.Fields, &model.Field{Name: fmt.Sprint("f", i), Type: &model.Type{Kind: model.KindString}})
	}
	return t
}
