package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// The ways to write a list in a query.
const (
	styleBrackets = "brackets"
	styleComma    = "comma"
	styleRepeat   = "repeat"
)

// shownStyles are what pages show of the lists in queries that have one name.
type shownStyles struct {
	params []*model.Param
	votes  map[string]int // methods by style
	spans  map[string]source.Span
	// byExample says that an example shows a style, and not only a sentence.
	byExample bool
	// plain says that an example writes the name alone, without brackets.
	plain bool
}

// listStyles decides how lists are written in queries: one way for all
// parameters of one name, and where examples agree on one way, that for all
// lists of the API that show no other.
func (l *linker) listStyles(methods []*model.Method) {
	shown := map[string]*shownStyles{}
	var names []string
	for _, m := range methods {
		for _, p := range m.Params {
			if p.Location != model.LocationQuery || !l.isList(p.Type, 0) {
				continue
			}
			if shown[p.Name] == nil {
				shown[p.Name] = &shownStyles{votes: map[string]int{}, spans: map[string]source.Span{}}
				names = append(names, p.Name)
			}
			shown[p.Name].look(m, p)
		}
	}
	common := l.ownStyles(names, shown)
	if common == "" {
		return
	}
	for _, name := range names {
		s := shown[name]
		style := common
		if style == styleBrackets && s.plain {
			style = styleRepeat
		}
		if len(s.votes) == 0 && !strings.HasSuffix(name, "[]") {
			s.set(style, model.SourceExample)
		}
	}
}

// ownStyles gives parameters the style that is shown for their name, and
// returns the one that all of them have, if an example shows it.
func (l *linker) ownStyles(names []string, shown map[string]*shownStyles) string {
	common, several, byExample := "", false, false
	for _, name := range names {
		s := shown[name]
		style := s.most()
		if style == "" {
			continue
		}
		for _, other := range []string{styleBrackets, styleComma, styleRepeat} {
			if other != style && s.votes[other] > 0 {
				l.diags.Add("list-style", diag.Warning, s.spans[other], "lists of %s are written in two ways, %s and %s; all are sent as %s", name, style, other, style).
					See(s.spans[style], style).Help = "settle it under list_styles in docgen.yaml"
			}
		}
		by := model.SourceProse
		if s.byExample {
			by = model.SourceExample
		}
		s.set(style, by)
		several = several || common != "" && common != style
		common, byExample = style, byExample || s.byExample
	}
	if several || !byExample {
		return ""
	}
	return common
}

// most returns the style that most methods show, the first of the alphabet
// among equals.
func (s *shownStyles) most() (style string) {
	for _, candidate := range []string{styleBrackets, styleComma, styleRepeat} {
		if s.votes[candidate] > s.votes[style] {
			style = candidate
		}
	}
	return style
}

func (s *shownStyles) set(style string, by model.Source) {
	for _, p := range s.params {
		p.Style, p.Evidence = style, p.Evidence.With(model.FactStyle, by)
	}
}

var (
	commaProse = prefilter.MustCompile(`(?i)\bcomma[- ](?:separated|delimited)|(?:separated|delimited|joined) (?:by|with) (?:a )?commas?\b`)
	commaValue = prefilter.MustCompile(`^[^,\s{}\[\]]+(?:,[^,\s{}\[\]]+)+$`)
)

// look adds what the examples of a method show, or else its sentence says.
func (s *shownStyles) look(m *model.Method, p *model.Param) {
	s.params = append(s.params, p)
	seen := map[string]bool{}
	for _, e := range m.Examples {
		if e.Request == nil {
			continue
		}
		if style := s.styleIn(e.Request.Query, p.Name); style != "" && !seen[style] {
			seen[style], s.byExample = true, true
			s.vote(style, e.Span)
		}
	}
	if len(seen) == 0 && (strings.Contains(p.Doc, "omma") || strings.Contains(p.Doc, "OMMA")) && commaProse.MatchString(flowed(p.Doc)) {
		s.vote(styleComma, p.Span)
	}
}

func (s *shownStyles) vote(style string, at source.Span) {
	if s.votes[style]++; s.votes[style] == 1 {
		s.spans[style] = at
	}
}

// styleIn returns the style that a query shows for a list, or "". A name that
// stands there once with one value shows no more than that it has no brackets.
func (s *shownStyles) styleIn(query []model.Constant, name string) string {
	var values []string
	for _, q := range query {
		switch q.Name {
		case name + "[]":
			return styleBrackets
		case name:
			values = append(values, q.Value)
		}
	}
	s.plain = s.plain || len(values) > 0
	switch {
	case len(values) > 1:
		return styleRepeat
	case slices.ContainsFunc(values, commaValue.MatchString):
		return styleComma
	}
	return ""
}

// isList reports whether a value of the type can be a list.
func (l *linker) isList(t *model.Type, depth int) bool {
	s := l.structure(t)
	if s == nil || depth > 8 {
		return false
	}
	return s.Kind == model.KindArray || s.Kind == model.KindUnion &&
		slices.ContainsFunc(s.Variants, func(v *model.Variant) bool { return l.isList(v.Type, depth+1) })
}
