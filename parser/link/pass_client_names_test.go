package link

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

// A type that is sent and received has the name of what is received; one that
// is only sent is marked, unless it is no structure.
func TestNameTypes(t *testing.T) {
	ref := func(id string) *model.Type { return &model.Type{Kind: model.KindRef, Ref: id} }
	enum := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString}}
	l := &linker{named: map[string]*model.NamedType{}, sdkNames: map[string][]string{}, methods: map[string]*model.Method{}}
	for id, typ := range map[string]*model.Type{
		"Both": object(), "Sent": object(), "Marked": object(), "Mode": enum, "Received": object(), "Inner": object(), "Unnamed": object(),
		"Outer": object(field("inner", listOf(ref("Inner")))), "Self": object(field("self", &model.Type{Kind: model.KindMap, Elem: ref("Self")})),
	} {
		l.named[id] = &model.NamedType{ID: id, Name: id, Type: typ}
	}
	for id, name := range map[string]string{
		"Both": "DepotBoth", "Sent": "DepotSent", "Marked": "MarkedParamUnion", "Mode": "DepotMode",
		"Received": "DepotReceivedResp", "Inner": "DepotInner", "Outer": "DepotOuter", "Self": "DepotSelf",
	} {
		l.note(id, name)
	}
	l.note("Both", "SecondName")
	l.note("Both", "DepotBoth")
	l.note("Unnamed", "")
	choice := &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{{Type: ref("Sent")}, {Type: ref("Marked")}}}
	l.methods["parcels.send"] = &model.Method{
		Params:    []*model.Param{{Field: *field("mode", ref("Mode"))}},
		Body:      &model.Body{Type: object(field("both", ref("Both")), field("choice", choice), field("outer", ref("Outer")))},
		Returns:   &model.Response{Type: object(field("both", ref("Both")), field("received", ref("Received")))},
		Streaming: &model.Streaming{Type: ref("Self")},
	}
	l.nameTypes()
	for id, want := range map[string]string{
		"Both": "DepotBoth", "Sent": "DepotSentParam", "Marked": "MarkedParamUnion", "Mode": "DepotMode",
		"Received": "DepotReceived", "Outer": "DepotOuterParam", "Inner": "DepotInnerParam", "Self": "DepotSelf", "Unnamed": "",
	} {
		if got := l.named[id].SDKName; got != want {
			t.Errorf("%s is called %q, want %q", id, got, want)
		}
	}
	if n := len(l.sdkNames["Both"]); n != 2 {
		t.Errorf("%d names of one type, want each once: 2", n)
	}
}
