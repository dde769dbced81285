package main

import (
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"

	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// codeEditedFile is the code of findings about files that carry docgen's header and
// are not as docgen wrote them.
const codeEditedFile diag.Code = "edited-file"

// reportEdited prints a finding for each file that was left as it is, and reports
// whether there is one.
func (t *target) reportEdited(w io.Writer, changes []output.Change, err error) bool {
	var stop *output.EditedError
	var paths []string
	if errors.As(err, &stop) {
		paths = stop.Paths
	}
	for _, c := range changes {
		if c.Kind == output.Edited || c.Kind == output.Kept {
			paths = append(paths, c.Path)
		}
	}
	var found diag.List
	for _, p := range paths {
		at := source.Span{File: path.Join(filepath.ToSlash(t.Output), p), Start: source.Pos{Line: 1, Column: 1}}
		found.Add(codeEditedFile, diag.Error, at, "the file has docgen's header, and is not as docgen wrote it by %s: it stays as it is", output.ManifestName).
			Help = "take the first line out to keep the file, or run \"docgen generate --force\", which overwrites or removes it"
	}
	for _, d := range found {
		fmt.Fprintln(w, paint(d, string(d.Severity), isTerminal(w)))
	}
	return len(found) > 0
}
