package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull"
	"github.com/docgen-go/docgen/model/diag"
)

type pullCmd struct {
	URL          string        `arg:"" help:"Where the pages are: a page, the folder of the pages, an index page (.md), an llms.txt or a sitemap (.xml). Indexes are looked for in the folders above, too; pages of other folders and other sites are not taken."`
	Output       string        `short:"o" default:"docs" placeholder:"DIR" help:"The folder for the pages; by default docs. Files in it that docgen did not pull stay as they are."`
	Under        string        `placeholder:"PATH" help:"Take the pages below this path of the site; by default below the folder of URL, or, where URL is the index of a whole site, below the one folder in it that is named like that of a reference."`
	Include      []string      `placeholder:"PATTERN" help:"Take only pages with such a path, without its ending; a star is any text, and what begins without a slash is seen from the folder."`
	Exclude      []string      `placeholder:"PATTERN" help:"Take no pages with such a path."`
	DryRun       bool          `help:"Read the indexes only and print the addresses of the pages that they lead to. Nothing is stored."`
	Rate         float64       `placeholder:"N" help:"Requests in a second at most, such as 2 or 0.1. The Crawl-delay of robots.txt is kept in any case."`
	Date         bool          `help:"Keep a snapshot for each day, in DIR/YYYY-MM-DD (UTC)."`
	Concurrency  int           `default:"4" help:"Requests at a time."`
	MaxPages     int           `default:"20000" help:"Addresses asked for at most."`
	MaxPage      byteSize      `default:"16MiB" help:"Size of a page at most."`
	MaxBytes     byteSize      `default:"1GiB" help:"Size of all pages together at most."`
	Timeout      time.Duration `default:"60s" help:"For one request."`
	MaxTime      time.Duration `default:"2h" help:"For the whole pull; the next one goes on where it ended."`
	AllowPrivate bool          `help:"Connect to private addresses (of the own machine or network) although the site has a public one."`
	UserAgent    string        `placeholder:"TEXT" help:"How to introduce oneself; robots.txt is read for the name that it begins with. By default docgen."`
}

// Run brings the folder up to date and says what that changed.
func (c *pullCmd) Run(s *session) error {
	o := pull.Options{
		URL: c.URL, Dir: c.Output, Dated: c.Date, Under: c.Under, Include: c.Include, Exclude: c.Exclude,
		Concurrency: c.Concurrency, Rate: c.Rate, MaxPages: c.MaxPages, MaxPage: int64(c.MaxPage), MaxBytes: int64(c.MaxBytes),
		Timeout: c.Timeout, MaxTime: c.MaxTime, AllowPrivate: c.AllowPrivate, UserAgent: cmp.Or(c.UserAgent, userAgent(releaseVersion())),
		Progress: func(done, total int) { s.progress.show("pulling pages", done, total) },
	}
	if err := o.Validate(); err != nil {
		return usageError{err}
	}
	if c.Output == "" && !c.DryRun {
		return usageError{errors.New("--output must name a folder")}
	}
	if c.Output != "" {
		if err := checkOutputFolder("--output", c.Output, "pages"); err != nil {
			return err
		}
	}
	if c.DryRun {
		return c.dryRun(s, o)
	}
	r, err := pull.Pull(s.ctx, o)
	s.progress.clear()
	if err != nil {
		return err
	}
	err = sayPulled(s, r.Notes, r.Findings)
	fmt.Fprintln(s.stderr, pullSummary(r))
	if r.Pages > 0 && r.Fetched > 0 {
		fmt.Fprintf(s.stderr, "next: \"docgen lint %s\" shows what docgen reads there\n", r.Dir)
	}
	return err
}

// dryRun prints what would be asked for.
func (c *pullCmd) dryRun(s *session, o pull.Options) error {
	p, err := pull.DryRun(s.ctx, o)
	s.progress.clear()
	if err != nil {
		return err
	}
	err = sayPulled(s, p.Notes, p.Findings)
	fmt.Fprintf(s.stderr, "%s: %s in the index; what they lead to below it is taken too\n", p.Folder, count(len(p.URLs), "page"))
	printed := s.print(func(w *bufio.Writer) error {
		for _, url := range p.URLs {
			fmt.Fprintln(w, diag.Plain(url))
		}
		return nil
	})
	return cmp.Or(printed, err)
}

// sayPulled prints what was noticed and what is wrong, and returns whether that is findings.
func sayPulled(s *session, notes []string, found []pull.Finding) error {
	for _, note := range notes {
		fmt.Fprintln(s.stderr, diag.Plain(note))
	}
	for _, f := range found {
		fmt.Fprintln(s.stderr, diag.Plain(fmt.Sprintf("%s: %s: %s", f.URL, f.Kind, f.Reason)))
	}
	if len(found) > 0 {
		return errFindings
	}
	return nil
}

func userAgent(version string) string {
	name := "docgen"
	if version != "" {
		name += "/" + version
	}
	return name + " (+https://github.com/docgen-go/docgen)"
}

func pullSummary(r *pull.Report) string {
	kinds := map[pull.Kind]int{}
	for _, f := range r.Findings {
		kinds[f.Kind]++
	}
	text := fmt.Sprintf("%s: %s: %d fetched, %d unchanged, %d removed", r.Dir, count(r.Pages, "page"), r.Fetched, r.Unchanged, r.Removed)
	if r.Kept > 0 {
		text += fmt.Sprintf(", %d kept", r.Kept)
	}
	return fmt.Sprintf("%s; %d refused, %d missing, %d failed", text, kinds[pull.Refused], kinds[pull.Missing], kinds[pull.Failed])
}

// A byteSize is a number of bytes, which a command line may give in KiB, MiB or
// GiB.
type byteSize int64

// UnmarshalText reads a number with or without a unit.
func (b *byteSize) UnmarshalText(text []byte) error {
	digits, unit := string(text), int64(1)
	for i, suffix := range []string{"KiB", "MiB", "GiB"} {
		if before, ok := strings.CutSuffix(digits, suffix); ok {
			digits, unit = before, 1<<(10*(i+1))
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || n < 0 || n > math.MaxInt64/unit {
		return errors.New("not a size such as 500000, 64KiB or 2GiB")
	}
	*b = byteSize(n * unit)
	return nil
}
