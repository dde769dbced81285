package docsfs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// openGit opens REV[:PATH] of the repository that the process stands in, with
// git's own meaning: PATH counts from the root of the repository, ./PATH from
// here. Pages come out of a git process one by one; nothing is checked out.
func openGit(ctx context.Context, spec string, l Limits) (*Docs, error) {
	rev, dir, _ := strings.Cut(spec, ":")
	if rev == "" || strings.HasPrefix(rev, "-") {
		return nil, fmt.Errorf("git:%s: a revision comes first, as in git:HEAD or git:v1.2.0:docs", spec)
	}
	// Shells of Windows complete paths with backslashes, which git does not take.
	if dir = strings.TrimSuffix(filepath.ToSlash(dir), "/"); dir == "." {
		dir = ""
	}
	object := rev + ":" + dir
	list, err := listGit(ctx, object)
	var missing *missingObjectError
	if errors.As(err, &missing) {
		return nil, fmt.Errorf("git:%s: %w", spec, err)
	}
	if err != nil {
		return nil, fmt.Errorf("git:%s: %w; check the revision and the path, and whether the revision was fetched", spec, err)
	}
	objects, err := startGitObjects(ctx)
	if err != nil {
		return nil, fmt.Errorf("git:%s: %w", spec, err)
	}
	t := newTree(l)
	for _, b := range list {
		if b.link {
			t.skipLink(b.name)
			continue
		}
		if _, err := t.add(b.name, b.size, objects.opener(b)); err != nil {
			return nil, errors.Join(fmt.Errorf("git:%s: %w", spec, err), objects.Close())
		}
	}
	return &Docs{FS: t, Prefix: gitPrefix(object, list), Found: t.found, closer: objects}, nil
}

// gitPrefix makes names that `git show` understands.
func gitPrefix(object string, list []gitBlob) string {
	if len(list) == 1 && list[0].whole {
		return strings.TrimSuffix(object, list[0].name)
	}
	if strings.HasSuffix(object, ":") {
		return object
	}
	return object + "/"
}

// A gitBlob is a file in a revision, or a link. It is whole where it is all that
// was asked for.
type gitBlob struct {
	name, id    string
	size        int64
	whole, link bool
}

func listGit(ctx context.Context, object string) ([]gitBlob, error) {
	kind, err := git(ctx, "cat-file", "-t", object)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(kind) != "blob" {
		out, err := git(ctx, "ls-tree", "-r", "-l", "-z", "--full-tree", object)
		if err != nil {
			return nil, err
		}
		return parseTree(out)
	}
	id, err := git(ctx, "rev-parse", "--verify", object)
	if err != nil {
		return nil, err
	}
	size, err := git(ctx, "cat-file", "-s", object)
	if err != nil {
		return nil, err
	}
	return wholeBlob(object, strings.TrimSpace(id), strings.TrimSpace(size))
}

func wholeBlob(object, id, size string) ([]gitBlob, error) {
	_, file, _ := strings.Cut(object, ":")
	if !isPage(file) && !isDocument(file) {
		return nil, fmt.Errorf("%s is neither a folder nor a Markdown page (.md, .mdx, .apib) nor an OpenAPI document (.yaml, .yml, .json)", file)
	}
	n, err := strconv.ParseInt(size, 10, 64)
	return []gitBlob{{name: path.Base(file), id: id, size: n, whole: true}}, err
}

// A missingObjectError says that a repository knows of a file and does not have it.
type missingObjectError struct{ name, id string }

func missingObject(name, id string) error { return &missingObjectError{name, id} }

func (e *missingObjectError) Error() string {
	return fmt.Sprintf("the object %s of %s is missing in this repository; get it with \"git fetch --refetch\" where the clone is partial or shallow, "+
		"and look for damage with \"git fsck\" where it is not", e.id, e.name)
}

// parseTree reads lines of `git ls-tree -l -z`: mode, type, ID and size before
// a tab, the path after it. Submodules have no page in them.
func parseTree(out string) ([]gitBlob, error) {
	var list []gitBlob
	for line := range strings.SplitSeq(strings.TrimSuffix(out, "\x00"), "\x00") {
		head, name, _ := strings.Cut(line, "\t")
		f := strings.Fields(head)
		if len(f) != 4 || !strings.HasPrefix(f[0], "100") && f[0] != "120000" {
			continue
		}
		if f[3] == "BAD" { // git's word for the size of an object that is not there
			return nil, missingObject(name, f[2])
		}
		size, err := strconv.ParseInt(f[3], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("git ls-tree says %q: %w", line, err)
		}
		list = append(list, gitBlob{name: name, id: f[2], size: size, link: f[0] == "120000"})
	}
	return list, nil
}

// git runs git and returns what it prints. The error carries git's own words.
func git(ctx context.Context, args ...string) (string, error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		said, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		if said == "" {
			return "", err
		}
		return "", errors.New(strings.TrimSuffix(strings.TrimPrefix(said, "fatal: "), "."))
	}
	return stdout.String(), nil
}
