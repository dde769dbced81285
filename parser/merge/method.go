package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
)

// method adds to a method what the other API says of it.
func (m *merger) method(a, b *model.Method) {
	m.params(a, b)
	switch {
	case a.Body == nil && b.Body != nil:
		c := *b.Body
		c.Type, c.Evidence = m.move(b.Body.Type), m.evidence(b.Body.Evidence)
		a.Body = &c
	case b.Body != nil:
		media := a.Body.Evidence.Of(model.FactMedia)
		a.Body.Type, a.Body.Evidence = m.whole(a, b, said{a.Body.Type, a.Body.Evidence}, said{b.Body.Type, b.Body.Evidence})
		if media != "" {
			a.Body.Evidence = a.Body.Evidence.With(model.FactMedia, media)
		}
		if a.Body.Span.IsZero() {
			a.Body.Span = b.Body.Span
		}
		if a.Body.ContentType != b.Body.ContentType {
			m.disagree("the media type of the body", a.ID, a.Span, b.Span)
		}
		if a.Body.Required != b.Body.Required {
			m.disagree("the presence of the body", a.ID, a.Span, b.Span)
		}
	}
	switch {
	case a.Returns == nil && b.Returns != nil:
		c := *b.Returns
		c.Type, c.Evidence = m.move(b.Returns.Type), m.evidence(b.Returns.Evidence)
		a.Returns = &c
	case b.Returns != nil:
		before := a.Returns.Evidence
		a.Returns.Type, a.Returns.Evidence = m.whole(a, b, said{a.Returns.Type, before}, said{b.Returns.Type, b.Returns.Evidence})
		if a.Returns.Span.IsZero() || isInferred(before) && !isInferred(a.Returns.Evidence) {
			a.Returns.Span = b.Returns.Span
		}
		m.response(a, b)
	}
	m.errors(a, b)
	if b.Public && len(a.Auth) == 0 {
		a.Public = true
	} else if b.Public != a.Public && len(a.Auth)+len(b.Auth) > 0 {
		m.disagree("the credential", a.ID, a.Span, b.Span)
	}
	m.rest(a, b)
}

// errors adds the errors that only the other API has, and the types of those that it
// knows better.
func (m *merger) errors(a, b *model.Method) {
	for _, e := range b.Errors {
		c := *e
		c.Type = m.move(e.Type)
		i := slices.IndexFunc(a.Errors, func(have *model.ErrorResponse) bool { return have.Status == e.Status })
		switch {
		case i < 0:
			a.Errors = append(a.Errors, &c)
		case a.Errors[i].Type == nil:
			c.Doc = cmp.Or(a.Errors[i].Doc, c.Doc)
			a.Errors[i] = &c
		case c.Type != nil:
			known := *a.Errors[i]
			known.Type, known.Doc = m.fuse(known.Type, e.Type, subject{"error " + e.Status + " of " + a.ID, known.Span, e.Span}), cmp.Or(known.Doc, e.Doc)
			a.Errors[i] = &known
		}
	}
}

// said is the type of a body or a result with who says it.
type said struct {
	of *model.Type
	by model.Evidence
}

func isInferred(e model.Evidence) bool { return e.Of(model.FactType).Inferred() }

// whole returns the type of a body or a result that both APIs have. A statement
// comes before what the other one only infers, and nothing of that adds to it.
func (m *merger) whole(a, b *model.Method, x, y said) (*model.Type, model.Evidence) {
	switch {
	case isInferred(x.by) && !isInferred(y.by):
		if y.by.Of(model.FactType) == "" {
			y.by = y.by.With(model.FactType, model.Source(m.from.Format)).OnPages(m.from.Format)
		}
		return m.move(y.of), y.by
	case isInferred(y.by) && !isInferred(x.by):
		return x.of, x.by
	}
	return m.fuse(x.of, y.of, subject{a.ID, a.Span, b.Span}), x.by
}

// params adds the parameters. Those of the path go by their place in it, because
// two pages may name a slot differently.
func (m *merger) params(a, b *model.Method) {
	slots := slotNames(b.Path, a.Path)
	for _, p := range b.Params {
		q := *p
		if name, ok := slots[p.Name]; ok && p.Location == model.LocationPath {
			q.Name = name
		}
		if have := findParam(a.Params, &q); have != nil {
			m.field(&have.Field, &q.Field)
			if have.Style == "" {
				have.Style = q.Style
			} else if q.Style != "" && have.Style != q.Style {
				m.disagree("the style", q.Name, have.Span, q.Span)
			}
			continue
		}
		q.Field = *m.added(&q.Field)
		if q.Evidence.Of(model.FactLocation) == "" {
			q.Evidence = q.Evidence.With(model.FactLocation, model.Source(m.from.Format)).OnPages(m.from.Format)
		}
		a.Params = append(a.Params, &q)
	}
}

// evidence is that of something that only the other API has.
func (m *merger) evidence(e model.Evidence) model.Evidence {
	if e.Of(model.FactType) == "" {
		e = e.With(model.FactType, model.Source(m.from.Format))
	}
	return e.OnPages(m.from.Format)
}

// slotNames finds the names that the slots of one path have in another.
func slotNames(from, to string) map[string]string {
	out := map[string]string{}
	theirs := names.Slots(to)
	for i, name := range names.Slots(from) {
		if i < len(theirs) {
			out[name] = theirs[i]
		}
	}
	return out
}

