package pull

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull/links"
)

// A link is what an index says of a page.
type link struct {
	from   string // the URL of the index
	target string
	listed bool
}

// index asks for an index that is read for its links only. It is nil where there
// is none; that it could not be had is a finding.
func (c *crawler) index(ctx context.Context, at string, wanted func(http.Header) error) (*reply, error) {
	answer, reason := c.followed(ctx, at, wanted)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case answer != nil && answer.status == http.StatusOK:
		return answer, nil
	case answer != nil && (answer.status == http.StatusNotFound || answer.status == http.StatusGone):
		return nil, nil
	case answer != nil && answer.status < http.StatusInternalServerError:
		// Some sites forbid what they do not have.
		c.note("%s: %v; if there is an index, it is not read", at, statusError(answer.status))
		return nil, nil
	case answer != nil:
		reason = statusError(answer.status)
	}
	var refused *refusal
	switch {
	case errors.As(reason, &refused) && refused.html:
		return nil, nil // a soft 404
	case errors.As(reason, &refused):
		c.findings[Finding{at, Refused, reason.Error()}] = true
	default:
		c.findings[Finding{at, Failed, reason.Error()}] = true
	}
	return nil, nil
}

// followed asks for a file and follows redirects on the site. What robots.txt
// asks not to ask for is not there.
func (c *crawler) followed(ctx context.Context, at string, wanted func(http.Header) error) (*reply, error) {
	for range maxHops + 1 {
		u, err := url.Parse(at)
		if err != nil {
			return nil, err
		}
		if !c.rules.Allowed(u.Path) {
			return &reply{status: http.StatusNotFound}, nil
		}
		answer, err := c.client.get(ctx, request{url: at, limit: c.options.MaxPage, wanted: wanted, remember: true})
		if err != nil || !redirects[answer.status] {
			return answer, err
		}
		location := answer.header.Get("Location")
		to, err := c.scope.onOrigin(at, location)
		if err != nil {
			return nil, &refusal{reason: fmt.Sprintf("redirects to %q: %v", location, err)}
		}
		at = to.String()
	}
	return nil, &refusal{reason: endless}
}

// readIndex returns the links of a Markdown index that is not stored, and
// whether there is one.
func (c *crawler) readIndex(ctx context.Context, file string) ([]link, bool, error) {
	at := c.scope.url(file)
	answer, err := c.index(ctx, at, checkHeader)
	if answer == nil || err != nil || checkBody(answer.body, answer.header) != nil {
		return nil, false, err
	}
	var out []link
	for _, l := range links.Scan(string(answer.body)) {
		out = append(out, link{at, l.Target, l.Listed})
	}
	return out, true, nil
}

// readNamed returns the links of the indexes that the user named.
func (c *crawler) readNamed(ctx context.Context, files []string) ([]link, error) {
	var out []link
	for _, file := range files {
		if isSitemap(file) {
			found, err := c.readSitemaps(ctx, []string{c.scope.url(file)})
			if err != nil {
				return nil, err
			}
			out = append(out, found...)
			continue
		}
		found, _, err := c.readIndex(ctx, file)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// readAbove looks for an llms.txt in a folder and in those above it, and returns
// what the nearest one says that leads to a page of the scope.
func (c *crawler) readAbove(ctx context.Context, folder string) ([]link, error) {
	for ; folder != ""; folder = above(folder) {
		found, ok, err := c.readIndex(ctx, folder+llmsFile)
		if err != nil {
			return nil, err
		}
		if pages := c.scope.resolveAll(found).links; ok && len(pages) > 0 {
			return found, nil
		}
	}
	return nil, nil
}

// above is the folder around another one, "" for the root.
func above(folder string) string {
	if folder == "/" {
		return ""
	}
	return asFolder(path.Dir(strings.TrimSuffix(folder, "/")))
}

// readSiteMaps returns what the sitemaps say that robots.txt names, or else the
// one at the usual place.
func (c *crawler) readSiteMaps(ctx context.Context) ([]link, error) {
	var urls []string
	for _, ref := range c.rules.Sitemaps {
		if u, err := c.scope.onOrigin(c.scope.url("/robots.txt"), ref); err == nil {
			urls = append(urls, u.String())
		}
	}
	if len(urls) == 0 {
		urls = []string{c.scope.url("/sitemap.xml")}
	}
	return c.readSitemaps(ctx, urls)
}

// resolveAll follows the links of indexes as if one page had them.
func (s scope) resolveAll(all []link) outcome {
	o := outcome{kind: gotIndex}
	seen := map[link]bool{}
	for _, l := range all {
		if !seen[l] {
			seen[l] = true
			s.follow(&o, l)
		}
	}
	return o
}

// follow notes where a link leads: to a page of the scope, out of it, or nowhere
// that may be followed. Only what an index lists is worth more than the first.
func (s scope) follow(o *outcome, l link) {
	at, err := s.resolve(l.from, l.target)
	switch {
	case err == nil:
		o.links = append(o.links, found{address: at, listed: l.listed})
	case !l.listed || errors.Is(err, errOtherKind):
	case !errors.Is(err, errElsewhere):
		o.findings = append(o.findings, Finding{l.from, Refused, fmt.Sprintf("the link %q: %v", l.target, err)})
	default:
		if u, err := s.onOrigin(l.from, l.target); err == nil {
			o.outside = append(o.outside, u.Path)
		} else {
			o.others++
		}
	}
}
