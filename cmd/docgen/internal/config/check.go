package config

import (
	"go/token"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model/source"
)

// check holds values that have the right form against what they mean.
func (d *decoder) check(file *File, root *yaml.Node) {
	at := d.at(root)
	switch {
	case file.Version == 0:
		d.faults.Add(at, "version is missing; write \"version: %d\"", Version)
	case file.Version != Version:
		d.faults.Add(at, "version %d: this docgen reads version %d", file.Version, Version)
	}
	if len(file.Targets)+len(file.Drift) == 0 {
		d.faults.Add(at, "there are no targets; list at least one with docs, output and package")
	}
	for _, t := range file.Drift {
		d.drift(t)
	}
	outputs := map[string]source.Span{}
	for _, t := range file.Targets {
		d.target(t)
		output := filepath.Clean(t.Output)
		if other, twice := outputs[output]; twice {
			d.faults.Add(t.At, "output %s is that of the target in line %d; each target needs a folder of its own", t.Output, other.Start.Line)
		}
		outputs[output] = t.At
	}
	if p := file.Diff.Deprecation; p.At != (source.Span{}) && p.Days < 1 {
		d.faults.Add(p.At, "deprecation asks for %d days; write days: N with at least one", p.Days)
	}
	for _, p := range file.Diff.Severity {
		if !slices.Contains(Severities, p.Value.Value) {
			d.faults.Add(p.Value.At, "%q is no severity%s", p.Value.Value, Suggest(p.Value.Value, Severities))
		}
	}
}

func (d *decoder) drift(t *Drift) {
	if t.Docs == "" {
		d.faults.Add(t.At, "the entry of drift has no docs")
	}
	if len(t.Packages) == 0 {
		d.faults.Add(t.At, "the entry of drift has no packages; name those of the client, such as ./...")
	}
	if f := t.FailOn; f.Value != "" && !slices.Contains(FailOn, f.Value) {
		d.faults.Add(f.At, "fail_on cannot be %q%s", f.Value, Suggest(f.Value, FailOn))
	}
	if c := t.Confidence; c.Value != "" && !slices.Contains(Confidences, c.Value) {
		d.faults.Add(c.At, "%q is no confidence%s", c.Value, Suggest(c.Value, Confidences))
	}
	for _, p := range t.Severity {
		if !slices.Contains(DriftSeverities, p.Value.Value) {
			d.faults.Add(p.Value.At, "%q is no severity%s", p.Value.Value, Suggest(p.Value.Value, DriftSeverities))
		}
	}
}

func (d *decoder) target(t *Target) {
	for _, required := range []struct{ key, value string }{{"docs", t.Docs}, {"output", t.Output}, {"package", t.Package}} {
		if required.value == "" {
			d.faults.Add(t.At, "the target has no %s", required.key)
		}
	}
	if err := docsfs.CheckAddress(t.Docs); err != nil {
		d.faults.Add(t.At, "docs: %v", err)
	}
	switch l := &t.Language; {
	case l.Value == "":
		l.Value = Languages[0]
	case !slices.Contains(Languages, l.Value):
		d.faults.Add(l.At, "docgen writes no packages in %q%s", l.Value, Suggest(l.Value, Languages))
	}
	if t.Package != "" {
		if err := naming.CheckPackage(t.Package); err != nil {
			d.faults.Add(t.At, "package: %v", err)
		}
	}
	if v := t.PackageVersion; v.Value != "" && !versionText.MatchString(v.Value) {
		d.faults.Add(v.At, "package_version must be letters, digits, dots, hyphens and plus signs but is %q", v.Value)
	}
	if c := t.Comments; c.Value != "" && !slices.Contains(Comments, c.Value) {
		d.faults.Add(c.At, "%q is no amount of comments%s", c.Value, Suggest(c.Value, Comments))
	}
	if u := t.Tables.Unmarked; u.Value != "" && !slices.Contains(UnmarkedParameters, u.Value) {
		d.faults.Add(u.At, "a parameter without a mark cannot be %q%s", u.Value, Suggest(u.Value, UnmarkedParameters))
	}
	if n := t.Tables.Nesting; n.Value != "" && !slices.Contains(Nestings, n.Value) {
		d.faults.Add(n.At, "names cannot be nested by %q%s", n.Value, Suggest(n.Value, Nestings))
	}
	if s := t.Tables.Verb; s.Value != "" && !slices.Contains(TableVerbs, s.Value) {
		d.faults.Add(s.At, "endpoints cannot be called with %q%s", s.Value, Suggest(s.Value, TableVerbs))
	}
	if s := t.Tables.Slots; s.Value != "" && !slices.Contains(SlotStyles, s.Value) {
		d.faults.Add(s.At, "paths cannot print slots with %q%s", s.Value, Suggest(s.Value, SlotStyles))
	}
	if u := t.BaseURL; u.Value != "" && !isBaseURL(u.Value) {
		d.faults.Add(u.At, "base_url must be an http or https URL without a query but is %q", u.Value)
	}
	d.authentication(&t.Authentication)
	d.fixed(t.Fixed)
	d.accumulate(t.Accumulate)
	d.webhooks(&t.Webhooks)
	for _, p := range t.ListStyles {
		d.pattern(p.Key)
		if !slices.Contains(ListStyles, p.Value.Value) {
			d.faults.Add(p.Value.At, "%q is no way to write a list%s", p.Value.Value, Suggest(p.Value.Value, ListStyles))
		}
	}
	d.checkEnvelopes(t.Envelope)
	d.checkPaginations(t.Pagination)
	for _, p := range t.Types {
		if _, err := ParseFieldType(p.Value.Value); err != nil {
			d.faults.Add(p.Value.At, "%q is no type: %v", p.Value.Value, err)
		}
	}
	d.findings(t.Findings)
	for _, p := range t.Rename.All() {
		if v := p.Value; !token.IsIdentifier(v.Value) || !token.IsExported(v.Value) {
			d.faults.Add(v.At, "%q is no name in Go that other packages can use; begin it with a capital letter, then letters and digits", v.Value)
		}
	}
}

var versionText = regexp.MustCompile(`^[0-9A-Za-z.+_-]+$`)

// Severities are what Diff.Severity can make of a rule.
var Severities = []string{"breaking", "warning", "info"}

func isBaseURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.RawQuery == "" && u.Fragment == "" && u.User == nil
}
