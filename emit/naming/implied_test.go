package naming

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
)

// TestMemberRule holds what the first rule gives: names in files rest on it. A
// failure means that a change of words or initialisms needs a rule of its own.
func TestMemberRule(t *testing.T) {
	i := newImplied(Table{membersKey: "1", fieldCasingKey: "snake", valueCasingKey: "upper", NewKey("type", "T"): "T", NewKey("type", "TLong"): "TLong",
		NewKey("service", "r"): "RService", NewKey("service", "r_s"): "RSService", NewKey("accessor", "r.s"): "S", NewKey(locationKind, "r.list"): "query"})
	for key, want := range map[Key]string{
		NewKey("field", "T", "id"):                     "ID",
		NewKey("field", "T", "i_d"):                    "", // ID is id
		NewKey("field", "T", "ID"):                     "",
		NewKey("field", "T", "file_ids"):               "FileIDs",
		NewKey("field", "T", "base64_json_url"):        "Base64JSONURL",
		NewKey("field", "T", "oauth_token"):            "OAuthToken",
		NewKey("field", "T", "https_url"):              "HTTPSURL",
		NewKey("field", "T", "http_surl"):              "HTTPSurl",
		NewKey("field", "T", "extra"):                  "", // every struct has one
		NewKey("field", "T", "größe"):                  "Größe",
		NewKey("field", "T", "2fa"):                    "",
		NewKey("field", "T", ""):                       "",
		NewKey("field", "Unknown", "id"):               "",
		NewKey("value", "T", `"IN_TRANSIT"`):           "TInTransit",
		NewKey("value", "T", `"in_transit"`):           "",
		NewKey("value", "T", `"LONG_WAY"`):             "", // TLong might have a value WAY
		NewKey("value", "T", `"VARIANT"`):              "",
		NewKey("value", "T", `"\u0041_B"`):             "",
		NewKey("value", "T", `200`):                    "",
		NewKey("variant", "T"):                         "TVariant",
		NewKey("variant", "Unknown"):                   "",
		NewKey("method", "r.create"):                   "New",
		NewKey("method", "r.create_many"):              "NewMany",
		NewKey("method", "r.create_2"):                 "",
		NewKey("method", "r.retrieve"):                 "Get",
		NewKey("method", "r.new"):                      "",
		NewKey("method", "r.get_many"):                 "",
		NewKey("method", "r.s"):                        "", // is the field for r.s
		NewKey("method", "x.list"):                     "",
		NewKey("method", "r.list_auto_paging"):         "",
		NewKey("paging", "r.list"):                     "ListAutoPaging",
		NewKey("params", "r.create"):                   "RNewParams",
		NewKey("params", "r.s_list"):                   "", // RSService might have a method list
		NewKey("params", "r_s.list"):                   "RSListParams",
		NewKey("param", "r.list", "query", "page_no"):  "PageNo",
		NewKey("param", "r.list", "body", "page_no"):   "",
		NewKey("param", "r.create", "body", "page_no"): "PageNo",
		NewKey("wrapper", "T", "string"):               "",
		NewKey("type", "Other"):                        "",
	} {
		if got := i.nameOf(key.tuple()); got != want {
			t.Errorf("%q is %q, want %q", key.Parts(), got, want)
		}
	}
	var text strings.Builder
	for _, word := range slices.Sorted(maps.Keys(initialisms)) {
		fmt.Fprintln(&text, word, initialisms[word])
	}
	sum := sha256.Sum256([]byte(text.String()))
	const want = "62c77b10c2d12f73"
	if got := hex.EncodeToString(sum[:8]); got != want {
		t.Errorf("the initialisms have the digest %s and not %s: rule 1 must keep those that it had", got, want)
	}
}

// TestRulesAreOneToOne takes each name apart again.
func TestRulesAreOneToOne(t *testing.T) {
	parts := []string{"a", "i", "d", "id", "ids", "url", "x", "json", "s", "2", "new", "create", "http", "https", "5m", "o", "auth", "oauth"}
	for casing := range casings {
		i := newImplied(Table{membersKey: "1", fieldCasingKey: casing, valueCasingKey: casing, NewKey("service", "r"): "RService"})
		fields, methods := map[string]string{}, map[string]string{}
		for n := range 20_000 {
			r := rand.New(rand.NewPCG(1, uint64(n)))
			var wire string
			for k := range 1 + r.IntN(4) {
				wire += parts[r.IntN(len(parts))]
				if k < 3 {
					wire += []string{"_", "", "-", "."}[r.IntN(4)]
				}
			}
			if r.IntN(3) == 0 {
				wire = casings[[]string{"camel", "title", "upper"}[r.IntN(3)]](strings.FieldsFunc(wire+"a", func(r rune) bool { return r == '_' || r == '-' || r == '.' }))
			}
			for kind, seen := range map[string]map[string]string{"field": fields, "method": methods} {
				name := i.member(wire)
				if kind == "method" {
					name = i.verb(name)
				}
				if other, twice := seen[name]; twice && name != "" && other != wire {
					t.Fatalf("%s: %q and %q are both called %s", casing, other, wire, name)
				}
				seen[name] = wire
			}
		}
		if len(fields) < 500 {
			t.Errorf("%s: only %d names", casing, len(fields))
		}
	}
}

