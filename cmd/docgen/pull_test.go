package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/model/testutil/validate"
)

// harborSite publishes the made-up reference, as http.FileServer does.
func harborSite(t *testing.T, before func(w http.ResponseWriter, r *http.Request) bool) string {
	t.Helper()
	files := http.FileServer(http.Dir("../../testdata/harbor"))
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// The file server redirects index.html only, and takes .md for text.
		if before == nil || !before(w, r) {
			files.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL
}

func TestPull(t *testing.T) {
	url, dir := harborSite(t, nil), filepath.Join(t.TempDir(), "docs")
	docgen(t, "pull", url, "-o", dir).expect(t, exitOK, "", dir+": 58 pages: 58 fetched, 0 unchanged, 0 removed; 0 refused, 0 missing, 0 failed\n")
	docgen(t, "pull", url, "-o", dir).expect(t, exitOK, "", dir+": 58 pages: 0 fetched, 58 unchanged, 0 removed; 0 refused, 0 missing, 0 failed\n")
	checkSnapshot(t, dir)
	checkManifest(t, filepath.Join(dir, pull.ManifestFile))
	// What was pulled reads like the original.
	original, pulled := docgen(t, "inspect", "../../testdata/harbor"), docgen(t, "inspect", dir)
	if pulled.code != exitOK || pulled.stdout != original.stdout {
		t.Errorf("exit code %d; the pulled pages read otherwise than the original", pulled.code)
	}
}

// checkSnapshot holds the pulled files against the published ones.
func checkSnapshot(t *testing.T, dir string) {
	t.Helper()
	want, err := filepath.Glob("../../testdata/harbor/*.md")
	if err != nil || len(want) < 5 {
		t.Fatal(want, err)
	}
	for _, name := range want {
		published, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(dir, filepath.Base(name)))
		if err != nil || !bytes.Equal(got, published) {
			t.Errorf("%s is not as published: %v", filepath.Base(name), err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, ".docgen-pull")); !os.IsNotExist(err) {
		t.Errorf("the stage stays: %v", err)
	}
}

func checkManifest(t *testing.T, name string) {
	t.Helper()
	schema, err := os.ReadFile("schemas/pull.json")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	validate.Schema{Root: pull.SchemaURL, Texts: map[string]string{pull.SchemaURL: string(schema)}}.Check(t, name, text)
}

func TestPullExitCodes(t *testing.T) {
	url := harborSite(t, func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path == "/files.md" {
			http.NotFound(w, r)
		}
		return r.URL.Path == "/files.md"
	})
	dir := t.TempDir()
	for _, c := range []struct {
		args []string
		code int
		said string
	}{
		{[]string{url, "-o", dir}, exitFindings, url + "/files.md: missing: the server answers 404 Not Found\n" + dir + ": 57 pages: "},
		{[]string{url, "-o", dir, "--date"}, exitFindings, dir + string(filepath.Separator) + "20"},
		{[]string{url + "/none", "-o", dir + "/none"}, exitFailed, "docgen: no index page: " + url + "/none/index.md: the server answers 404"},
		{[]string{url, "-o", dir + "/small", "--max-page=1KiB"}, exitFailed, "docgen: no index page: " + url + "/index.md: more than 1024 bytes; allow more with --max-page"},
		{[]string{"ftp://x.test", "-o", dir}, exitUsage, `docgen: "ftp://x.test" must begin with http`},
		{[]string{url, "-o", ""}, exitUsage, "--output"},
		{[]string{url, "-o", dir, "--rate=-1"}, exitUsage, "docgen: rate must be 0 or a number of requests"},
		{[]string{url, "-o", dir, "--under=https://other.test/"}, exitUsage, "docgen: under \"https://other.test/\": not below the address"},
		{[]string{url, "-o", dir, "--concurrency=0"}, exitUsage, "docgen: concurrency must be more than 0\n"},
		{[]string{url, "-o", dir, "--max-bytes=2TB"}, exitUsage, "not a size such as 500000, 64KiB or 2GiB"},
		{[]string{url, "-o", dir, "--user-agent=(x)"}, exitUsage, `docgen: the user agent "(x)" does not begin with a name`},
	} {
		docgen(t, append([]string{"pull"}, c.args...)...).expect(t, c.code, "", c.said)
	}
}

// TestPullKilled kills the process at several requests. The folder has no pages
// until they are all there, and the next pull goes on.
func TestPullKilled(t *testing.T) {
	testutil.Slow(t, "kills a process at many points")
	dir := t.TempDir()
	var asked, until atomic.Int64
	reached := make(chan bool)
	url := harborSite(t, func(_ http.ResponseWriter, r *http.Request) bool {
		if asked.Add(1) == until.Load() {
			reached <- true
			<-r.Context().Done() // the process dies meanwhile
		}
		return false
	})
	for _, n := range []int64{3, 12, 25} {
		asked.Store(0)
		until.Store(n)
		cmd := process(t, "pull", url, "-o", dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		<-reached
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 || entries[0].Name() != ".docgen-pull" {
			t.Errorf("killed at request %d, the folder has %v, %v", n, entries, err)
		}
	}
	asked.Store(0)
	until.Store(0)
	docgen(t, "pull", url, "-o", dir).expect(t, exitOK, "", dir+": 58 pages: 58 fetched")
	checkSnapshot(t, dir)
	if asked.Load() >= 58 {
		t.Errorf("%d requests to go on, as many as from the start", asked.Load())
	}
}

func TestByteSize(t *testing.T) {
	for text, want := range map[string]byteSize{"0": 0, "17": 17, "64KiB": 64 << 10, "2MiB": 2 << 20, "3GiB": 3 << 30} {
		var b byteSize
		if err := b.UnmarshalText([]byte(text)); err != nil || b != want {
			t.Errorf("%s is %d, %v", text, b, err)
		}
	}
	for _, text := range []string{"", "-1", "1.5MiB", "1 KiB", "MiB", "9MB", strconv.Itoa(1<<62) + "KiB"} {
		var b byteSize
		if err := b.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q is %d", text, b)
		}
	}
}

func TestUserAgent(t *testing.T) {
	for version, want := range map[string]string{"": "docgen (", "v1.2.3": "docgen/v1.2.3 ("} {
		if got := userAgent(version); !strings.HasPrefix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
