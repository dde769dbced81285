package captured

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestSplit reads lines whose numbers stand inside of the text, too.
func TestSplit(t *testing.T) {
	for name, c := range map[string]struct{ lines, want string }{
		"both sides":                {"7a7a|8b8b", "..7=7 a|8=8 b"},
		"added":                     {"7a7a|8b|8c9c", "..7=7 a|+8 b|8=9 c"},
		"removed":                   {"7a7a|8b|9c8c", "..7=7 a|-8 b|9=8 c"},
		"reworded":                  {"7a7a|8 old8 new|9c9c", "..7=7 a|8=8  old> new|9=9 c"},
		"added at the start":        {"1a|1b2b|2c3c", "+1 a|1=2 b|2=3 c"},
		"removed at the start":      {"1a|2b1b|3c2c", "-1 a|2=1 b|3=2 c"},
		"a whole file":              {"1# A|2 |3b", "+1 # A|+2 |+3 b"},
		"a stretch is cut":          {"7a7a|8b|20c21c", "..7=7 a|+8 b|..20=21 c"},
		"text starts with a number": {"11x11x|12400. No12400. No|133133", "..11=11 x|12=12 400. No|13=13 3"},
		"text holds the number":     {"5 up to 5 items5 up to 5 items|6 6 ", "..5=5  up to 5 items|6=6 "},
		"added text with a number":  {"4x4x|5 up to 5 items|5y6y", "..4=4 x|+5  up to 5 items|5=6 y"},
		"reworded number":           {"4x4x|5 at most 1005 at most 200|6y6y", "..4=4 x|5=5  at most 100> at most 200|6=6 y"},
		"lines with only numbers":   {"9 9 |10 |10 11 ", "..9=9 |+10 |10=11 "},
		"what fits nowhere":         {"7a7a|3z|8b8b", "..7=7 a|8=8 b|?3z"},
	} {
		t.Run(name, func(t *testing.T) {
			var lines []numbered
			for i, l := range strings.Split(c.lines, "|") {
				lines = append(lines, numbered{l, int32(i + 1)})
			}
			known, unread := split(lines)
			var got []string
			for _, r := range known {
				got = append(got, show(r))
			}
			for _, r := range unread {
				got = append(got, "?"+r.newText)
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

func show(r diffLine) string {
	s := ""
	switch {
	case r.cut:
		s = ".."
	case r.old == 0:
		return fmt.Sprintf("+%d %s", r.new, r.newText)
	case r.new == 0:
		return fmt.Sprintf("-%d %s", r.old, r.oldText)
	}
	s += fmt.Sprintf("%d=%d %s", r.old, r.new, r.oldText)
	if r.changed() {
		s += ">" + r.newText
	}
	return s
}

// TestSplitLong demands that a decision may come later than readings are
// taken without a line being lost.
func TestSplitLong(t *testing.T) {
	var lines []numbered
	for i := range 5 * window {
		lines = append(lines, numbered{fmt.Sprintf("%dx%dx", i+1, i+1), int32(i + 1)})
	}
	known, unread := split(lines)
	if len(known) != len(lines) || len(unread) > 0 {
		t.Fatalf("%d of %d lines were read, %d not", len(known), len(lines), len(unread))
	}
	for i, r := range known {
		if r.old != i+1 || r.new != i+1 || r.at != int32(i+1) {
			t.Fatalf("line %d was read as %+v", i+1, r)
		}
	}
}

// FuzzSections takes any text apart: each numbered line is on a side or
// unread, once, and the numbers of each side ascend.
func FuzzSections(f *testing.F) {
	seed, err := os.ReadFile("../../../testdata/captured/harbor.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte("a.md +1 −0 created\nDetails\n1# A\n2\u00a0\n\n3- `b: string`3- `b: string`\n"))
	f.Add([]byte("2 files changed +1 −1\n999999999x\n0\n1\n11\n111\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if !utf8.Valid(data) {
			return
		}
		secs, _ := sections(data)
		last := int32(0)
		for _, s := range secs {
			old, now := 0, 0
			for _, r := range s.lines {
				if r.at <= last || r.old > 0 && r.old <= old || r.new > 0 && r.new <= now || r.old+r.new == 0 {
					t.Fatalf("%+v after line %d, %d and %d", r, last, old, now)
				}
				last, old, now = r.at, max(old, r.old), max(now, r.new)
			}
		}
	})
}
