package pull

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

type fault = func(w http.ResponseWriter, r *http.Request, n int) bool

// status answers with a status and headers for the first times, then properly.
func status(code, times int, headers ...string) fault {
	return func(w http.ResponseWriter, _ *http.Request, n int) bool {
		if n > times {
			return false
		}
		for i := 0; i < len(headers); i += 2 {
			w.Header().Set(headers[i], headers[i+1])
		}
		w.WriteHeader(code)
		return true
	}
}

// text answers with a text and headers.
func text(body string, headers ...string) fault {
	return func(w http.ResponseWriter, r *http.Request, n int) bool {
		status(http.StatusOK, n, headers...)(w, r, n)
		_, _ = io.WriteString(w, body)
		return true
	}
}

// once has trouble the first time only.
func once(f fault) fault {
	return func(w http.ResponseWriter, r *http.Request, n int) bool { return n == 1 && f(w, r, n) }
}

// reset cuts the connection in the middle of a page.
func reset(w http.ResponseWriter, _ *http.Request, _ int) bool {
	_, _ = io.WriteString(w, "# Half of a p")
	_ = http.NewResponseController(w).Flush()
	panic(http.ErrAbortHandler)
}

// short sends less than it says.
func short(w http.ResponseWriter, _ *http.Request, _ int) bool {
	w.Header().Set("Content-Length", "1000")
	_, _ = io.WriteString(w, "# Half of a p")
	return true
}

// slow sends half of a page and then nothing, until the client goes.
func slow(w http.ResponseWriter, r *http.Request, _ int) bool {
	_, _ = io.WriteString(w, "# Half of a p")
	_ = http.NewResponseController(w).Flush()
	<-r.Context().Done()
	return true
}

func packed(t *testing.T, body string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, body); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const (
	parcel = "# Parcel\n"
	html   = "an HTML page where Markdown should be, as sites serve for pages that are missing"
	failed = "/api/p.md: failed: "
)

// refusedPage is the finding that p.md is refused.
func refusedPage(reason string) string { return "/api/p.md: refused: " + reason }

// A faultCase is a way in which serving a page goes wrong, and what comes of it.
type faultCase struct {
	fault fault
	asked int    // how often for the page
	want  string // the page
	said  string // the finding
}

func (c faultCase) check(t *testing.T, slow bool) {
	t.Parallel()
	s, dir := newSite(t, map[string]string{"/api/index.md": "- [P](p.md)\n- [Q](q)\n", "/api/p.md": parcel, "/api/q.md": "# Other\n"}), t.TempDir()
	s.faults["/api/p.md"] = c.fault
	o := s.options(dir)
	if slow {
		o.Timeout = 100 * time.Millisecond
	}
	r := s.pull(t, o)
	got := stored(t, dir)
	if got["p.md"] != c.want || got["q.md"] != "# Other\n" {
		t.Errorf("the pages are %.100q, want %.100q", got, c.want)
	}
	if said := strings.Join(s.said(r), "\n"); said != c.said {
		t.Errorf("said %s\nwant %s", said, c.said)
	}
	asked := 0
	for _, request := range s.requests() {
		if strings.HasPrefix(request, "/api/p.md ") {
			asked++
		}
	}
	if asked != c.asked {
		t.Errorf("asked %d times, want %d", asked, c.asked)
	}
}

