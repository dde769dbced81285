package prose_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// declared is a reference with a structure, an enum, and a section about text.
type declared struct{}

func (declared) Linked(target string) (string, bool) {
	switch target {
	case "#boat":
		return "Boat", false
	case "#kind":
		return "Kind", true
	}
	return "", false
}

func (declared) Alternatives(string) string { return "" }

func (declared) Explained(target string) string {
	if target == "#image" {
		return "string"
	}
	return ""
}

func (declared) Named(phrase string) string {
	if strings.EqualFold(strings.TrimSuffix(phrase, " object"), "crew member") {
		return "CrewMember"
	}
	return ""
}

func (declared) Partial(name string) string { return "Partial" + name }

func text(e *decl.Expr) string {
	switch e.Op {
	case decl.Array:
		return "[" + text(e.Args[0]) + "]"
	case decl.Map:
		return "{" + text(e.Args[0]) + "}"
	case decl.Object:
		return "object"
	case decl.Union:
		var parts []string
		for _, a := range e.Args {
			parts = append(parts, text(a))
		}
		return strings.Join(parts, "|")
	}
	return e.Text
}

func TestTypeOf(t *testing.T) {
	for cell, want := range map[string]string{
		"string": "string", "`String`": "string", "integer/string": "integer|string", "integer or string": "integer|string",
		"string **or** array of strings": "string|[string]", "?snowflake": "string null", "string or null": "string null", "null": "any null",
		"strings": "[string]", "nums": "[number]", "strs": "[string]", "Integers": "[integer]", "objects": "[object]", "booleans": "[boolean]", "[boat](#boat) ids": "[string]",
		"strings array": "[string]", "list of strings": "[string]", "list<integers>": "[integer]", "map of strings to integers": "{integer}", "string or strings": "string|[string]",
		"comma-separated integers": "string", "bytes": "file", "seconds": "integer",
		"integer array": "[integer]", "array of integers": "[integer]", "array&lt;object&gt;": "[object]", "array[string]": "[string]",
		"List<String>": "[string]", "object[]": "[object]", "Array": "[any]", "array of arrays of string": "[[string]]",
		"[boat](#boat) object": "Boat", "partial [boat](#boat) object": "PartialBoat", "?array of partial [boat](#boat) objects": "[PartialBoat] null",
		"a [boat](#boat)": "Boat", "array of [kind](#kind) strings": "[Kind]", "array of [boat](#boat) object ids": "[string]",
		"[kind](#kind) object": "any ?kind", "[image](#image)": "string", "Crew Member": "CrewMember", "[nothing](#nothing)": "any ?nothing",
		"dict<string, integer>": "{integer}", "hash of strings to integers": "{integer}", "dictionary with keys in [kind](#kind)": "{any}",
		"ISO8601 timestamp": "date-time", "datetime": "date-time", "string(64)": "string", "Array of hashes": "[object]", "file": "file", "mixed": "any",
		"字符串": "string", "对象数组": "[object]", "整数或字符串": "integer|string", "数组<对象>": "[object]", "文字列": "string",
		"文字列の配列": "[string]", "オブジェクトの配列": "[object]", "文字列または数値": "string|number", "tableau d'entiers": "[integer]", "tableau d’objets": "[object]",
		"Liste von Objekten": "[object]", "массив строк": "[string]", "список целых чисел": "[integer]", "lista de cadenas": "[string]", "elenco di stringhe": "[string]",
		"map[string]string": "{string}", "map[string][]string": "{[string]}", "map[string]map[string]int": "{{integer}}", "map<string|integer>": "{integer}",
		"map<string|(int|[]int|string)>": "{integer|[integer]|string}", "[]string": "[string]", "duration": "string !", "int or duration string": "integer|string",
		"decimal": "number !", "widgetry": "any ?widgetry", "string, optional": "string opt", "string?": "string null", `"a" or "b"`: `"a"|"b"`, "3": "3",
	} {
		got := prose.TypeOf(cell, declared{})
		have := text(got.Expr)
		if got.Nullable {
			have += " null"
		}
		if got.Optional {
			have += " opt"
		}
		if got.Doubt != "" {
			have += " !"
		}
		if got.Unknown != "" {
			have += " ?" + got.Unknown
		}
		if have != want {
			t.Errorf("TypeOf(%q) is %s, want %s", cell, have, want)
		}
	}
}

