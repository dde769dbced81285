package drift

import (
	"slices"
	"strings"
)

// joinDirections makes one finding of a member that a struct lacks in requests and in results: it is added once. The
// finding of the result stays, as sure as the surer of the two.
func (c *comparison) joinDirections() {
	sent := map[string]*Finding{}
	for _, f := range c.report.Findings {
		if f.Rule == RequestMissing && f.Type != nil && f.Struct != "" {
			sent[f.Struct+" "+f.Member] = f
		}
	}
	joined := map[*Finding]bool{}
	for _, f := range c.report.Findings {
		other := sent[f.Struct+" "+f.Member]
		if f.Rule != ResponseMissing || f.Type == nil || other == nil {
			continue
		}
		if other.Confidence.Rank() < f.Confidence.Rank() {
			f.Confidence = other.Confidence
		}
		f.Both, f.Operations = true, f.Operations+other.Operations
		f.Message = strings.Replace(f.Message, " of the result (", " of the request and of the result (", 1)
		f.Field, f.Order, f.Input = other.Field, other.Order, true // what a request needs decides how it is written
		joined[other] = true
	}
	c.report.Findings = slices.DeleteFunc(c.report.Findings, func(f *Finding) bool { return joined[f] })
}

// Know adds to known findings what this one is known by: in both directions, what it is known by in each.
func (f *Finding) Know(known map[string]bool) {
	for _, print := range f.fingerprints() {
		known[print] = true
	}
}

// KnownBy reports whether a finding is among known ones, in all directions that it is about.
func (f *Finding) KnownBy(known map[string]bool) bool {
	return !slices.ContainsFunc(f.fingerprints(), func(print string) bool { return !known[print] })
}

func (f *Finding) fingerprints() []string {
	if !f.Both {
		return []string{f.Fingerprint()}
	}
	sent := *f
	sent.Rule = RequestMissing
	return []string{f.Fingerprint(), sent.Fingerprint()}
}

// doubtRequired makes perhaps of members that are left out although they are required, where the pages state the object
// once for requests and for results, and the client has one struct for both: what a result always has need not be sent.
func (c *comparison) doubtRequired() {
	for _, f := range c.report.Findings {
		given := c.structs[structKey{f.Type, false}]
		if f.Rule == RequiredOmitted && given != nil && slices.ContainsFunc(given.uses, func(u *use) bool { return slices.Contains(u.fields, f.Field) }) {
			f.Confidence = Perhaps
		}
	}
}
