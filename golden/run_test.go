package golden_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/golden/foundry"
	"github.com/docgen-go/docgen/golden/harbor"
)

func answerWith(status int, header http.Header, body string) (*http.Response, error) {
	if header == nil {
		header = http.Header{}
	}
	return &http.Response{StatusCode: status, Header: header, ContentLength: int64(len(body)), Body: io.NopCloser(strings.NewReader(body))}, nil
}

// sentBy is what a call with options sends: the request and its body.
func sentBy(t *testing.T, opts ...harbor.Option) (*http.Request, string) {
	t.Helper()
	var sent *http.Request
	var body []byte
	client := harbor.NewClient(harbor.WithHTTPClient(harbor.DoerFunc(func(r *http.Request) (*http.Response, error) {
		sent = r
		body, _ = io.ReadAll(r.Body)
		return answerWith(200, nil, `{"id": "parcel_1"}`)
	})), harbor.WithHeader("X-Always", "1"), harbor.WithQuery("always", "1"))
	params := harbor.ParcelCancelParams{Reason: harbor.ParcelCancelParamsReasonSender}
	if _, err := client.Parcels.Cancel(t.Context(), "parcel_1", params, opts...); err != nil {
		t.Fatal(err)
	}
	return sent, string(body)
}

// TestEdits adds, replaces and removes headers, query parameters and members of the body.
func TestEdits(t *testing.T) {
	r, body := sentBy(t)
	if r.Header.Get("X-Always") != "1" || r.URL.RawQuery != "always=1" || body != `{"reason":"sender"}` {
		t.Errorf("without options: %v %s %s", r.Header, r.URL.RawQuery, body)
	}
	r, body = sentBy(t, harbor.WithHeader("X-Always", "2"), harbor.AddHeader("X-More", "a"), harbor.AddHeader("X-More", "b"),
		harbor.WithoutHeader("Harbor-Version"), harbor.AddQuery("always", "2"), harbor.AddQuery("z", "3"),
		harbor.WithJSON("reason", "new"), harbor.WithJSON("depth.count", 2))
	if r.Header.Get("X-Always") != "2" || r.Header.Get("X-More") != "a,b" || r.Header.Get("Harbor-Version") != "" {
		t.Errorf("headers: %v", r.Header)
	}
	if r.URL.RawQuery != "always=1&always=2&z=3" || body != `{"depth":{"count":2},"reason":"new"}` {
		t.Errorf("got %s and %s", r.URL.RawQuery, body)
	}
	if r, body = sentBy(t, harbor.WithoutQuery("always"), harbor.WithoutJSON("reason")); r.URL.RawQuery != "" || body != "{}" {
		t.Errorf("got %s and %s", r.URL.RawQuery, body)
	}
}

// TestWithResponse reads the headers of successes and of failures.
func TestWithResponse(t *testing.T) {
	for _, status := range []int{200, 429} {
		client := harbor.NewClient(harbor.WithMaxRetries(0), harbor.WithHTTPClient(harbor.DoerFunc(func(*http.Request) (*http.Response, error) {
			return answerWith(status, http.Header{"X-Request-Id": {"req_1"}, "X-Ratelimit-Remaining": {"7"}}, `{"id": "parcel_1"}`)
		})))
		var resp *http.Response
		_, err := client.Parcels.Get(t.Context(), "parcel_1", harbor.WithResponse(&resp))
		if (err != nil) != (status == 429) || resp == nil || resp.Header.Get("X-Ratelimit-Remaining") != "7" || resp.Header.Get("X-Request-Id") != "req_1" {
			t.Errorf("%d: %v %v", status, resp, err)
		}
	}
}

// TestDownloadFacts reads type, length and file name of a download.
func TestDownloadFacts(t *testing.T) {
	client := harbor.NewClient(harbor.WithHTTPClient(harbor.DoerFunc(func(*http.Request) (*http.Response, error) {
		return answerWith(200, http.Header{"Content-Type": {"image/png"}, "Content-Disposition": {`attachment; filename="../a/map.png"`}}, "12345")
	})))
	file, err := client.Files.Download(t.Context(), "file_1")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if file.ContentType != "image/png" || file.Length != 5 || file.Name != "map.png" || file.Header.Get("Content-Type") == "" {
		t.Errorf("got %+v", file)
	}
}

