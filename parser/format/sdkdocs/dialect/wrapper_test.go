package dialect_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/typescript"
	"github.com/docgen-go/docgen/parser/page"
)

// overloads is a method whose parameters are printed as a base and two
// overloads that repeat one of its parameters.
const overloads = `## Watch tides

'client.tides.watch(stringdockID, TideWatchParamsparams, RequestOptionsoptions?): Tide | Stream<Tide>'

**post** '/v1/docks/{dock_id}/tides'

### Parameters

- 'dockID: string'

- 'TideWatchParams = TideWatchParamsNow | TideWatchParamsLater'

  - 'TideWatchParamsBase'

    - 'depth?: number'

    - 'stream?: false'

  - 'TideWatchParamsNow extends TideWatchParamsBase'

    - 'stream?: false'

  - 'TideWatchParamsLater extends TideWatchParamsBase'

    - 'stream: true'
`

func TestOverloadsAreOneListOfParameters(t *testing.T) {
	op := read(strings.ReplaceAll(overloads, "'", "`"))
	var got []string
	for _, p := range op.Params {
		got = append(got, p.Item.Name)
	}
	if diff := cmp.Diff([]string{"dockID", "depth", "stream"}, got); diff != "" {
		t.Errorf("parameters (-want +got):\n%s", diff)
	}
}

// read reads a page that is one method.
func read(text string) *decl.Operation {
	md := page.NewReader()
	source := &page.Text{Bytes: []byte(text), String: text}
	r := &dialect.Reader{
		Dialect: typescript.Dialect{}, Page: text, Mark: func(int, int, format.Use) {},
		Blocks: func(start, end int) []page.Block { return md.Blocks(source, start, end) },
	}
	return r.Operation(page.Outline(source.Bytes, 0)[1:])
}
