package runtime

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// A cargo has lists and maps of everything that can be odd.
type cargo struct {
	Tags   []string                   `json:"tags"`
	Counts Opt[[]int64]               `json:"counts,omitzero"`
	Marks  map[string]string          `json:"marks"`
	Grid   [][]int64                  `json:"grid"`
	Kids   []node                     `json:"kids"`
	Loads  []load                     `json:"loads"`
	Limit  Opt[int64]                 `json:"limit,omitzero"`
	Size   int64                      `json:"size"`
	Rate   float64                    `json:"rate"`
	Seen   time.Time                  `json:"seen"`
	Days   []time.Time                `json:"days"`
	Extra  map[string]json.RawMessage `json:"-"`
}

func (v cargo) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *cargo) UnmarshalJSON(data []byte) error { return decodeOwn(data, v) }

// cargoOf is a cargo with some members instead of its usual ones.
func cargoOf(t *testing.T, members string) (cargo, string) {
	t.Helper()
	whole := map[string]json.RawMessage{}
	for _, text := range []string{`{"tags":[],"marks":{},"grid":[],"kids":[],"loads":[],"size":1,"rate":1,"seen":"2030-01-02T03:04:05Z","days":[]}`, members} {
		if err := json.Unmarshal([]byte(text), &whole); err != nil {
			t.Fatal(err)
		}
	}
	text, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	var v cargo
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v, string(text)
}

func misfitsOf(v any) string {
	var out []string
	for _, m := range Misfits(v) {
		out = append(out, m.String())
	}
	return strings.Join(out, "; ")
}

func TestOddElementsLeaveTheOthers(t *testing.T) {
	const circle = `{"id":"a","weight":1,"children":[]}`
	for _, c := range []struct{ members, holds, misfits string }{
		{`{"tags":["a",null,"c"]}`, `[a  c]`, `$.tags[1]: a string is due, not null`},
		{`{"tags":["a",["b"]]}`, `[a ]`, `$.tags[1]: a string is due, not ["b"]`},
		{`{"tags":[null]}`, `[]`, `$.tags[0]: a string is due, not null`},
		{`{"tags":"a"}`, `[]`, `$.tags: a list is due, not "a"`},
		{`{"counts":[1,"x","3",null]}`, `[1 0 3 0]`, `$.counts[1]: an integer is due, not "x"; $.counts[2]: an integer is due, not "3"; $.counts[3]: an integer is due, not null`},
		{`{"marks":{"a":"x","b c":null,"d":7}}`, `map[a:x b c: d:]`, `$.marks["b c"]: a string is due, not null; $.marks.d: a string is due, not 7`},
		{`{"grid":[[1,null],7,[2]]}`, `[[1 0] [] [2]]`, `$.grid[0][1]: an integer is due, not null; $.grid[1]: a list is due, not 7`},
		{`{"kids":[null,` + circle + `,{"id":7,"weight":1,"children":[]}]}`, ``, `$.kids[0]: an object is due, not null; $.kids[2].id: a string is due, not 7`},
		{`{"loads":[["x",1],{"type":"sack"},"loose",null]}`, ``, `$.loads[0][1]: a string is due, not 1; $.loads[1]: a known variant of load is due, not {"type":"sack"}`},
		{`{"limit":"many"}`, ``, `$.limit: an integer is due, not "many"`},
		{`{"size":"7"}`, ``, `$.size: an integer is due, not "7"`},
		{`{"size":12345678901234567890}`, ``, `$.size: an integer is due, not 12345678901234567890`},
		{`{"rate":"0.5"}`, ``, `$.rate: a number is due, not "0.5"`},
		{`{"days":["2030-01-02","2030-01-02 03:04:05"]}`, ``, `$.days[0]: a time is due, not "2030-01-02"`},
		{`{"size":1e3,"limit":2.0,"rate":0.12345678901234567890123,"seen":"2030-01-02t03:04:05z"}`, ``, ``},
	} {
		t.Run(c.members, func(t *testing.T) {
			v, text := cargoOf(t, c.members)
			if got := misfitsOf(&v); got != c.misfits {
				t.Errorf("got %s", got)
			}
			if got := misfitsOf(v); got != c.misfits {
				t.Errorf("got %s of a value", got)
			}
			name, _, _ := strings.Cut(c.members[2:], `"`)
			field := reflect.ValueOf(v).FieldByNameFunc(func(n string) bool { return strings.EqualFold(n, name) })
			if got := fmt.Sprint(field.Interface()); c.holds != "" && got != c.holds {
				t.Errorf("the field holds %s", got)
			}
			back, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			roundTrip(t, new(cargo), text)
			if exact, want := generic(t, back), generic(t, []byte(text)); !strings.Contains(text, "1e3") && !reflect.DeepEqual(exact, want) {
				t.Errorf("got  %s\nwant %s", back, text)
			}
		})
	}
}

