package pull

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/docgen-go/docgen/model/testutil"
)

// pages are what a user sees of a folder: not the stage.
func pages(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := files(t, dir)
	maps.DeleteFunc(out, func(name, _ string) bool { return strings.HasPrefix(name, stageDir+"/") })
	return out
}

// later is harbor some days after: a page has changed, one is new, two are gone.
func later() map[string]string {
	pages := harbor()
	pages["/api/parcels.md"] = "# Parcels, again\n\n- [List](parcels/list.md)\n- [New](parcels/new.md)\n"
	pages["/api/parcels/new.md"] = "# New\n"
	pages["/api/files/index.md"] = "# Files\n"
	pages["/api/llms.txt"] = "- [Extra](extra.md)\n"
	return pages
}

// A rehearsal is a pull that can be cut short at each of its steps.
type rehearsal struct {
	site   *site
	old    bool // there is a snapshot to bring up to date
	before map[string]string
	after  map[string]string
	report *Report
}

func rehearse(t *testing.T, old bool) *rehearsal {
	t.Helper()
	r := &rehearsal{site: newSite(t, harbor()), old: old}
	dir := filepath.Join(t.TempDir(), "docs")
	r.begin(t, dir)
	r.before = files(t, dir)
	r.report = r.site.pull(t, r.options(dir))
	r.after = files(t, dir)
	return r
}

// begin makes the folder what it is before the pull.
func (r *rehearsal) begin(t *testing.T, dir string) {
	t.Helper()
	r.site.pages = harbor()
	if r.old {
		r.site.pull(t, r.options(dir))
	}
	r.site.pages = later()
}

func (r *rehearsal) options(dir string) Options {
	o := r.site.options(dir)
	o.Concurrency = 2
	return o
}

// check looks at what an interruption has left, goes on, and wants the same as
// without it.
func (r *rehearsal) check(t *testing.T, what, dir string) {
	t.Helper()
	r.whole(t, what, dir)
	got := r.site.pull(t, r.options(dir))
	if again := pages(t, dir); !maps.Equal(again, r.after) {
		same(t, what+", files", again, r.after)
	}
	if left := files(t, dir); len(left) != len(r.after) {
		t.Errorf("%s: the stage stays: %v", what, left)
	}
	// Where the new snapshot was whole, the next pull has nothing to do.
	if n := counts(got); n != counts(r.report) && n != [5]int{r.report.Pages, 0, r.report.Pages, 0, 0} {
		t.Errorf("%s: reports %v, want %v", what, n, counts(r.report))
	}
}

// whole looks for the old or the new pages. Only while a stored snapshot waits
// for the next pull to put it in place may there be both, and never half a page.
func (r *rehearsal) whole(t *testing.T, what, dir string) {
	t.Helper()
	have := pages(t, dir)
	if maps.Equal(have, r.before) || maps.Equal(have, r.after) {
		return
	}
	if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(pendingFile))); err != nil {
		t.Errorf("%s: neither the old nor the new pages, and nothing to mend it: %v", what, have)
	}
	for name, text := range have {
		if text != r.before[name] && text != r.after[name] {
			t.Errorf("%s: %s is %q", what, name, text)
		}
	}
}

var errCrash = errors.New("crash")

// TestCrash ends the process at each change of the disk.
func TestCrash(t *testing.T) {
	testutil.Slow(t, "crashes at each step")
	t.Parallel()
	for _, old := range []bool{false, true} {
		r := rehearse(t, old)
		r.eachStep(t, "crash", func(o *Options, n int64) *atomic.Int64 {
			var steps atomic.Int64
			o.step = func(string) error {
				if steps.Add(1) >= n {
					return errCrash
				}
				return nil
			}
			return &steps
		})
	}
}

// TestFullDisk has one change of the disk fail, and those after it succeed.
func TestFullDisk(t *testing.T) {
	testutil.Slow(t, "fails at each step")
	t.Parallel()
	r := rehearse(t, true)
	r.eachStep(t, "fault", func(o *Options, n int64) *atomic.Int64 {
		var steps atomic.Int64
		o.step = func(change string) error {
			if steps.Add(1) == n {
				return fmt.Errorf("%s: %w", change, errCrash)
			}
			return nil
		}
		return &steps
	})
}