// TestTries demands that middleware sees each try, that each try has a time of its own,
// and that a log has no secrets.
func TestTries(t *testing.T) {
	var log bytes.Buffer
	var deadlines []time.Time
	tries := 0
	client := harbor.NewClient(harbor.WithHarborAPIKey("s3cret"), harbor.WithMaxRetries(2), harbor.WithTimeout(time.Hour),
		harbor.WithLogger(slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))),
		harbor.WithMiddleware(func(r *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
			tries++
			return next(r)
		}),
		harbor.WithHTTPClient(harbor.DoerFunc(func(r *http.Request) (*http.Response, error) {
			deadline, _ := r.Context().Deadline()
			deadlines = append(deadlines, deadline)
			if len(deadlines) == 1 {
				return answerWith(503, http.Header{"Retry-After-Ms": {"5"}}, "")
			}
			return answerWith(200, http.Header{"X-Request-Id": {"req_1"}}, `{"id": "parcel_1"}`)
		})))
	if _, err := client.Parcels.Get(t.Context(), "parcel_1"); err != nil {
		t.Fatal(err)
	}
	if tries != 2 || len(deadlines) != 2 || !deadlines[1].After(deadlines[0]) || time.Until(deadlines[0]) < 50*time.Minute {
		t.Errorf("%d tries until %v", tries, deadlines)
	}
	if text := log.String(); strings.Contains(text, "s3cret") || strings.Count(text, "msg=request") != 2 || !strings.Contains(text, "status=503") || !strings.Contains(text, "request_id=req_1") {
		t.Errorf("the log is\n%s", text)
	}
}

// TestDefaultTimeout demands a time for a try of a client that nobody gave one, and none
// for a download.
func TestDefaultTimeout(t *testing.T) {
	limited := map[string]bool{}
	client := harbor.NewClient(harbor.WithHTTPClient(harbor.DoerFunc(func(r *http.Request) (*http.Response, error) {
		_, limited[r.URL.Path] = r.Context().Deadline()
		return answerWith(200, nil, `{"id": "parcel_1"}`)
	})))
	if _, err := client.Parcels.Get(t.Context(), "p"); err != nil {
		t.Fatal(err)
	}
	file, err := client.Files.Download(t.Context(), "f")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if !limited["/v1/parcels/p"] || limited["/v1/files/f/content"] {
		t.Errorf("limited are %v", limited)
	}
	late := harbor.NewClient(harbor.WithMaxRetries(0), harbor.WithTimeout(time.Millisecond), harbor.WithHTTPClient(harbor.DoerFunc(func(r *http.Request) (*http.Response, error) {
		<-r.Context().Done()
		return nil, r.Context().Err()
	})))
	if _, err := late.Parcels.Get(t.Context(), "p"); !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "WithTimeout") {
		t.Errorf("got %v", err)
	}
}

// TestClientVersion demands the version in the constant and in User-Agent.
func TestClientVersion(t *testing.T) {
	agent := ""
	client := foundry.NewClient(foundry.WithHTTPClient(foundry.DoerFunc(func(r *http.Request) (*http.Response, error) {
		agent = r.Header.Get("User-Agent")
		return answerWith(200, nil, `{"id": "casting_1"}`)
	})))
	if _, err := client.Castings.Get(t.Context(), "casting_1"); err != nil {
		t.Fatal(err)
	}
	if foundry.ClientVersion != "1.2.0" || !strings.HasPrefix(agent, "foundry/1.2.0 (go") {
		t.Errorf("the version is %s, User-Agent %s", foundry.ClientVersion, agent)
	}
	if r, _ := sentBy(t); harbor.ClientVersion != "devel" || !strings.HasPrefix(r.Header.Get("User-Agent"), "harbor/") {
		t.Errorf("the version is %s, User-Agent %s", harbor.ClientVersion, r.Header.Get("User-Agent"))
	}
}
