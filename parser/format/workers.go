package format

import (
	"context"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/docgen-go/docgen/parser/page"
)

// Workers do jobs side by side. Formats that read at the same time share them.
type Workers struct {
	tree *Tree
	// free has a place for each job that may run.
	free chan struct{}

	// report, where somebody asks, gets the jobs that are done and those that there are so far.
	mu          sync.Mutex
	report      func(done, total int)
	done, total int
}

// Report has the jobs counted from now on, and report called with how many are done, and how
// many there are so far. Calls do not overlap; nil ends them.
func (ws *Workers) Report(report func(done, total int)) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	ws.report, ws.done, ws.total = report, 0, 0
}

func (ws *Workers) count(done, more int) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	if ws.report == nil {
		return
	}
	ws.done, ws.total = ws.done+done, ws.total+more
	if done > 0 {
		ws.report(ws.done, ws.total)
	}
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
	ws.count(0, jobs)
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
	defer ws.count(1, 0)
	return work(w, job)
}
