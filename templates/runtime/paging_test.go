package runtime

import (
	"encoding/json"
	"errors"
	"iter"
	"strings"
	"testing"
)

// A pageParams selects a page, a page holds elements, and pages are served by name.
type (
	pageParams struct {
		After Opt[string]
		Page  Opt[int64]
	}
	page struct {
		Items []string
		Next  Opt[string]
		More  bool
	}
)

var errNoPage = errors.New("no such page")

// list goes through pages that are asked for by After.
func list(pages map[string]page, params pageParams, asked *[]string) iter.Seq2[string, error] {
	return eachItem(params, func(params *pageParams, c *cursor) ([]string, error) {
		*asked = append(*asked, params.After.Or("first"))
		p, ok := pages[params.After.Or("")]
		if !ok {
			return nil, errNoPage
		}
		c.more(c.read(nil, "more", &p.More))
		c.follow(c.read(nil, "next", &p.Next), &params.After)
		return p.Items, nil
	})
}

// collect returns what a sequence gives, an error as "!".
func collect(values iter.Seq2[string, error]) (got string, err error) {
	for v, failed := range values {
		if failed != nil {
			return got + "!", failed
		}
		got += v
	}
	return got, nil
}

func TestPages(t *testing.T) {
	two := func(p page) map[string]page {
		return map[string]page{"": {[]string{"a", "b"}, Some("x"), true}, "x": p}
	}
	for _, c := range []struct {
		name    string
		pages   map[string]page
		got     string
		asked   string
		failure string
	}{
		{"more is false", two(page{[]string{"c"}, Some("y"), false}), "abc", "first x", ""},
		{"there is no next", two(page{[]string{"c"}, Opt[string]{}, false}), "abc", "first x", ""},
		{"next is absent", two(page{[]string{"c"}, Opt[string]{}, true}), "abc!", "first x", "does not name it"},
		{"next is null", two(page{[]string{"c"}, Null[string](), true}), "abc!", "first x", "does not name it"},
		{"next is empty", two(page{[]string{"c"}, Some(""), true}), "abc!", "first x", "does not name it"},
		{"page is empty", two(page{nil, Some("x"), true}), "ab", "first x", ""},
		{"page is empty and names none", two(page{nil, Opt[string]{}, true}), "ab", "first x", ""},
		{"page is empty and names another", two(page{nil, Some("y"), true}), "ab!", "first x y", "no such page"},
		{"next is the page itself", two(page{[]string{"c"}, Some("x"), true}), "abc!", "first x", "names the page \"x\" twice"},
		{"page is missing", two(page{[]string{"c"}, Some("y"), true}), "abc!", "first x y", "no such page"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var asked []string
			got, err := collect(list(c.pages, pageParams{}, &asked))
			if got != c.got || strings.Join(asked, " ") != c.asked {
				t.Errorf("got %s by asking for %q, want %s by %q", got, asked, c.got, c.asked)
			}
			if (err == nil) != (c.failure == "") || err != nil && !strings.Contains(err.Error(), c.failure) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestPagesInACircle(t *testing.T) {
	var asked []string
	got, err := collect(list(map[string]page{
		"":  {[]string{"a"}, Some("x"), true},
		"x": {[]string{"b"}, Some("y"), true},
		"y": {[]string{"c"}, Some("x"), true},
	}, pageParams{}, &asked))
	if got != "abc!" || err == nil {
		t.Errorf("got %s, %v by asking for %q", got, err, asked)
	}
}

func TestPagesLeaveParamsAlone(t *testing.T) {
	pages := map[string]page{"m": {[]string{"a"}, Some("n"), true}, "n": {[]string{"b"}, Opt[string]{}, false}}
	params := pageParams{After: Some("m")}
	var asked []string
	values := list(pages, params, &asked)
	for range 2 {
		if got, err := collect(values); got != "ab" || err != nil {
			t.Errorf("got %s, %v", got, err)
		}
	}
	if params.After.Or("") != "m" {
		t.Errorf("the caller's params ask for %v", params.After)
	}
	for v := range values {
		if v != "a" {
			t.Errorf("got %s after a break", v)
		}
		break
	}
}

func TestCountedPages(t *testing.T) {
	counted := func(pages [][]string, start Opt[int64]) iter.Seq2[string, error] {
		return eachItem(pageParams{Page: start}, func(params *pageParams, c *cursor) ([]string, error) {
			items := pages[min(params.Page.Or(1), int64(len(pages)))-1]
			c.differs(&items)
			c.count(null, 1, &params.Page)
			return items, nil
		})
	}
	pages := [][]string{{"a"}, {"b"}, nil}
	if got, err := collect(counted(pages, Opt[int64]{})); got != "ab" || err != nil {
		t.Errorf("got %s, %v", got, err)
	}
	if got, err := collect(counted(pages, Some[int64](2))); got != "b" || err != nil {
		t.Errorf("got %s, %v from the second page", got, err)
	}
	if got, err := collect(counted([][]string{{"a"}}, Opt[int64]{})); got != "aa!" || err == nil {
		t.Errorf("got %s, %v of a server that does not count", got, err)
	}
}

func TestPageNumbersAsText(t *testing.T) {
	var number Opt[int64]
	c := &cursor{seen: map[string]bool{}}
	c.follow([]byte(`"7"`), &number)
	if c.err != nil || number.Or(0) != 7 {
		t.Errorf("got %v, %v", number, c.err)
	}
	text := Some("7")
	c.follow([]byte("8"), &text)
	if c.err != nil || text.Or("") != "8" {
		t.Errorf("got %v, %v", text, c.err)
	}
	if c.follow([]byte(`"seven"`), &number); c.err == nil {
		t.Error("a word passes for a number")
	}
}

// An empty page in the middle or at the beginning is no end.
func TestPagesAfterAnEmptyOne(t *testing.T) {
	var asked []string
	got, err := collect(list(map[string]page{
		"":  {nil, Some("x"), true},
		"x": {[]string{"a"}, Some("y"), true},
		"y": {nil, Some("z"), true},
		"z": {[]string{"b"}, Opt[string]{}, false},
	}, pageParams{}, &asked))
	if got != "ab" || err != nil || len(asked) != 4 {
		t.Errorf("got %s, %v by asking for %q", got, err, asked)
	}
}

func TestPagesByOffset(t *testing.T) {
	all := "abcdefg"
	for _, c := range []struct {
		name  string
		start Opt[int64]
		total string
		got   string
		asked int
	}{
		{"total", Opt[int64]{}, "7", all, 3},
		{"total as text", Opt[int64]{}, `"7"`, all, 3},
		{"no total", Opt[int64]{}, "null", all, 4},
		{"a total that is not counted", Opt[int64]{}, "0", all, 4},
		{"from the third", Some[int64](2), "7", "cdefg", 2},
	} {
		asked := 0
		got, err := collect(eachItem(pageParams{Page: c.start}, func(params *pageParams, cur *cursor) ([]string, error) {
			asked++
			at := min(int(params.Page.Or(0)), len(all))
			items := strings.Split(all[at:min(at+3, len(all))], "")
			if at == len(all) {
				items = nil
			}
			cur.differs(&items)
			cur.skip(len(items), 0, &params.Page)
			cur.until([]byte(c.total))
			return items, nil
		}))
		if got != c.got || err != nil || asked != c.asked {
			t.Errorf("%s: got %s, %v in %d requests, want %s in %d", c.name, got, err, asked, c.got, c.asked)
		}
	}
}

// The number that the first page says it has counts, and a known number of pages
// spares the request for one that is not there.
func TestPagesOfAKnownNumber(t *testing.T) {
	var asked []int64
	got, err := collect(eachItem(pageParams{}, func(params *pageParams, c *cursor) ([]string, error) {
		at := params.Page.Or(0)
		asked = append(asked, at)
		items := []string{string(rune('a' + at))}
		c.differs(&items)
		c.count([]byte("0"), 0, &params.Page)
		c.until([]byte("3"))
		return items, nil
	}))
	if got != "abc" || err != nil || len(asked) != 3 {
		t.Errorf("got %s, %v by asking for %v", got, err, asked)
	}
}

// The last element names the next page. One that cannot is an error.
func TestPagesByTheLastElement(t *testing.T) {
	type owner struct {
		ID string `json:"id"`
	}
	type element struct {
		Owner owner `json:"owner"`
	}
	pages := map[string][]element{"": {{owner{"a"}}, {owner{"b"}}}, "b": {{owner{"c"}}}, "c": nil}
	walk := func(names ...string) (string, error) {
		got := ""
		for v, err := range eachItem(pageParams{}, func(params *pageParams, c *cursor) ([]element, error) {
			items := pages[params.After.Or("")]
			c.follow(lastOf(c, items, names...), &params.After)
			return items, nil
		}) {
			if err != nil {
				return got, err
			}
			got += v.Owner.ID
		}
		return got, nil
	}
	if got, err := walk("owner", "id"); got != "abc" || err != nil {
		t.Errorf("got %s, %v", got, err)
	}
	if got, err := walk("owner", "number"); got != "ab" || err == nil || !strings.Contains(err.Error(), "number") {
		t.Errorf("got %s, %v of elements without what is asked for", got, err)
	}
}

// A parameter can be a member of another, which may not be there yet.
func TestPagesByAMember(t *testing.T) {
	filter := Opt[map[string]any]{}
	c := &cursor{seen: map[string]bool{}}
	c.follow([]byte(`"x"`), &filter, "page", "cursor")
	if got := string(paramOf(&filter, []string{"page", "cursor"})); got != `"x"` || c.err != nil || !c.named {
		t.Errorf("got %s, %v", got, c.err)
	}
	c.named = false
	if c.follow([]byte(`"x"`), &filter, "page", "cursor"); c.stuck == nil || c.named {
		t.Error("the same page again is no circle")
	}
}

// What did not fit its field is read all the same, or the list is not whole.
func TestPagesWithMembersThatDoNotFit(t *testing.T) {
	extra := map[string]json.RawMessage{"next": json.RawMessage("7"), "data": json.RawMessage(`{"id":1}`), "gone": nil}
	c := &cursor{seen: map[string]bool{}}
	var next, after Opt[string]
	if c.follow(c.read(extra, "next", &next), &after); after.Or("") != "7" || c.err != nil {
		t.Errorf("got %v, %v", after, c.err)
	}
	var data []string
	if c.fits(extra, "gone", data); c.err != nil {
		t.Errorf("a member that is missing: %v", c.err)
	}
	if c.fits(extra, "data", data); c.err == nil {
		t.Error("a list that was set aside passes for an empty one")
	}
}
