package merge_test

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

// A result that pages state counts, and not what examples on pages of another format
// show, whichever comes first. Its evidence says on pages of which format it stands.
func TestStatedResultsCount(t *testing.T) {
	inferred := func(a *model.API) *model.API {
		r := a.Resources[0].Methods[0].Returns
		r.Evidence = r.Evidence.With(model.FactType, model.SourceExample)
		return a
	}
	guess := func(file string) *model.API {
		return inferred(api(file, "crates.get", "/crates", object("Guess", file, field("size", model.KindString, file))))
	}
	stated := func(file string) *model.API {
		return api(file, "crates.get", "/crates", object("Crate", file, field("size", model.KindNumber, file)))
	}
	for name, tc := range map[string]struct {
		a, b   *model.API
		want   string
		source model.Source
		format string
	}{
		"the second states": {guess("a.md"), stated("b.md"), "Crate", "rows", "rows"},
		"the first states":  {stated("a.md"), guess("b.md"), "Crate", "", ""},
		"none states":       {guess("a.md"), guess("b.md"), "Guess", model.SourceExample, "spans"},
	} {
		t.Run(name, func(t *testing.T) {
			out, _ := merged(t, tc.a, tc.b)
			r := out.Resources[0].Methods[0].Returns
			if r.Type.Ref != tc.want || r.Evidence.Of(model.FactType) != tc.source {
				t.Errorf("it is %s of %q, want %s of %q", r.Type.Ref, r.Evidence.Of(model.FactType), tc.want, tc.source)
			}
			if tc.format != "" && (len(r.Evidence) == 0 || r.Evidence[0].Format != tc.format) {
				t.Errorf("evidence %+v, want it on pages of %s", r.Evidence, tc.format)
			}
		})
	}
}
