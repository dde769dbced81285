package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// servers adds the servers that only the other API has. Requests go to the first
// of them, which stays what it was.
func (m *merger) servers() {
	for _, s := range m.from.API.Servers {
		if slices.ContainsFunc(m.api.Servers, func(t model.Server) bool { return t.URL == s.URL }) {
			continue
		}
		if len(m.api.Servers) > 0 {
			m.diags.Add("formats-disagree", diag.Warning, s.Span, "the server %s is another one than %s, which requests go to", s.URL, m.api.Servers[0].URL).
				See(m.api.Servers[0].Span, "the server that requests go to").Help = "the word of the " + m.formatOf(m.api.Servers[0].Span) + " pages counts"
		}
		m.api.Servers = append(m.api.Servers, s)
	}
}

// credentials adds the credentials of the other API, those that are sent alike
// under one ID.
func (m *merger) credentials() {
	taken := map[string]bool{}
	for _, a := range m.api.Auth {
		taken[a.ID] = true
	}
	for _, b := range m.from.API.Auth {
		i := slices.IndexFunc(m.api.Auth, func(a model.Auth) bool {
			return a.Scheme == b.Scheme && strings.EqualFold(a.Name, b.Name) && a.Prefix == b.Prefix && (a.Env == b.Env || a.Env == "" || b.Env == "")
		})
		if i >= 0 {
			m.auth[b.ID] = m.api.Auth[i].ID
			continue
		}
		was := b.ID
		for taken[b.ID] {
			b.ID += "_" + m.from.Format
		}
		m.auth[was], taken[b.ID] = b.ID, true
		m.api.Auth = append(m.api.Auth, b)
	}
}

// fixedHeaders keeps as headers of all requests those that both APIs send; any
// other belongs to the methods of the API that sends it.
func (m *merger) fixedHeaders() {
	push := func(op *model.Method, c model.Constant) {
		named := func(d model.Constant) bool { return strings.EqualFold(c.Name, d.Name) }
		covered := slices.ContainsFunc(op.Params, func(p *model.Param) bool {
			return p.Location == model.LocationHeader && strings.EqualFold(p.Name, c.Name)
		})
		if !covered && !slices.ContainsFunc(op.Headers, named) {
			op.Headers = append(op.Headers, c)
		}
	}
	var kept []model.Constant
	for _, c := range m.api.Headers {
		if slices.ContainsFunc(m.from.API.Headers, c.Same) {
			kept = append(kept, c)
			continue
		}
		for _, op := range m.api.Methods {
			push(op, c)
		}
	}
	for _, c := range m.from.API.Headers {
		for _, op := range m.from.API.Methods {
			if !slices.ContainsFunc(kept, c.Same) {
				push(op, c)
			}
		}
	}
	m.api.Headers = kept
}

// doubts adds the doubts about what the other API says.
func (m *merger) doubts() {
	rename := func(ids []string, to map[string]string) []string {
		out := make([]string, len(ids))
		for i, id := range ids {
			out[i] = cmp.Or(to[id], id)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	for _, d := range m.from.API.Doubts {
		d.Methods, d.Types = rename(d.Methods, m.operations), rename(d.Types, m.renamed)
		m.api.Doubts = append(m.api.Doubts, d)
	}
	slices.SortStableFunc(m.api.Doubts, func(a, b model.Doubt) int {
		switch {
		case a.Span.Before(b.Span):
			return -1
		case b.Span.Before(a.Span):
			return 1
		}
		return 0
	})
}
