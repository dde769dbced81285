package pull

import (
	"context"
	"errors"
	"fmt"
	"net/http"
)

// maxHops is how many redirects a page may be away.
const maxHops = 10

var redirects = map[int]bool{
	http.StatusMovedPermanently: true, http.StatusFound: true, http.StatusSeeOther: true,
	http.StatusTemporaryRedirect: true, http.StatusPermanentRedirect: true,
}

const endless = "redirects in a circle or without an end"

// ask asks for one form of the page and follows redirects to other forms.
func (v visit) ask(ctx context.Context, at address) (outcome, error) {
	o := outcome{key: v.key, url: v.scope.url(at.path)}
	for range maxHops + 1 {
		if !v.rules.Allowed(at.path) {
			return o.refused("robots.txt asks not to"), nil
		}
		answer, err := v.get(ctx, at)
		switch {
		case ctx.Err() != nil:
			return o, ctx.Err()
		case err != nil:
			return o.failed(err), nil
		case !redirects[answer.status]:
			return v.classify(ctx, o, at, answer)
		}
		var again bool
		if o, at, again = v.redirected(ctx, o, at, answer.header.Get("Location")); !again {
			return o, nil
		}
	}
	return o.refused(endless), nil
}

// redirected says where to ask again, or what a redirect means for the page.
// One to another page is for the next level, so that none is stored twice.
func (v visit) redirected(ctx context.Context, o outcome, at address, location string) (_ outcome, to address, again bool) {
	to, err := v.scope.resolve(v.scope.url(at.path), location)
	switch {
	case err != nil:
		if u, err := v.scope.onOrigin(v.scope.url(at.path), location); err == nil && u.RawQuery == "" {
			o.away = u.Path
		}
		return o.refused(fmt.Sprintf("redirects to %q: %v", location, err)), to, false
	case to.key != v.key && v.hops == maxHops:
		return o.refused(endless), to, false
	case to.key != v.key && v.missingPage(ctx).leadsTo(to.key):
		return o.missing(fmt.Errorf("redirects to %q, as an address without a page does", location)), to, false
	case to.key != v.key:
		o.kind, o.links = gotMoved, []found{{address: to, hops: v.hops + 1}}
		return o, to, false
	case to.path == "" && at.negotiated:
		// As from a page to its folder: the same page in another spelling.
		u, err := v.scope.onOrigin(v.scope.url(at.path), location)
		if err != nil {
			return o.refused(fmt.Sprintf("redirects to %q: %v", location, err)), to, false
		}
		return o, address{key: at.key, path: u.Path, file: at.file, negotiated: true}, true
	case to.path == "":
		return o.refused(fmt.Sprintf("redirects to %q, which is no Markdown file", location)), to, false
	}
	return o, to, true
}

// get asks for a form, or whether it has changed.
func (v visit) get(ctx context.Context, at address) (*reply, error) {
	r := request{url: v.scope.url(at.path), limit: v.options.MaxPage, wanted: checkHeader}
	if at.negotiated {
		r.wanted = checkNegotiated
	}
	if v.hasLast(at) {
		r.etag, r.modified = v.last.ETag, v.last.LastModified
	}
	return v.client.get(ctx, r)
}

// hasLast reports whether the last snapshot has the page in this form.
func (v visit) hasLast(at address) bool {
	return v.last != nil && v.last.URL == v.scope.url(at.path) && v.last.File == at.file
}

// classify tells what an answer means for the page.
func (v visit) classify(ctx context.Context, o outcome, at address, answer *reply) (outcome, error) {
	err := statusError(answer.status)
	switch answer.status {
	case http.StatusNotModified:
		if v.hasLast(at) {
			return v.take(o, *v.last)
		}
	case http.StatusOK:
		if err := checkBody(answer.body, answer.header); err != nil {
			return o.failed(err), nil
		}
		if v.missingPage(ctx).is(answer.body, at.path) {
			return o.missing(errors.New("the same text as for a page that does not exist")), nil
		}
		o.negotiated = at.negotiated
		return v.take(o, storedPage{Entry{
			File: at.file, URL: v.scope.url(at.path), SHA256: digest(answer.body), Bytes: int64(len(answer.body)),
			ETag: answer.header.Get("ETag"), LastModified: answer.header.Get("Last-Modified"),
		}, answer.body})
	case http.StatusNotFound, http.StatusGone:
		return o.missing(err), nil
	}
	return o.refused(err.Error()), nil
}
