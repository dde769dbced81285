package pull

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"regexp"
)

// inRepository is how hosts of git repositories name a folder or a file of one: the
// repository, a mark, a revision, and the path.
var inRepository = regexp.MustCompile(`^(/.+?)(?:/-)?/(?:tree|blob|src/(?:branch|tag|commit))/([^/]+)(?:/(.*?))?/?$`)

// ofRepository is an address from which git clones.
var ofRepository = regexp.MustCompile(`^(?:(?:git|ssh)://\S+|git\+\S+://\S+|[\w.-]+@[\w.-]+:\S+|https?://\S+\.git/?)$`)

// cloneHint returns what to do where an address is one of a git repository, whose hosts
// show pages as HTML: what it names can be read from a clone.
func cloneHint(raw string) string {
	if ofRepository.MatchString(raw) {
		return "; the address is that of a git repository: clone it (git clone --depth 1 ADDRESS) and name its folder of pages"
	}
	u, err := url.Parse(raw)
	if err != nil {
		return ""
	}
	m := inRepository.FindStringSubmatch(u.Path)
	if m == nil {
		return ""
	}
	return fmt.Sprintf("; if %s is a git repository, clone it (git clone --depth 1 --branch %s %s://%s%s.git) and name the folder %q in it", m[1], m[2], u.Scheme, u.Host, m[1], m[3])
}

// withCloneHint returns the error of a site from which no pages could be had, with what
// to do where its address is one of a git repository.
func withCloneHint(err error, raw string) error {
	hint := cloneHint(raw)
	if hint == "" || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("%w%s", err, hint)
}
