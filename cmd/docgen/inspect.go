package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/release"
)

type inspectCmd struct {
	docsFlags

	Docs     string `arg:"" help:"${docs}"`
	Format   string `enum:"json,tree,stats" default:"tree" help:"json: all facts, tree: methods and types to read, stats: counts as JSON."`
	Evidence bool   `help:"Show in the tree where each fact stands and which dialect, example or sentence said it."`
	Verbose  bool   `short:"v" help:"Show all findings about the pages."`
}

// Run prints the model, and the findings to standard error.
func (c *inspectCmd) Run(s *session) error {
	if c.Evidence && c.Format != "tree" {
		return usageError{fmt.Errorf("--evidence is for --format tree; %s has it all the same, or has no facts", c.Format)}
	}
	r, err := s.read(c.Docs)
	if err != nil {
		return err
	}
	r.summarize(s.stderr, c.Verbose)
	if c.Verbose {
		newReadSummary(r.api).print(s.stderr, c.Docs, r.found)
	}
	if err := s.print(func(w *bufio.Writer) error { return c.write(w, r) }); err != nil {
		return err
	}
	s.warnEmpty(r, c.Docs)
	return r.exitError()
}

func (c *inspectCmd) write(w *bufio.Writer, r *reference) error {
	switch c.Format {
	case "json":
		return model.Encode(w, r.api)
	case "stats":
		return printJSON(w, statsReport{Schema: release.Pin(statsSchema), Version: 1, Stats: model.Count(r.api, r.found)})
	case "tree":
		return printTree(w, r.api, c.Evidence)
	}
	return fmt.Errorf("there is no format %q", c.Format)
}

const statsSchema = "https://raw.githubusercontent.com/docgen-go/docgen/main/cmd/docgen/schemas/stats.json"

// A statsReport is the JSON form of the statistics.
type statsReport struct {
	Schema  string `json:"$schema"`
	Version int    `json:"version"`
	model.Stats
}

func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
