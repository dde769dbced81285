package page_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/parser/page"
)

// outline prints blocks as an indented list, code spans in backticks.
func outline(b *strings.Builder, text string, blocks []page.Block, indent string) {
	for _, block := range blocks {
		kind := [...]string{"paragraph", "list", "fence", "other"}[block.Kind]
		if block.Kind != page.List {
			fmt.Fprintf(b, "%s%s %q\n", indent, kind, text[block.Start:block.End])
			continue
		}
		for _, it := range block.Items {
			if it.IsCode {
				fmt.Fprintf(b, "%s- `%s`\n", indent, it.Code)
			} else {
				fmt.Fprintf(b, "%s- prose\n", indent)
			}
			outline(b, text, it.Blocks, indent+"  ")
		}
	}
}

func blocksOf(text string) string {
	var b strings.Builder
	t := &page.Text{Bytes: []byte(text), String: text}
	outline(&b, text, page.NewReader().Blocks(t, 0, len(text)), "")
	return b.String()
}

func TestBlocks(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{
			"items nest by two columns",
			"- `a: string`\n\n  About a.\n\n  - `\"x\"`\n\n- `b: object { c }`\n\n  - `c: number`\n",
			"- `a: string`\n  paragraph \"About a.\"\n  - `\"x\"`\n- `b: object { c }`\n  - `c: number`\n",
		},
		{
			"a code span with prose after it is prose",
			"- `eq`: equals\n- `ne`\n",
			"- prose\n  paragraph \"`eq`: equals\"\n- `ne`\n",
		},
		{
			"a code span may hold backticks inside longer ones",
			"- ``a: \"`\"``\n",
			"- `a: \"`\"`\n",
		},
		{
			"a fence keeps its lines",
			"Text.\n\n```json\n{\n  \"a\": 1\n}\n```\n",
			"paragraph \"Text.\"\nfence \"```json\\n{\\n  \\\"a\\\": 1\\n}\\n```\"\n",
		},
		{
			"a fence without an end runs to the end of the text",
			"```json\n{}\n",
			"fence \"```json\\n{}\\n\"\n",
		},
		{
			"tabs indent like four columns",
			"- `a: object { b }`\n\n\t- `b: string`\n",
			"- `a: object { b }`\n  - `b: string`\n",
		},
		{
			"two backticks are an item that lost its content",
			"- ``\n",
			"- ``\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, blocksOf(tt.text)); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}

func TestOutline(t *testing.T) {
	text := "intro\n# One #\n```\n# not a heading\n```\n## Two\ntext\n#three\n### \n"
	var got []string
	for _, h := range page.Outline([]byte(text), 0) {
		got = append(got, fmt.Sprintf("%d %q %q", h.Level, h.Title, text[h.Body:h.End]))
	}
	want := []string{
		`0 "" "intro\n"`,
		`1 "One" "` + "```\\n# not a heading\\n```\\n" + `"`,
		`2 "Two" "text\n#three\n"`,
		`3 "" ""`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("outline (-want +got):\n%s", diff)
	}
}

func TestClean(t *testing.T) {
	tests := []struct {
		name, text, want string
		fault            page.Fault
		at               int
	}{
		{"plain text is returned as it is", "a\n", "a\n", page.FaultNone, 0},
		{"a byte order mark is dropped", "\xef\xbb\xbfa", "a", page.FaultNone, 0},
		{"line ends become LF", "a\r\nb\rc", "a\nb\nc", page.FaultNone, 0},
		{"a NUL byte makes it binary", "ab\x00c", "", page.FaultBinary, 2},
		{"HTML is told by its first tag", "\n<!-- c -->\n<HTML>", "", page.FaultHTML, 0},
		{"faulty bytes are replaced", "a\xffb", "a\uFFFDb", page.FaultUTF8, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, fault, at := page.Clean([]byte(tt.text))
			if string(got) != tt.want || fault != tt.fault || at != tt.at {
				t.Errorf("Clean = %q, %v, %d, want %q, %v, %d", got, fault, at, tt.want, tt.fault, tt.at)
			}
		})
	}
}

func TestFront(t *testing.T) {
	text := "---\ntitle: \"A: b\"\nurl: https://docs.example/a\nother: 1\n---\n\n# A\n"
	f := page.ReadFront([]byte(text))
	if f.Title != "A: b" || f.URL != "https://docs.example/a" || f.Fields["other"] != "1" || text[f.End:] != "\n# A\n" {
		t.Errorf("ReadFront = %+v", f)
	}
	for _, text := range []string{
		"+++\ndate = \"2000-01-01\"\ntitle = \"A: b\"\n\n[menu.api]\n  weight = 2\n+++\n\n# A\n",
		"---\n{\n    \"title\": \"A: b\",\n    \"language\": \"en\"\n}\n---\n\n# A\n",
	} {
		if f := page.ReadFront([]byte(text)); f.Title != "A: b" || text[f.End:] != "\n# A\n" {
			t.Errorf("ReadFront(%q) = %+v", text, f)
		}
	}
	if f := page.ReadFront([]byte("---\nnever closed\n")); f.End != 0 {
		t.Errorf("front matter without an end was read to offset %d", f.End)
	}
}

func TestTooDeep(t *testing.T) {
	deep := strings.Repeat("- ", page.MaxDepth+1) + "a\n"
	if got := page.TooDeep([]byte("ok\n" + deep)); got != 3 {
		t.Errorf("TooDeep = %d, want the offset of the second line", got)
	}
	indented := strings.Repeat(" ", 2*page.MaxDepth+2) + "- a\n"
	if got := page.TooDeep([]byte(indented)); got != 0 {
		t.Errorf("TooDeep = %d for indentation, want 0", got)
	}
	if got := page.TooDeep([]byte(strings.Repeat("- ", 30) + "a\n")); got != -1 {
		t.Errorf("TooDeep = %d for a depth that real pages have", got)
	}
}
