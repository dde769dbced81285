package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

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
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFindings):
		return exitFindings
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "docgen: interrupted")
		return exitFailed
	case errors.As(err, &usage):
		printError(stderr, err)
		return exitUsage
	}
	printError(stderr, err)
	return exitFailed
}

// printError prints an error, whose text may have several lines. Names of files
// and text of pages in it are plain, line by line.
func printError(stderr io.Writer, err error) {
	lines := strings.Split(err.Error(), "\n")
	for i, line := range lines {
		lines[i] = diag.Plain(line)
	}
	fmt.Fprintf(stderr, "docgen: %s\n", strings.Join(lines, "\n"))
}
