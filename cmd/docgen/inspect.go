package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/release"
)

type inspectCmd struct {
	docsFlags

	Docs     string   `arg:"" help:"${docs}"`
	Format   string   `enum:"json,tree,stats" default:"tree" help:"json: all facts, tree: methods and types to read, stats: counts as JSON."`
	Output   string   `short:"o" placeholder:"FILE" help:"The file to write; standard output by default. That of --format json is a source of \"docgen history\"."`
	Since    []string `placeholder:"HISTORY" help:"Add since when methods, members, types and values are there, for --format json: see docgen generate."`
	Evidence bool     `help:"Show in the tree where each fact stands and which dialect, example or sentence said it."`
	Verbose  bool     `short:"v" help:"Show all findings about the pages."`
}

// Run prints the model, and the findings to standard error.
func (c *inspectCmd) Run(s *session) error {
	if c.Evidence && c.Format != "tree" {
		return usageError{fmt.Errorf("--evidence is for --format tree; %s has it all the same, or has no facts", c.Format)}
	}
	if len(c.Since) > 0 && c.Format != "json" {
		return usageError{errors.New("--since is for --format json")}
	}
	ages, err := s.ages(c.Since)
	if err != nil {
		return err
	}
	r, err := s.read(c.Docs)
	if err != nil {
		return err
	}
	r.found = append(r.found, ages.mark(r.api)...)
	r.summarize(s.stderr, c.Verbose)
	if c.Verbose {
		newReadSummary(r.api).print(s.stderr, c.Docs, r.found, true)
	}
	if err := c.printTo(s, r); err != nil {
		return err
	}
	s.warnEmpty(r, c.Docs)
	return r.exitError()
}

// printTo writes what was asked for into the file that the user names.
func (c *inspectCmd) printTo(s *session, r *reference) error {
	if c.Output == "" {
		return s.print(func(w *bufio.Writer) error { return c.write(w, r) })
	}
	return replaceFile(s.ctx, c.Output, func(w io.Writer) error {
		buffered := bufio.NewWriter(w)
		return errors.Join(c.write(buffered, r), buffered.Flush())
	})
}

func (c *inspectCmd) write(w *bufio.Writer, r *reference) error {
	switch c.Format {
	case "json":
		r.api.Doubts = r.doubts()
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
