package pull

import (
	"bytes"
	"context"
	"net/http"
	"path"
	"strings"
	"sync"
)

// absentName is a page that no site has. What a site answers to it is what it
// answers where there is no page.
const absentName = "docgen-asks-what-a-missing-page-looks-like"

// A missingPage is what a site shows in the place of a page that does not exist,
// if it does not say that there is none.
type missingPage struct {
	body    []byte // without the names in it
	moved   bool
	movedTo string // the key of a page
}

// is reports whether a text says no more than that of a page that does not exist.
func (m *missingPage) is(body []byte, path string) bool {
	return m.body != nil && bytes.Equal(m.body, nameless(body, path))
}

// leadsTo reports whether pages that do not exist redirect to a page.
func (m *missingPage) leadsTo(key string) bool { return m.moved && m.movedTo == key }

// nameless is a text without the address that was asked for, which such texts
// like to repeat.
func nameless(body []byte, at string) []byte {
	name := strings.TrimSuffix(path.Base(at), ".md")
	for _, form := range []string{at, strings.TrimSuffix(at, ".md"), name} {
		if len(form) > 3 { // shorter ones are parts of words
			body = bytes.ReplaceAll(body, []byte(form), nil)
		}
	}
	return bytes.TrimSpace(body)
}

// A softness is found out once, by whoever needs it first.
type softness struct {
	once sync.Once
	page missingPage
}

// missingPage asks once what the site shows where there is no page.
func (c *crawler) missingPage(ctx context.Context) *missingPage {
	c.soft.once.Do(func() {
		at := c.scope.base + absentName + ".md"
		if !c.rules.Allowed(at) {
			return
		}
		answer, err := c.client.get(ctx, request{url: c.scope.url(at), limit: c.options.MaxPage, wanted: checkHeader})
		switch {
		case err != nil:
			// A site that has trouble here says nothing about other pages.
		case redirects[answer.status]:
			if to, err := c.scope.resolve(c.scope.url(at), answer.header.Get("Location")); err == nil {
				c.soft.page.moved, c.soft.page.movedTo = true, to.key
			}
		case answer.status == http.StatusOK && checkBody(answer.body, answer.header) == nil:
			c.soft.page.body = nameless(answer.body, at)
		}
	})
	return &c.soft.page
}
