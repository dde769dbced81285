package embedded

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/openapi"
	"github.com/docgen-go/docgen/parser/statement"
)

// convert makes an API of the merged document, with what the pages say around their
// fences. It returns nil where the document is none.
func (m *merger) convert(ctx context.Context, root *yaml.Node) (*model.API, error) {
	doc := &openapi.Document{Name: m.files[root.Line].Name, Root: root, Position: m.files.Position}
	api, found, err := openapi.Convert(ctx, doc)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	var refused *openapi.RefusedError
	if errors.As(err, &refused) {
		m.diags.Add("unreadable-definition", diag.Error, refused.At, "%s", refused.Reason).Help = refused.Help
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	*m.diags = append(*m.diags, found...)
	if len(m.chosen) == 0 {
		api.Servers, api.Auth = nil, nil
		m.diags.Add("no-operations", diag.Info, m.files.Position(root), "no page defines an operation of this specification: its types are kept, but not its servers and credentials")
	}
	m.attach(api)
	found, err = link.Complete(api)
	*m.diags = append(*m.diags, found...)
	return api, err
}

// attach gives the methods the text and the samples of their pages.
func (m *merger) attach(api *model.API) {
	byStart := map[source.Span]*model.Method{}
	for _, method := range api.Methods {
		byStart[start(method.Span)] = method
	}
	events := map[source.Span]*model.Event{}
	for _, e := range eventsOf(api.Resources) {
		events[start(e.Span)] = e
	}
	for _, op := range m.chosen {
		if e := events[start(m.files.Position(op.key))]; e != nil {
			e.Doc = joinText(op.title, e.Doc, op.doc)
		}
		if method := byStart[start(m.files.Position(op.key))]; method != nil {
			op.attach(method, m.bases())
			if !op.of.cut.IsZero() {
				api.Doubts = append(api.Doubts, model.Doubt{Kind: model.DoubtEnd, Span: op.of.cut, Reason: "the page ends in a fence that is not closed", Methods: []string{method.ID}})
			}
		}
	}
}

func eventsOf(resources []*model.Resource) []*model.Event {
	var out []*model.Event
	for _, r := range resources {
		out = append(append(out, r.Events...), eventsOf(r.Resources)...)
	}
	return out
}

// start is where a place begins.
func start(at source.Span) source.Span { return source.Span{File: at.File, Start: at.Start} }

// bases are the paths of the servers, which requests have before those of methods.
func (m *merger) bases() []string {
	var out []string
	for url := range m.spec.servers {
		if base := pathOf(url); len(base) > 1 {
			out = append(out, strings.TrimSuffix(base, "/"))
		}
	}
	return out
}

func (o *operation) attach(m *model.Method, bases []string) {
	m.Title = cmp.Or(m.Title, o.title)
	m.Doc = joinText(m.Title, m.Doc, o.doc)
	known := statement.NewKnown([]statement.Operation{{Verb: m.Verb, Path: m.Path}})
	for _, s := range o.samples {
		if e := s.example(m, known, bases); e != nil {
			m.Examples = append(m.Examples, e)
		} else {
			m.Doc = joinText("", m.Doc, s.fenced())
		}
	}
}

// joinText adds to a description the paragraphs of a page that it does not have, in
// whatever lines they are set.
func joinText(title, doc, more string) string {
	have := squeeze(doc)
	for _, block := range strings.Split(more, "\n\n") {
		words := squeeze(block)
		if words == "" || words == squeeze(title) || strings.Contains(have, words) {
			continue
		}
		doc, have = strings.TrimPrefix(doc+"\n\n"+block, "\n\n"), have+words
	}
	return doc
}

// squeeze leaves of a text the letters, digits and marks that are no layout.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n>*_`#\\", r) {
			return -1
		}
		return r
	}, s)
}

var (
	answers = regexp.MustCompile(`(?i)response|returns?|results?|output|answer`)
	asksFor = regexp.MustCompile(`(?i)request|body|payload|input`)
	fails   = regexp.MustCompile(`(?i)error|fail|\b[45](\d\d|xx)\b`)
	status  = regexp.MustCompile(`\b2\d\d\b`)
)

// example makes an example of a fence of the page: a request of the operation, or
// what a success carries. It returns nil for anything else, which is documentation.
func (s sample) example(m *model.Method, known *statement.Known, bases []string) *model.Example {
	if request, err := curl.Read(s.text); err == nil {
		if !calls(known, cmp.Or(request.Verb, m.Verb), pathOf(request.URL), bases) {
			return nil
		}
		return &model.Example{Kind: model.ExampleRequest, Title: s.title(), Language: s.language, Text: s.text, Request: request, Span: s.span}
	}
	if !json.Valid([]byte(s.text)) || m.Returns == nil || asksFor.MatchString(s.heading) && !answers.MatchString(s.heading) || fails.MatchString(s.heading) {
		return nil
	}
	e := &model.Example{Kind: model.ExampleResponse, Title: s.title(), Language: s.language, Text: s.text, Span: s.span}
	if code := status.FindString(s.heading); code != "" {
		e.Status, _ = strconv.Atoi(code)
	}
	return e
}

// maxTitle is how long the line above a fence may be that is its title, in bytes.
const maxTitle = 80

// title is the line above the fence, if it is short enough to be one.
func (s sample) title() string {
	if len(s.heading) > maxTitle {
		return ""
	}
	return s.heading
}

// calls reports whether a request is one of the known operation.
func calls(known *statement.Known, verb, path string, bases []string) bool {
	for _, base := range bases {
		if rest, ok := strings.CutPrefix(path, base); ok && known.Has(statement.Operation{Verb: verb, Path: rest}) {
			return true
		}
	}
	return known.Has(statement.Operation{Verb: verb, Path: path})
}

// pathOf is the path of a URL without its host and its query.
func pathOf(url string) string {
	if _, rest, ok := strings.Cut(url, "://"); ok {
		_, rest, _ = strings.Cut(rest, "/")
		url = "/" + rest
	}
	url, _, _ = strings.Cut(url, "?")
	return url
}
