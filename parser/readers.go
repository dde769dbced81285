package parser

import (
	"slices"

	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/dialect/http"
)

// readers are the dialects that docgen reads.
var readers = []dialect.Dialect{
	http.Dialect{},
}

// dialectNamed returns the reader of a dialect, or nil.
func dialectNamed(name string) dialect.Dialect {
	for _, d := range readers {
		if d.Name() == name {
			return d
		}
	}
	return nil
}

// reads reports whether pages in the folder of a dialect are to be read.
func (o Options) reads(name string) bool {
	if len(o.Dialects) > 0 {
		return slices.Contains(o.Dialects, name)
	}
	return dialectNamed(name) != nil
}
