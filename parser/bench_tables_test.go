package parser_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"
	"time"

	"github.com/docgen-go/docgen/model/corpustest"
)

// BenchmarkTables reads references in tables from memory to the linked model, on one
// core, and in turn with each the http pages of an SDK reference; each is the least
// processor time of its runs:
//
//	ratio  bytes per second of the tables / of the SDK reference; the bar is 0.5
//	MB/s   of the tables
func BenchmarkTables(b *testing.B) {
	native, nativeSize, _ := httpPages(b, corpustest.Dir(b, "anthropic/2026-04-24"))
	for _, name := range []string{"gitlab-14.10", "discord", "bybit"} {
		b.Run(name, func(b *testing.B) {
			pages, size := tablePages(b, name)
			ours, theirs := never, never
			for b.Loop() {
				theirs = min(theirs, used(b, func() { parseAll(b, native, 1, "http") }))
				ours = min(ours, used(b, func() { parseAll(b, pages, 1) }))
			}
			rate := float64(size) / ours.Seconds()
			b.ReportMetric(rate/(float64(nativeSize)/theirs.Seconds()), "ratio")
			b.ReportMetric(rate/1e6, "MB/s")
		})
	}
}

// used is the processor time that f takes.
func used(tb testing.TB, f func()) time.Duration {
	runtime.GC()
	start := cpuTime(tb)
	f()
	return cpuTime(tb) - start
}

// tablePages loads the pages of a reference in tables.
func tablePages(b *testing.B, name string) (pages fstest.MapFS, size int64) {
	dir := filepath.Join(corpustest.Dir(b, ""), "..", "formats", "tables", name)
	if _, err := os.Stat(dir); err != nil {
		b.Skip("no such pages: ", err)
	}
	pages = fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		pages[name] = &fstest.MapFile{Data: data}
		size += int64(len(data))
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return pages, size
}
