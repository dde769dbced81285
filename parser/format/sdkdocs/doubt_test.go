package sdkdocs

import "testing"

func TestEndOf(t *testing.T) {
	for _, c := range []struct {
		text    string
		within  bool
		unended bool
	}{
		{"## Get\n\n- `id: string`\n", false, false},
		{"## Get\n\n- `id: string`", true, true},
		{"## Get\n\n- `id: string`\n\n  The ID.", true, true},
		{"## Get\n\nA sentence.", false, false},
		{"## Get\n\n- `id: str\n", true, false},
		{"## Get\n\n- `id: string`\n\n  Says `a`.\n", false, false},
		{"## Get\n\n```http\ncurl x\n", true, false},
		{"## Get\n\n```http\ncurl x\n```\n", false, false},
		{"## Get\n\n````\n```\n````\n", false, false},
		{"## Get\n\n````\n```\n", true, false},
		{"## Get\n\n  ```json\n  {}\n  ```\n", false, false},
		{"## Get\n\nA line with ```code``` in it.\n", false, false},
		{"", false, false},
	} {
		e := endOf("get.md", []byte(c.text))
		if (e.within != "") != c.within || e.unended != c.unended {
			t.Errorf("%q: within %q, unended %t, want %t and %t", c.text, e.within, e.unended, c.within, c.unended)
		}
		if c.within && e.last.Start.Line == 0 {
			t.Errorf("%q has no place", c.text)
		}
	}
}

func TestGoneLinks(t *testing.T) {
	there := map[string]bool{"r/a": true, "r/b": true, "r/c": true}
	link := func(targets ...string) (out []pageLink) {
		for _, to := range targets {
			out = append(out, pageLink{target: to})
		}
		return out
	}
	for _, c := range []struct {
		name  string
		links []pageLink
		gone  int
	}{
		{"one of four", link("api/r/a", "api/r/b", "api/r/c", "api/r/d"), 1},
		{"the same again", link("api/r/a", "api/r/b", "api/r/c", "api/r/d", "api/r/d"), 1},
		{"a part of a reference", link("api/r/a", "api/s/a", "api/t/a"), 0},
		{"another site", link("api/r/a", "api/r/b", "api/r/c", "elsewhere/x"), 0},
		{"nothing known", link("x/y", "x/z"), 0},
	} {
		if gone := goneOf(c.links, there); len(gone) != c.gone {
			t.Errorf("%s: %v, want %d gone", c.name, gone, c.gone)
		}
	}
	for target, want := range map[string]string{
		"./a.md": "r/a", "../s/index.md#x": "s", "/docs/r/a?x=1": "docs/r/a", "https://host.example/r/a/": "host.example/r/a",
		"#anchor": "", "mailto:a@b.example": "",
	} {
		if got := targetOf("r/index.md", target); got != want {
			t.Errorf("%s leads to %q, want %q", target, got, want)
		}
	}
}
