package golden_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/golden/foundry"
)

func failing(status int, header http.Header, body string) *foundry.Client {
	return foundry.NewClient(foundry.WithMaxRetries(0), foundry.WithHTTPClient(foundry.DoerFunc(func(*http.Request) (*http.Response, error) {
		return answerWith(status, header, body)
	})))
}

// TestErrorFields reads the fields of an error from the object that the API documents,
// and the object itself as the type that it documents for the status.
func TestErrorFields(t *testing.T) {
	for name, c := range map[string]struct {
		status                   int
		header                   http.Header
		body                     string
		typ, code, message, id   string
		problem, order, detailed bool
	}{
		"below a member": {
			status: 404, body: `{"error": {"kind": "not_found", "code": 7, "reason": "no such casting"}, "request_id": "req_1"}`,
			typ: "not_found", code: "7", message: "no such casting", id: "req_1", problem: true, detailed: true,
		},
		"header before body": {
			status: 409, header: http.Header{"X-Request-Id": {"req_2"}}, body: `{"error": {"kind": "too_hot", "reason": "wait"}, "request_id": "req_1"}`,
			typ: "too_hot", message: "wait", id: "req_2", problem: true, detailed: true,
		},
		"list beside a type": {
			status: 422, body: `{"type": "order", "title": "The order makes no sense.", "errors": [{"field": "alloy", "message": "unknown alloy"}]}`,
			typ: "order", message: "unknown alloy", order: true, detailed: true,
		},
		"list without messages": {
			status: 422, body: `{"type": "order", "title": "The order makes no sense.", "errors": [{"field": "alloy"}]}`,
			typ: "order", message: "The order makes no sense.", order: true, detailed: true,
		},
		"status without a type":  {status: 500, body: `{"error": {"kind": "too_hot", "reason": "wait"}}`, typ: "too_hot", message: "wait"},
		"body that does not fit": {status: 404, body: `["no"]`},
		"no JSON":                {status: 404, body: `<html>`},
	} {
		_, err := failing(c.status, c.header, c.body).Castings.New(t.Context(), foundry.CastingNewParams{})
		var failed *foundry.Error
		if !errors.As(err, &failed) {
			t.Errorf("%s: got %v", name, err)
			continue
		}
		if failed.StatusCode != c.status || failed.Type != c.typ || failed.Code != c.code || failed.Message != c.message || failed.RequestID() != c.id {
			t.Errorf("%s: got %d %q %q %q %q", name, failed.StatusCode, failed.Type, failed.Code, failed.Message, failed.RequestID())
		}
		problem, isProblem := foundry.DetailOf[foundry.Problem](err)
		order, isOrder := foundry.DetailOf[foundry.OrderProblem](err)
		if isProblem != c.problem || isOrder != c.order || (failed.Detail != nil) != c.detailed {
			t.Errorf("%s: the detail is %T", name, failed.Detail)
		}
		if isProblem && problem.Error.Reason != c.message || isOrder && order.Type != c.typ {
			t.Errorf("%s: the detail is %+v", name, failed.Detail)
		}
	}
	if _, ok := foundry.DetailOf[foundry.Problem](errors.New("none")); ok {
		t.Error("any error has a detail")
	}
	if _, ok := foundry.DetailOf[foundry.Problem](nil); ok {
		t.Error("no error has a detail")
	}
}

// TestRawJSON reads back what a server sent of objects, unions, elements of lists and
// members that were joined, with members that are newer than the package.
func TestRawJSON(t *testing.T) {
	body := `{"data": [{"metal": "iron", "batch": "b1", "carbon": 2.10, "newer": {"deep": [1, 2]}}, {"metal": "tin", "batch": "b2"}], "next": null}`
	var raw json.RawMessage
	pours, err := failing(200, nil, body).Pours.List(t.Context(), foundry.WithRawJSON(&raw))
	if err != nil || string(raw) != body {
		t.Fatalf("got %s, %v", raw, err)
	}
	if got := string(foundry.MustJSON(pours)); !sameText(got, body) {
		t.Errorf("the page is %s", got)
	}
	iron, ok := pours.Data[0].Value.(foundry.IronPour)
	if !ok || iron.Batch != "b1" || string(iron.Extra["newer"]) != `{"deep": [1, 2]}` {
		t.Errorf("the first is %+v", pours.Data[0])
	}
	for i, want := range []string{`{"metal": "iron", "batch": "b1", "carbon": 2.10, "newer": {"deep": [1, 2]}}`, `{"metal": "tin", "batch": "b2"}`} {
		if got := string(foundry.MustJSON(pours.Data[i])); !sameText(got, want) {
			t.Errorf("element %d is %s", i, got)
		}
	}
	if got := string(foundry.MustJSON(iron)); !sameText(got, `{"metal": "iron", "batch": "b1", "carbon": 2.10, "newer": {"deep": [1, 2]}}`) {
		t.Errorf("the object is %s", got)
	}
	casting, err := failing(200, nil, `{"id": "c", "alloy": "iron", "status": "melting", "defect": {"spot": "rim", "depth": 1e3}}`).Castings.Get(t.Context(), "c")
	if err != nil {
		t.Fatal(err)
	}
	defect, _ := casting.Defect.Get()
	if got := string(foundry.MustJSON(defect)); !sameText(got, `{"spot": "rim", "depth": 1e3}`) {
		t.Errorf("the object inside is %s", got)
	}
}

// sameText reports whether two texts are the same JSON value.
func sameText(a, b string) bool {
	var x, y any
	return json.Unmarshal([]byte(a), &x) == nil && json.Unmarshal([]byte(b), &y) == nil && cmp.Equal(x, y)
}
