package runtime

import (
	"strings"
	"testing"
)

type (
	filesUnion struct{ Value filesVariant }
	// filesVariant is one file or several.
	filesVariant interface{ isFiles() }
	oneFile      struct{ File }
	manyFiles    []File
)

func (oneFile) isFiles()   {}
func (manyFiles) isFiles() {}

// TestFilesOfUnion demands the files of a choice between one and several, optional or
// not, and none of what holds none.
func TestFilesOfUnion(t *testing.T) {
	a := File{Name: "a", Reader: strings.NewReader("x")}
	one, many := filesUnion{oneFile{a}}, filesUnion{manyFiles{a, a}}
	some, none := Some(many), Opt[filesUnion]{}
	text := "a"
	for _, tc := range []struct {
		at   any
		want int
	}{{&one, 1}, {&many, 2}, {&some, 2}, {&none, 0}, {&filesUnion{}, 0}, {&text, 0}} {
		files, ok := filesOf(tc.at)
		if len(files) != tc.want || ok != (tc.want > 0) {
			t.Errorf("%T: %d files, %t, want %d", tc.at, len(files), ok, tc.want)
		}
	}
}
