package golden_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/golden/foundry"
)

// A foundryServer is a Doer that gives a casting one status after the other, and asks to
// come back after a time.
type foundryServer struct {
	statuses []string
	wish     string // in milliseconds
	asked    []string
}

func (f *foundryServer) Do(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		_, _ = io.Copy(io.Discard, r.Body)
	}
	f.asked = append(f.asked, r.Method+" "+strings.TrimPrefix(r.URL.RequestURI(), "/v1"))
	status := f.statuses[0]
	f.statuses = f.statuses[1:]
	if status == "" {
		return &http.Response{StatusCode: 404, Body: io.NopCloser(strings.NewReader(`{}`))}, nil
	}
	header := http.Header{}
	if f.wish != "" {
		header.Set("Retry-After-Ms", f.wish)
	}
	body := `{"id": "casting_1", "alloy": "bronze", "status": "` + status + `"}`
	return &http.Response{StatusCode: 200, Header: header, Body: io.NopCloser(strings.NewReader(body))}, nil
}

func (f *foundryServer) client() *foundry.Client {
	return foundry.NewClient(foundry.WithHTTPClient(f), foundry.WithPollInterval(time.Microsecond), foundry.WithMaxRetries(0))
}

// TestPoll waits for a status behind each kind of method, with options for both requests.
func TestPoll(t *testing.T) {
	ctx := t.Context()
	order := foundry.CastingNewParams{Body: foundry.CastingOrder{Alloy: "bronze"}}
	get := foundry.CastingGetParams{Expand: foundry.Some("defect")}
	for name, c := range map[string]struct {
		call     func(*foundry.Client) (*foundry.Casting, error)
		statuses string
		want     string
	}{
		"create": {
			func(c *foundry.Client) (*foundry.Casting, error) {
				return c.Castings.NewAndPoll(ctx, order, get, foundry.WithJSON("pieces", 2), foundry.WithQuery("a", "1"))
			},
			"queued pouring pouring cooled", "POST /castings?a=1, GET /castings/casting_1?expand=defect, GET /castings/casting_1?expand=defect, GET /castings/casting_1?expand=defect",
		},
		"at once": {
			func(c *foundry.Client) (*foundry.Casting, error) { return c.Castings.NewAndPoll(ctx, order) }, "failed", "POST /castings",
		},
		"upload": {
			func(c *foundry.Client) (*foundry.Casting, error) {
				return c.Castings.UploadAndPoll(ctx, foundry.CastingUploadParams{Drawing: foundry.File{Reader: strings.NewReader("x")}})
			},
			"queued cancelled", "POST /castings/upload, GET /castings/casting_1",
		},
		"another verb": {
			func(c *foundry.Client) (*foundry.Casting, error) {
				return c.Castings.CancelAndPoll(ctx, "casting_1", foundry.CastingCancelParams{Reason: foundry.Some("late")}, get)
			},
			"pouring cancelled", "POST /castings/casting_1/cancel?reason=late, GET /castings/casting_1?expand=defect",
		},
		"what is there": {
			func(c *foundry.Client) (*foundry.Casting, error) {
				return c.Castings.GetAndPoll(ctx, "casting_1", get, foundry.WithQuery("a", "1"))
			},
			"pouring cooled", "GET /castings/casting_1?expand=defect&a=1, GET /castings/casting_1?expand=defect&a=1",
		},
	} {
		f := &foundryServer{statuses: strings.Fields(c.statuses)}
		last := f.statuses[len(f.statuses)-1]
		casting, err := c.call(f.client())
		if err != nil || string(casting.Status) != last {
			t.Errorf("%s: got %+v, %v, want the status %s", name, casting, err, last)
		}
		if got := strings.ReplaceAll(strings.Join(f.asked, ", "), "a=1&expand=defect", "expand=defect&a=1"); got != c.want {
			t.Errorf("%s: asked %s, want %s", name, got, c.want)
		}
	}
}

// TestPollHeedsTheServer waits as long as the server wishes, and no longer than the
// context allows.
func TestPollHeedsTheServer(t *testing.T) {
	f := &foundryServer{statuses: []string{"queued", "cooled"}, wish: "60"}
	begin := time.Now()
	if _, err := f.client().Castings.GetAndPoll(t.Context(), "casting_1"); err != nil || time.Since(begin) < 60*time.Millisecond {
		t.Errorf("after %s: %v", time.Since(begin), err)
	}
	f = &foundryServer{statuses: []string{"queued"}, wish: "60000"}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	begin = time.Now()
	casting, err := f.client().Castings.GetAndPoll(ctx, "casting_1")
	if !errors.Is(err, context.DeadlineExceeded) || casting == nil || casting.ID != "casting_1" || time.Since(begin) > 5*time.Second {
		t.Errorf("after %s: %+v, %v", time.Since(begin), casting, err)
	}
	f = &foundryServer{statuses: []string{"queued"}, wish: "60000"}
	ctx, cancel = context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if casting, err = f.client().Castings.NewAndPoll(ctx, foundry.CastingNewParams{}); !errors.Is(err, context.Canceled) || casting == nil {
		t.Errorf("got %+v, %v", casting, err)
	}
}

// TestPollStops demands what was read last beside an error: of a status that is newer
// than the package, and of a request that failed.
func TestPollStops(t *testing.T) {
	for name, c := range map[string]struct {
		statuses []string
		want     string
		asked    int
	}{
		"newer status": {[]string{"queued", "polished"}, `the status "polished" is newer than this package`, 2},
		"failure":      {[]string{"queued", ""}, "404", 2},
		"first fails":  {[]string{""}, "404", 1},
	} {
		f := &foundryServer{statuses: slices.Clone(c.statuses)}
		casting, err := f.client().Castings.NewAndPoll(t.Context(), foundry.CastingNewParams{})
		if err == nil || !strings.Contains(err.Error(), c.want) || len(f.asked) != c.asked || (casting != nil) != (c.asked > 1) {
			t.Errorf("%s: got %+v, %v after %q, want an error with %q", name, casting, err, f.asked, c.want)
		}
	}
	if _, ok := reflect.TypeFor[*foundry.MouldService]().MethodByName("GetAndPoll"); ok {
		t.Error("a method waits although nothing says which statuses are final")
	}
}
