package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// filterFlags choose what a report shows. What it counts, and the exit code, do not
// depend on them.
type filterFlags struct {
	Only     []string `placeholder:"RULE,..." help:"Show only these rules; * stands for anything, and a severity for all its rules. The exit code counts all the same."`
	Method   []string `placeholder:"ID,..." help:"Show only what methods with these IDs show, such as files.list or beta.**: a star stands for one segment, two for any number."`
	Resource []string `placeholder:"ID,..." help:"Show only what methods of these resources show, and of those below them."`
	Path     []string `placeholder:"PATH,..." help:"Show only what methods with these paths show, such as /v1/files/**."`
}

// flags are those that were given, as the user could write them.
func (f *filterFlags) flags() []string {
	var out []string
	for _, flag := range []struct {
		name   string
		values []string
	}{{"only", f.Only}, {"method", f.Method}, {"resource", f.Resource}, {"path", f.Path}} {
		if len(flag.values) > 0 {
			out = append(out, "--"+flag.name+"="+strings.Join(flag.values, ","))
		}
	}
	return out
}

// checkRules refuses a pattern that fits no rule.
func (f *filterFlags) checkRules() error {
	for _, pattern := range f.Only {
		if !knownPattern(pattern) {
			return usageError{fmt.Errorf("--only %s fits no rule; docgen rules lists them", pattern)}
		}
	}
	return nil
}

// checkMethods refuses a pattern that fits no method of either side, which is more
// likely a slip than a wish to see nothing.
func (f *filterFlags) checkMethods(before, after *model.API) error {
	for _, flag := range []struct {
		name, what string
		patterns   []string
		fits       func(pattern string, m *model.Method) bool
	}{
		{"method", "method", f.Method, func(p string, m *model.Method) bool { return config.MatchID(p, m.ID) }},
		{"resource", "resource", f.Resource, func(p string, m *model.Method) bool { return isBelow(p, parentID(m.ID)) }},
		{"path", "path", f.Path, func(p string, m *model.Method) bool { return config.MatchPage(p, m.Path) }},
	} {
		for _, pattern := range flag.patterns {
			if !anyMethod(before, pattern, flag.fits) && !anyMethod(after, pattern, flag.fits) {
				return usageError{fmt.Errorf("--%s %s fits no %s of either revision; docgen inspect lists them", flag.name, pattern, flag.what)}
			}
		}
	}
	return nil
}

func anyMethod(api *model.API, pattern string, fits func(string, *model.Method) bool) bool {
	for _, m := range api.Methods {
		if fits(pattern, m) {
			return true
		}
	}
	return false
}

// apply leaves in a report of two sides what the flags ask for.
func (f *filterFlags) apply(r *report.Report, before, after *model.API) {
	if flags := f.flags(); len(flags) > 0 {
		goChange, text := f.wantedBeside(before, after)
		r.Show(report.Wanted{Finding: f.wanted, Go: goChange, Text: text}, flags)
	}
}

// wanted reports whether a finding is to be shown: it fits one pattern of each flag.
func (f *filterFlags) wanted(found report.Finding) bool {
	return fitsOne(f.Only, func(p string) bool {
		return p == string(found.Severity) || slices.ContainsFunc(found.Rules, func(id string) bool { return fits(p, id) })
	}) && fitsOne(f.Method, func(p string) bool {
		return anyOf(found, func(l diff.Location) []string { return append(slices.Clone(l.Reach), l.Method) }, func(id string) bool { return config.MatchID(p, id) })
	}) && fitsOne(f.Resource, func(p string) bool {
		return anyOf(found, resourcesOf, func(id string) bool { return isBelow(p, id) })
	}) && fitsOne(f.Path, func(p string) bool {
		return slices.ContainsFunc(found.Endpoints, func(e report.Endpoint) bool { return config.MatchPage(p, e.Path) })
	})
}

func fitsOne(patterns []string, is func(string) bool) bool {
	return len(patterns) == 0 || slices.ContainsFunc(patterns, is)
}

func anyOf(f report.Finding, ids func(diff.Location) []string, is func(string) bool) bool {
	return slices.ContainsFunc(f.Locations, func(l diff.Location) bool { return slices.ContainsFunc(ids(l), is) })
}

// resourcesOf returns the resources that a location is about.
func resourcesOf(l diff.Location) []string {
	out := []string{l.Resource}
	for _, id := range append(slices.Clone(l.Reach), l.Method) {
		out = append(out, parentID(id))
	}
	return out
}

// isBelow reports whether a pattern means the ID of a resource or one above it.
func isBelow(pattern, id string) bool {
	for ; id != ""; id = parentID(id) {
		if config.MatchID(pattern, id) {
			return true
		}
	}
	return false
}

// parentID is the ID of the resource around a method or a resource.
func parentID(id string) string { return id[:max(0, strings.LastIndexByte(id, '.'))] }
