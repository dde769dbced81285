// Command docgen reads the Markdown pages of an API reference and writes a
// typed Go package for the API.
//
// Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 could not run. Results go to
// standard output, everything else to standard error.
package main

import (
	"context"
	"os"
)

func main() {
	growHeap()
	os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
}
