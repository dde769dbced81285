package openapi_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/emit/openapi"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/testutil"
	reader "github.com/docgen-go/docgen/parser/openapi"
)

const golden = "../../testdata/export/parcels.yaml"

// TestExport writes an API that has every form of the model and compares the
// document, byte for byte. DOCGEN_UPDATE=1 rewrites the expectation.
func TestExport(t *testing.T) {
	got := yamlOf(t, parcels(), openapi.Options{Title: "Harbor", Version: "2026-01-01"})
	testutil.Golden(t, golden, got)
}

// TestFormsAgree holds the two encodings against each other.
func TestFormsAgree(t *testing.T) {
	for name, api := range map[string]*model.API{"parcels": parcels(), "hostile": hostile(), "nothing": {}} {
		var asJSON, asYAML any
		var b bytes.Buffer
		if err := openapi.Export(api, openapi.Options{}).WriteJSON(&b); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b.Bytes(), &asJSON); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := yaml.Unmarshal([]byte(yamlOf(t, api, openapi.Options{})), &asYAML); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if d := cmp.Diff(asJSON, throughJSON(t, asYAML)); d != "" {
			t.Errorf("%s: JSON (-) and YAML (+) differ:\n%s", name, d)
		}
	}
}

// throughJSON gives numbers and maps of YAML the types that JSON gives them.
func throughJSON(t *testing.T, v any) any {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out any
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func yamlOf(t *testing.T, api *model.API, o openapi.Options) string {
	t.Helper()
	var b strings.Builder
	if err := openapi.Export(api, o).WriteYAML(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestReadsBack reads what was written: sound as a document, whatever the texts.
func TestReadsBack(t *testing.T) {
	for name, api := range map[string]*model.API{"parcels": parcels(), "hostile": hostile()} {
		back, found, err := reader.Read(t.Context(), name, []byte(yamlOf(t, api, openapi.Options{})))
		if err != nil {
			t.Fatal(err)
		}
		if n := found.Count(diag.Error) + found.Count(diag.Warning); name == "parcels" && n > 0 {
			t.Errorf("%s: %v", name, found)
		}
		if len(back.Types) != len(api.Types) {
			t.Errorf("%s: %d types came back, want %d", name, len(back.Types), len(api.Types))
		}
	}
}

// hostileTexts would break out of a document that was pasted together.
var hostileTexts = []string{
	"", " leading", "trailing ", "two\nlines", "two\n\n", " \nindented\n  more", "tab\there\nand\tthere", "carriage\r\nreturn",
	"true", "yes", "Off", "null", "~", "1e3", "0x1F", "2026-01-01", "- item", "key: value", "#comment", "a #comment", "'", `"`, "`", "\\", "&a", "*a", "!tag", "%", "@",
	"{", "[", "|", ">", "?", ": ", "---", "...", "\u0000\u0007", "\u0085\u2028\u2029\nx", "\uFEFF", "\xff\xfe", "😀\n😀", "<script>", "${{ 1 }}",
}

// hostile has every text in every place where pages can put one.
func hostile() *model.API {
	api := &model.API{Title: "\"'\n"}
	r := &model.Resource{ID: "a\nb", Doc: "c: d"}
	for i, s := range hostileTexts {
		text, _ := json.Marshal(s)
		api.Types = append(api.Types, &model.NamedType{ID: s + strings.Repeat(" ", i), Name: s, Doc: s, Deprecated: s,
			Type: &model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: s, Type: &model.Type{Kind: model.KindString, Format: s}, Doc: s, Default: model.Literal(text)}}}})
		r.Methods = append(r.Methods, &model.Method{ID: s, Verb: "GET", Path: s, Doc: s, Title: s,
			Query:    []model.Constant{{Name: s, Value: s}},
			Params:   []*model.Param{{Location: model.LocationQuery, Field: model.Field{Name: s, Type: &model.Type{Kind: model.KindConst, Literal: model.Literal(text)}}}},
			Examples: []*model.Example{{Kind: model.ExampleResponse, Title: s, Text: string(text)}, {Kind: model.ExampleResponse, Text: s}},
			Returns:  &model.Response{Type: &model.Type{Kind: model.KindRef, Ref: s}},
		})
	}
	api.Resources = []*model.Resource{r}
	return api
}
