package parser

import (
	"slices"

	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/blueprint"
	"github.com/docgen-go/docgen/parser/format/embedded"
	"github.com/docgen-go/docgen/parser/format/generated"
	"github.com/docgen-go/docgen/parser/format/openapi"
	"github.com/docgen-go/docgen/parser/format/sdkdocs"
	"github.com/docgen-go/docgen/parser/format/tables"
)

// formats are the formats that docgen reads, in the order of their word: where
// two of them say different things of one method, that of the first counts.
var formats = []format.Format{
	sdkdocs.Format{},
	openapi.Format{},
	embedded.Format{},
	generated.Format{},
	blueprint.Format{},
	tables.Format{},
}

// Formats are the formats that docgen reads, in the order of their word.
func Formats() []format.Format { return slices.Clone(formats) }

// Dialects are the names of the dialects that docgen reads, sorted.
func Dialects() []string { return sdkdocs.Dialects() }
