package main

import (
	"fmt"
	"io"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
)

// A diffBaseline is what an earlier report has told already.
type diffBaseline struct {
	name string
	// told are the fingerprints of its locations, and found those that a comparison has
	// again.
	told, found map[string]bool
	// toldGo are the additions to the Go API that it has without a finding.
	toldGo map[goapi.Key]bool
}

// readDiffBaseline reads a report in JSON; "" is one that tells nothing.
func readDiffBaseline(name string) (*diffBaseline, error) {
	b := &diffBaseline{name: name, told: map[string]bool{}, found: map[string]bool{}, toldGo: map[goapi.Key]bool{}}
	if name == "" {
		return b, nil
	}
	var r report.Report
	if err := readReport("--baseline", name, "docgen diff --format json", &r); err != nil {
		return nil, err
	}
	if r.Version != report.Version {
		return nil, usageError{fmt.Errorf("--baseline: %s is no report of version %d; write it with docgen diff --format json", name, report.Version)}
	}
	if f := r.Summary.Filter; f != nil {
		return nil, usageError{fmt.Errorf("--baseline: %s holds %d of %d entries, because it was written with %s; write it without", name, f.Shown, f.Of, f.By())}
	}
	for _, f := range r.Findings {
		for _, l := range f.Locations {
			if !isFingerprint(l.Fingerprint) {
				return nil, usageError{fmt.Errorf("--baseline: %s has a finding without fingerprints; write it with this version of docgen", name)}
			}
			b.told[l.Fingerprint] = true
		}
	}
	for _, c := range r.Go {
		b.toldGo[c.Key()] = true
	}
	return b, nil
}

// without takes out of findings what the baseline tells, and counts it.
func (b *diffBaseline) without(findings []report.Finding) (left []report.Finding, taken int) {
	for _, f := range findings {
		rest, some := f.Without(func(l diff.Location) bool {
			if b.told[l.Fingerprint] {
				b.found[l.Fingerprint] = true
			}
			return b.told[l.Fingerprint]
		})
		taken += len(f.Locations) - len(rest.Locations)
		if some {
			left = append(left, rest)
		}
	}
	return left, taken
}

// complain says how much of the baseline there is no more.
func (b *diffBaseline) complain(w io.Writer) {
	if gone := len(b.told) - len(b.found); gone > 0 {
		fmt.Fprintf(w, "%s: %d of %s are no longer there; write the baseline anew\n", b.name, gone, count(len(b.told), "change"))
	}
}
