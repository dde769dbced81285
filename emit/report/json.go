package report

import (
	_ "embed" // the schema
	"encoding/json"
	"io"
)

// SchemaURL is where the newest JSON Schema of the JSON form is published. A report
// names the schema of the release that wrote it.
const SchemaURL = "https://raw.githubusercontent.com/docgen-go/docgen/main/emit/report/schema.json"

//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (draft 2020-12) of the JSON form.
func Schema() []byte { return append([]byte(nil), schema...) }

// JSON writes the report for programs; files are below the root of each side.
// The error is the writer's.
func (r *Report) JSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
