package emit_test

import (
	"os"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

// TestAccumulations tells why there is no Accumulate, and what of docgen.yaml fits nothing.
func TestAccumulations(t *testing.T) {
	for name, c := range map[string]struct {
		options emit.Options
		code    diag.Code
		message string
	}{
		"nothing said": {emit.Options{}, "no-accumulate", "Call has no Accumulate for the stream of calls.create: no event of Signal has a member that is a Call"},
		"no method": {emit.Options{Accumulations: map[string]golang.Accumulation{"calls.end": {Whole: "call"}}},
			"wrong-accumulate", `"calls.end" is no method of the pages`},
		"no whole": {emit.Options{Accumulations: map[string]golang.Accumulation{"calls.create": {Whole: "sound"}}},
			"wrong-accumulate", `no event has a member "sound" that is a Call`},
		"no list": {emit.Options{Accumulations: map[string]golang.Accumulation{"calls.create": {Whole: "call", List: "channel", Index: "at"}}},
			"wrong-accumulate", `Call has no list "channel" of objects`},
		"no index": {emit.Options{Accumulations: map[string]golang.Accumulation{"calls.create": {Whole: "call", List: "heard", Index: "index"}}},
			"wrong-accumulate", `no event has a member "index"`},
		"no text": {emit.Options{Accumulations: map[string]golang.Accumulation{"calls.create": {List: "heard", Index: "at", Texts: map[string]string{"encoded": "input"}}}},
			"wrong-accumulate", `no element of heard has a member "input"`},
		"no message": {emit.Options{Accumulations: map[string]golang.Accumulation{"calls.create": {List: "heard", Index: "at", Delta: "words", Message: "words"}}},
			"wrong-accumulate", `Signal has no list "heard" of objects`},
		"no event": {emit.Options{Webhooks: &golang.Webhooks{Event: "Storm"}}, "no-webhook-event", `webhooks cannot carry a "Storm"`},
	} {
		t.Run(name, func(t *testing.T) {
			api, _, err := parser.Parse(t.Context(), os.DirFS("../testdata/radio"), parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			c.options.Package = "radio"
			_, found, err := emit.Go(t.Context(), api, c.options)
			if err != nil {
				t.Fatal(err)
			}
			told := false
			for _, d := range found {
				told = told || d.Code == c.code && strings.Contains(d.Message, c.message)
			}
			if !told {
				t.Errorf("found %v", found)
			}
		})
	}
}
