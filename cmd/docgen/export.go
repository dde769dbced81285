package main

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	emit "github.com/docgen-go/docgen/emit/openapi"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

type exportCmd struct {
	OpenAPI exportOpenAPICmd `cmd:"" name:"openapi" help:"Write an OpenAPI 3.1 document of what the pages say."`
}

type exportOpenAPICmd struct {
	docsFlags

	Docs   string `arg:"" help:"${docs}"`
	Output string `short:"o" placeholder:"FILE" help:"The file to write, .yaml, .yml or .json; YAML to standard output by default."`
}

// Run writes the document. Findings about the pages go to standard error.
func (c *exportOpenAPICmd) Run(s *session) error {
	encode, err := encoderFor(c.Output)
	if err != nil {
		return usageError{err}
	}
	r, err := s.read(c.Docs)
	if err != nil {
		return err
	}
	r.summarize(s.stderr, false)
	if r.isEmpty() {
		fmt.Fprintf(s.stderr, "docgen: nothing written: no method was read from %s; %s\n", c.Docs, r.describeFormats())
		return errFindings
	}
	var doc *emit.Document
	err = diag.Guard("exporting", source.Span{}, func() error {
		doc = emit.Export(r.api, emit.Options{})
		return nil
	})
	if err != nil {
		return locate(err, r.prefix)
	}
	if c.Output == "" {
		err = s.print(func(w *bufio.Writer) error { return encode(doc, w) })
	} else {
		err = replaceFile(s.ctx, c.Output, func(w io.Writer) error { return encode(doc, w) })
	}
	if err != nil {
		return err
	}
	return r.exitError()
}

// encoderFor picks the encoding by the extension of the file.
func encoderFor(file string) (func(*emit.Document, io.Writer) error, error) {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".json":
		return (*emit.Document).WriteJSON, nil
	case ".yaml", ".yml":
		return (*emit.Document).WriteYAML, nil
	}
	if file == "" {
		return (*emit.Document).WriteYAML, nil
	}
	return nil, fmt.Errorf("--output must end in .yaml, .yml or .json but is %q", file)
}