func TestMissingMembersAreMisfits(t *testing.T) {
	var v cargo
	if err := json.Unmarshal([]byte(`{"tags":[],"marks":{},"kids":[],"loads":[],"size":1,"days":[]}`), &v); err != nil {
		t.Fatal(err)
	}
	v.Rate = 2
	if got := Misfits(v); len(got) != 2 || got[0].Path != "$.grid" || got[0].Found != nil || got[1].String() != "$.seen: a time is required and missing" {
		t.Errorf("got %v", got)
	}
}

func TestMisfitsOfNothing(t *testing.T) {
	var gone *cargo
	for _, v := range []any{nil, gone, 7, "x", cargo{}, &cargo{Tags: []string{""}}, []string{"a"}, map[string]any{"a": nil}, new(any)} {
		if got := Misfits(v); got != nil {
			t.Errorf("%v: got %v", v, got)
		}
	}
	if got := (*MisfitError)(nil).Error(); got != "no misfits" {
		t.Errorf("got %s", got)
	}
}

// TestWhatAProgramSetsWins changes what was read and did not fit.
func TestWhatAProgramSetsWins(t *testing.T) {
	for _, c := range []struct {
		name, read string
		set        func(*cargo)
		member     string
		want       string
	}{
		{"nothing", `{"tags":["a",null]}`, func(*cargo) {}, "tags", `["a",null]`},
		{"a neighbour", `{"tags":["a",null,"c"]}`, func(v *cargo) { v.Tags[0] = "x" }, "tags", `["x",null,"c"]`},
		{"the odd one", `{"tags":["a",null,"c"]}`, func(v *cargo) { v.Tags[1] = "x" }, "tags", `["a","x","c"]`},
		{"one more", `{"tags":["a",null]}`, func(v *cargo) { v.Tags = append(v.Tags, "") }, "tags", `["a",null,""]`},
		{"one less", `{"tags":["a",null]}`, func(v *cargo) { v.Tags = v.Tags[:1] }, "tags", `["a"]`},
		{"an empty list", `{"tags":["a",null]}`, func(v *cargo) { v.Tags = []string{} }, "tags", `[]`},
		{"no list", `{"tags":["a",null]}`, func(v *cargo) { v.Tags = nil }, "tags", `[]`},
		{"a list for none", `{"tags":7}`, func(v *cargo) { v.Tags = []string{} }, "tags", `[]`},
		{"a zero for a number in a string", `{"size":"7"}`, func(v *cargo) { v.Size = 0 }, "size", `0`},
		{"a number for one in a string", `{"size":"7"}`, func(v *cargo) { v.Size = 8 }, "size", `8`},
		{"an explicit zero", `{"limit":"many"}`, func(v *cargo) { v.Limit = Some[int64](0) }, "limit", `0`},
		{"an explicit null", `{"limit":"many"}`, func(v *cargo) { v.Limit = Null[int64]() }, "limit", `null`},
		{"what Extra is told", `{}`, func(v *cargo) { v.Extra = map[string]json.RawMessage{"limit": json.RawMessage(`"7"`)} }, "limit", `"7"`},
		{"a zero in place of what was kept", `{"size":"many"}`, func(v *cargo) { delete(v.Extra, "size") }, "size", `0`},
		{"zeros in place of what was kept", `{"tags":["a",null,7]}`, func(v *cargo) { delete(v.Extra, "tags") }, "tags", `["a","",""]`},
		{"a zero in a map", `{"marks":{"a":"x","b":null}}`, func(v *cargo) { delete(v.Extra, "marks") }, "marks", `{"a":"x","b":""}`},
		{"another time", `{"seen":"2030-01-02 03:04:05"}`, func(v *cargo) { v.Seen = v.Seen.Add(time.Hour) }, "seen", `"2030-01-02T04:04:05Z"`},
		{"a member", `{"marks":{"b":null,"a":"x"}}`, func(v *cargo) { v.Marks["c"], v.Marks["a"] = "z", "y" }, "marks", `{"b":null,"a":"y","c":"z"}`},
		{"a member less", `{"marks":{"b":null,"a":"x"}}`, func(v *cargo) { delete(v.Marks, "b") }, "marks", `{"a":"x"}`},
		{"an element of a variant", `{"loads":[["a",null]]}`, func(v *cargo) { v.Loads[0].Value.(loadTexts)[0] = "x" }, "loads", `[["x",null]]`},
		{"another variant", `{"loads":[["a",null]]}`, func(v *cargo) { v.Loads[0].Value = loadKind("k") }, "loads", `["k"]`},
		{"an object for none", `{"kids":[7]}`, func(v *cargo) { v.Kids[0] = node{ID: "k"} }, "kids", `[{"id":"k","weight":0,"children":[]}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, _ := cargoOf(t, c.read)
			c.set(&v)
			text, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			if got := string(membersOf(text)[c.member]); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestSetValuesAreNoMisfits(t *testing.T) {
	v, _ := cargoOf(t, `{"tags":["a",null,7],"limit":"many","size":"7"}`)
	v.Tags[1], v.Limit, v.Size = "b", Some[int64](1), 8
	if got := misfitsOf(v); got != `$.tags[2]: a string is due, not 7` {
		t.Errorf("got %s", got)
	}
}

// TestMisfitsOfLists wants what stands in no object to be known as long as it lives.
func TestMisfitsOfLists(t *testing.T) {
	list, err := send[[]string](t.Context(), (&recorder{answer: `["a",null]`}).transport(), newRequest(http.MethodGet, "/n"), nil)
	if err != nil || !slices.Equal(list, []string{"a", ""}) || misfitsOf(list) != "$[1]: a string is due, not null" {
		t.Fatalf("got %q, %v, %s", list, err, misfitsOf(list))
	}
	marks, err := send[map[string]int64](t.Context(), (&recorder{answer: `{"a":1,"b":"x"}`}).transport(), newRequest(http.MethodGet, "/n"), nil)
	if err != nil || marks["a"] != 1 || misfitsOf(marks) != `$.b: an integer is due, not "x"` {
		t.Fatalf("got %v, %v, %s", marks, err, misfitsOf(marks))
	}
	runtime.KeepAlive(list)
	list, marks = nil, nil
	for range 100 {
		runtime.GC()
		n := 0
		remembered.Range(func(any, any) bool { n++; return true })
		if n == 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("what nobody has any more is remembered")
}

func TestStrictResponses(t *testing.T) {
	const answer = `{"id":"a","weight":"heavy","children":[{"id":7,"weight":1,"children":[]}]}`
	var seen []string
	hook := WithMisfitHook(func(m Misfit) { seen = append(seen, m.Path) })
	got, err := sendFor(t.Context(), (&recorder{answer: answer}).transport(), newRequest(http.MethodGet, "/n"), []Option{hook}, new(node))
	if err != nil || got.ID != "a" || strings.Join(seen, " ") != "$.weight $.children[0].id" {
		t.Errorf("got %v, %v, %v", got, err, seen)
	}
	_, err = sendFor(t.Context(), (&recorder{answer: answer}).transport(WithStrictResponses()), newRequest(http.MethodGet, "/n"), nil, new(node))
	var misfits *MisfitError
	var e *Error
	if !errors.As(err, &misfits) || len(misfits.Misfits) != 2 || !errors.As(err, &e) || string(e.Body) != answer || e.Header.Get("X-Trace") != "t" {
		t.Fatalf("got %v", err)
	}
	if want := `200 OK: $.weight: a number is due, not "heavy" (and 1 more): {"id"`; !strings.Contains(err.Error(), want) {
		t.Errorf("got %s", err)
	}
	s := openStreamOf[node](t, "text/event-stream", "data: {\"id\":7}\n\n")
	s.config = s.config.with([]Option{WithStrictResponses()})
	if ids, err := drainStream(s); ids != "" || !errors.As(err, &misfits) {
		t.Errorf("got %q, %v", ids, err)
	}
}

func TestLenientScalars(t *testing.T) {
	for text, want := range map[string]string{
		`1.0`: "1", `-2.50e1`: "-25", `1e3`: "1000", `0.0`: "0", `-0`: "0", `0e9`: "0", `9223372036854775807`: "9223372036854775807",
		`9223372036854775807.0`: "9223372036854775807", `-9.223372036854775808e18`: "-9223372036854775808", `120e-1`: "12", `"-4"`: "-4", `"1.0"`: "1",
		`1.5`: "!", `1e-1`: "!", `9223372036854775808`: "!", `1e19`: "!", `1e99999999`: "!", `"1_000"`: "!", `"0x10"`: "!", `""`: "!", `"five"`: "!", `true`: "!",
	} {
		var n int64
		got := "!"
		if err := decodeValue([]byte(text), &n); err == nil {
			got = fmt.Sprint(n)
		} else if n != 0 {
			t.Errorf("%s leaves %d", text, n)
		}
		if got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"2030-01-02T03:04:05Z": "", "2030-01-02T03:04:05.25+02:00": "2030-01-02T01:04:05.25Z", "2030-01-02T03:04:05": "", "2030-01-02 03:04:05": "",
		"2030-01-02t03:04:05z": "", "2030-01-02 03:04:05.5Z": "2030-01-02T03:04:05.5Z", "2030-01-02 03:04:05 +0200": "2030-01-02T01:04:05Z",
		"2030-01-02T03:04:05+0200": "2030-01-02T01:04:05Z", "2030-01-02 03:04:05 UTC": "", "2030-01-02 03:04:05+00": "",
		"2030-01-02": "!", "03:04:05": "!", "2030-13-02T03:04:05": "!", "": "!", "soon": "!", "1893553445": "!",
	} {
		at, _, err := parseTime(text)
		got := at.UTC().Format(time.RFC3339Nano)
		if err != nil {
			got = "!"
		}
		if want == "" {
			want = "2030-01-02T03:04:05Z"
		}
		if got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

func TestPagesWithOddElements(t *testing.T) {
	type page struct {
		Data  []node                     `json:"data"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	walk := func(answer string) (ids string, err error) {
		tr := (&recorder{answer: answer}).transport()
		for v, fault := range eachItem(noParams{}, func(_ *noParams, c *cursor) ([]node, error) {
			p, err := sendFor(t.Context(), tr, newRequest(http.MethodGet, "/n"), c.options(nil), new(page))
			if err != nil {
				return nil, err
			}
			c.fits(p.Extra, "data", p.Data)
			c.done = true
			return p.Data, nil
		}) {
			if err = fault; err == nil {
				ids += v.ID
			}
		}
		return ids, err
	}
	for _, c := range []struct{ answer, ids, failure string }{
		{`{"data":[{"id":"a"},{"id":"b","weight":"x"}]}`, "ab", ""},
		{`{"data":[{"id":"a"},null,{"id":"c"}]}`, "a", "elements of a page are lost: $.data[1]: an object is due, not null"},
		{`{"data":[[{"id":"a"}]]}`, "", `elements of a page are lost: $.data[0]: an object is due, not [{"id":"a"}]`},
		{`{"data":{"id":"a"}}`, "", `elements of a page are lost: $.data: a list is due, not {"id":"a"}`},
	} {
		ids, err := walk(c.answer)
		if ids != c.ids || c.failure == "" && err != nil || c.failure != "" && (err == nil || err.Error() != c.failure) {
			t.Errorf("%s: got %s, %v", c.answer, ids, err)
		}
	}
	c := &cursor{}
	var list []node
	if err := decodeValue([]byte(`[{"id":"a"},7]`), &list); err != nil {
		t.Fatal(err)
	}
	if c.fits(nil, "", list); c.err == nil || c.whole(len(list)) != 1 {
		t.Errorf("got %v, %d", c.err, c.whole(len(list)))
	}
}

func TestErrorsOfASuccess(t *testing.T) {
	text := strings.Repeat("a line of text\n", 10_000) + "the end"
	rec := &recorder{answer: text}
	tr := rec.transport(WithHeader("Authorization", "Bearer hidden-token"))
	tr.config.doer = doerFunc(func(r *http.Request) (*http.Response, error) {
		resp, err := rec.Do(r)
		resp.Header.Set("Request-Id", "req_7")
		return resp, err
	})
	_, err := sendFor(t.Context(), tr, newRequest(http.MethodGet, "/n"), nil, new(node))
	var e *Error
	if !errors.As(err, &e) || e.StatusCode != 200 || string(e.Body) != text || e.RequestID() != "req_7" || e.Unwrap() == nil {
		t.Fatalf("got %v", err)
	}
	if got := err.Error(); !strings.HasPrefix(got, "GET https://harbor.example/v1/n: 200 OK (request req_7): the response is not JSON: a line of text a line") || len(got) > 700 {
		t.Errorf("got %s", got)
	}
	for _, e := range []*Error{nil, {}, {Err: errNull}} {
		_, _, _ = e.Error(), e.RequestID(), e.Unwrap() // none of them panics
	}
}

func TestAs(t *testing.T) {
	var none *crate
	for _, c := range []struct {
		value loadVariant
		ok    bool
	}{{crate{Type: "x"}, true}, {&crate{Type: "x"}, true}, {none, false}, {nil, false}, {loadKind("x"), false}} {
		got, ok := As[crate](c.value)
		if ok != c.ok || ok && got.Type != "x" {
			t.Errorf("%v: got %v, %v", c.value, got, ok)
		}
	}
}
