package source_test

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"github.com/docgen-go/docgen/model/source"
)

// TestLongLines compares the columns of lines of every kind with those that are
// counted from the start of the line.
func TestLongLines(t *testing.T) {
	var text []byte
	for i, unit := range []string{"a", "ä", "ab€", "😀"} {
		for _, n := range []int{3, 511, 512, 513, 1500} {
			text = append(text, bytes.Repeat([]byte(unit), n+i)...)
			text = append(text, '\n')
		}
	}
	f := source.NewFile("parcels.md", text)
	start := 0
	for offset := 0; offset <= len(text); offset++ {
		if offset > 0 && text[offset-1] == '\n' {
			start = offset
		}
		inside := offset < len(text) && !utf8.RuneStart(text[offset])
		if inside || offset%97 != 0 && offset-start > 3 {
			continue
		}
		if got, want := f.Pos(offset).Column, utf8.RuneCount(text[start:offset])+1; int(got) != want {
			t.Fatalf("offset %d is at column %d, want %d", offset, got, want)
		}
	}
}

// BenchmarkLongLine asks for places on one line; the time of each must not grow
// with the line.
func BenchmarkLongLine(b *testing.B) {
	for _, size := range []int{1 << 14, 1 << 20} {
		b.Run(map[int]string{1 << 14: "16KB", 1 << 20: "1MB"}[size], func(b *testing.B) {
			f := source.NewFile("parcels.md", bytes.Repeat([]byte("a"), size))
			for i := range b.N {
				f.Pos(i * 7919 % size)
			}
		})
	}
}
