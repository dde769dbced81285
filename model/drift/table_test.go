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

// TestValuesInPaths says nothing for sure of operations that a function calls which is handed a value of their paths. A
// name in the place of a slot is another operation.
func TestValuesInPaths(t *testing.T) {
	client := clientOf(call("GET /ships/{id}", nil, nil))
	docs := apiOf(method("GET /ships/{id}", nil, nil), method("GET /ships/@mine", nil, nil), method("GET /ships/search", nil, nil), method("DELETE /ships/@mine", nil, nil))
	if got := found(Compare(docs, client, Options{})); !slices.Equal(got, []string{"operation-missing perhaps", "operation-missing sure", "operation-missing sure"}) {
		t.Error(got)
	}
}

// TestSentOtherwise says nothing for sure of members that another function sends, or that only forms in parts have.
func TestSentOtherwise(t *testing.T) {
	body := object("name!", text, "cargo", text, "photo", &model.Type{Kind: model.KindFile}, "json_part", text, "berth", text, "flag", text)
	docs := apiOf(method("POST /ships", nil, body))
	plain := call("POST /ships", nil, goStruct("Ship", "Name string name", "Berth string berth", "Flag string flag"))
	other := call("POST /ships", nil, goStruct("LadenShip", "Name string name", "Cargo string cargo", "Part string json_part", "Berth string berth", "Flag string flag"))
	other.Func = "(*Client).CreateLaden"
	missing := func() (out []string) {
		for _, f := range Compare(docs, clientOf(plain, other), Options{}).Findings {
			out = append(out, f.Struct+" "+f.Member+" "+string(f.Confidence))
		}
		slices.Sort(out)
		return out
	}
	for _, c := range []struct {
		doc  string
		want []string
	}{
		{"The rest.", []string{"quay.LadenShip photo sure", "quay.Ship cargo perhaps", "quay.Ship json_part perhaps", "quay.Ship photo sure"}},
		{"Only for multipart/form-data: the other members as JSON.", []string{"quay.LadenShip photo perhaps", "quay.Ship cargo perhaps", "quay.Ship json_part perhaps", "quay.Ship photo perhaps"}},
	} {
		body.Fields[3].Doc = c.doc
		if got := missing(); !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot  %q\nwant %q", c.doc, got, c.want)
		}
	}
}