// response adds what is said of a result besides its type.
func (m *merger) response(a, b *model.Method) {
	switch r, s := a.Returns, b.Returns; {
	case s.ContentType == "" || r.ContentType == s.ContentType:
	case r.ContentType == "":
		r.ContentType = s.ContentType
	default:
		m.disagree("the media type of the result", a.ID, a.Span, b.Span)
	}
	switch r, s := a.Returns, b.Returns; {
	case s.Status == 0 || r.Status == s.Status:
	case r.Status == 0:
		r.Status = s.Status
	default:
		m.disagree("the status of the result", a.ID, a.Span, b.Span)
	}
}

// rest adds what has no type to fuse.
func (m *merger) rest(a, b *model.Method) {
	if a.Doc == "" {
		a.Doc = b.Doc
	}
	if a.Deprecated == "" {
		a.Deprecated = b.Deprecated
	}
	if a.SDKName == "" {
		a.SDKName = b.SDKName
	}
	if a.Title == "" {
		a.Title = b.Title
	}
	switch p, q := a.Paging, b.Paging; {
	case p == nil:
		a.Paging = q
	case q != nil && (p.Items != q.Items || p.Param != q.Param || p.Next != q.Next):
		m.disagree("how the list goes on", a.ID, a.Span, b.Span)
	}
	switch {
	case a.Streaming == nil && b.Streaming != nil:
		c := *b.Streaming
		c.Type, c.Evidence = m.move(b.Streaming.Type), m.evidence(b.Streaming.Evidence)
		a.Streaming = &c
	case b.Streaming != nil:
		a.Streaming.Type = m.fuse(a.Streaming.Type, b.Streaming.Type, subject{a.ID, a.Span, b.Span})
		if a.Streaming.Field != b.Streaming.Field || a.Streaming.Location != b.Streaming.Location {
			m.disagree("what asks for the stream", a.ID, a.Span, b.Span)
		}
	}
	for _, e := range b.Examples {
		if !slices.ContainsFunc(a.Examples, func(f *model.Example) bool { return f.Kind == e.Kind && f.Text == e.Text }) {
			a.Examples = append(a.Examples, e)
		}
	}
	for _, id := range b.Auth {
		if id = m.auth[id]; !slices.Contains(a.Auth, id) {
			a.Auth = append(a.Auth, id)
		}
	}
	a.Query = m.constants(a, b, a.Query, b.Query)
	a.Headers = m.constants(a, b, a.Headers, b.Headers)
}

// constants adds fixed values. One that a parameter of the method covers is none.
func (m *merger) constants(a, b *model.Method, as, bs []model.Constant) []model.Constant {
	for _, c := range bs {
		i := slices.IndexFunc(as, func(d model.Constant) bool { return strings.EqualFold(c.Name, d.Name) })
		covered := slices.ContainsFunc(a.Params, func(p *model.Param) bool { return strings.EqualFold(p.Name, c.Name) })
		switch {
		case i >= 0 && as[i].Value != c.Value:
			m.disagree("the fixed value", c.Name, a.Span, b.Span)
		case i < 0 && !covered:
			as = append(as, c)
		}
	}
	return as
}

// addMethod adds a method that only the other API has.
func (m *merger) addMethod(op *model.Method) {
	op.MapTypes(m.move)
	for i, id := range op.Auth {
		op.Auth[i] = m.auth[id]
	}
	resource, was := strings.TrimSuffix(op.ID, "."+op.Name), op.ID
	if m.ids[op.ID] != nil {
		for m.ids[op.ID] != nil {
			op.Name += "_" + m.from.Format
			op.ID = resource + "." + op.Name
		}
		m.diags.Add("ambiguous-method", diag.Warning, op.Span, "pages of another format have another method by the name %s; it is kept as %s", was, op.ID).
			See(m.ids[was].Span, "the other method")
	}
	m.operations[was] = op.ID
	m.keep(op)
	r := m.resource(resource)
	r.Methods = append(r.Methods, op)
}

// resources adds what the other API says of resources.
func (m *merger) resources(list []*model.Resource) {
	for _, b := range list {
		a := m.resource(b.ID)
		if a.Title == "" && a.Doc == "" {
			a.Title, a.Doc, a.Span = b.Title, b.Doc, b.Span
		}
		for _, id := range b.Types {
			if id = m.renamed[id]; !slices.Contains(a.Types, id) {
				a.Types = append(a.Types, id)
			}
		}
		m.events(a, b)
		m.resources(b.Resources)
	}
}

// sortMethods puts the methods of each resource in the order of their IDs.
func sortMethods(list []*model.Resource) {
	for _, r := range list {
		slices.SortFunc(r.Methods, func(a, b *model.Method) int { return strings.Compare(a.ID, b.ID) })
		sortMethods(r.Resources)
	}
}

// resource returns the resource with the ID, made with its parents where the API
// has none.
func (m *merger) resource(id string) *model.Resource {
	siblings := &m.api.Resources
	if i := strings.LastIndexByte(id, '.'); i >= 0 {
		siblings = &m.resource(id[:i]).Resources
	}
	for _, r := range *siblings {
		if r.ID == id {
			return r
		}
	}
	r := &model.Resource{ID: id, Name: id[strings.LastIndexByte(id, '.')+1:]}
	*siblings = append(*siblings, r)
	slices.SortFunc(*siblings, func(a, b *model.Resource) int { return strings.Compare(a.ID, b.ID) })
	return r
}