// TestFaults has one of two pages served in all the ways that go wrong.
func TestFaults(t *testing.T) {
	long := strings.Repeat("x", 10_001)
	for name, c := range map[string]faultCase{
		"500 twice":              {status(500, 2), 3, parcel, ""},
		"500 for ever":           {status(500, 99), 5, "", failed + "the server answers 500 Internal Server Error, 5 times"},
		"429":                    {status(429, 1, "Retry-After", "7"), 2, parcel, ""},
		"503 with a date":        {status(503, 1, "Retry-After", "Thu, 11 Jun 2026 12:00:09 GMT"), 2, parcel, ""},
		"503 for an hour":        {status(503, 99, "Retry-After", "3600"), 1, "", failed + "the server answers 503 Service Unavailable, and asks to wait for 1h0m0s"},
		"403":                    {status(403, 99), 1, "", refusedPage("the server answers 403 Forbidden")},
		"501 is no passing":      {status(501, 99), 1, "", refusedPage("the server answers 501 Not Implemented")},
		"204":                    {status(204, 99), 1, "", refusedPage("the server answers 204 No Content")},
		"304 out of the blue":    {status(304, 99), 1, "", refusedPage("the server answers 304 Not Modified")},
		"410":                    {status(410, 99), 1, "", "/api/p.md: missing: the server answers 410 Gone"},
		"reset":                  {once(reset), 2, parcel, ""},
		"reset for ever":         {reset, 5, "", failed + "unexpected EOF, 5 times"},
		"cut short":              {once(short), 2, parcel, ""},
		"cut short for ever":     {short, 5, "", failed + "unexpected EOF, 5 times"},
		"slow":                   {once(slow), 2, parcel, ""},
		"huge and says so":       {text(long, "Content-Length", "10001"), 1, "", refusedPage("more than 10000 bytes; allow more with --max-page")},
		"huge":                   {text(long), 1, "", refusedPage("more than 10000 bytes; allow more with --max-page")},
		"just not huge":          {text(long[1:]), 1, long[1:], ""},
		"packed":                 {text(packed(t, parcel), "Content-Encoding", "gzip"), 1, parcel, ""},
		"packed and cut":         {once(text(packed(t, parcel)[:20], "Content-Encoding", "gzip")), 2, parcel, ""},
		"packed and huge":        {text(packed(t, long+long), "Content-Encoding", "gzip"), 1, "", refusedPage("more than 10000 bytes; allow more with --max-page")},
		"packed otherwise":       {text(parcel, "Content-Encoding", "br"), 1, "", refusedPage(`packed as "br", which was not asked for`)},
		"soft 404 by type":       {text(parcel, "Content-Type", "text/html; charset=utf-8"), 1, "", refusedPage(html)},
		"soft 404 by text":       {text("\n<!-- x -->\n<!DOCTYPE HTML><p>", "Content-Type", "text/markdown"), 1, "", refusedPage(html)},
		"JSON":                   {text("{}", "Content-Type", "application/json"), 1, "", refusedPage(`served as "application/json", not as Markdown or plain text`)},
		"a bad type":             {text(parcel, "Content-Type", "text/plain; ="), 1, parcel, ""},
		"nothing":                {text(" \n", "Content-Type", "text/plain"), 1, "", refusedPage("an empty page")},
		"binary":                 {text("a\x00b", "Content-Type", "text/plain"), 1, "", refusedPage("no text: there is a zero at byte 1")},
		"another character set":  {text("Gr\xfc\xdfe", "Content-Type", "text/plain; charset=latin1"), 1, "", refusedPage(`not UTF-8 from byte 2 on; it is served as "text/plain; charset=latin1"`)},
		"a wrong character set":  {text("Grüße", "Content-Type", "text/plain; charset=latin1"), 1, "Grüße", ""},
		"redirect to itself":     {status(302, 99, "Location", "p.md"), 11, "", refusedPage(endless)},
		"redirect off the site":  {status(301, 99, "Location", "https://evil.example/api/p.md"), 1, "", refusedPage(`redirects to "https://evil.example/api/p.md": not below the address where the pull starts`)},
		"redirect, no scheme":    {status(307, 99, "Location", "//evil.example/api/p.md"), 1, "", refusedPage(`redirects to "//evil.example/api/p.md": not below the address where the pull starts`)},
		"redirect above":         {status(308, 99, "Location", "/login"), 1, "", refusedPage(`redirects to "/login": not below the address where the pull starts`)},
		"redirect to HTML":       {status(303, 99, "Location", "p.html"), 1, "", refusedPage(`redirects to "p.html": no Markdown page`)},
		"redirect to the page":   {status(301, 99, "Location", "/api/p/"), 1, "", refusedPage(`redirects to "/api/p/", which is no Markdown file`)},
		"redirect to a query":    {status(301, 99, "Location", "p.md?raw"), 1, "", refusedPage(`redirects to "p.md?raw": it has a query`)},
		"redirect to nowhere":    {status(301, 99), 11, "", refusedPage(endless)},
		"redirect with controls": {status(301, 99, "Location", "p%1b.md"), 1, "", refusedPage(`redirects to "p%1b.md": its path has characters that no file name should have`)},
	} {
		t.Run(name, func(t *testing.T) { c.check(t, strings.HasPrefix(name, "slow")) })
	}
}

