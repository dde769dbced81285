package migrate

import (
	"bytes"
	"go/scanner"
	"go/token"
)

// sameToken returns where the token at an offset of a text is in the same text after it
// was formatted.
func sameToken(plain, formatted []byte, offset int) int {
	before, after := starts(plain), starts(formatted)
	for i, at := range before {
		if at >= offset && i < len(after) {
			return after[i]
		}
	}
	return min(offset, len(formatted))
}

// starts are the offsets of the tokens of a file that are written there.
func starts(text []byte) []int {
	var out []int
	var s scanner.Scanner
	fset := token.NewFileSet()
	file := fset.AddFile("", fset.Base(), len(text))
	s.Init(file, text, nil, 0)
	for {
		pos, tok, literal := s.Scan()
		if tok == token.EOF {
			return out
		}
		if tok != token.SEMICOLON || literal == ";" {
			out = append(out, file.Offset(pos))
		}
	}
}

// position is a line and a column of a text, both from 1.
func position(text []byte, offset int) (line, column int) {
	before := text[:offset]
	return bytes.Count(before, []byte("\n")) + 1, offset - bytes.LastIndexByte(before, '\n')
}
