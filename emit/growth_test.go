package emit_test

import (
	"fmt"
	"runtime"
	"strconv"
	"testing"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/model"
)

// unionsOfUnions is a chain of named types, each a choice of the next two and a
// text.
func unionsOfUnions(n int) *model.API {
	text := &model.Type{Kind: model.KindString}
	ref := func(i int) *model.Variant {
		return &model.Variant{Type: &model.Type{Kind: model.KindRef, Ref: fmt.Sprint("U", i)}}
	}
	api := &model.API{}
	for i := range n {
		t := &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{ref(i + 1), ref(i + 2), {Type: text}}}
		api.Types = append(api.Types, &model.NamedType{ID: fmt.Sprint("U", i), Name: fmt.Sprint("U", i), Type: t})
	}
	for i := n; i < n+2; i++ {
		object := &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: fmt.Sprint("f", i), Type: text, Required: true}}}
		api.Types = append(api.Types, &model.NamedType{ID: fmt.Sprint("U", i), Name: fmt.Sprint("U", i), Type: object})
	}
	method := &model.Method{ID: "u.get", Name: "get", Verb: "GET", Path: "/u", Returns: &model.Response{Type: ref(0).Type}}
	api.Resources = []*model.Resource{{ID: "u", Name: "u", Methods: []*model.Method{method}}}
	return api
}

// TestUnionsOfUnionsGrow holds that the code for a chain of unions grows with the
// square of its length at most, as the number of pairs of them does, and not with
// the number of ways through it.
func TestUnionsOfUnionsGrow(t *testing.T) {
	size := func(n int) (bytes int) {
		set, _, err := emit.Go(t.Context(), unionsOfUnions(n), emit.Options{Package: "chain"})
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range set {
			bytes += len(text)
		}
		return bytes
	}
	runtime := size(1)
	small, large := size(10)-runtime, size(40)-runtime
	if large > 16*small {
		t.Errorf("4 times the unions are %d times the code", large/small)
	}
}

// taggedUnions is a chain of unions that requests take, each a choice of an object with a
// text of its own and of the next one.
func taggedUnions(n int) *model.API {
	api := unionsOfUnions(n)
	for i := range n {
		id := fmt.Sprint("O", i)
		tag := &model.Type{Kind: model.KindConst, Literal: model.Literal(strconv.Quote(id))}
		object := &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: "type", Type: tag, Required: true}}}
		api.Types = append(api.Types, &model.NamedType{ID: id, Name: id, Type: object})
		union := api.Types[i].Type
		union.Variants = append(union.Variants[:1:1], &model.Variant{Type: &model.Type{Kind: model.KindRef, Ref: id}})
	}
	body := &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: "u", Type: &model.Type{Kind: model.KindRef, Ref: "U0"}, Required: true}}}
	api.Resources[0].Methods[0].Verb = "POST"
	api.Resources[0].Methods[0].Body = &model.Body{ContentType: "application/json", Type: body}
	return api
}

// TestNamesOfUnionsGrow holds that what naming a chain of unions takes grows as its length
// does.
func TestNamesOfUnionsGrow(t *testing.T) {
	taken := func(n int) uint64 {
		api := taggedUnions(n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, _, err := emit.Names(api); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	taken(1) // what is made once
	small, large := taken(200), taken(800)
	if t.Logf("%d and %d bytes", small, large); large > 6*small {
		t.Errorf("4 times the unions take %d and then %d bytes", small, large)
	}
}
