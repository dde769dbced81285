package sdkdocs

import (
	"slices"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/cli"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/csharp"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/golang"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/http"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/java"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/kotlin"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/php"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/python"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/ruby"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/typescript"
)

// readers are the dialects that docgen reads. The order is that in which they
// are asked whose a signature is, the most distinct spelling first.
var readers = []dialect.Dialect{
	http.Dialect{}, cli.Dialect{}, php.Dialect{}, golang.Dialect{}, csharp.Dialect{}, java.Dialect{},
	kotlin.Dialect{}, typescript.Dialect{}, python.Dialect{}, ruby.Dialect{},
}

// Dialects are the names of the dialects that docgen reads, sorted.
func Dialects() []string {
	var names []string
	for _, d := range readers {
		names = append(names, d.Name())
	}
	slices.Sort(names)
	return names
}

// Readers are the dialects that docgen reads.
func Readers() []dialect.Dialect { return slices.Clone(readers) }

// unread are dialects that vendors publish and docgen cannot read.
var unread = []string{"terraform"}

// isFolder reports whether a folder of the name holds the pages of a dialect.
func isFolder(name string) bool {
	return slices.Contains(unread, name) || dialectNamed(name) != nil
}

// rootDialect is the name of the dialect whose pages lie in no folder of their own.
func rootDialect() string {
	i := slices.IndexFunc(readers, func(d dialect.Dialect) bool { return d.Traits().AtRoot })
	return readers[i].Name()
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
