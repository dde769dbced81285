package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"text/template"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
)

// ParseTemplate returns a template of the user's, in the language of text/template,
// under a name for its errors. Its data is the Report. It has these functions besides
// those of the language:
//
//	subject F   what a finding is about, in words
//	what F      what happened, in words
//	sentence F  both, with reach, endpoints and Go
//	where L     where a finding or one of its locations stands: old → new
//	summary     the report in one line
//	code T      T as a code span of Markdown
//	escape T    T as text of Markdown
//	json V      V as JSON
func ParseTemplate(name, text string) (*template.Template, error) {
	return template.New(name).Funcs((&Report{}).templateFuncs()).Parse(text)
}

func (r *Report) templateFuncs() template.FuncMap {
	return template.FuncMap{
		"subject":  r.subject,
		"what":     func(f Finding) string { return f.what(asIs) },
		"sentence": r.sentence,
		"where":    r.where,
		"summary":  r.OneLine,
		"code":     code,
		"escape":   escape,
		"json": func(v any) (string, error) {
			text, err := json.Marshal(v)
			return string(text), err
		},
	}
}

// where is where a finding or one of its locations stands.
func (r *Report) where(v any) (string, error) {
	switch v := v.(type) {
	case Finding:
		return strings.Join(r.locations(v.OldSpan, v.NewSpan), " → "), nil
	case diff.Location:
		return strings.Join(r.locations(v.OldSpan, v.NewSpan), " → "), nil
	case diff.Text:
		return strings.Join(r.locations(v.OldSpan, v.NewSpan), " → "), nil
	}
	return "", fmt.Errorf("a %T stands nowhere; where takes a finding, a location or a text", v)
}

// Template writes the report by a template of the user's, as a whole or not at all.
// Texts of pages in it are plain: none ends a line or steers a terminal. What else the
// output must not hold is up to the template. The error is the writer's or one of the
// template.
func (r *Report) Template(w io.Writer, t *template.Template) error {
	copied, err := r.plain()
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := t.Funcs(copied.templateFuncs()).Execute(&out, copied); err != nil {
		return err
	}
	_, err = out.WriteTo(w)
	return err
}

// plain is a copy of the report in which all texts are plain.
func (r *Report) plain() (*Report, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	out := &Report{}
	if err := json.Unmarshal(text, out); err != nil {
		return nil, err
	}
	out.OldPrefix, out.NewPrefix = diag.Plain(r.OldPrefix), diag.Plain(r.NewPrefix)
	out.Verbose, out.ShowTexts = r.Verbose, r.ShowTexts
	makePlain(reflect.ValueOf(out).Elem())
	return out, nil
}

// makePlain makes every text below a value plain.
func makePlain(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			v.SetString(diag.Plain(v.String()))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			makePlain(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			makePlain(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			makePlain(v.Index(i))
		}
	}
}