func TestNameOf(t *testing.T) {
	for cell, want := range map[string]prose.Name{
		"`id`": {Text: "id"}, "**id**": {Text: "id"}, "id?": {Text: "id", Optional: true}, "owner? \\*": {Text: "owner", Optional: true},
		"color*": {Text: "color"}, "author \\[1\\]": {Text: "author"}, "> shade": {Text: "shade", Depth: 1}, "&gt;&gt; shade": {Text: "shade", Depth: 2}, ">> shade": {Text: "shade", Depth: 2},
		"└ 名称": {Text: "名称", Depth: 1}, "`is_required`": {Text: "is_required"}, "name (optional)": {Text: "name", Optional: true},
		"`speed` (required)": {Text: "speed", Required: true}, "[kind](#kind)": {Text: "kind"}, "`a` / `b`": {Text: "a, b"}, "&nbsp;&nbsp;seat": {Text: "seat", Depth: 2},
		"\\*": {Text: prose.AnyKey}, "(element)": {Text: prose.Element}, "list[0]: start": {Text: "list[0]", Note: "start"}, "a[].b": {Text: "a[].b"}, "name（可选）": {Text: "name", Optional: true},
	} {
		got := prose.NameOf(cell)
		got.Links = nil
		if got.Text != want.Text || got.Depth != want.Depth || got.Optional != want.Optional || got.Required != want.Required || got.Note != want.Note {
			t.Errorf("NameOf(%q) is %+v, want %+v", cell, got, want)
		}
	}
}

func TestValues(t *testing.T) {
	for doc, want := range map[string]string{
		"One of `a`, `b` or `c`. Default is `a`.": "a b c all", "`asc` or `desc`": "asc desc", "Sort in `asc` or `desc` order.": "asc desc",
		"可选值：`1`、`2`": "1 2 all", "The kind:\n- `x`: one\n- `y`: two": "x y", "- `1`: On\n- `0`: Off": "1 0",
		"The mode\n- `x`: one\n- `y`: two\nValid for `a`, `b`": "x y", "The mode\n- `x`: one\n- `y`: two\n- others": "", "`a` and see `b c`": "", "Use `a`.": "", "Either set `x` when `y` is set.": "",
		"`market`: at once\n`limit`: later":                               "market limit",
		"Order boats by `a`, `b`, `c`, `d` or `e` (default: `a`)":         "a b c d e",
		"The URL. Valid URI schemes are `a` or `b`. With `b` it is safe.": "", "Its extension is either `a` or `b`.": "", "The mast, whose colours are `a` or `b`.": "a b",
		"One of: `a` and `b`. `c` and `d` are also possible values, but old.": "a b c d all", "`a` or `b`. `b` is also allowed.": "a b",
		"Sorted by `a`, `b`, `c` fields. Default is `a`": "a b c", "Sorted by `a`, `b` for users": "", "The number of `a`, `b` fields.": "",
	} {
		values, all := prose.Values(doc)
		if all {
			values = append(slices.Clone(values), "all")
		}
		if got := strings.Join(values, " "); got != want {
			t.Errorf("Values(%q) is %q, want %q", doc, got, want)
		}
	}
}

func TestNeeds(t *testing.T) {
	for cell, want := range map[string]vocabulary.Need{
		"yes": vocabulary.Yes, "**true**": vocabulary.Yes, "是": vocabulary.Yes, "√": vocabulary.Yes, "No": vocabulary.No, "optional": vocabulary.No, "否": vocabulary.No,
		"required if `a` is set": vocabulary.Conditional, "yes (if b is not)": vocabulary.Conditional, "conditional": vocabulary.Conditional, "": vocabulary.Unsaid, "requried": vocabulary.Yes,
	} {
		if got := vocabulary.NeedOf(cell); got != want {
			t.Errorf("NeedOf(%q) is %d, want %d", cell, got, want)
		}
	}
	for doc, want := range map[string]vocabulary.Need{
		"Optional. The name.": vocabulary.No, "Required if a is set.": vocabulary.Conditional, "The name (optional).": vocabulary.No, "Optional parts of it.": vocabulary.Unsaid,
	} {
		if got := prose.NeedOf(doc); got != want {
			t.Errorf("prose.NeedOf(%q) is %d, want %d", doc, got, want)
		}
	}
	if optional, nullable, _ := prose.AllOptional("All parameters to this endpoint are optional and nullable."); !optional || !nullable {
		t.Error("all parameters are optional and nullable")
	}
}

// TestFormats keeps what a word says beside the type that it names, of a list as well.
func TestFormats(t *testing.T) {
	for cell, want := range map[string]string{"uuid": "uuid", "snowflake": "snowflake", "array of snowflakes": "snowflake", "?snowflake": "snowflake", "string": ""} {
		if got := prose.TypeOf(cell, declared{}); got.Facts["format"] != want {
			t.Errorf("%s: the format is %q", cell, got.Facts["format"])
		}
	}
}
