package parser_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// A factReport is an API as lines that a person can write down from looking at
// a page, one fact a line:
//
//	server URL                              auth ID SCHEME NAME ENV
//	header NAME: VALUE                      page PATH KIND DIALECT
//	resource ID "TITLE"                     unread BYTES
//	method ID VERB PATH                     diag SEVERITY CODE FILE:LINE
//	param METHOD PLACE NAME TYPE FLAGS      returns METHOD STATUS TYPE
//	body METHOD CONTENT-TYPE TYPE           always METHOD query|header NAME=VALUE
//	type NAME TYPE                          named NAME anonymous|RESOURCE
//	field PATH TYPE FLAGS                   fields PATH NAME NAME…
//	doc SUBJECT "TEXT"                      deprecated SUBJECT "TEXT"
//	said SUBJECT FACT SOURCE                request METHOD WHAT…
//	sdk SUBJECT NAME                        streams METHOD TYPE FLAG
//	pages METHOD items=F param=P next=F more=F type=NAME
//	response METHOD STATUS LANGUAGE ok|conflict
//	error METHOD STATUS
//	event RESOURCE NAME TYPE
//	doubt KIND FILE:LINE ID…
//	count methods|types|pages|diagnostics|doubts N   (but for notes on how lists go on)
//
// A PATH starts at a named type, at METHOD:body or at METHOD:returns, and goes
// through anonymous structure: .field, [] for items, {} for the values of a
// map, <Variant> for a variant. TYPE shows anonymous structure in place, so
// that facts do not depend on the names that anonymous types are given.
type factReport struct {
	api   *model.API
	lines []string
}

func factsOf(api *model.API, diags diag.List) []string {
	s := &factReport{api: api}
	s.wholeAPI()
	for _, p := range api.Pages {
		s.add("page %s %s %s", p.Path, p.Kind, p.Dialect)
	}
	s.resources(api.Resources)
	for _, t := range api.Types {
		s.namedType(t)
	}
	for _, d := range diags {
		s.add("diag %s %s %s:%d", d.Severity, d.Code, d.Span.File, d.Span.Start.Line)
	}
	for _, d := range api.Doubts {
		s.add("doubt %s %s:%d %s", d.Kind, d.Span.File, d.Span.Start.Line, strings.Join(append(d.Methods, d.Types...), " "))
	}
	s.add("count diagnostics %d", len(withoutPages(diags)))
	s.add("count doubts %d", len(api.Doubts))
	slices.Sort(s.lines)
	return s.lines
}

func (s *factReport) add(format string, args ...any) {
	s.lines = append(s.lines, strings.TrimRight(fmt.Sprintf(format, args...), " "))
}

func (s *factReport) wholeAPI() {
	api := s.api
	for _, v := range api.Servers {
		s.add("server %s", v.URL)
	}
	for _, a := range api.Auth {
		s.add("auth %s %s %s %s", a.ID, a.Scheme, orDash(a.Name), orDash(a.Env))
	}
	for _, h := range api.Headers {
		s.add("header %s: %s", h.Name, h.Value)
	}
	var unread int64
	for _, p := range api.Pages {
		unread += p.Bytes.Unread
	}
	s.add("unread %d", unread)
	s.add("count pages %d", len(api.Pages))
	s.add("count types %d", len(api.Types))
	n := 0
	api.Methods(func(*model.Resource, *model.Method) bool { n++; return true })
	s.add("count methods %d", n)
}

func (s *factReport) resources(rs []*model.Resource) {
	for _, r := range rs {
		s.add("resource %s %q", r.ID, r.Title)
		s.docs(r.ID, r.Doc, "")
		for _, e := range r.Events {
			s.add("event %s %s %s", r.ID, e.Name, e.Type)
		}
		for _, m := range r.Methods {
			s.method(m)
		}
		s.resources(r.Resources)
	}
}

func (s *factReport) method(m *model.Method) {
	s.add("method %s %s %s", m.ID, m.Verb, m.Path)
	s.docs(m.ID, m.Doc, m.Deprecated)
	for _, p := range m.Params {
		s.add("param %s %s %s %s %s", m.ID, p.Location, word(p.Name), s.typeText(p.Type), flags(&p.Field))
		s.fieldNotes(m.ID+":"+word(p.Name), &p.Field)
	}
	if m.Body != nil {
		s.add("body %s %s %s", m.ID, m.Body.ContentType, s.typeText(m.Body.Type))
		s.structure(m.ID+":body", m.Body.Type)
	}
	s.returns(m)
	s.always(m)
	s.signature(m)
	for _, e := range m.Examples {
		s.example(m, e)
	}
}

func (s *factReport) returns(m *model.Method) {
	if m.Returns == nil {
		s.add("returns %s nothing", m.ID)
		return
	}
	s.add("returns %s %d %s", m.ID, m.Returns.Status, s.typeText(m.Returns.Type))
	s.structure(m.ID+":returns", m.Returns.Type)
}

func (s *factReport) always(m *model.Method) {
	for _, a := range m.Auth {
		s.add("always %s auth %s", m.ID, a)
	}
	for _, c := range m.Query {
		s.add("always %s query %s=%s", m.ID, c.Name, c.Value)
	}
	for _, c := range m.Headers {
		s.add("always %s header %s=%s", m.ID, c.Name, c.Value)
	}
}

func (s *factReport) example(m *model.Method, e *model.Example) {
	if e.Kind == model.ExampleResponse {
		state := "ok"
		if e.Conflict != "" {
			state = "conflict"
		}
		s.add("response %s %d %s %s", m.ID, e.Status, orDash(e.Language), state)
		return
	}
	r := e.Request
	if r == nil {
		s.add("request %s unread %s", m.ID, e.Language)
		return
	}
	s.add("request %s %s %s", m.ID, r.Verb, r.URL)
	for _, c := range r.Query {
		s.add("request %s query %s=%s", m.ID, c.Name, c.Value)
	}
	for _, c := range r.Headers {
		s.add("request %s header %s: %s", m.ID, c.Name, c.Value)
	}
	for _, c := range r.Form {
		s.add("request %s form %s=%s", m.ID, c.Name, c.Value)
	}
	if r.Body != "" {
		s.add("request %s body %s", m.ID, oneLine(r.Body))
	}
}

var plainWord = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*$`)

// word quotes what would not read as one word of a path.
func word(name string) string {
	if plainWord.MatchString(name) {
		return name
	}
	return strconv.Quote(name)
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func oneLine(body string) string {
	var b bytes.Buffer
	if json.Compact(&b, []byte(body)) == nil {
		return b.String()
	}
	return strconv.Quote(body)
}

// withoutPages leaves out the notes on how lists go on, which nearly every list
// of a small case would get.
func withoutPages(diags diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(diags), func(d diag.Diagnostic) bool {
		return d.Code == "unpaged-list" || d.Code == "assumed-first-page"
	})
}