// TestWaiting looks at the times between attempts, none of which is slept.
func TestWaiting(t *testing.T) {
	for name, c := range map[string]struct {
		fault fault
		want  []time.Duration
	}{
		"backoff":           {status(502, 99), []time.Duration{500 * time.Millisecond, time.Second, 2 * time.Second, 4 * time.Second}},
		"seconds":           {status(429, 2, "Retry-After", "7"), []time.Duration{7 * time.Second, 7 * time.Second}},
		"a date":            {status(503, 1, "Retry-After", "Thu, 11 Jun 2026 12:00:09 GMT"), []time.Duration{9 * time.Second}},
		"a date that is by": {status(503, 1, "Retry-After", "Thu, 11 Jun 2026 11:00:00 GMT"), []time.Duration{500 * time.Millisecond}},
		"nonsense":          {status(503, 1, "Retry-After", "soon"), []time.Duration{500 * time.Millisecond}},
		"negative":          {status(503, 1, "Retry-After", "-1"), []time.Duration{500 * time.Millisecond}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t, map[string]string{"/api/index.md": "- [P](p.md)\n", "/api/p.md": parcel})
			s.faults["/api/p.md"] = c.fault
			s.pull(t, s.options(t.TempDir()))
			same(t, "waits", s.slept, c.want)
		})
	}
}

// TestSleep is the one test of the clock of the system.
func TestSleep(t *testing.T) {
	if err := sleep(t.Context(), time.Nanosecond); err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := sleep(ctx, time.Hour); err == nil {
		t.Error("a sleep is not interrupted")
	}
}

// TestRedirects moves pages to other addresses of the scope.
func TestRedirects(t *testing.T) {
	s := newSite(t, map[string]string{
		"/api/index.md": "- [A](a.md)\n- [B](b)\n- [C](c.md)\n- [D](d.md)\n- [E](e0.md)\n", "/api/new/a.md": "[x](x)", "/api/new/x.md": "x", "/api/b/index.md": "b",
	})
	s.faults["/api/a.md"] = status(301, 99, "Location", "new/a")
	s.faults["/api/b.md"] = status(302, 99, "Location", "/api/b/index.md")
	s.faults["/api/c.md"] = status(302, 99, "Location", "d.md")
	s.faults["/api/d.md"] = status(302, 99, "Location", "c.md")
	for i := range 12 {
		s.faults["/api/e"+strconv.Itoa(i)+".md"] = status(302, 99, "Location", "e"+strconv.Itoa(i+1)+".md")
	}
	dir := t.TempDir()
	r := s.pull(t, s.options(dir))
	same(t, "files", stored(t, dir), map[string]string{
		"index.md": s.pages["/api/index.md"], "new/a.md": "[x](x)", "new/x.md": "x", "b/index.md": "b",
	})
	same(t, "findings", s.said(r), []string{
		"/api/c.md: refused: " + endless, "/api/d.md: refused: " + endless, "/api/e10.md: refused: " + endless,
	})
}

// TestKept has a site that loses what it had.
func TestKept(t *testing.T) {
	s, dir := newSite(t, harbor()), t.TempDir()
	o := s.options(dir)
	s.pull(t, o)
	before := files(t, dir)
	s.faults["/api/parcels.md"] = status(500, 99)
	s.faults["/api/llms.txt"] = text("<html>", "Content-Type", "text/html")
	s.faults["/api/extra.md"] = status(403, 99)
	r := s.pull(t, o)
	same(t, "counts", counts(r), [5]int{8, 0, 5, 0, 3})
	same(t, "files", files(t, dir), before)
	same(t, "findings", s.said(r), []string{
		"/api/extra.md: refused: the server answers 403 Forbidden; the page of before is kept",
		"/api/llms.txt: refused: " + html + "; the page of before is kept",
		"/api/parcels.md: failed: the server answers 500 Internal Server Error, 5 times; the page of before is kept",
	})

	s.faults["/api/index.md"] = status(500, 99)
	if _, err := Pull(t.Context(), o); err == nil || !strings.HasPrefix(err.Error(), "no index page: ") {
		t.Errorf("without an index: %v", err)
	}
	same(t, "files", files(t, dir), before)
}
