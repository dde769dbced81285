package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// readUserFile returns what is in a file that a flag names. A file that is not there is an error
// like missing docs and no wrong usage: the command line can be right where the checkout is not.
func readUserFile(flag, name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: %s: no such file; check the path", flag, name)
	case err == nil && info.IsDir():
		return nil, usageError{fmt.Errorf("%s: %s is a folder; name a file", flag, name)}
	case err != nil:
		return nil, fmt.Errorf("%s: %w", flag, err)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", flag, err)
	}
	return text, nil
}

// readReport reads a report in JSON that a flag names, which the command wrote.
func readReport(flag, name, command string, into any) error {
	text, err := readUserFile(flag, name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, into); err != nil {
		at, what := jsonFault(text, err)
		return usageError{fmt.Errorf("%s: %s%s: %s; write the file with %s", flag, name, at, what, command)}
	}
	return nil
}

// jsonFault returns where in a text an error of encoding/json is, as :line:column, and what is
// wrong there in words without types of Go.
func jsonFault(text []byte, err error) (at, what string) {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind):
		what = "this is not such a report: it is " + articled(kind.Value)
		if kind.Field != "" {
			what = fmt.Sprintf("%s must not be %s", kind.Field, articled(kind.Value))
		}
		return lineColumn(text, kind.Offset), what
	case errors.As(err, &syntax):
		return lineColumn(text, syntax.Offset), "this is no JSON: " + syntax.Error()
	}
	return "", "this is not such a report"
}

// articled returns a kind of values of JSON, as the library calls it, with its article.
func articled(kind string) string {
	switch kind {
	case "array", "object":
		return "an " + kind
	case "bool":
		return "true or false"
	}
	return "a " + kind
}

// lineColumn returns the place of the byte before an offset, as :line:column.
func lineColumn(text []byte, offset int64) string {
	before := text[:min(max(offset-1, 0), int64(len(text)))]
	line := bytes.Count(before, []byte("\n")) + 1
	return fmt.Sprintf(":%d:%d", line, len(before)-bytes.LastIndexByte(before, '\n'))
}

// checkOutputFolder refuses the name of a file, of one that is there or is called like a file of
// Go, where a flag names the folder of what is written.
func checkOutputFolder(flag, dir, holds string) error {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		return usageError{fmt.Errorf("%s is the folder of %s but %s is a file; name a folder, which need not be there yet", flag, holds, dir)}
	}
	if filepath.Ext(dir) == ".go" && (err != nil) {
		return usageError{fmt.Errorf("%s is the folder of %s but %s has the name of a file", flag, holds, dir)}
	}
	return nil
}
