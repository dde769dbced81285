package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/verify"
	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/parser/openapi"
)

type verifyCmd struct {
	docsFlags
	toldFlags

	Docs    string   `arg:"" help:"${docs}"`
	OpenAPI string   `name:"openapi" required:"" placeholder:"FILE" help:"The OpenAPI 3 document to compare the pages with (JSON or YAML)."`
	Format  string   `enum:"text,json" default:"text" help:"text or json."`
	By      string   `enum:"place,structure" default:"place" help:"place compares each pair of structures that stand in one place; structure compares each structure of the pages with all that the document has in its places together, which is for pages that have one table where a document has several schemas."`
	Min     float64  `placeholder:"PERCENT" help:"Exit with 1 if the precision or recall of a judged kind is lower."`
	Kinds   []string `name:"judge" placeholder:"KIND" help:"The kinds that --min is about; by default those that every page states: ${judged}. All are ${kinds}."`
}

// Run compares the pages with the document and prints where they disagree.
func (c *verifyCmd) Run(s *session) error {
	checked, err := c.checkedKinds()
	if err != nil {
		return usageError{err}
	}
	docs, err := s.read(c.Docs)
	if err != nil {
		return err
	}
	spec, broken, err := s.readOpenAPI(c.OpenAPI)
	if err != nil {
		return err
	}
	text := &pageText{session: s, ref: c.Docs, pages: docs.api.Pages}
	options := verify.Options{Mentions: text.mentions}
	report := newVerifyReport(docs, verify.Compare(docs.api, spec, options), checked)
	if c.By == "structure" {
		report.Structures = verify.ByStructure(docs.api, spec, options)
	}
	if text.err != nil {
		return text.err
	}
	write := report.text
	if c.Format == "json" {
		write = report.json
	}
	if err := s.print(write); err != nil {
		return err
	}
	c.tell(s, docs, spec)
	if err := c.exitError(s, docs, report); err != nil || broken == 0 {
		return err
	}
	fmt.Fprintf(s.stderr, "docgen: %s has %s, so that not all that it says was compared\n", c.OpenAPI, count(broken, "error"))
	return errFindings
}

func (c *verifyCmd) checkedKinds() ([]verify.Kind, error) {
	if c.Min < 0 || c.Min > 100 {
		return nil, fmt.Errorf("--min must be a percentage from 0 to 100 but got %v", c.Min)
	}
	if len(c.Kinds) == 0 {
		return verify.SignedKinds(), nil
	}
	var checked []verify.Kind
	for _, name := range c.Kinds {
		if !slices.Contains(verify.Kinds(), verify.Kind(name)) {
			return nil, fmt.Errorf("--judge must be of %s but got %q", kindList(verify.Kinds()), name)
		}
		checked = append(checked, verify.Kind(name))
	}
	return checked, nil
}

func kindList(kinds []verify.Kind) string {
	var names []string
	for _, k := range kinds {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

// exitError holds the report against --min. Errors in the pages are the business
// of lint, but whoever reads the figures should know of them.
func (c *verifyCmd) exitError(s *session, docs *reference, r *verifyReport) error {
	if n := docs.found.Count(diag.Error); n > 0 {
		fmt.Fprintf(s.stderr, "the pages have %s: see docgen lint\n", count(n, "error"))
	}
	if !r.pairs() {
		fmt.Fprintf(s.stderr, "docgen: no method of %s is an operation of %s: are they of one API? %s\n", c.Docs, c.OpenAPI, parser.DescribeFormats())
		return errFindings
	}
	if r.Worst < c.Min {
		fmt.Fprintf(s.stderr, "%s at %.2f %%, below --min %v\n", r.WorstKind, r.Worst, c.Min)
		return errFindings
	}
	return nil
}

// readOpenAPI reads an OpenAPI document; its faults go to standard error. broken is how
// many of them are errors.
func (s *session) readOpenAPI(file string) (_ *model.API, broken int, _ error) {
	if err := docsfs.CheckAddress(file); err != nil {
		return nil, 0, usageError{fmt.Errorf("--openapi: %s is an address; download the document and name the file", file)}
	}
	if info, err := os.Stat(file); err == nil && info.Size() > openapi.MaxBytes {
		return nil, 0, fmt.Errorf("--openapi: %s: %d bytes are more than the limit of %d", file, info.Size(), openapi.MaxBytes)
	}
	data, err := readUserFile("--openapi", file)
	if err != nil {
		return nil, 0, err
	}
	api, found, err := openapi.Read(s.ctx, filepath.ToSlash(file), data)
	if err != nil {
		return nil, 0, err
	}
	summarize(s.stderr, found, false)
	return api, found.Count(diag.Error), nil
}

// A pageText answers whether the pages have a word. It reads them again, and
// only when somebody asks: few runs of a good pair ever do.
type pageText struct {
	session *session
	ref     string
	pages   []*model.Page
	text    strings.Builder
	read    bool
	err     error
}

func (p *pageText) mentions(word string) bool {
	if !p.read {
		p.read = true
		p.err = p.load(p.session.ctx)
	}
	return strings.Contains(p.text.String(), word)
}

func (p *pageText) load(ctx context.Context) (err error) {
	docs, err := docsfs.Open(ctx, p.ref, docsfs.DefaultLimits)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, docs.Close()) }()
	for _, page := range p.pages {
		if page.Kind != model.PageReference {
			continue
		}
		data, err := fs.ReadFile(docs, page.Path)
		if err != nil {
			return err
		}
		p.text.Write(data)
		p.text.WriteByte('\n')
	}
	return nil
}
