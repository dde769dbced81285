package openapi

import (
	"context"
	"fmt"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// Read reads a document, JSON or YAML, into an API. It stands alone: no file and no
// address is ever opened. Faults that leave the document readable come back as
// findings; the error says why there is no API.
func Read(ctx context.Context, name string, data []byte) (*model.API, diag.List, error) {
	doc, found, err := Parse(name, data)
	if err != nil {
		return nil, nil, err
	}
	api, more, err := Convert(ctx, doc)
	if err != nil {
		return nil, nil, err
	}
	found = append(found, more...)
	found.Sort()
	return api, found, nil
}

// Parse reads the text of a file into a document. What is wrong with the text and
// leaves it readable is a finding.
func Parse(name string, data []byte) (*Document, diag.List, error) {
	if len(data) > MaxBytes {
		return nil, nil, fmt.Errorf("%s: %d bytes are more than the limit of %d", name, len(data), MaxBytes)
	}
	file := source.NewFile(name, data)
	docs, problems := tree.Parse(file, 0, 0, len(data), 0)
	var found diag.List
	for _, p := range problems {
		if p.Broken || len(docs) == 0 {
			return nil, nil, &RefusedError{file.Span(p.Start, p.End), "not a readable OpenAPI document: " + p.Message, p.Help}
		}
		found.Add(CodeInvalid, diag.Warning, file.Span(p.Start, p.End), "%s", p.Message).Help = p.Help
	}
	if len(docs) == 0 {
		return nil, nil, fmt.Errorf("%s: not a readable OpenAPI document: it is empty", name)
	}
	doc := &Document{Name: name, Root: docs[0], Position: tree.Files{file}.Position}
	if len(docs) > 1 {
		found.Add(CodeInvalid, diag.Error, doc.Position(docs[1]), "a file holds one document, and here begins another, which is not read").
			Help = "put it into a file of its own"
	}
	return doc, found, nil
}
