package pull

import "github.com/docgen-go/docgen/cmd/docgen/internal/pull/links"

// A found is a page of the scope that another one leads to.
type found struct {
	address
	listed bool // an index lists it
	hops   int  // redirects on the way
}

// linksOf notes the pages that a page leads to, each once. Links in an index that
// must not be followed are findings; those out of the scope are counted.
func (c *crawler) linksOf(o outcome, url string, body []byte) outcome {
	var all []link
	for _, l := range links.Scan(string(body)) {
		all = append(all, link{url, l.Target, l.Listed})
	}
	leads := c.scope.resolveAll(all)
	o.links, o.findings, o.outside, o.others = leads.links, leads.findings, leads.outside, leads.others
	return o
}
