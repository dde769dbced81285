package docsfs

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// A Revision is one of the revisions that a source of a history names.
type Revision struct {
	// Ref is what Open opens. Name is what people call the revision; it makes names of
	// files, and has letters, digits, dots, dashes and underscores only.
	Ref, Name string
	// Date is its day (2006-01-02) and Subject the first line of its commit, where they
	// are known.
	Date, Subject string
}

// Revisions returns the revisions that a source names, oldest first:
//
//	git:REV..REV:PATH  the state at the first, then all commits up to the second, on
//	                   the first-parent line, that touch PATH; without the first REV all
//	DIR                where all folders in it begin with a date, each of these
//	NAME=DOCS          one revision under a name of its own
//	DOCS               what Open opens, as one revision
func Revisions(ctx context.Context, source string) ([]Revision, error) {
	if rest, ok := strings.CutPrefix(source, "git:"); ok {
		return gitRevisions(ctx, rest)
	}
	if err := CheckAddress(source); err != nil {
		return nil, err
	}
	if dated, err := datedFolders(source); dated != nil || err != nil {
		return dated, err
	}
	if _, err := os.Stat(source); errors.Is(err, fs.ErrNotExist) {
		if name, ref, ok := strings.Cut(source, "="); ok && isRevisionName(name) {
			return []Revision{{Ref: ref, Name: name, Date: dateOf(name)}}, nil
		}
	}
	abs, err := filepath.Abs(source)
	if err != nil {
		return nil, err
	}
	name := revisionName(strings.TrimSuffix(filepath.Base(abs), filepath.Ext(abs)))
	return []Revision{{Ref: source, Name: name, Date: dateOf(name)}}, nil
}

// datedFolders returns the folders of a folder where all of them are called by dates,
// as "docgen pull --date" makes them, or nil.
func datedFolders(dir string) ([]Revision, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil // whoever opens it says what is wrong
	}
	var out []Revision
	for _, e := range entries { // in the order of their names
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case !e.IsDir():
			return nil, nil
		case dateOf(e.Name()) == "" || !isRevisionName(e.Name()):
			return nil, nil
		default:
			out = append(out, Revision{Ref: filepath.Join(dir, e.Name()), Name: e.Name(), Date: dateOf(e.Name())})
		}
	}
	return out, nil
}

// gitRevisions returns the revisions of a range, or one.
func gitRevisions(ctx context.Context, spec string) ([]Revision, error) {
	revs, path, _ := strings.Cut(filepath.ToSlash(spec), ":")
	from, to, isRange := strings.Cut(revs, "..")
	if strings.HasPrefix(revs, "-") || strings.HasPrefix(to, ".") || isRange && to == "" || strings.HasPrefix(to, "-") {
		return nil, fmt.Errorf("git:%s: write git:REV..REV:PATH, git:..REV:PATH or git:REV:PATH", spec)
	}
	if !isRange {
		return gitLog(ctx, spec, path, "-1", "--end-of-options", revs, "--")
	}
	args, span := []string{"--first-parent", "--reverse", "--end-of-options"}, to
	var first []Revision
	if from != "" {
		span = from + ".." + to
		state, err := gitLog(ctx, spec, path, "-1", "--end-of-options", from, "--")
		if err != nil {
			return nil, err
		}
		first = state
	}
	args = append(args, span, "--")
	if path != "" {
		args = append(args, pathspec(path))
	}
	later, err := gitLog(ctx, spec, path, args...)
	if err != nil {
		return nil, err
	}
	// Before its first commit and after the one that removes it, the path is not there.
	all := slices.DeleteFunc(append(first, later...), func(r Revision) bool {
		_, err := git(ctx, "cat-file", "-e", strings.TrimPrefix(r.Ref, "git:"))
		return err != nil
	})
	if len(all) == 0 {
		return nil, fmt.Errorf("git:%s: no revision of this range has the path", spec)
	}
	return all, nil
}

// gitLog returns the commits that git log prints with args.
func gitLog(ctx context.Context, spec, path string, args ...string) ([]Revision, error) {
	text, err := git(ctx, append([]string{"log", "--format=%H%x09%cs%x09%s"}, args...)...)
	if err != nil {
		return nil, fmt.Errorf("git:%s: %w; check the revisions and the path, and whether they were fetched", spec, err)
	}
	var out []Revision
	for line := range strings.Lines(text) {
		hash, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		date, subject, _ := strings.Cut(rest, "\t")
		out = append(out, Revision{Ref: "git:" + hash + ":" + path, Name: hash[:min(12, len(hash))], Date: date, Subject: subject})
	}
	return out, nil
}

// pathspec is a path with the meaning that git gives REV:PATH: from the root of the
// repository, unless it begins with a dot.
func pathspec(path string) string {
	if strings.HasPrefix(path, "./") || strings.HasPrefix(path, "../") {
		return ":(literal)" + path
	}
	return ":(top,literal)" + path
}

var (
	revisionNames = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`)
	notInName     = regexp.MustCompile(`[^A-Za-z0-9._-]+`)
)

func isRevisionName(name string) bool {
	return revisionNames.MatchString(name) && !strings.Contains(name, "..")
}

// revisionName makes a name of what a file is called.
func revisionName(base string) string {
	name := strings.Trim(notInName.ReplaceAllString(base, "-"), ".-_")
	for strings.Contains(name, "..") {
		name = strings.ReplaceAll(name, "..", ".")
	}
	if name = name[:min(len(name), 100)]; name == "" {
		return "docs"
	}
	return name
}

// dateOf is the date that a name begins with, or "".
func dateOf(name string) string {
	const form = "2006-01-02"
	if len(name) < len(form) {
		return ""
	}
	if _, err := time.Parse(form, name[:len(form)]); err != nil {
		return ""
	}
	return name[:len(form)]
}
