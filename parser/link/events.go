package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// element finds the type of what a stream carries that no signature says, and sets
// it with who tells: the name of a declared type, or a sentence that says that a
// stream carries what the method returns.
func (l *linker) element(m *model.Method, s *model.Streaming) bool {
	if id := l.eventOf(m); id != "" {
		s.Type = l.types.Intern(model.Type{Kind: model.KindRef, Ref: id})
		s.Evidence = s.Evidence.With(model.FactType, model.SourceName)
		return true
	}
	if l.hasValue(m) && sameShape.MatchString(m.Doc+"\n\n"+l.docOf(m.Returns.Type)) {
		s.Type = m.Returns.Type
		s.Evidence = s.Evidence.With(model.FactType, model.SourceProse)
		return true
	}
	return false
}

// sameShape is a sentence that says that events are what the method else returns.
var sameShape = prefilter.MustCompile(`(?i)\bstreamed\b[^.]*\bnon-?streamed\b[^.]*\b(?:same|identical)\b|\bnon-?streamed\b[^.]*\bstreamed\b[^.]*\b(?:same|identical)\b`)

// speaksOfEvents is how the description of a flag tells that it asks for events.
var speaksOfEvents = prefilter.MustCompile(`(?i)\bserver[- ]sent events?\b|\bSSE\b|\bevent[- ]stream\b|\bstream(?:s|ed|ing)?\b[^.]*\b(?:events?|chunks?|deltas?|incrementally|partial)\b`)

// docOf is the description of a named type.
func (l *linker) docOf(t *model.Type) string {
	if n := l.named[t.Ref]; n != nil {
		return n.Doc
	}
	return ""
}

// eventOf is the ID of the one type of the method's resource that by its name is what
// a stream of the method carries: called like the result and a word for events, or
// like the method, or the only one that is so called. "" where several could be it.
func (l *linker) eventOf(m *model.Method) string {
	candidates := l.withoutParts(l.eventTypes(l.resourceOf[m.ID]))
	if m.Returns != nil {
		if result := l.named[m.Returns.Type.Ref]; result != nil {
			for _, t := range candidates {
				if rest, ok := strings.CutPrefix(t.Name, result.Name); ok && streamWords[rest] {
					return t.ID
				}
			}
		}
	}
	strong := slices.DeleteFunc(slices.Clone(candidates), func(t *model.NamedType) bool { return stem(t.Name) == t.Name })
	for _, of := range [][]*model.NamedType{l.calledLike(m, strong), strong} {
		if len(of) == 1 {
			return of[0].ID
		}
	}
	return ""
}

// streamWords are what stands behind the name of a result in that of its events.
var streamWords = map[string]bool{"StreamEvent": true, "StreamingEvent": true, "StreamChunk": true, "Chunk": true, "Event": true}

// stem is the name of a type of events without the words that make it one, and the
// name itself where they do not say that the events are those of a stream.
func stem(name string) string {
	for _, word := range []string{"StreamEvent", "StreamingEvent", "StreamChunk", "Chunk"} {
		if rest, ok := strings.CutSuffix(name, word); ok {
			return rest
		}
	}
	return name
}

// eventTypes are the named types of a resource that are called like events: those that
// its pages declare in whatever section.
func (l *linker) eventTypes(resource string) []*model.NamedType {
	ids := map[string]bool{}
	for _, u := range l.in.Units {
		if u.Resource != resource {
			continue
		}
		for _, s := range u.Occurrences {
			if decl.IsEventName(s.Name) {
				id, _ := l.idFor(s.Name, s.Shape, u.Resource)
				ids[id] = true
			}
		}
	}
	return slices.DeleteFunc(l.sortedTypes(), func(t *model.NamedType) bool {
		return t.Anonymous || !decl.IsEventName(t.Name) || t.Resource != resource && !ids[t.ID]
	})
}

// withoutParts leaves out types that are alternatives of others among them.
func (l *linker) withoutParts(types []*model.NamedType) []*model.NamedType {
	parts := map[string]bool{}
	for _, t := range types {
		for _, v := range t.Type.Variants {
			parts[v.Type.Ref] = true
		}
	}
	return slices.DeleteFunc(types, func(t *model.NamedType) bool { return parts[t.ID] })
}

// calledLike are the types whose names, but for the words of the resource, are the
// beginnings of words of the method: ImageGenStreamEvent of images is that of generate.
func (l *linker) calledLike(m *model.Method, types []*model.NamedType) []*model.NamedType {
	of := map[string]bool{}
	for _, w := range names.Parts(l.resourceOf[m.ID]) {
		of[strings.ToLower(names.Singular(w))] = true
	}
	var out []*model.NamedType
	for _, t := range types {
		left := slices.DeleteFunc(names.Parts(stem(t.Name)), func(w string) bool { return of[strings.ToLower(names.Singular(w))] })
		fits := !slices.ContainsFunc(left, func(w string) bool {
			return !slices.ContainsFunc(names.Parts(m.Name), func(n string) bool { return strings.HasPrefix(strings.ToLower(n), strings.ToLower(w)) })
		})
		if len(left) > 0 && fits {
			out = append(out, t)
		}
	}
	return out
}
