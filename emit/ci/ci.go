// Package ci writes findings in the forms that CI systems read: SARIF 2.1.0 for code
// scanning and editors, JUnit XML for servers that show tests, the report of code quality
// that GitLab shows in merge requests, and the annotations of GitHub's workflows. Text is
// escaped for each form.
//
// It is not part of the compatibility promise.
package ci

import (
	"encoding/json"
	"io"
	"net/url"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// A Level says how bad a result is, in the words of SARIF.
type Level string

// The levels, worst first.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Note    Level = "note"
)

// LevelOf returns the level of a diagnostic of the severity.
func LevelOf(s diag.Severity) Level {
	switch s {
	case diag.Error:
		return Error
	case diag.Warning:
		return Warning
	}
	return Note
}

// A Location is a place in a file; Line and Column count from 1. Message may say what
// is there.
type Location struct {
	File         string
	Line, Column int
	Message      string
}

// At returns the location of a span, whose file stands below the prefix in what the user
// calls ref: in a revision of a git repository it counts from the root of that. It
// returns nil where the span is no place.
func At(ref, prefix string, s source.Span, message string) []Location {
	if s.IsZero() {
		return nil
	}
	if strings.HasPrefix(ref, "git:") {
		_, prefix, _ = strings.Cut(prefix, ":")
	}
	return []Location{{prefix + s.File, max(1, int(s.Start.Line)), max(1, int(s.Start.Column)), message}}
}

func (l Location) String() string {
	return l.File + ":" + strconv.Itoa(l.Line) + ":" + strconv.Itoa(l.Column)
}

// uri is the file as a reference that is relative where the path is.
func (l Location) uri() string {
	u := url.URL{Path: l.File}
	if len(l.File) > 0 && l.File[0] == '/' {
		u.Scheme = "file"
	}
	return u.String()
}

// A Result is one finding. Title and URL are about its Rule. Fingerprint stays the same
// while the text around the finding changes.
type Result struct {
	Rule, Title, URL string
	Level            Level
	Message          string
	// At are the locations of the finding, the first one where to show it; Related are
	// what else one should look at.
	At, Related []Location
	Fingerprint string
	Properties  map[string]any
	// Fails says that the run fails because of it.
	Fails bool
}

// A Run is what a verb found. Tool is the name of the program, Subject what CI systems
// call the run; Notes concern it as a whole, and Summary says all in one line, at Level.
type Run struct {
	Tool, Subject string
	Results       []Result
	Notes         []Result
	Summary       string
	Level         Level
	Properties    map[string]any
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
