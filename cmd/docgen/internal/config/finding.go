package config

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/source"
)

// A Finding says what findings with a code count as, on all pages or on those
// that the pattern Pages means.
type Finding struct {
	// At is where the entry stands.
	At     source.Span `yaml:"-"`
	Code   Text        `yaml:"code"`
	Pages  Text        `yaml:"pages"`
	As     Text        `yaml:"as"`
	Reason Text        `yaml:"reason"`
}

// Accepted is what As says of findings that are known and fine.
const Accepted = "accepted"

// Outcomes are what As can say.
var Outcomes = []string{"error", "warning", "info", Accepted}

var codeForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

// Means reports whether the entry is about findings with the code on the page.
// One without a pattern is about findings without a page, too.
func (f *Finding) Means(code, page string) bool {
	return f.Code.Value == code && (f.Pages.Value == "" || page != "" && MatchPage(f.Pages.Value, page))
}

func (d *decoder) findings(all []*Finding) {
	for _, f := range all {
		for _, required := range []struct{ key, value string }{{"code", f.Code.Value}, {"as", f.As.Value}, {"reason", f.Reason.Value}} {
			if strings.TrimSpace(required.value) == "" {
				d.faults.Add(f.At, "the finding has no %s", required.key)
			}
		}
		if code := f.Code; code.Value != "" && !codeForm.MatchString(code.Value) {
			d.faults.Add(code.At, "%q is no code of a finding, such as unpaged-list; docgen rules lists them", code.Value)
		}
		if _, err := path.Match(f.Pages.Value, ""); err != nil {
			d.faults.Add(f.Pages.At, "%q is no pattern of pages; a star stands for one segment, two for any number", f.Pages.Value)
		}
		if as := f.As; as.Value != "" && !slices.Contains(Outcomes, as.Value) {
			d.faults.Add(as.At, "findings cannot count as %q%s", as.Value, Suggest(as.Value, Outcomes))
		}
	}
}
