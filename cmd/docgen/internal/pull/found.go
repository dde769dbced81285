package pull

import (
	"errors"
	"fmt"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull/links"
)

// A found is a page of the scope that another one leads to.
type found struct {
	address
	listed bool // an index lists it
	hops   int  // redirects on the way
}

// linksOf returns the pages that a page leads to, each once. Links out of the
// scope are none of our business, those in an index that must not be followed
// are findings.
func (c *crawler) linksOf(url string, body []byte) ([]found, []Finding) {
	var out []found
	var findings []Finding
	seen := map[links.Link]bool{}
	for _, l := range links.Scan(string(body)) {
		if seen[l] {
			continue
		}
		seen[l] = true
		at, err := c.scope.resolve(url, l.Target)
		switch {
		case err == nil:
			out = append(out, found{address: at, listed: l.Listed})
		case l.Listed && !errors.Is(err, errElsewhere) && !errors.Is(err, errOtherKind):
			findings = append(findings, Finding{url, Refused, fmt.Sprintf("the link %q: %v", l.Target, err)})
		}
	}
	return out, findings
}
