package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diag"
)

// outputFlags say where a report goes, and in which form.
type outputFlags struct {
	Output string `short:"o" placeholder:"FILE" help:"Write the report to this file, whole or not at all. Standard error then has it in one line."`
}

// deliver writes a report where it is to go.
func (f *outputFlags) deliver(s *session, r *report.Report, write func(w *bufio.Writer) error) error {
	if f.Output == "" {
		return s.print(write)
	}
	err := replaceFile(s.ctx, f.Output, func(w io.Writer) error {
		b := bufio.NewWriter(w)
		if err := write(b); err != nil {
			return err
		}
		return b.Flush()
	})
	if err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	fmt.Fprintf(s.stderr, "%s: %s\n", f.Output, diag.Plain(r.OneLine()))
	return nil
}
