package runtime

import (
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
		c.more(&p.More)
		c.follow(&params.After, &p.Next)
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
		{"next is absent", two(page{[]string{"c"}, Opt[string]{}, true}), "abc", "first x", ""},
		{"next is null", two(page{[]string{"c"}, Null[string](), true}), "abc", "first x", ""},
		{"next is empty", two(page{[]string{"c"}, Some(""), true}), "abc", "first x", ""},
		{"page is empty", two(page{nil, Some("y"), true}), "ab", "first x", ""},
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
			c.count(&params.Page, 1, &items)
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
	var number, next Opt[int64]
	text := Some("7")
	c := &cursor{seen: map[string]bool{}}
	c.follow(&number, &text)
	if c.err != nil || number.Or(0) != 7 {
		t.Errorf("got %v, %v", number, c.err)
	}
	next = Some[int64](8)
	c.follow(&text, &next)
	if c.err != nil || text.Or("") != "8" {
		t.Errorf("got %v, %v", text, c.err)
	}
	word := Some("seven")
	if c.follow(&number, &word); c.err == nil {
		t.Error("a word passes for a number")
	}
}
