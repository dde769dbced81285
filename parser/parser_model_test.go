package parser_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// modelText is the JSON form without the spans, which every edit of a page
// would change: diagnostics and the facts about places cover them.
func modelText(t *testing.T, api *model.API) string {
	var full bytes.Buffer
	if err := model.Encode(&full, api); err != nil {
		t.Fatal(err)
	}
	checkReadsBack(t, full.Bytes())
	var tree map[string]any
	if err := json.Unmarshal(full.Bytes(), &tree); err != nil {
		t.Fatal(err)
	}
	delete(tree, "$schema")
	delete(tree, "version")
	dropSpans(tree)
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(tree); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// checkReadsBack holds the parser to what model.Decode demands of an API.
func checkReadsBack(t *testing.T, encoded []byte) {
	if _, err := model.Decode(bytes.NewReader(encoded)); err != nil {
		t.Errorf("the parsed API does not read back: %v", err)
	}
}

func dropSpans(v any) {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "span")
		delete(v, "listed") // positions, too
		for _, child := range v {
			dropSpans(child)
		}
	case []any:
		for _, child := range v {
			dropSpans(child)
		}
	}
}

func diagsText(diags diag.List) string {
	var b strings.Builder
	for _, d := range diags {
		b.WriteString(d.String() + "\n")
	}
	return b.String()
}