// eachStep runs a pull that fails at step n, for each n until it has no more.
func (r *rehearsal) eachStep(t *testing.T, what string, prepare func(o *Options, n int64) *atomic.Int64) {
	t.Helper()
	for n := int64(1); ; n++ {
		dir := filepath.Join(t.TempDir(), "docs")
		r.begin(t, dir)
		o := r.options(dir)
		steps := prepare(&o, n)
		_, err := Pull(t.Context(), o)
		if steps.Load() < n {
			if err != nil {
				t.Error(err)
			}
			t.Logf("%s, old %t: %d steps", what, r.old, n-1)
			return
		}
		if !errors.Is(err, errCrash) {
			t.Errorf("%s at step %d: error %v", what, n, err)
		}
		r.check(t, fmt.Sprintf("%s at step %d, old %t", what, n, r.old), dir)
	}
}

// TestCrashAtTheEnd ends the process once the new pages are in place. The next
// pull is a new one, which asks the site and not what is left of the last.
func TestCrashAtTheEnd(t *testing.T) {
	testutil.Slow(t, "crashes at each step")
	t.Parallel()
	r := rehearse(t, false)
	ends := 0
	for n, crashed := 1, true; crashed; n++ {
		dir := filepath.Join(t.TempDir(), "docs")
		r.begin(t, dir)
		o, left := r.options(dir), n
		o.Concurrency = 1
		o.step = func(string) error {
			if left--; left <= 0 {
				return errCrash
			}
			return nil
		}
		_, err := Pull(t.Context(), o)
		crashed = err != nil
		if !maps.Equal(pages(t, dir), r.after) {
			continue
		}
		ends++
		r.site.pages["/api/index.md"] += "\nNew words.\n"
		r.site.pull(t, r.options(dir))
		if got := pages(t, dir)["index.md"]; got != r.site.pages["/api/index.md"] {
			t.Errorf("after a crash at step %d, the index is %q", n, got)
		}
	}
	if ends < 4 {
		t.Errorf("only %d crashes with the new pages in place", ends)
	}
}

// TestInterrupt ends a pull in order, at each request and each change of the disk.
func TestInterrupt(t *testing.T) {
	testutil.Slow(t, "waits for servers")
	t.Parallel()
	for _, old := range []bool{false, true} {
		r := rehearse(t, old)
		for n := int64(1); ; n++ {
			dir := filepath.Join(t.TempDir(), "docs")
			r.begin(t, dir)
			ctx, cancel := context.WithCancel(t.Context())
			var steps atomic.Int64
			stop := func() {
				if steps.Add(1) == n {
					cancel()
				}
			}
			o := r.options(dir)
			o.step = func(string) error { stop(); return nil }
			o.transport = hook{stop}
			_, err := Pull(ctx, o)
			cancel()
			if steps.Load() < n {
				t.Logf("old %t: %d steps", old, n-1)
				break
			}
			if err != nil && !errors.Is(err, context.Canceled) {
				t.Errorf("step %d: %v", n, err)
			}
			r.check(t, fmt.Sprintf("interrupted at step %d, old %t", n, old), dir)
		}
	}
}

// A hook is a transport that says when it is used.
type hook struct{ use func() }

func (h hook) RoundTrip(r *http.Request) (*http.Response, error) {
	h.use()
	return http.DefaultTransport.RoundTrip(r)
}

// TestResume fetches no page twice, until what was fetched is too old.
func TestResume(t *testing.T) {
	for _, c := range []struct {
		later time.Duration
		again bool
	}{{time.Hour, false}, {25 * time.Hour, true}, {-time.Hour, true}} {
		s, dir := newSite(t, harbor()), t.TempDir()
		o := s.options(dir)
		ctx, cancel := context.WithCancel(t.Context())
		s.faults["/api/parcels/list.md"] = func(http.ResponseWriter, *http.Request, int) bool { cancel(); return false }
		o.Concurrency = 1
		if _, err := Pull(ctx, o); !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		cancel()
		put(t, dir, map[string]string{journalFile: files(t, dir)[journalFile] + `{"file":"torn`})
		s.faults, s.pages["/api/index.md"] = nil, s.pages["/api/index.md"]+"\nNew words.\n"
		s.requests()
		now := o.Now().Add(c.later)
		o.Now = func() time.Time { return now }
		r := s.pull(t, o)
		same(t, "counts", counts(r), [5]int{8, 8, 0, 0, 0})
		if got := strings.Contains(strings.Join(s.requests(), " "), "/api/index.md 200"); got != c.again {
			t.Errorf("%v later, the index is fetched again: %t", c.later, got)
		}
	}
}

