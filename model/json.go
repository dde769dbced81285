package model

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/docgen-go/docgen/model/release"
)

const (
	// FormatVersion is the version of the JSON form. It grows when a reader of
	// the former version would go wrong.
	FormatVersion = 1
	// SchemaURL is where the newest JSON Schema of the JSON form is published. The
	// form itself names the schema of the release that wrote it.
	SchemaURL = "https://raw.githubusercontent.com/docgen-go/docgen/main/model/schema.json"

	maxJSONBytes = 256 << 20
)

// document is the JSON form: the API with what a reader needs to know first.
type document struct {
	Schema  string `json:"$schema"`
	Version int    `json:"version"`
	*API
}

// Encode writes the JSON form of the API, which Decode reads back equal. The
// same API gives the same bytes. The error is the writer's.
func Encode(w io.Writer, a *API) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(document{Schema: release.Pin(SchemaURL), Version: FormatVersion, API: a})
}

// Decode reads the JSON form of at most 256 MiB. Equal structure is one pointer
// again, as the parser left it. The error says what is wrong and where: text
// that is no JSON or of another version, members that no part of the model
// has, or an API that does not pass Validate.
func Decode(r io.Reader) (*API, error) {
	a, err := decodeDocument(&cappedReader{r: r, limit: maxJSONBytes})
	if err != nil {
		return nil, fmt.Errorf("reading the JSON form of the model: %w", err)
	}
	if err := a.Validate(); err != nil {
		return nil, fmt.Errorf("the JSON form of the model: %w", err)
	}
	a.intern()
	return a, nil
}

func decodeDocument(r io.Reader) (*API, error) {
	doc := document{API: &API{}}
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	err := d.Decode(&doc)
	// A newer version may well have members unknown here; its number tells more.
	if doc.Version != 0 && doc.Version != FormatVersion {
		return nil, fmt.Errorf("version %d: this docgen reads version %d", doc.Version, FormatVersion)
	}
	if err != nil {
		return nil, err
	}
	if doc.Version == 0 {
		return nil, errors.New(`"version" is missing: this is not what inspect --format json prints`)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more text follows the end of the model")
	}
	return doc.API, nil
}

// intern gives equal structure one pointer throughout the API.
func (a *API) intern() {
	one := NewInterner().Importer()
	for _, t := range a.Types {
		t.Type = one(t.Type)
	}
	for _, m := range a.Methods {
		m.MapTypes(one)
	}
}

// cappedReader fails where more than limit bytes come, instead of ending early
// as io.LimitReader does.
type cappedReader struct {
	r           io.Reader
	read, limit int64
}

func (c *cappedReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if c.read += int64(n); c.read > c.limit {
		return 0, fmt.Errorf("more than %d bytes", c.limit)
	}
	return n, err
}
