// Command leaveout prints as JSON, for each documented member that a client has, what a patch of docgen drift would
// write if the client lacked it. It is what testdata/clients measures the patches with, and no part of docgen.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/docgen-go/docgen/cmd/docgen/internal/gopkgs"
	"github.com/docgen-go/docgen/model/drift"
	"github.com/docgen-go/docgen/parser"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run takes the folder of the pages, the one that packages are seen from, and their names.
func run(ctx context.Context, args []string) error {
	if len(args) < 3 {
		return fmt.Errorf("usage: leaveout DOCS DIR PACKAGES…")
	}
	api, _, err := parser.Parse(ctx, os.DirFS(args[0]), parser.Options{})
	if err != nil {
		return err
	}
	client, _, err := gopkgs.ReadClient(ctx, args[2:], args[1])
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(drift.LeaveOneOut(api, client))
}
