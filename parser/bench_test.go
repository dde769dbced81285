package parser_test

import (
	"context"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/text"

	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/parser"
)

// BenchmarkCorpus reads the http pages of one revision from memory to the
// linked model. The floor is goldmark's default parser on the same bytes, timed
// in turn with it, and each is the best of its runs, because machines are noisy:
//
//	ratio      one core, our time / floor
//	speedup    our time with one core / with two
//	heap-x     peak live heap while reading from disk / size of the largest page
//	heap-max-x the same with garbage that was not collected yet
func BenchmarkCorpus(b *testing.B) {
	for _, revision := range []string{"anthropic/2026-04-24", "anthropic/2026-06-11"} {
		b.Run(filepath.Base(revision), func(b *testing.B) {
			dir := corpustest.Dir(b, revision)
			pages, size, largest := httpPages(b, dir)
			ours, floor, two := never, never, never
			b.SetBytes(size)
			for b.Loop() {
				floor = min(floor, timed(func() { parseAlone(pages) }))
				ours = min(ours, timed(func() { parseAll(b, pages, 1, "http") }))
				two = min(two, timed(func() { parseAll(b, pages, 2, "http") }))
			}
			live, peak := heap(b, dir, "http")
			b.ReportMetric(ours.Seconds()/floor.Seconds(), "ratio")
			b.ReportMetric(ours.Seconds()/two.Seconds(), "speedup")
			b.ReportMetric(live/float64(largest), "heap-x")
			b.ReportMetric(peak/float64(largest), "heap-max-x")
		})
	}
}

// httpPages loads the pages outside the folders of other dialects.
func httpPages(b *testing.B, dir string) (pages fstest.MapFS, size int64, largest int) {
	others := " cli csharp go java kotlin php python ruby terraform typescript "
	pages = fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		top, _, _ := strings.Cut(strings.TrimSuffix(name, ".md"), "/")
		if strings.Contains(others, " "+top+" ") {
			return nil
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		pages[name] = &fstest.MapFile{Data: data}
		size += int64(len(data))
		largest = max(largest, len(data))
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return pages, size, largest
}

// never is longer than any run.
const never = time.Duration(math.MaxInt64)

func timed(f func()) time.Duration {
	runtime.GC()
	start := time.Now()
	f()
	return time.Since(start)
}

func parseAlone(pages fstest.MapFS) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, f := range pages {
		goldmark.DefaultParser().Parse(text.NewReader(f.Data))
	}
}

// parseAll reads the pages of the dialects, of all where none is named.
func parseAll(b *testing.B, docs fs.FS, cores int, dialects ...string) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	if _, _, err := parser.Parse(context.Background(), docs, parser.Options{Dialects: dialects}); err != nil {
		b.Fatal(err)
	}
}

// heap samples the heap while the pages are read from disk with two cores.
func heap(b *testing.B, dir string, dialects ...string) (live, peak float64) {
	return corpustest.Heap(25, func() { parseAll(b, os.DirFS(dir), 2, dialects...) })
}
