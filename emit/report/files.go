package report

import (
	"net/url"
	"strings"

	"github.com/docgen-go/docgen/model/source"
)

// A file is where a finding stands, for programs that show the files of a repository.
type file struct {
	path         string
	line, column int
}

// fileOf is where a finding stands on the new side or, for what is gone, on the old one;
// not ok where it stands nowhere.
func (r *Report) fileOf(before, after source.Span) (file, bool) {
	if !after.IsZero() {
		return newFile(r.New, r.NewPrefix, after), true
	}
	if !before.IsZero() {
		return newFile(r.Old, r.OldPrefix, before), true
	}
	return file{}, false
}

// newFile is a place below the prefix of a side, which the user calls ref. In a
// revision of a git repository it counts from the root of that.
func newFile(ref, prefix string, s source.Span) file {
	if strings.HasPrefix(ref, "git:") {
		_, prefix, _ = strings.Cut(prefix, ":")
	}
	return file{prefix + s.File, max(1, int(s.Start.Line)), max(1, int(s.Start.Column))}
}

// uri is the path as a reference that is relative where the path is.
func (f file) uri() string {
	u := url.URL{Path: f.path}
	if strings.HasPrefix(f.path, "/") {
		u.Scheme = "file"
	}
	return u.String()
}

// sentence is a finding in one line of plain text, without its place.
func (r *Report) sentence(f Finding) string {
	text := r.subject(f) + ": " + f.what(asIs)
	if reach := r.reach(f); reach != "" {
		text += " (" + reach + ")"
	}
	if endpoints := r.endpoints(f, asIs); endpoints != "" {
		text += ", " + endpoints
	}
	if changes := r.golang(f, asIs); changes != "" {
		text += "; Go: " + changes
	}
	if used := r.used(f); used != "" {
		text += "; used: " + used
	}
	return text
}
