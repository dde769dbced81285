package link

import (
	"encoding/json"

	"github.com/docgen-go/docgen/model"
)

// choose finds the variant of a union that a value is: the one whose constants
// it has, or else the one that explains most of its members.
func (l *linker) choose(u *model.Type, v any) *model.Variant {
	var best *model.Variant
	bestScore := 0
	for _, w := range u.Variants {
		if s := l.score(w.Type, v, 0); s > bestScore {
			best, bestScore = w, s
		}
	}
	return best
}

// score says how well a value fits a type; 0 is not at all.
func (l *linker) score(t *model.Type, v any, depth int) int {
	t = l.structure(t)
	if t == nil || depth > 8 {
		return 0
	}
	switch t.Kind {
	case model.KindAny:
		return 1
	case model.KindUnion:
		best := 0
		for _, w := range t.Variants {
			best = max(best, l.score(w.Type, v, depth+1))
		}
		return best
	case model.KindObject:
		if m, ok := v.(map[string]any); ok {
			return l.scoreObject(t, m)
		}
		return 0
	}
	if fitsKind(t, v) {
		return 2
	}
	return 0
}

func (l *linker) scoreObject(t *model.Type, m map[string]any) int {
	score := 2
	for _, f := range t.Fields {
		v, ok := m[f.Name]
		switch {
		case ok && f.Type.Kind == model.KindConst && !sameLiteral(f.Type.Literal, v):
			return 0
		case ok && f.Type.Kind == model.KindConst:
			score += 20
		case ok:
			score += 2
		case f.Required:
			score--
		}
	}
	return max(score, 1)
}

// fitsKind compares only the outermost kind of a value.
func fitsKind(t *model.Type, v any) bool {
	switch v := v.(type) {
	case nil:
		return t.Kind == model.KindNull
	case bool:
		return t.Kind == model.KindBoolean || t.Kind == model.KindConst && sameLiteral(t.Literal, v)
	case json.Number:
		return t.Kind == model.KindNumber || t.Kind == model.KindInteger ||
			t.Kind == model.KindEnum && t.Enum.Base != model.KindString || t.Kind == model.KindConst && sameLiteral(t.Literal, v)
	case string:
		return fitsText(t, v)
	case []any:
		return t.Kind == model.KindArray
	case map[string]any:
		return t.Kind == model.KindMap
	}
	return false
}

func fitsText(t *model.Type, v string) bool {
	switch t.Kind {
	case model.KindString, model.KindDate, model.KindDateTime, model.KindFile:
		return true
	case model.KindEnum:
		return t.Enum.Base == model.KindString
	case model.KindConst:
		return sameLiteral(t.Literal, v)
	}
	return false
}

// sameLiteral compares a literal with a decoded value.
func sameLiteral(l model.Literal, v any) bool {
	want, err := ParseJSON(string(l))
	return err == nil && want == v
}

// lookup finds a named type, as [values.Lookup] does.
func (l *linker) lookup(id string) *model.NamedType { return l.named[id] }

// structure follows refs.
func (l *linker) structure(t *model.Type) *model.Type {
	for range 100 { // longer chains of aliases are circles
		if t == nil || t.Kind != model.KindRef {
			return t
		}
		n := l.named[t.Ref]
		if n == nil {
			return nil
		}
		t = n.Type
	}
	return nil
}
