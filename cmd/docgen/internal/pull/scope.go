package pull

import (
	"errors"
	"net/url"
	"strings"
)

// A scope is the part of a site that a pull may see: one origin, and on it what
// is below a path.
type scope struct {
	scheme, host string // canonical: lower case, without the port that is usual
	base         string // begins and ends with a slash
}

// Why a link is not followed. The first two are in order: pages link to the
// world, and to images.
var (
	errElsewhere = errors.New("not below the address where the pull starts")
	errOtherKind = errors.New("no Markdown page")
)

// String is the URL of the scope.
func (s scope) String() string { return s.url(s.base) }

func (s scope) url(path string) string {
	return s.at(path).String()
}

// at is a path of the site as a URL.
func (s scope) at(path string) *url.URL { return &url.URL{Scheme: s.scheme, Host: s.host, Path: path} }

func canonicalHost(u *url.URL) string {
	usual := map[string]string{"http": ":80", "https": ":443"}[u.Scheme]
	return strings.ToLower(strings.TrimSuffix(u.Host, usual))
}

// onOrigin reads a link, or where a redirect leads, as seen from a page.
func (s scope) onOrigin(from, ref string) (*url.URL, error) {
	base, err := url.Parse(from)
	if err != nil {
		return nil, err
	}
	u, err := base.Parse(ref)
	switch {
	case err != nil:
		return nil, errors.New("not a URL")
	case u.Scheme != s.scheme || canonicalHost(u) != s.host:
		return nil, errElsewhere
	case u.User != nil:
		return nil, errors.New("it has a user name")
	}
	return u, nil
}

// resolve reads a link, or where a redirect leads, to a page of the scope.
func (s scope) resolve(from, ref string) (address, error) {
	u, err := s.onOrigin(from, ref)
	if err != nil {
		return address{}, err
	}
	at, err := s.locate(u)
	if err == nil && (u.RawQuery != "" || u.ForceQuery) {
		return at, errors.New("it has a query")
	}
	return at, err
}
