package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diag"
)

// outputFlags say where a report goes, and in which form.
type outputFlags struct {
	Format   string `enum:"text,markdown,comment,html,json,github,sarif,junit,codequality,template" default:"text" help:"text, markdown (a part of a changelog), comment (Markdown for a pull request: bounded, folded, empty if nothing changed), html (one file for a browser), json, github (annotations), sarif (2.1.0), junit, codequality (GitLab) or template."`
	Template string `placeholder:"FILE" help:"The Go template (text/template) of --format template; its data is the report, with names as in Go: .Findings."`
	Mark     string `placeholder:"NAME" help:"What the first line of --format comment has, by which a program finds its own comment again. By default the path of the new pages."`
	Output   string `short:"o" placeholder:"FILE" help:"Write the report to this file, whole or not at all. Standard error then has it in one line."`

	parsed *template.Template
}

// checkFormat reads the template, which has to be there for the format of that name and
// for no other.
func (f *outputFlags) checkFormat() error {
	switch {
	case f.Mark != "" && f.Format != "comment":
		return usageError{fmt.Errorf("--mark is for --format comment and not for %s", f.Format)}
	case f.Template != "" && f.Format != "template":
		return usageError{fmt.Errorf("--template is for --format template and not for %s", f.Format)}
	case f.Format != "template":
		return nil
	case f.Template == "":
		return usageError{errors.New("--format template needs a file of the language of text/template; name it with --template FILE")}
	}
	text, err := readUserFile("--template", f.Template)
	if err != nil {
		return err
	}
	if f.parsed, err = report.ParseTemplate(f.Template, string(text)); err != nil {
		return usageError{fmt.Errorf("--template: %w", err)}
	}
	return nil
}

// write writes a report in the form that was asked for.
func (f *outputFlags) write(w io.Writer, r *report.Report) error {
	forms := map[string]func(io.Writer) error{
		"text": r.Text, "markdown": r.Markdown, "html": r.HTML, "json": r.JSON,
		"github": r.GitHub, "sarif": r.SARIF, "junit": r.JUnit, "codequality": r.CodeQuality,
		"comment":  func(w io.Writer) error { return r.Comment(w, cmp.Or(f.Mark, pathOf(r.New))) },
		"template": func(w io.Writer) error { return templateFault(r.Template(w, f.parsed)) },
	}
	return forms[f.Format](w)
}

// A badTemplate is what a template of the user's fails with.
type badTemplate struct{ error }

// templateFault is the error of a template as that.
func templateFault(err error) error {
	var fault template.ExecError
	if !errors.As(err, &fault) {
		return err
	}
	hint := ""
	if strings.Contains(err.Error(), "can't evaluate field") {
		hint = "; the names are those of Go, such as .Findings, and docs/diff.md has an example"
	}
	return badTemplate{fmt.Errorf("--template: %w%s", err, hint)}
}

// pathOf is where docs lie, of whatever revision, as the user names them.
func pathOf(ref string) string {
	if rest, ok := strings.CutPrefix(ref, "git:"); ok {
		_, ref, _ = strings.Cut(rest, ":")
	}
	return ref
}

// deliver writes a report where it is to go.
func (f *outputFlags) deliver(s *session, r *report.Report) error {
	var wrong badTemplate
	if f.Output == "" {
		err := s.print(func(w *bufio.Writer) error { return f.write(w, r) })
		if errors.As(err, &wrong) {
			return wrong // nothing is wrong with the output
		}
		return err
	}
	if info, err := os.Lstat(f.Output); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("writing the report: %s is no regular file, and none can take its place", f.Output)
	}
	err := replaceFile(s.ctx, f.Output, func(w io.Writer) error { return f.write(w, r) })
	switch dir := filepath.Dir(f.Output); {
	case errors.As(err, &wrong):
		return wrong
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("writing the report: %s: there is no folder %s; make it first", f.Output, dir)
	case err != nil:
		return fmt.Errorf("writing the report: %w", err)
	}
	fmt.Fprintf(s.stderr, "%s: %s\n", f.Output, diag.Plain(r.OneLine()))
	return nil
}