// A randomAPI is made of few words, so that names meet.
func randomAPI(r *rand.Rand) *model.API {
	words := []string{"id", "ID", "Id", "i_d", "list", "create", "new", "Variant", "params", "foo", "foo_bar", "bar", "Bar", "retrieve", "get", "list_auto_paging", "2"}
	pick := func() string { return words[r.IntN(len(words))] }
	text := &model.Type{Kind: model.KindString}
	api := &model.API{}
	members := func() (out []*model.Field) {
		for range r.IntN(6) {
			f := field(pick(), text)
			if r.IntN(5) == 0 {
				f.SDKName = exported(camel(signed(pick())))
			}
			out = append(out, f)
		}
		return out
	}
	ids := map[string]bool{}
	for range 3 + r.IntN(8) {
		id := exported(camel([]string{pick(), pick()}))
		if ids[id] {
			continue
		}
		ids[id] = true
		var typ *model.Type
		switch r.IntN(3) {
		case 0:
			typ = fields(members()...)
		case 1:
			var literals []model.Literal
			for range 1 + r.IntN(5) {
				literals = append(literals, model.Literal(fmt.Sprintf("%q", pick())))
			}
			typ = enumOf(literals...)
		default:
			typ = &model.Type{Kind: model.KindUnion, Variants: []*model.Variant{{Type: text}, {Type: fieldsRef(r, api)}}}
		}
		api.Types = append(api.Types, named(id, id, "", r.IntN(3) == 0, typ))
	}
	slices.SortFunc(api.Types, func(a, b *model.NamedType) int { return strings.Compare(a.ID, b.ID) })
	api.Resources = randomResources(r, "", pick, members, 0)
	return api
}

func fieldsRef(r *rand.Rand, api *model.API) *model.Type {
	if len(api.Types) == 0 {
		return &model.Type{Kind: model.KindBoolean}
	}
	return refTo(api.Types[r.IntN(len(api.Types))].ID)
}

func randomResources(r *rand.Rand, above string, pick func() string, members func() []*model.Field, depth int) (out []*model.Resource) {
	seen := map[string]bool{}
	for range 1 + r.IntN(3) {
		name := pick()
		id := strings.TrimPrefix(above+"."+name, ".")
		if seen[name] {
			continue
		}
		seen[name] = true
		res := &model.Resource{ID: id, Name: name}
		calls := map[string]bool{}
		for range 1 + r.IntN(4) {
			call := pick()
			if calls[call] {
				continue
			}
			calls[call] = true
			m := &model.Method{ID: id + "." + call, Name: call, Verb: "POST", Path: "/v1"}
			for _, f := range members() {
				m.Params = append(m.Params, &model.Param{Field: *f, Location: []model.Location{model.LocationQuery, model.LocationHeader}[r.IntN(2)]})
			}
			if r.IntN(2) == 0 {
				m.Body = &model.Body{Type: fields(members()...)}
			}
			if r.IntN(3) == 0 {
				m.Paging = &model.Paging{}
			}
			res.Methods = append(res.Methods, m)
		}
		if depth < 1 {
			res.Resources = randomResources(r, id, pick, members, depth+1)
		}
		out = append(out, res)
	}
	return out
}

