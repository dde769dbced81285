// Command validate holds what tests of docgen made against what well-kept libraries say: JSON
// against its schema, OpenAPI against the standard, packages of Go against each other. It is a
// module of its own, so that these libraries are in no graph of a user.
//
// It reads requests as JSON from standard input and answers each on standard output, until the
// input ends. The package model/testutil/validate speaks to it.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// A request asks one thing: the member that is set.
type request struct {
	Schema   *schemaRequest   `json:"schema"`
	OpenAPI  *openAPIRequest  `json:"openAPI"`
	APIDiff  *apiDiffRequest  `json:"apiDiff"`
	Keywords *keywordsRequest `json:"keywords"`
}

// An answer is what was found, or why nothing could be.
type answer struct {
	// Fault is what is wrong with what was asked about; Error is what is wrong with the request.
	Fault string `json:"fault,omitempty"`
	Error string `json:"error,omitempty"`
	// Operations is how many an OpenAPI document has.
	Operations int `json:"operations,omitempty"`
	// Changes are those of two packages, by their message, and whether code still compiles.
	Changes map[string]bool `json:"changes,omitempty"`
	// Keywords are those of the objects of OpenAPI, by the name of the object.
	Keywords map[string][]string `json:"keywords,omitempty"`
}

func main() {
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(r io.Reader, w io.Writer) error {
	in, out := json.NewDecoder(r), json.NewEncoder(w)
	for {
		var q request
		if err := in.Decode(&q); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := out.Encode(q.answer()); err != nil {
			return err
		}
	}
}

func (q *request) answer() answer {
	switch {
	case q.Schema != nil:
		return q.Schema.answer()
	case q.OpenAPI != nil:
		return q.OpenAPI.answer()
	case q.APIDiff != nil:
		return q.APIDiff.answer()
	case q.Keywords != nil:
		return answer{Keywords: keywords()}
	}
	return answer{Error: "nothing is asked"}
}
