package drift

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// TestValuesAreNamed says of numbers what the pages call them, and where the pages list them.
func TestValuesAreNamed(t *testing.T) {
	kinds := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindInteger, Values: []model.EnumValue{
		{Literal: "0", SDKName: "ShipKindTug"}, {Literal: "1", SDKName: "ShipKindFerry"}, {Literal: "2", SDKName: "ShipKindFireBoat"}}}}
	api := apiOf(method("GET /ships/{id}", object("id!", text, "kind!", &model.Type{Kind: model.KindRef, Ref: "Kind"}), nil))
	api.Types = []*model.NamedType{{ID: "Kind", Type: kinds, Span: line(40)}}
	client := clientOf(call("GET /ships/{id}", withField(goStruct("Ship", "ID string id"), "Kind", "kind", constants("Kind", gofacts.Integer, "KindTug 0")), nil))
	found := Compare(api, client, Options{}).Findings
	if len(found) != 1 || found[0].Message != "quay.Kind has no constant for 1 (Ferry), 2 (FireBoat)" || found[0].Member != "1 2" || found[0].Page.Start.Line != 40 {
		t.Errorf("%+v", found[0])
	}
}
