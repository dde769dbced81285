package main

import (
	"net/http"
	"net/http/httptest"
	"os"
)

func Example() {
	main()
	// Output:
	// valid: true, confidence 0.88
	// issue: wrong_postal_code, documented: true
	// issue: on_a_boat, documented: false
	// postal code: null, which is not the same as absent
	// error: status 422, an address needs lines
}

func Example_unknownPath() {
	r := httptest.NewRequest(http.MethodGet, "/v1/other", http.NoBody)
	w := httptest.NewRecorder()
	answer(w, r)
	_, _ = w.Body.WriteTo(os.Stdout)
	// Output: {"error": {"message": "no such operation"}}
}
