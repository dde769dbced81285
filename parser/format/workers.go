package format

import (
	"context"

	"golang.org/x/sync/errgroup"

	"github.com/docgen-go/docgen/parser/page"
)

// Workers do jobs side by side. Formats that read at the same time share them.
type Workers struct {
	tree *Tree
	// free has a place for each job that may run.
	free chan struct{}
}

// NewWorkers returns workers that do at most n jobs at the same time.
func NewWorkers(t *Tree, n int) *Workers {
	return &Workers{tree: t, free: make(chan struct{}, n)}
}

// A Worker opens one page after the other. Only one job has it at a time.
type Worker struct {
	// Markdown reads blocks.
	Markdown *page.Reader

	tree *Tree
	buf  []byte
	uses []Use
}

// NewWorker returns a worker that opens pages of a tree.
func NewWorker(t *Tree) *Worker { return &Worker{Markdown: page.NewReader(), tree: t} }

// Open reads a page. Its text is good until the worker opens the next one.
func (w *Worker) Open(name string) (*Text, error) {
	text, buf, err := w.tree.Read(w.buf, name)
	w.buf = buf
	return text, err
}

// OpenKept reads a page whose text stays good when the worker opens others.
func (w *Worker) OpenKept(name string) (*Text, error) {
	text, _, err := w.tree.Read(nil, name)
	return text, err
}

// Each calls work for every number below jobs with one of the workers, in any
// order. The first error ends it.
func (ws *Workers) Each(ctx context.Context, jobs int, work func(w *Worker, job int) error) error {
	g, ctx := errgroup.WithContext(ctx)
	next := make(chan int)
	g.Go(func() error {
		defer close(next)
		for i := range jobs {
			select {
			case next <- i:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	for range cap(ws.free) {
		g.Go(func() error {
			w := NewWorker(ws.tree)
			for i := range next {
				if err := ws.do(w, i, work); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return g.Wait()
}

func (ws *Workers) do(w *Worker, job int, work func(w *Worker, job int) error) error {
	ws.free <- struct{}{}
	defer func() { <-ws.free }()
	return work(w, job)
}