// TestCompactKeepsNames changes random references at random and wants of a
// compact table what the full one keeps: every name of what is still there.
func TestCompactKeepsNames(t *testing.T) {
	left, full := 0, 0
	for n := range 100 {
		r := rand.New(rand.NewPCG(2, uint64(n)))
		before := randomAPI(r)
		was, _ := Assign(before, Reserved{Package: []string{"Error", "FooID"}})
		table := was.Compact(was.Table(), nil)
		full, left = full+len(was.Table()), left+len(table)
		for k, want := range was.Table() {
			if got := table.Name(k); got != want {
				t.Fatalf("%d: the table calls %q %q and not %q", n, k.Parts(), got, want)
			}
		}
		for range 3 {
			after := randomAPI(r)
			mix(r, before, after)
			want, _ := Assign(after, Reserved{Package: []string{"Error", "FooID"}, Keep: []Table{was.Table()}})
			got, _ := Assign(after, Reserved{Package: []string{"Error", "FooID"}, Keep: []Table{table}})
			now, wanted := got.Table(), want.Table()
			for k, name := range was.Table() {
				if now[k] != name && wanted[k] == name {
					t.Fatalf("%d: %q was %s and is %q", n, k.Parts(), name, now[k])
				}
			}
			again := got.Compact(now, table)
			assigned, _ := Assign(after, Reserved{Package: []string{"Error", "FooID"}, Keep: []Table{again}})
			if !maps.Equal(assigned.Table(), now) || !maps.Equal(assigned.Compact(assigned.Table(), again), again) {
				t.Fatalf("%d: a second run gives other names", n)
			}
		}
	}
	if left*5 > full*4 {
		t.Errorf("the tables list %d of %d names", left, full)
	}
}

// mix puts much of one reference into another, before what is there and behind.
func mix(r *rand.Rand, from, into *model.API) {
	for _, t := range from.Types {
		i := slices.IndexFunc(into.Types, func(u *model.NamedType) bool { return u.ID == t.ID })
		switch {
		case i < 0 && r.IntN(4) > 0:
			into.Types = append(into.Types, t)
		case i >= 0 && r.IntN(3) > 0 && into.Types[i].Type.Kind == t.Type.Kind:
			both := *t
			typ := *t.Type
			typ.Fields = slices.Concat(into.Types[i].Type.Fields, t.Type.Fields)
			if typ.Enum != nil {
				typ.Enum = &model.Enum{Base: typ.Enum.Base, Values: slices.Concat(into.Types[i].Type.Enum.Values, typ.Enum.Values)}
			}
			both.Type = &typ
			into.Types[i] = &both
		}
	}
	slices.SortFunc(into.Types, func(a, b *model.NamedType) int { return strings.Compare(a.ID, b.ID) })
	into.Resources = mixResources(r, from.Resources, into.Resources)
}

func mixResources(r *rand.Rand, from, into []*model.Resource) []*model.Resource {
	for _, res := range from {
		i := slices.IndexFunc(into, func(o *model.Resource) bool { return o.ID == res.ID })
		if i < 0 {
			if r.IntN(4) > 0 {
				into = append(into, res)
			}
			continue
		}
		both := *into[i]
		for _, m := range res.Methods {
			j := slices.IndexFunc(both.Methods, func(o *model.Method) bool { return o.ID == m.ID })
			if j < 0 {
				both.Methods = append(slices.Clone(both.Methods), m)
				continue
			}
			merged := *m
			merged.Params = slices.Concat(both.Methods[j].Params, m.Params)
			both.Methods = slices.Clone(both.Methods)
			both.Methods[j] = &merged
		}
		both.Resources = mixResources(r, res.Resources, both.Resources)
		into[i] = &both
	}
	return into
}

// TestAnotherMemberRule has tables of an older rule read by a docgen that has a
// newer one, and moved to it: no name changes.
func TestAnotherMemberRule(t *testing.T) {
	memberRules[2] = memberRule{
		name:  func(wire string) string { return "M" + exported(camel(signed(wire))) },
		words: func(name string) []string { return wordsOfName(strings.TrimPrefix(name, "M")) },
	}
	table := func(api *model.API, keep Table) (*Names, Table) {
		n, _ := Assign(api, Reserved{Keep: []Table{keep}})
		return n, n.Table()
	}
	defer delete(memberRules, 2)
	for n := range 60 {
		r := rand.New(rand.NewPCG(3, uint64(n)))
		api := randomAPI(r)
		was, _ := Assign(api, Reserved{})
		old := was.Compact(was.Table(), Table{membersKey: "1"})
		if old[membersKey] != "1" {
			t.Fatal("a table does not stay with its rule")
		}
		after := randomAPI(r)
		mix(r, api, after)
		for k, name := range was.Table() {
			if got := old.Name(k); got != name {
				t.Fatalf("%q was %s and is %q", k.Parts(), name, got)
			}
		}
		names, now := table(after, old)
		moved := names.Compact(now, nil)
		if moved[membersKey] != "2" {
			t.Fatal("a table without a rule does not get the latest")
		}
		if _, again := table(after, moved); !maps.Equal(again, now) {
			t.Fatalf("%d: names move with the rule", n)
		}
	}
}
