package report

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/emit/ci"
	"github.com/docgen-go/docgen/model/source"
)

// CheckLink says what is wrong with a template of links, which has {path} and may have
// {rev} and {line}.
func CheckLink(template string) error {
	filled := strings.NewReplacer("{rev}", "r", "{path}", "p", "{line}", "1").Replace(template)
	u, err := url.Parse(filled)
	_, rest, open := strings.Cut(filled, "{")
	switch {
	case err != nil:
		return fmt.Errorf("%q is no URL: %w", template, err)
	case u.Scheme != "https" && u.Scheme != "http" || u.Host == "":
		return fmt.Errorf("%q is no URL of a web page", template)
	case !strings.Contains(template, "{path}"):
		return fmt.Errorf("%q has no {path}", template)
	case open:
		name, _, _ := strings.Cut(rest, "}")
		return fmt.Errorf("%q has {%s}; only {path}, {rev} and {line} are filled in", template, name)
	}
	return nil
}

// Unlinked returns the sides, as the user named them, whose places have no links because
// the template asks for a revision and they are folders or files.
func (r *Report) Unlinked() []string {
	var out []string
	for _, side := range []struct {
		ref   string
		known *Revision
	}{{r.Old, r.OldRevision}, {r.New, r.NewRevision}} {
		if strings.Contains(r.Link, "{rev}") && revisionIn(side.ref, side.known) == "" {
			out = append(out, side.ref)
		}
	}
	return out
}

// revisionIn is what a web page of the repository calls a revision, or "" for what is in none.
func revisionIn(ref string, v *Revision) string {
	if v != nil && v.Commit != "" { // HEAD~1 means something else tomorrow
		return v.Commit
	}
	if rest, ok := strings.CutPrefix(ref, "git:"); ok {
		rev, _, _ := strings.Cut(rest, ":")
		return rev
	}
	return ""
}

// url is the web page of a place on one side, or "" without a template or a revision that
// it asks for.
func (r *Report) url(v *Revision, ref, prefix string, s source.Span) string {
	if r.Link == "" || s.IsZero() {
		return ""
	}
	rev := revisionIn(ref, v)
	if rev == "" && strings.Contains(r.Link, "{rev}") {
		return ""
	}
	f := ci.At(ref, prefix, s, "")[0]
	return strings.NewReplacer("{rev}", escapePath(rev), "{path}", escapePath(f.File), "{line}", strconv.Itoa(f.Line)).Replace(r.Link)
}

// escapePath escapes the segments of a path for a URL that stands in Markdown, too.
func escapePath(path string) string {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		segments[i] = strings.NewReplacer("(", "%28", ")", "%29").Replace(url.PathEscape(s))
	}
	return strings.Join(segments, "/")
}

// urls are the web pages of both places of a finding.
func (r *Report) urls(old, new source.Span) (before, after string) {
	return r.url(r.OldRevision, r.Old, r.OldPrefix, old), r.url(r.NewRevision, r.New, r.NewPrefix, new)
}

// linked is the places of a finding in Markdown: links where there is a template.
func (r *Report) linked(old, new source.Span) string {
	if r.Link == "" {
		return code(strings.Join(r.locations(old, new), " → "))
	}
	before, after := r.urls(old, new)
	var parts []string
	for _, p := range []struct {
		at        source.Span
		text, url string
	}{{old, r.OldPrefix + old.String(), before}, {new, r.NewPrefix + new.String(), after}} {
		switch {
		case p.url != "":
			parts = append(parts, "["+code(p.text)+"]("+p.url+")")
		case p.at.File != "":
			parts = append(parts, code(p.text))
		}
	}
	return strings.Join(parts, " → ")
}
