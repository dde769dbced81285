package main

import (
	"io"
	"math"
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/parser"
)

// compared are the revisions that benchmarks compare.
var compared = [2]string{"anthropic/2026-04-24", "anthropic/2026-06-11"}

// bothSides reads both revisions: the pages of the dialects, or of all.
func bothSides(b *testing.B, dialects ...string) (before, after *model.API) {
	b.Helper()
	read := func(name string) *model.API {
		api, _, err := parser.Parse(b.Context(), os.DirFS(corpustest.Dir(b, name)), parser.Options{Dialects: dialects})
		if err != nil {
			b.Fatal(err)
		}
		return api
	}
	return read(compared[0]), read(compared[1])
}

// BenchmarkCorpusDiffWhole measures docgen diff from the pages on disk to the
// report. whole-ratio is its time by that of reading both sides, each the best
// of its runs; the bar is 1.1.
func BenchmarkCorpusDiffWhole(b *testing.B) {
	args := []string{"diff", corpustest.Dir(b, compared[0]), corpustest.Dir(b, compared[1]), "--dialects=http", "--fail-on=never"}
	b.Setenv(cache.Env, cache.Off) // it is reading that is compared with
	reading, whole := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for b.Loop() {
		reading = min(reading, timed(func() { bothSides(b, "http") }))
		whole = min(whole, timed(func() {
			if code := run(b.Context(), args, io.Discard, io.Discard); code != exitOK {
				b.Fatal("exit code", code)
			}
		}))
	}
	b.ReportMetric(whole.Seconds()/reading.Seconds(), "whole-ratio")
}

func timed(f func()) time.Duration {
	runtime.GC()
	start := time.Now()
	f()
	return time.Since(start)
}

// BenchmarkCorpusDiffMemory measures what the comparison needs beyond the two
// models, which stay in memory all the while:
//
//	models-MB     live heap with both models
//	compare-MB    peak live heap of the comparison on top of it
//	memory-ratio  the second by the first; the bar is 1
func BenchmarkCorpusDiffMemory(b *testing.B) {
	empty := corpustest.Live()
	before, after := bothSides(b, "http")
	models := corpustest.Live() - empty
	most := 0.0
	for b.Loop() {
		live, _ := corpustest.Heap(1, func() { diff.Compare(before, after) })
		most = max(most, live)
	}
	b.ReportMetric(models/1e6, "models-MB")
	b.ReportMetric(most/1e6, "compare-MB")
	b.ReportMetric(most/models, "memory-ratio")
}
