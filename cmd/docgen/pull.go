package main

import (
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
	URL          string        `arg:"" help:"Where the pages are: the folder of their index, an index page (.md) or an llms.txt. Nothing above it and nothing on other sites is asked for."`
	Output       string        `short:"o" required:"" placeholder:"DIR" help:"The folder for the pages. Files in it that docgen did not pull stay as they are."`
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
		URL: c.URL, Dir: c.Output, Dated: c.Date,
		Concurrency: c.Concurrency, MaxPages: c.MaxPages, MaxPage: int64(c.MaxPage), MaxBytes: int64(c.MaxBytes),
		Timeout: c.Timeout, MaxTime: c.MaxTime, AllowPrivate: c.AllowPrivate, UserAgent: cmp.Or(c.UserAgent, userAgent(releaseVersion())),
		Progress: func(done, total int) { s.progress.show("pulling pages", done, total) },
	}
	if err := o.Validate(); err != nil {
		return usageError{err}
	}
	r, err := pull.Pull(s.ctx, o)
	s.progress.clear()
	if err != nil {
		return err
	}
	for _, f := range r.Findings {
		fmt.Fprintln(s.stderr, diag.Plain(fmt.Sprintf("%s: %s: %s", f.URL, f.Kind, f.Reason)))
	}
	fmt.Fprintln(s.stderr, pullSummary(r))
	if len(r.Findings) > 0 {
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
