package drift

import (
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// addition returns what is suggested for the first finding of a member.
func addition(t *testing.T, r *Report, wire string) Addition {
	t.Helper()
	for _, f := range r.Findings {
		if f.Member == wire && len(f.Additions) == 1 {
			return f.Additions[0]
		}
	}
	t.Fatalf("nothing is suggested for %s: %v", wire, found(r))
	return Addition{}
}

// TestAdditions writes what is missing as the client writes the like.
func TestAdditions(t *testing.T) {
	for _, c := range []struct {
		name   string
		wire   string
		typ    *model.Type
		fields []string
		types  []*gofacts.Type
		want   Addition
	}{
		{"initialisms as the client has them", "home_url", text, []string{"ID string id", "LogURL string log_url"}, nil, Addition{Name: "HomeURL", GoType: "string", Tag: `json:"home_url"`, After: "LogURL"}},
		{"or has not", "home_url", text, []string{"Id string id", "LogUrl string log_url"}, nil, Addition{Name: "HomeUrl", GoType: "string", Tag: `json:"home_url"`, After: "LogUrl"}},
		{"initialisms that it has not used", "home_ids", text, []string{"ID string id", "Name string name"}, nil, Addition{Name: "HomeIDs", GoType: "string", Tag: `json:"home_ids"`, After: "Name"}},
		{"pointers and omitempty", "home_port", text, []string{"ID *string id,omitempty", "Name *string name,omitempty"}, nil, Addition{Name: "HomePort", GoType: "*string", Tag: `json:"home_port,omitempty"`, After: "Name"}},
		{"the struct that has the members", "captain", object("name!", text, "licence!", text), []string{"ID string id", "Name string name"},
			[]*gofacts.Type{goStruct("Sailor", "Name string name", "Licence string licence"), goStruct("Crane", "Reach int reach")}, Addition{Name: "Captain", GoType: "Sailor", Tag: `json:"captain"`, After: "Name"}},
		{"a list of it", "captains", list(object("name!", text, "licence!", text)), []string{"ID string id", "Name string name"},
			[]*gofacts.Type{goStruct("Sailor", "Name string name", "Licence string licence")}, Addition{Name: "Captains", GoType: "[]Sailor", Tag: `json:"captains"`, After: "Name"}},
		{"the constants that are documented", "flag", flags, []string{"ID string id", "Name string name"},
			[]*gofacts.Type{constants("Ensign", gofacts.String, "EnsignDE de", "EnsignNL nl")}, Addition{Name: "Flag", GoType: "Ensign", Tag: `json:"flag"`, After: "Name"}},
		{"the type of that name", "home_flag", text, []string{"ID string id", "Name string name"},
			[]*gofacts.Type{constants("HomeFlag", gofacts.String, "HomeFlagX x")}, Addition{Name: "HomeFlag", GoType: "HomeFlag", Tag: `json:"home_flag"`, After: "Name"}},
		{"the type of the words of struct and member", "state", text, []string{"ID string id", "Name string name"},
			[]*gofacts.Type{constants("CraneState", gofacts.String, "CraneStateUp up"), constants("ShipState", gofacts.String, "ShipStateAshore ashore")}, Addition{Name: "State", GoType: "ShipState", Tag: `json:"state"`, After: "Name"}},
		{"numbers as texts", "draft", text, []string{"ID int64 id,string", "Load int64 load,string", "Name string name", "Draft2 int64 draft2"},
			nil, Addition{Name: "Draft", GoType: "int64", Tag: `json:"draft,string"`, After: "Draft2"}},
		{"generic types that hold values", "home_port", text, []string{"Name *opt.Of[string] name,omitempty", "Flag *opt.Of[string] flag,omitempty"}, nil, Addition{Name: "HomePort", GoType: "*opt.Of[string]", Tag: `json:"home_port,omitempty"`, After: "Flag"}},
		{"numbers that nothing is like", "draught", &model.Type{Kind: model.KindNumber}, []string{"Name string name"}, nil, Addition{Name: "Draught", GoType: "float64", Tag: `json:"draught"`, After: "Name"}},
		{"constants by the names that pages give to numbers", "flag", numbered("NONE", "SIGNAL", "ENSIGN"), []string{"ID string id", "Name string name"},
			[]*gofacts.Type{constants("Signal", gofacts.Integer, "SignalOff 0", "SignalOn 1", "SignalFlash 2"), constants("Bunting", gofacts.Integer, "BuntingNone 0", "BuntingSignal 1", "BuntingEnsign 2")},
			Addition{Name: "Flag", GoType: "Bunting", Tag: `json:"flag"`, After: "Name"}},
		{"numbers of two kinds", "draught", &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{{Type: &model.Type{Kind: model.KindInteger}}, {Type: &model.Type{Kind: model.KindNumber}}}}, []string{"Name string name"}, nil, Addition{Name: "Draught", GoType: "float64", Tag: `json:"draught"`, After: "Name"}},
		{"a struct of the name that has other members", "crew", object("name!", text, "licence!", text), []string{"ID string id", "Name string name"},
			[]*gofacts.Type{goStruct("ShipCrew", "Size int size", "Shift int shift"), goStruct("Sailor", "Name string name", "Licence string licence")}, Addition{Name: "Crew", GoType: "Sailor", Tag: `json:"crew"`, After: "Name"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ship := goStruct("Ship", c.fields...)
			documented := object()
			for _, f := range ship.Fields {
				documented.Fields = append(documented.Fields, &model.Field{Name: f.Name, Type: text, Required: true, Span: line(1)})
			}
			documented.Fields = append(documented.Fields, &model.Field{Name: c.wire, Type: c.typ, Required: true, Span: line(2)})
			client := clientOf(call("GET /ships/{id}", ship, nil))
			client.Types = append([]*gofacts.Type{ship}, c.types...)
			got := addition(t, Compare(apiOf(method("GET /ships/{id}", documented, nil)), client, Options{Additions: true}), c.wire)
			if got != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

// numbered returns an enumeration of the numbers from 0, which pages give names.
func numbered(names ...string) *model.Type {
	e := &model.Enum{Base: model.KindInteger}
	for i, name := range names {
		e.Values = append(e.Values, model.EnumValue{Literal: model.Literal(rune('0' + i)), Name: name})
	}
	return &model.Type{Kind: model.KindEnum, Enum: e}
}

// TestTypeOfLikeMembers chooses types by what the client's own members have for the like.
func TestTypeOfLikeMembers(t *testing.T) {
	id, number, moment := &model.Type{Kind: model.KindString, Format: "ulid"}, &model.Type{Kind: model.KindInteger}, &model.Type{Kind: model.KindDateTime}
	ship, crane := goStruct("Ship"), goStruct("Crane")
	for _, c := range []struct {
		name    string
		wire    string
		typ     *model.Type
		input   bool
		samples []*sample
		want    string
	}{
		{"what has a format", "berth", id, false, []*sample{
			{wire: "id", class: "string ulid", base: "ulid.ID", owner: crane}, {wire: "home", class: "string ulid", base: "ulid.ID", owner: crane}, {wire: "port", class: "string ulid", base: "ulid.ID", owner: ship}, {wire: "note", class: "string ulid", base: "string", owner: ship}}, "ulid.ID"},
		{"and a list of it", "berths", list(id), false, []*sample{
			{wire: "a", class: "array of string ulid", base: "[]ulid.ID", owner: crane}, {wire: "b", class: "array of string ulid", base: "[]ulid.ID", owner: crane}, {wire: "c", class: "array of string ulid", base: "[]ulid.ID", owner: ship}}, "[]ulid.ID"},
		{"the type that has the last words of the name", "home_berth_id", id, false, []*sample{
			{wire: "id", class: "string ulid", base: "ShipID", owner: ship}, {wire: "ship_id", class: "string ulid", base: "ShipID", owner: crane}, {wire: "next", class: "string ulid", base: "BerthID", owner: crane}}, "BerthID"},
		{"and in lists", "free_berth_ids", list(id), false, []*sample{
			{wire: "id", class: "string ulid", base: "ShipID", owner: ship}, {wire: "ship_ids", class: "array of string ulid", base: "[]ShipID", owner: crane}, {wire: "next", class: "string ulid", base: "BerthID", owner: crane}}, "[]BerthID"},
		{"moments as most are", "sunk_at", moment, false, []*sample{
			{wire: "left_at", word: "at", class: "date-time", base: "time.Time", owner: crane}, {wire: "built_on", word: "on", class: "date-time", base: "time.Time", owner: crane}, {wire: "paid_on", word: "on", class: "date-time", base: "time.Time", owner: ship}, {wire: "x_at", word: "at", class: "date-time", base: "string", owner: crane}}, "time.Time"},
		{"as what stands beside it", "end_time", number, true, []*sample{
			{wire: "start_time", word: "time", class: "integer", base: "int", owner: ship, input: true}, {wire: "end_time", word: "time", class: "integer", base: "int64", owner: crane, input: true}}, "int"},
		{"as requests have it", "icon", text, true, []*sample{
			{wire: "icon", word: "icon", class: "string", base: "string", owner: ship, first: "Ship"}, {wire: "icon", word: "icon", class: "string", base: "Icon", owner: crane, input: true}}, "Icon"},
		{"no text for a number", "id", number, false, []*sample{
			{wire: "id", word: "id", class: "string", base: "string", owner: crane}, {wire: "id", word: "id", class: "string", base: "string", owner: crane}, {wire: "id", word: "id", class: "string", base: "string", owner: ship}, {wire: "size", word: "size", class: "integer", base: "int", owner: crane}}, "int"},
		{"one word says nothing of what ends with it", "home_id", id, false, []*sample{
			{wire: "id", word: "id", class: "string ulid", base: "string", owner: ship}, {wire: "a", class: "string ulid", base: "ulid.ID", owner: crane}, {wire: "b", class: "string ulid", base: "ulid.ID", owner: crane},
			{wire: "c", class: "string ulid", base: "ulid.ID", owner: crane}}, "ulid.ID"},
		{"no type that only texts have for an object", "berth", object("x", text), false, []*sample{
			{wire: "berth", word: "berth", class: "string", base: "port.Code", kinds: []gofacts.Kind{gofacts.String}, owner: crane}, {wire: "berth", word: "berth", class: "string", base: "port.Code", kinds: []gofacts.Kind{gofacts.String}, owner: crane},
			{wire: "berth", word: "berth", class: "string", base: "port.Code", kinds: []gofacts.Kind{gofacts.String}, owner: ship}}, ""},
		{"keys of maps with constants are those of one member", "berths", &model.Type{Kind: model.KindMap, Elem: text}, false, []*sample{
			{wire: "names", word: "names", class: "map of string", base: "map[Language]int", owner: ship}}, "map[string]string"},
	} {
		h := newHabits([]*gofacts.Type{constants("Language", gofacts.String, "LanguageDE de")})
		h.types[0].Package = ship.Package
		h.samples = c.samples
		if got := h.newWish(apiOf(), &model.Field{Name: c.wire, Type: c.typ}, ship, c.input).goType(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestNothingIsAddedTwice suggests no member whose name the struct has for something else.
func TestNothingIsAddedTwice(t *testing.T) {
	ship := goStruct("Ship", "ID string id", "Name string name")
	ship.Names = append(ship.Names, "Length")
	r := Compare(apiOf(method("GET /ships/{id}", object("id!", text, "name!", text, "length!", number), nil)), clientOf(call("GET /ships/{id}", ship, nil)), Options{Additions: true})
	if len(r.Findings) != 1 || len(r.Findings[0].Additions) != 0 {
		t.Errorf("%v", r.Findings[0].Additions)
	}
}

// TestPointerToItself suggests a pointer where a struct would hold itself.
func TestPointerToItself(t *testing.T) {
	ship := goStruct("Ship", "ID string id", "Name string name")
	tender := object("id!", text, "name!", text, "tender", object("id!", text, "name!", text))
	client := clientOf(call("GET /ships/{id}", ship, nil))
	client.Types = []*gofacts.Type{ship, withField(goStruct("Boat", "ID string id", "Name string name"), "Mother", "mother", ship)}
	got := addition(t, Compare(apiOf(method("GET /ships/{id}", tender, nil)), client, Options{Additions: true}), "tender")
	if got.GoType != "*Boat" {
		t.Errorf("the type is %s", got.GoType)
	}
}

// TestConstants names constants as their type does.
func TestConstants(t *testing.T) {
	named := func(names ...string) []model.EnumValue {
		var out []model.EnumValue
		for i, n := range names {
			out = append(out, model.EnumValue{Literal: model.Literal(rune('0' + i)), SDKName: n})
		}
		return out
	}
	values := func(texts ...string) []model.EnumValue {
		var out []model.EnumValue
		for _, s := range texts {
			out = append(out, model.EnumValue{Literal: model.Literal(`"` + s + `"`)})
		}
		return out
	}
	for _, c := range []struct {
		name       string
		typ        *gofacts.Type
		documented []model.EnumValue
		want       string
	}{
		{"by the value", constants("Flag", gofacts.String, "FlagDE de", "FlagNL nl"), values("de", "nl", "dk"), "FlagDK"},
		{"values in capitals", constants("State", gofacts.String, "StateMoored MOORED"), values("MOORED", "UNDER_WAY"), "StateUnderWay"},
		{"names in capitals", constants("State", gofacts.String, "MOORED MOORED", "UNDER_WAY UNDER_WAY"), values("MOORED", "UNDER_WAY", "SUNK"), ""},
		{"numbers by the names that pages give", constants("Kind", gofacts.Integer, "KindTug 0", "KindFerry 1"), named("ShipKindTug", "ShipKindFerry", "ShipKindYacht"), "KindYacht"},
		{"nothing shows it", constants("Kind", gofacts.Integer, "Small 0", "Large 1"), named("", "", ""), ""},
	} {
		h := newHabits(nil)
		style, ok := h.constantsOf(c.typ, c.documented)
		got := ""
		if ok {
			got = style.name(h, c.documented[len(c.documented)-1])
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestWords takes the words of a Go name apart where they are those of the wire.
func TestWords(t *testing.T) {
	for _, c := range []struct{ wire, goName, want string }{
		{"home_url", "HomeURL", "Home URL"}, {"homeUrl", "HomeURL", "Home URL"}, {"home_url", "Address", ""}, {"höhe", "Höhe", ""},
	} {
		if got := strings.Join(wordsIn(c.wire, c.goName), " "); got != c.want {
			t.Errorf("%s in %s: %q", c.wire, c.goName, got)
		}
	}
	if !slices.Equal(Rules(), slices.Sorted(slices.Values(Rules()))) {
		t.Error("rules are not sorted")
	}
}

// TestHeld takes types apart and puts them together again.
func TestHeld(t *testing.T) {
	for goType, want := range map[string][2]string{
		"string":           {"", "string"},
		"*Ship":            {"*", "Ship"},
		"opt.Of[Ship]":     {"opt.Of[", "Ship"},
		"*opt.Of[[]Ship]":  {"*opt.Of[", "[]Ship"},
		"map[string]Ship":  {"", "map[string]Ship"},
		"[]opt.Of[Ship]":   {"", "[]opt.Of[Ship]"},
		"Pair[Ship, Crew]": {"", "Pair[Ship, Crew]"},
		"Of[map[Key]Ship]": {"Of[", "map[Key]Ship"},
		"Of[]":             {"", "Of[]"},
	} {
		holder, base := held(goType)
		if holder != want[0] || base != want[1] {
			t.Errorf("%s is %q and %q, want %q", goType, holder, base, want)
		}
		if got := hold(holder, base); got != goType {
			t.Errorf("%s is %s again", goType, got)
		}
	}
}

// TestAnalogue names the type of a member as those of the like structs are named.
func TestAnalogue(t *testing.T) {
	list := &gofacts.Type{Kind: gofacts.List, Short: "GetCraneList", GoName: "client.GetCraneList", Package: "client"}
	h := newHabits([]*gofacts.Type{list})
	ship := goStruct("GetShipResult")
	h.samples = []*sample{{wire: "list", class: "array", base: "GetShipList", owner: ship}}
	w := h.newWish(apiOf(), &model.Field{Name: "list", Type: &model.Type{Kind: model.KindArray}}, goStruct("GetCraneResult"), false)
	w.owner.Package, ship.Package = list.Package, list.Package
	if got := w.goType(); got != "GetCraneList" {
		t.Errorf("the type is %q", got)
	}
}

// TestStructOfNamesakes chooses among structs that are as much alike the one that members of this name have, and none
// that only requests have for a result.
func TestStructOfNamesakes(t *testing.T) {
	berth := object("id", text, "name", text, "depth", number)
	fields := []string{"ID string id", "Name string name", "Depth float64 depth"}
	apron, mooring, options := goStruct("Apron", fields...), goStruct("Mooring", fields...), goStruct("Aaa", fields...)
	h := newHabits([]*gofacts.Type{options, apron, mooring})
	h.samples = []*sample{
		{wire: "berth", class: "ref CraneBerth", base: "*Mooring", category: "struct", owner: goStruct("Crane"), holder: ""},
		{wire: "id", class: "string", base: "string", owner: options, input: true},
	}
	for _, want := range []string{"Mooring", "Apron"} {
		if got := h.newWish(apiOf(), &model.Field{Name: "berth", Type: berth}, goStruct("Ship"), false).structural(berth, "berth", 0); got != want {
			t.Errorf("the type is %q, want %q", got, want)
		}
		h.samples = h.samples[1:]
	}
}

// TestFit makes that count more by which a client goes: here only the verb says which members are pointers. A small client
// shows no such habit.
func TestFit(t *testing.T) {
	before := weightOfVerb(t, holderStart)
	if after := weightOfVerb(t, habitsByVerb(48).holderLikeness()); after != before {
		t.Errorf("the verb counts %.1f after few members, %.1f before", after, before)
	}
	if after := weightOfVerb(t, habitsByVerb(300).holderLikeness()); after < before+0.3 {
		t.Errorf("the verb counts %.1f, %.1f before", after, before)
	}
}

// habitsByVerb returns those of a client whose members are pointers where the verb is PATCH.
func habitsByVerb(members int) *habits {
	h := newHabits(nil)
	ship, wires := goStruct("Ship"), []string{"name", "home", "flag", "note", "port", "crew"}
	for i := range members {
		s := &sample{wire: wires[i%6], word: wires[i%6], class: "string", owner: ship, at: float64(i), field: &gofacts.Field{}, verb: "POST", required: i%3 == 0}
		if i%4 == 0 {
			s.verb, s.holder = "PATCH", "*"
		}
		h.samples = append(h.samples, s)
	}
	return h
}

// weightOfVerb returns how much counts that the verb is the same and nothing else.
func weightOfVerb(t *testing.T, l likeness) float64 {
	t.Helper()
	a := &sample{verb: "PUT", wire: "a", word: "a", class: "a", category: "a", first: "a", last: "a", base: "a", required: true, null: true, input: true, owner: goStruct("Ship")}
	at := slices.IndexFunc(l, func(c common) bool { return c.same(&sample{verb: "PUT"}, a) })
	if at < 0 {
		t.Fatal("the verb does not count")
	}
	return l[at].weight
}

// TestMemberNames names a member as the client names it elsewhere, and its words as types are named.
func TestMemberNames(t *testing.T) {
	h := newHabits([]*gofacts.Type{goStruct("Ship", "Emblem string flag_emblem", "Home string home"), goStruct("Crane", "Emblem string flag_emblem", "Id string id"), goStruct("Barge", "FlagEmblem string flag_emblem", "ID string code"),
		goStruct("OAuth2User", "Name string name"), goStruct("Admin", "Name string name")})
	for _, c := range []struct {
		wire, want string
		taken      []string
	}{
		{"flag_emblem", "Emblem", nil}, {"flag_emblem", "FlagEmblem", []string{"Emblem"}}, {"id", "Id", nil}, {"oauth2_params", "OAuth2Params", nil}, {"dm_name", "DmName", nil},
	} {
		if got := h.memberName(c.wire, c.taken); got != c.want {
			t.Errorf("%s is called %s, want %s", c.wire, got, c.want)
		}
	}
}
