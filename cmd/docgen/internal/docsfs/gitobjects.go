package docsfs

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
)

// gitObjects is a running `git cat-file --batch`, which answers an ID on its
// input with the content on its output. Questions are asked one at a time.
type gitObjects struct {
	cmd *exec.Cmd
	in  io.WriteCloser

	mu  sync.Mutex
	out *bufio.Reader
}

func startGitObjects(ctx context.Context) (*gitObjects, error) {
	cmd := exec.CommandContext(ctx, "git", "cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &gitObjects{cmd: cmd, in: in, out: bufio.NewReader(out)}, cmd.Start()
}

// Close ends the process. A process that the context has ended is no error:
// whoever ended it knows.
func (g *gitObjects) Close() error {
	err := g.in.Close()
	_ = g.cmd.Wait()
	return err
}

func (g *gitObjects) opener(b gitBlob) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return &blobReader{objects: g, blob: b}, nil }
}

// A blobReader asks for the content at the first Read, so that a page that is
// opened only to learn its size costs nothing.
type blobReader struct {
	objects *gitObjects
	blob    gitBlob
	text    *bytes.Reader
}

func (r *blobReader) Close() error { return nil }

func (r *blobReader) Read(p []byte) (int, error) {
	if r.text == nil {
		text, err := r.objects.read(r.blob)
		if err != nil {
			return 0, err
		}
		r.text = bytes.NewReader(text)
	}
	return r.text.Read(p)
}

func (g *gitObjects) read(b gitBlob) ([]byte, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if _, err := fmt.Fprintln(g.in, b.id); err != nil {
		return nil, err
	}
	head, err := g.out.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git cat-file ended early: %w", err)
	}
	if strings.TrimSpace(head) == b.id+" missing" {
		return nil, missingObject(b.name, b.id)
	}
	if want := fmt.Sprintf("%s blob %d", b.id, b.size); strings.TrimSpace(head) != want {
		return nil, errors.New("git: " + strings.TrimSpace(head))
	}
	text := make([]byte, b.size)
	if _, err := io.ReadFull(g.out, text); err != nil {
		return nil, err
	}
	_, err = g.out.Discard(1) // the line feed after the content
	return text, err
}
