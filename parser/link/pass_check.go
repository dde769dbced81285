package link

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// check compares each response example with the type that its page gives. What
// does not fit is the page's own contradiction: it is reported, and generated
// tests leave the example out by name.
func (l *linker) check() {
	for m := range l.eachMethod() {
		for _, e := range m.Examples {
			if e.Kind != model.ExampleResponse || m.Returns == nil {
				continue
			}
			if v, ok := l.seen.values[e]; ok {
				e.Conflict = l.misfit(m.Returns.Type, v, "$", 0)
			} else if err := l.seen.broken[e]; err != nil {
				e.Conflict = "it is no valid JSON: " + err.Error()
			}
			if e.Conflict != "" {
				l.diags.Add("example-contradicts", diag.Warning, conflictSpan(e, l.seen.broken[e]), "the response example of %s contradicts its page: %s", m.ID, e.Conflict)
			}
		}
		l.reportUnlisted(m)
		l.checkSent(m)
	}
	l.untypedElements()
	for _, id := range l.undeclared {
		l.diags.Add("undeclared-type", diag.Warning, l.named[id].Span, "type %s is used but no page shows its members; it is kept as any value", id)
	}
}

// conflictSpan is the place of a syntax error inside of an example, and the
// example elsewhere.
func conflictSpan(e *model.Example, err error) source.Span {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) || int(syntax.Offset) > len(e.Text) || syntax.Offset < 1 {
		return e.Span
	}
	before := e.Text[:syntax.Offset-1]
	lines := strings.Count(before, "\n")
	span := e.Span
	span.Start.Line += int32(1 + lines) // the text starts below the line of the fence
	span.Start.Column = int32(len(before) - strings.LastIndexByte(before, '\n'))
	return span
}

// misfit says why a value does not fit a type, with the JSONPath of the place,
// or "".
func (l *linker) misfit(t *model.Type, v any, path string, depth int) string {
	s := l.structure(t)
	if s == nil || depth > 200 {
		return ""
	}
	switch s.Kind {
	case model.KindAny, model.KindUnion, model.KindConst:
		return "" // kept as they come, whatever they are
	case model.KindObject:
		return l.misfitObject(s, v, path, depth)
	case model.KindArray:
		list, ok := v.([]any)
		if !ok {
			return wrongKind(s, v, path)
		}
		for i, e := range list {
			if why := l.misfitElem(s.Elem, e, fmt.Sprintf("%s[%d]", path, i), depth); why != "" {
				return why
			}
		}
		return ""
	case model.KindMap:
		m, ok := v.(map[string]any)
		if !ok {
			return wrongKind(s, v, path)
		}
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if why := l.misfitElem(s.Elem, m[k], path+"."+k, depth); why != "" {
				return why
			}
		}
		return ""
	}
	return misfitScalar(s, v, path)
}

func (l *linker) misfitElem(t *model.Type, v any, path string, depth int) string {
	return l.misfit(t, v, path, depth+1)
}

func (l *linker) misfitObject(t *model.Type, v any, path string, depth int) string {
	m, ok := v.(map[string]any)
	if !ok {
		return wrongKind(t, v, path)
	}
	for _, f := range t.Fields {
		fv, ok := m[f.Name]
		switch {
		case !ok && f.Required && !l.ofRequest:
			return fmt.Sprintf("%s.%s is required and missing", path, f.Name)
		case !ok || fv == nil && (f.Nullable || l.ofRequest):
			continue
		}
		if why := l.misfit(f.Type, fv, path+"."+f.Name, depth+1); why != "" {
			return why
		}
	}
	return ""
}

func misfitScalar(t *model.Type, v any, path string) string {
	if !fitsKind(t, v) && t.Kind != model.KindNull {
		return wrongKind(t, v, path)
	}
	switch s, _ := v.(string); t.Kind {
	case model.KindDateTime:
		if !isTime(s) {
			return fmt.Sprintf("%s is %q, no RFC 3339 time", path, s)
		}
	case model.KindDate:
		if !isDate(s) {
			return fmt.Sprintf("%s is %q, no RFC 3339 date", path, s)
		}
	case model.KindInteger:
		n, _ := v.(json.Number)
		if strings.ContainsAny(n.String(), ".eE") {
			return fmt.Sprintf("%s is %s, no integer", path, n)
		}
		if _, err := n.Int64(); err != nil && t.Format != model.FormatDecimal {
			return fmt.Sprintf("%s is %s, beyond the integers of 64 bits", path, n)
		}
	}
	return ""
}

func wrongKind(t *model.Type, v any, path string) string {
	return fmt.Sprintf("%s is %s where the page says %s", path, kindOf(v), t.Kind)
}

func kindOf(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "a boolean"
	case json.Number:
		return "a number"
	case string:
		return "a string"
	case []any:
		return "an array"
	}
	return "an object"
}
