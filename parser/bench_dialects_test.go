package parser_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model/corpustest"
)

// BenchmarkDialects reads all dialects of one revision and fuses them. The
// floor is goldmark's default parser on the same bytes, as in BenchmarkCorpus:
//
//	ratio    one core, our time / floor
//	speedup  our time with one core / with two
//	live-MB  peak live heap while reading from disk
//	heap-MB  the same with garbage that was not collected yet
func BenchmarkDialects(b *testing.B) {
	for _, revision := range []string{"anthropic/2026-04-24", "anthropic/2026-06-11"} {
		b.Run(filepath.Base(revision), func(b *testing.B) {
			dir := corpustest.Dir(b, revision)
			pages, size := allPages(b, dir)
			ours, floor, two := never, never, never
			b.SetBytes(size)
			for b.Loop() {
				floor = min(floor, timed(func() { parseAlone(pages) }))
				ours = min(ours, timed(func() { parseAll(b, pages, 1) }))
				two = min(two, timed(func() { parseAll(b, pages, 2) }))
			}
			clear(pages) // so that only what reading keeps is measured
			live, peak := heap(b, dir)
			b.ReportMetric(ours.Seconds()/floor.Seconds(), "ratio")
			b.ReportMetric(ours.Seconds()/two.Seconds(), "speedup")
			b.ReportMetric(live/1e6, "live-MB")
			b.ReportMetric(peak/1e6, "heap-MB")
		})
	}
}

// allPages loads every page of a revision.
func allPages(b *testing.B, dir string) (pages fstest.MapFS, size int64) {
	pages = fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".md" {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		pages[name] = &fstest.MapFile{Data: data}
		size += int64(len(data))
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return pages, size
}
