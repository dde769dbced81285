package main

import (
	"encoding/json"
	"io"
	"net/http"
)

// validated is what the server says about every address that has lines: one value is
// newer than the pages of Harbor.
const validated = `{
	"address": {"city": "Amsterdam", "country": "NL", "lines": ["Prinsengracht 263"], "postal_code": null},
	"confidence": 0.88, "valid": true, "issues": ["wrong_postal_code", "on_a_boat"]
}`

// answer serves POST /v1/addresses/validate.
func answer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	var sent struct{ Lines []string }
	err := json.NewDecoder(r.Body).Decode(&sent)
	switch {
	case r.Method+" "+r.URL.Path != "POST /v1/addresses/validate":
		w.WriteHeader(http.StatusNotFound)
		io.WriteString(w, `{"error": {"message": "no such operation"}}`)
	case err != nil || len(sent.Lines) == 0:
		w.WriteHeader(http.StatusUnprocessableEntity)
		io.WriteString(w, `{"error": {"message": "an address needs lines"}}`)
	default:
		io.WriteString(w, validated)
	}
}