// TestTwoAtOnce has a pull begin while another one is under way.
func TestTwoAtOnce(t *testing.T) {
	s, dir := newSite(t, harbor()), t.TempDir()
	o := s.options(dir)
	var second error
	s.faults["/api/index.md"] = func(http.ResponseWriter, *http.Request, int) bool {
		_, second = Pull(context.Background(), o)
		return false
	}
	s.pull(t, o)
	if second == nil || !strings.HasPrefix(second.Error(), "another docgen is pulling into ") {
		t.Errorf("the second pull: %v", second)
	}
	same(t, "files", stored(t, dir), harborFiles())
}

// TestLockFileGone is a lock on a file that another process has removed.
func TestLockFileGone(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := root.Mkdir(stageDir, 0o777); err != nil {
		t.Fatal(err)
	}
	d := disk{root: root}
	f, err := takeLock(d)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if !current(d, f) {
		t.Error("a lock that was just taken does not count")
	}
	if err := root.Remove(lockFile); err != nil {
		t.Fatal(err)
	}
	if current(d, f) {
		t.Error("a lock on a removed file counts")
	}
}

// TestDated keeps snapshots by day.
func TestDated(t *testing.T) {
	s, dir := newSite(t, harbor()), t.TempDir()
	put(t, dir, map[string]string{"2026-02-30/x.md": "no date", "2026-06-30/" + ManifestFile: "{}", "2026-06-10/x.md": "no snapshot"})
	o := s.options(dir)
	o.Dated = true
	r := s.pull(t, o)
	if want := filepath.Join(dir, "2026-06-11"); r.Dir != want {
		t.Errorf("pulled into %s, want %s", r.Dir, want)
	}
	first := files(t, filepath.Join(dir, "2026-06-11"))

	s.requests()
	s.pages = later()
	o.Now = func() time.Time { return time.Date(2026, 6, 14, 23, 0, 0, 0, time.FixedZone("", -2*3600)) }
	r = s.pull(t, o)
	same(t, "counts", counts(r), [5]int{7, 4, 3, 2, 0})
	same(t, "the first day", files(t, filepath.Join(dir, "2026-06-11")), first)
	second := stored(t, filepath.Join(dir, "2026-06-15"))
	if second["parcels.md"] != s.pages["/api/parcels.md"] || second["index.md"] != first["index.md"] {
		t.Errorf("the second day has %v", second)
	}
	if log := strings.Join(s.requests(), "\n"); !strings.Contains(log, "/api/index.md 304") {
		t.Errorf("the index is not taken from the first day:\n%s", log)
	}
	same(t, "counts on the same day", counts(s.pull(t, o)), [5]int{7, 0, 7, 0, 0})

	// A day in between starts from the day before it, not from the newest.
	o.Now = func() time.Time { return time.Date(2026, 6, 12, 0, 0, 0, 0, time.UTC) }
	same(t, "counts of a day in between", counts(s.pull(t, o)), [5]int{7, 4, 3, 2, 0})

	// What cannot be had on a day is taken from the day before.
	s.faults["/api/extra.md"] = status(500, 99)
	o.Now = func() time.Time { return time.Date(2026, 6, 16, 0, 0, 0, 0, time.UTC) }
	same(t, "counts of a bad day", counts(s.pull(t, o)), [5]int{7, 0, 6, 0, 1})
	same(t, "a bad day", stored(t, filepath.Join(dir, "2026-06-16")), second)
}

// TestOtherPages has nothing that was fetched from one address be used for another.
func TestOtherPages(t *testing.T) {
	s, dir := newSite(t, harbor()), t.TempDir()
	s.pages["/other/index.md"] = "# Others\n"
	o := s.options(dir)
	ctx, cancel := context.WithCancel(t.Context())
	s.faults["/api/parcels/list.md"] = func(http.ResponseWriter, *http.Request, int) bool {
		cancel()
		return false
	}
	if _, err := Pull(ctx, o); err == nil {
		t.Fatal("the pull was not interrupted")
	}
	o.URL = s.URL + "/other"
	s.pull(t, o)
	same(t, "files", stored(t, dir), map[string]string{"index.md": "# Others\n"})
}
