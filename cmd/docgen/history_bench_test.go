package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/history"
	"github.com/docgen-go/docgen/model/testutil"
)

// changingPages writes n dated revisions of a reference of many resources, each of which
// has one member more than the one before, and returns their folder.
func changingPages(tb testing.TB, n, resources int) string {
	tb.Helper()
	dir := tb.TempDir()
	for i := range n {
		for j := range resources {
			page := strings.NewReplacer("Berth", fmt.Sprint("Berth", j), "/berths", fmt.Sprint("/berths", j)).Replace(harborPage)
			if j < i {
				page = strings.Replace(page, "`name: string`", "`name: string`\n\n- `draft: number`", 1)
			}
			name := filepath.Join(dir, fmt.Sprintf("2026-01-%02d", i+1), fmt.Sprintf("berths%d.md", j))
			if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(page), 0o600)); err != nil {
				tb.Fatal(err)
			}
		}
	}
	return dir
}

func quietSession(tb testing.TB) *session {
	tb.Helper()
	s := &session{ctx: tb.Context(), stdout: io.Discard, stderr: io.Discard, progress: newProgress(io.Discard)}
	tb.Cleanup(s.close)
	return s
}

// BenchmarkHistory puts ten revisions in order, with an empty cache and again. The figures
// are processor time in times of a floor of the same run: each revision read once by itself, and compared
// with the next. It fails where the first takes four times the floor, or the second a third: pages are small
// here, and what is kept of them is written to disk.
func BenchmarkHistory(b *testing.B) {
	b.Setenv("CI", "")
	const revisions = 10
	dir := changingPages(b, revisions, 150)
	var floor, first, second time.Duration
	for b.Loop() {
		b.Setenv(cache.Env, cache.Off)
		floor += timedRun(b, func() error { return floorOf(quietSession(b), dir) })
		b.Setenv(cache.Env, b.TempDir())
		for _, into := range []*time.Duration{&first, &second} {
			*into += timedRun(b, func() error {
				_, _, err := quietSession(b).history([]string{dir})
				return err
			})
		}
	}
	once, again := float64(first)/float64(floor), float64(second)/float64(floor)
	b.ReportMetric(once, "first/floor")
	b.ReportMetric(again, "again/floor")
	if once > 4 || again > 0.33 {
		b.Errorf("the first run takes %.2f times the floor and the second %.2f, want at most 4 and 0.33", once, again)
	}
}

func timedRun(b *testing.B, do func() error) time.Duration {
	b.Helper()
	start := cpuTime(b)
	if err := do(); err != nil {
		b.Fatal(err)
	}
	return cpuTime(b) - start
}

// floorOf reads and compares revisions without anything around.
func floorOf(s *session, dir string) error {
	revisions, err := s.revisionsOf([]string{dir})
	if err != nil {
		return err
	}
	var before *reference
	for _, r := range revisions {
		after, err := s.read(r.Ref)
		if err != nil {
			return err
		}
		history.Facts(after.api)
		if before != nil {
			diff.Compare(before.api, after.api)
		}
		before = after
	}
	return nil
}

// TestHistoryMemory holds what is live while revisions are read against that of two
// models, for 5 revisions and for 20: more revisions take no more memory but for the
// digest of 8 bytes that is kept of each fact of each.
func TestHistoryMemory(t *testing.T) {
	testutil.NoRace(t, "measures memory")
	testutil.Slow(t, "reads many revisions")
	t.Setenv(cache.Env, t.TempDir())
	t.Setenv("CI", "")
	const resources, few, many = 150, 5, 20
	dir := changingPages(t, 1, resources)
	before := liveBytes()
	r, err := quietSession(t).read(filepath.Join(dir, "2026-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	model, facts := liveBytes()-before, int64(len(history.Facts(r.api)))
	runtime.KeepAlive(r)
	atFew, atMany := peakOf(t, changingPages(t, few, resources)), peakOf(t, changingPages(t, many, resources))
	t.Logf("a model has %d KB and %d facts, %d revisions take %d KB, %d take %d KB", model>>10, facts, few, atFew>>10, many, atMany>>10)
	if atFew > 3*model {
		t.Errorf("%d revisions take %d KB, where a model has %d KB", few, atFew>>10, model>>10)
	}
	if more, most := atMany-atFew, (many-few)*facts*8*3/2+model/2; more > most {
		t.Errorf("%d revisions take %d KB more than %d, want at most %d", many, more>>10, few, most>>10)
	}
}

// liveBytes is how many bytes of the heap are in use.
func liveBytes() int64 {
	runtime.GC()
	runtime.GC() // pools give up what they hold at the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// peakOf reads the revisions of a folder as a history does, and returns how much more is
// live after one of them than before all.
func peakOf(t *testing.T, dir string) (peak int64) {
	t.Helper()
	s := quietSession(t)
	revisions, err := s.revisionsOf([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	before := liveBytes()
	line := newTimeline(s)
	known := make([]history.Revision, len(revisions))
	for i, r := range revisions {
		if known[i], err = line.read(i, r); err != nil {
			t.Fatal(err)
		}
		peak = max(peak, liveBytes()-before)
	}
	if len(line.models) > 2 {
		t.Errorf("%d models are held", len(line.models))
	}
	runtime.KeepAlive(known)
	return peak
}
