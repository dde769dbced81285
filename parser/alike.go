package parser

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
)

// alike reports pages whose paths differ only in case: Windows and macOS keep one of them
// in a checkout, so that the same commit gives another API there.
func alike(pages []*format.Page, diags *diag.List) {
	first := map[string]string{}
	for _, p := range pages {
		folded := strings.ToLower(p.Path)
		other, ok := first[folded]
		if !ok {
			first[folded] = p.Path
			continue
		}
		start := source.Span{File: p.Path, Start: source.Pos{Line: 1, Column: 1}}
		diags.Add("pages-alike", diag.Warning, start, "the name of the page differs only in case from that of %s", other).Help =
			"rename one of them: a checkout on Windows or macOS has one of the two pages"
	}
}
