package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/model/diag"
)

// The exit codes of every verb.
const (
	exitOK       = 0
	exitFindings = 1 // it ran, and what it looked at is not in order
	exitUsage    = 2
	exitFailed   = 3 // it could not run
)

// errFindings makes a verb exit with findings that it has already shown.
var errFindings = errors.New("findings")

// A usageError is a fault of the command line that only the verb itself can see.
type usageError struct{ error }

// Unwrap is the fault itself.
func (e usageError) Unwrap() error { return e.error }

// exitCode says what a verb's error means, after printing it where the verb has
// not done so.
func exitCode(ctx context.Context, err error, stderr io.Writer) int {
	var usage usageError
	var said saidError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &said):
		return int(said)
	case errors.Is(err, errFindings):
		return exitFindings
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "docgen: interrupted")
		return exitFailed
	case errors.As(err, &usage), errors.Is(err, docsfs.ErrAddress):
		printError(stderr, err)
		return exitUsage
	}
	printError(stderr, err)
	var fault *diag.Fault
	if errors.As(err, &fault) {
		fmt.Fprintf(stderr, "\thelp: please report this, with the page and these lines; what was about to be written stays as it was\n%s", fault.Stack)
	}
	return exitFailed
}

// locate returns the fault of docgen in an error with a place that leads from
// the user to the page, as the prefix leads to the docs; other errors as they are.
func locate(err error, prefix string) error {
	var fault *diag.Fault
	if !errors.As(err, &fault) {
		return err
	}
	located := *fault
	if located.Span.File != "" {
		located.Span.File = prefix + located.Span.File
	}
	return &located
}

// printError prints an error, whose text may have several lines. Names of files
// and text of pages in it are plain, line by line.
func printError(stderr io.Writer, err error) {
	lines := strings.Split(err.Error(), "\n")
	for i, line := range lines {
		text, indented := strings.CutPrefix(line, "\t")
		lines[i] = diag.Plain(text)
		if indented {
			lines[i] = "\t" + lines[i]
		}
	}
	fmt.Fprintf(stderr, "docgen: %s\n", strings.Join(lines, "\n"))
}
