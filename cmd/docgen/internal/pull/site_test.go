package pull

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A site publishes texts by path, and tells by ETag whether they have changed.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	pages map[string]string
	// faults answer instead; n counts the requests for the path from 1. They
	// return false to have the page served after all.
	faults map[string]func(w http.ResponseWriter, r *http.Request, n int) bool
	asked  map[string]int
	log    []string // path and status of each request
	slept  []time.Duration
}

func newSite(t *testing.T, pages map[string]string) *site {
	t.Helper()
	s := &site{pages: pages, asked: map[string]int{}, faults: map[string]func(http.ResponseWriter, *http.Request, int) bool{}}
	s.Server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(s.Close)
	return s
}

func (s *site) serve(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked[r.URL.Path]++
	n, fault, text := s.asked[r.URL.Path], s.faults[r.URL.Path], s.pages[r.URL.Path]
	s.mu.Unlock()
	answer := &recorder{ResponseWriter: w, status: http.StatusOK}
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.log = append(s.log, fmt.Sprintf("%s %d", r.URL.RequestURI(), answer.status))
	}()
	if fault != nil && fault(answer, r, n) {
		return
	}
	etag := `"` + digest([]byte(text))[:8] + `"`
	switch {
	case text == "":
		http.NotFound(answer, r)
	case r.Header.Get("If-None-Match") == etag:
		answer.WriteHeader(http.StatusNotModified)
	default:
		answer.Header().Set("ETag", etag)
		answer.Header().Set("Content-Type", "text/markdown; charset=utf-8")
		_, _ = answer.Write([]byte(text))
	}
}

// A recorder remembers the status.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// requests returns what was asked for since the last call, sorted.
func (s *site) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	log := slices.Sorted(slices.Values(s.log))
	s.log, s.asked = nil, map[string]int{}
	return log
}

// options pull the whole site, without ever sleeping.
func (s *site) options(dir string) Options {
	return Options{
		URL: s.URL + "/api/", Dir: dir, Concurrency: 4, MaxPages: 100, MaxPage: 10_000, MaxBytes: 100_000,
		Timeout: time.Minute, UserAgent: "docgen/test", flush: func(*os.File) error { return nil },
		Now: func() time.Time { return time.Date(2026, 6, 11, 12, 0, 0, 0, time.UTC) },
		Sleep: func(_ context.Context, d time.Duration) error {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.slept = append(s.slept, d)
			return nil
		},
	}
}

// pull pulls and fails the test on an error.
func (s *site) pull(t *testing.T, o Options) *Report {
	t.Helper()
	r, err := Pull(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// said are the findings of a report without the site's changing address.
func (s *site) said(r *Report) []string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, strings.ReplaceAll(fmt.Sprintf("%s: %s: %s", f.URL, f.Kind, f.Reason), s.URL, ""))
	}
	return out
}

// counts are a report's numbers: pages, fetched, unchanged, removed, kept.
func counts(r *Report) [5]int {
	return [5]int{r.Pages, r.Fetched, r.Unchanged, r.Removed, r.Kept}
}

// files are all files below a folder with their text.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		out[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return out
}

// stored are the files but for the manifest, which checks it.
func stored(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := files(t, dir)
	m, err := decodeManifest([]byte(all[ManifestFile]))
	if err != nil {
		t.Fatalf("manifest %q: %v", all[ManifestFile], err)
	}
	delete(all, ManifestFile)
	for _, e := range m.Pages {
		if text, ok := all[e.File]; !ok || !e.holds([]byte(text)) {
			t.Errorf("%s is not as the manifest says: %q", e.File, text)
		}
	}
	if !slices.IsSortedFunc(m.Pages, func(a, b Entry) int { return strings.Compare(a.File, b.File) }) {
		t.Error("the manifest is not sorted")
	}
	return all
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// put writes files below a folder.
func put(t *testing.T, dir string, texts map[string]string) {
	t.Helper()
	for name, text := range texts {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func sorted(names []string) []string { return slices.Sorted(slices.Values(names)) }
