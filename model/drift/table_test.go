package drift

import (
	"slices"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// TestTables says nothing for sure of members that pages state in another table than all those of the struct.
func TestTables(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []int32 // of captain, crew and flag
		want  string
	}{
		{"two tables", []int32{10, 30, 31}, "request-member-missing perhaps quay.New crew"},
		{"one table", []int32{10, 11, 12}, "request-member-missing sure quay.New crew"},
		{"lines between rows", []int32{10, 13, 16}, "request-member-missing sure quay.New crew"},
		{"no table", []int32{10, 30, 50}, "request-member-missing sure quay.New crew"},
		{"one line", []int32{10, 10, 11}, "request-member-missing sure quay.New crew"},
	} {
		t.Run(c.name, func(t *testing.T) {
			body := object("captain!", text, "crew!", integer, "flag!", text)
			for i, n := range c.lines {
				body.Fields[i].Span = line(n)
			}
			got := found(Compare(apiOf(method("POST /ships", nil, body)), clientOf(call("POST /ships", nil, goStruct("New", "Captain string captain"))), Options{}))
			if !slices.Contains(got, c.want) {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
}

// TestMissingThatGoes says nothing for sure of members that pages call deprecated among other things.
func TestMissingThatGoes(t *testing.T) {
	result := object("id!", text, "name!", text, "berth!", text)
	result.Fields[2].Doc = "Where the ship lies. Deprecated in 2.1."
	client := func() *gofacts.Client {
		return clientOf(call("GET /ships/{id}", goStruct("Ship", "ID string id", "Name string name"), nil))
	}
	if got := found(Compare(apiOf(method("GET /ships/{id}", result, nil)), client(), Options{})); !slices.Equal(got, []string{"response-member-missing perhaps quay.Ship berth"}) {
		t.Error(got)
	}
	result.Fields[2] = &model.Field{Name: "berth", Type: text, Span: line(4), Doc: "Where the ship lies."}
	if got := found(Compare(apiOf(method("GET /ships/{id}", result, nil)), client(), Options{})); !slices.Equal(got, []string{"response-member-missing sure quay.Ship berth"}) {
		t.Error(got)
	}
}

// TestUnresolvedMayCall says nothing for sure of operations and members that a function of which too little is known may have.
func TestUnresolvedMayCall(t *testing.T) {
	client := clientOf(call("GET /ships/{id}", nil, nil))
	client.Unresolved = []gofacts.Unresolved{{Func: "(*Client).RevokeSessions", Package: "quay", Why: "no request was made when it was run on symbols"}}
	docs := apiOf(method("GET /ships/{id}", nil, nil), method("DELETE /sessions", nil, nil), method("DELETE /ferries", nil, nil))
	if got := found(Compare(docs, client, Options{})); !slices.Equal(got, []string{"operation-missing perhaps", "operation-missing sure"}) {
		t.Error(got)
	}
	op := call("GET /ships", nil, nil)
	op.Names = []string{"homePort"}
	listed := method("GET /ships", nil, nil)
	for _, name := range []string{"home_port", "flag"} {
		listed.Params = append(listed.Params, &model.Param{Field: model.Field{Name: name, Type: text, Span: line(3)}, Location: model.LocationQuery})
	}
	if got := found(Compare(apiOf(listed), clientOf(op), Options{})); !slices.Equal(got, []string{"request-member-missing likely (*Client).GET flag", "request-member-missing perhaps (*Client).GET home_port"}) {
		t.Error(got)
	}
}
