package ferry_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/golden/ferry"
)

// line is a server that notes the last request and answers with one response.
type line struct {
	status       int
	answer       string
	query        string
	body         map[string]any
	auth, cookie string
}

func (l *line) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.query, l.auth, l.cookie = r.URL.RawQuery, r.Header.Get("Authorization"), r.Header.Get("Cookie")
	l.body = nil
	if raw, err := io.ReadAll(r.Body); err == nil && strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") {
		_ = json.Unmarshal(raw, &l.body) // no JSON leaves no body, which the test sees
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(l.status)
	_, _ = io.WriteString(w, l.answer)
}

func client(t *testing.T, l *line) *ferry.Client {
	t.Helper()
	server := httptest.NewServer(l)
	t.Cleanup(server.Close)
	return ferry.NewClient(ferry.WithBaseURL(server.URL), ferry.WithToken("T"), ferry.WithSeat("S"), ferry.WithMaxRetries(0))
}

// A failure has the type that the document gives its status.
func TestErrorsByStatus(t *testing.T) {
	for status, c := range map[int]struct {
		answer string
		fits   func(detail any) bool
	}{
		409: {`{"with":"c2"}`, func(d any) bool { c, ok := d.(*ferry.Conflict); return ok && c.With == "c2" }},
		422: {`{"reason":"no"}`, func(d any) bool {
			c, ok := d.(*ferry.CrossingPostCrossingsError4XX)
			return ok && c.Reason == "no"
		}},
		500: {`{"reason":"no"}`, func(d any) bool { return d == nil }},
		400: {`<html>`, func(d any) bool { return d == nil }},
	} {
		_, err := client(t, &line{status: status, answer: c.answer}).Crossings.PostCrossings(t.Context(), ferry.CrossingPostCrossingsParams{})
		var failed *ferry.Error
		if !errors.As(err, &failed) || failed.StatusCode != status || string(failed.Body) != c.answer {
			t.Errorf("%d: error %v", status, err)
			continue
		}
		if !c.fits(failed.Detail) {
			t.Errorf("%d: detail %#v of %s", status, failed.Detail, c.answer)
		}
	}
}

// Lists, objects and JSON in a query are written as the document says, and an
// operation without a credential gets none.
func TestQuery(t *testing.T) {
	l := &line{status: 200, answer: `{"data":[{"id":"c1","state":2,"deck":{"kind":"cars","lanes":3}}]}`}
	page, err := client(t, l).Crossings.ListCrossings(t.Context(), ferry.CrossingListCrossingsParams{
		Ports:  ferry.Some([]string{"a", "b c"}),
		After:  ferry.Some(time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)),
		Filter: ferry.Some(ferry.Filter{Deck: ferry.Some("open")}),
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := "after=2030-01-02T03%3A04%3A05Z&filter=%7B%22deck%22%3A%22open%22%7D&ports=a%7Cb+c"; l.query != want {
		t.Errorf("query %s, want %s", l.query, want)
	}
	if l.auth != "" || l.cookie != "" {
		t.Errorf("credentials %q and %q were sent to an operation that takes none", l.auth, l.cookie)
	}
	deck, ok := page.Data[0].Deck.Value.(ferry.CarDeck)
	if !ok || deck.Lanes != 3 || page.Data[0].State != ferry.StateUnderway {
		t.Errorf("got %#v, want a car deck that is underway", page.Data[0])
	}
}

// What only responses have is not sent while it is empty.
func TestReadOnlyIsNotSent(t *testing.T) {
	l := &line{status: 201, answer: `{"id":"c9","state":1,"deck":{"kind":"open","seats":2}}`}
	made, err := client(t, l).Crossings.PostCrossings(t.Context(), ferry.CrossingPostCrossingsParams{Body: ferry.Crossing{
		State: ferry.StatePlanned, Deck: ferry.Deck{Value: ferry.OpenDeck{Seats: 2}}, Pin: ferry.Some("1234"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	deck, _ := l.body["deck"].(map[string]any)
	if _, sent := l.body["id"]; sent || l.body["pin"] != "1234" || deck["kind"] != "open" || made.ID != "c9" {
		t.Errorf("sent %v and got %+v", l.body, made)
	}
	if l.auth != "Bearer T" {
		t.Errorf("authorization %q", l.auth)
	}
}

// A credential may be a cookie, beside others that the operation takes.
func TestCookies(t *testing.T) {
	l := &line{status: 204}
	err := client(t, l).Crossings.Tickets.Issue(t.Context(), "c1", ferry.CrossingTicketIssueParams{
		Photo: ferry.NewFile("me.png", strings.NewReader("x")), Locale: ferry.Some("is"),
	})
	if err != nil {
		t.Fatal(err)
	}
	if l.cookie != "locale=is; seat=S" || l.auth != "Bearer T" {
		t.Errorf("cookie %q, authorization %q", l.cookie, l.auth)
	}
}
