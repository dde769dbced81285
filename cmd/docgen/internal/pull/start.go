package pull

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// A start is where a pull begins: the folder whose pages it takes, and where
// their index may be.
type start struct {
	scope scope
	// pages are asked for first; they are in the scope and are stored.
	pages []address
	// indexes are the paths of indexes that the user named and that are not in
	// the scope. They are read for their links only.
	indexes []string
	// leaf is the path that was named, where it may be that of a page or of a
	// folder.
	leaf string
	// whole says that the folder follows from where the index lies, which says
	// little about where the pages of the reference are.
	whole bool
}

// newStart reads the address that the user gave. A URL that names a file means
// the folder of it, unless another one is named.
func newStart(o Options) (start, error) {
	u, err := parseAddress(o.URL)
	if err != nil {
		return start{}, err
	}
	st := start{scope: scope{scheme: u.Scheme, host: canonicalHost(u), base: "/"}}
	if u.Path == "" {
		u.Path = "/"
	}
	folder := path.Dir(u.Path)
	switch at, err := st.scope.locate(u); {
	case isSitemap(u.Path):
		st.indexes, st.whole = []string{u.Path}, true
	case err != nil:
		return start{}, fmt.Errorf("%q: %w; name a page, the folder of the pages, an index page (.md), an llms.txt or a sitemap (.xml)", o.URL, err)
	case path.Base(at.path) == llmsFile:
		st.whole = true
	case at.path == "":
		folder = u.Path
		if !strings.HasSuffix(u.Path, "/") {
			st.leaf = u.Path
		}
	}
	st.scope.base = asFolder(folder)
	if o.Under != "" {
		return st.under(u, o.Under)
	}
	return st, st.begin(u)
}

// begin says where the index of the folder may be.
func (st *start) begin(u *url.URL) error {
	if len(st.indexes) > 0 {
		return nil
	}
	at, err := st.scope.locate(u)
	if at.path != "" || err != nil {
		st.pages = []address{at}
		return err
	}
	st.pages = st.scope.indexes()
	return nil
}

// under takes the pages of the folder that the user named. What was named first
// is an index of them.
func (st start) under(u *url.URL, ref string) (start, error) {
	to, err := st.scope.onOrigin(u.String(), ref)
	switch {
	case err != nil:
		return start{}, fmt.Errorf("under %q: %w", ref, err)
	case to.RawQuery != "" || to.ForceQuery || to.Fragment != "":
		return start{}, fmt.Errorf("under %q: it must have no query or fragment", ref)
	}
	st.scope.base = asFolder(to.Path)
	if name := strings.Trim(st.scope.base, "/"); name != "" {
		if err := checkName(name); err != nil {
			return start{}, fmt.Errorf("under %q: %w", ref, err)
		}
	}
	named, isFile := st.indexes, path.Ext(u.Path) == ".md" || path.Base(u.Path) == llmsFile
	folder := asFolder(u.Path)
	st.leaf, st.whole, st.indexes, st.pages = "", false, nil, st.scope.indexes()
	switch inside := strings.HasPrefix(u.Path, st.scope.base); {
	case len(named) > 0:
		st.indexes = named
	case isFile && inside:
		return st, st.begin(u)
	case isFile:
		st.indexes = []string{u.Path}
	case folder != st.scope.base && !inside:
		st.indexes = []string{folder + llmsFile, folder + indexFile}
	}
	return st, nil
}

// indexes are where the index of the scope may be.
func (s scope) indexes() []address {
	return []address{{file: indexFile}, {key: llmsFile, path: s.base + llmsFile, file: llmsFile}}
}

func asFolder(path string) string { return strings.TrimSuffix(path, "/") + "/" }

func parseAddress(raw string) (*url.URL, error) {
	u, err := url.Parse(raw)
	switch {
	case ofRepository.MatchString(raw):
		return nil, fmt.Errorf("%q holds no published pages%s", raw, cloneHint(raw))
	case err != nil:
		return nil, fmt.Errorf("not a URL: %q%s", raw, perhapsAddress(raw))
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return nil, fmt.Errorf("%q must begin with http:// or https:// and a host%s", raw, perhapsAddress(raw))
	case u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		return nil, fmt.Errorf("%s must have no user, query or fragment", u.Redacted())
	}
	return u, nil
}

// bareAddress is how an address looks whose scheme was left out: a host with a dot, or with
// a port, which is mostly one of this machine.
var bareAddress = regexp.MustCompile(`^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:(\.[a-z0-9-]+)|(:\d+))(?:/|$)`)

// perhapsAddress returns what may have been meant where an address has no scheme.
func perhapsAddress(raw string) string {
	switch m := bareAddress.FindStringSubmatch(raw); {
	case m == nil:
		return ""
	case m[2] != "":
		return "; did you mean http://" + raw + "?"
	}
	return "; did you mean https://" + raw + "?"
}

// A selection restricts pages by their paths.
type selection struct{ include, exclude []string }

// newSelection reads patterns, in which a star stands for any text. One that
// begins with neither a slash nor a star is seen from the folder of the pages.
func newSelection(base string, include, exclude []string) (selection, error) {
	var s selection
	for _, list := range []struct {
		from []string
		to   *[]string
	}{{include, &s.include}, {exclude, &s.exclude}} {
		for _, p := range list.from {
			if p == "" {
				return selection{}, errors.New("an empty pattern selects nothing; leave it out")
			}
			if p[0] != '/' && p[0] != '*' {
				p = base + p
			}
			*list.to = append(*list.to, p)
		}
	}
	return s, nil
}

// has reports whether a page is to be taken. Its path is given without an ending.
func (s selection) has(path string) bool {
	return (len(s.include) == 0 || matchesAny(s.include, path)) && !matchesAny(s.exclude, path)
}

func matchesAny(patterns []string, path string) bool {
	for _, p := range patterns {
		if matches(strings.Split(strings.TrimSuffix(p, ".md"), "*"), path) {
			return true
		}
	}
	return false
}

// matches finds the texts between stars one after the other, each as early as
// possible; only the first and the last one are tied.
func matches(texts []string, path string) bool {
	last := len(texts) - 1
	rest, ok := strings.CutPrefix(path, texts[0])
	if !ok || last == 0 {
		return ok && rest == ""
	}
	for _, text := range texts[1:last] {
		if _, rest, ok = strings.Cut(rest, text); !ok {
			return false
		}
	}
	return strings.HasSuffix(rest, texts[last])
}
