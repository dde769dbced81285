package classes

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Signature makes a signature of the three parts that a page prints: what leads
// to the method, its arguments, and its result. In the oldest pages arguments
// are glued to their types: ParcelListParamsparams.
func Signature(names []string, args, result string) decl.Signature {
	s := decl.Signature{Names: names, Params: paramsType(args)}
	last := len(names) - 1
	if name, ok := strings.CutSuffix(names[last], "Streaming"); ok && name != "" {
		s.Stream, names[last] = true, name
	}
	readResult(&s, result)
	if s.Stream {
		s.Event = s.Returns
	}
	return s
}

// IsResult reports whether text is what a method may return, or nothing.
func IsResult(v *typeexpr.Vocabulary, text string) bool {
	if text == "" || text == "void" {
		return true
	}
	_, rest, err := typeexpr.ParseTerm(text)
	return err == nil && rest == "" && IsType(v, text)
}

// paramsType finds the type of the parameters, by itself, before a name that
// may be glued to it, after a colon, or before its empty value.
func paramsType(args string) string {
	for arg := range strings.SplitSeq(args, ",") {
		if end := strings.LastIndex(arg, "Params"); end >= 0 {
			word := arg[:end+len("Params")]
			word = word[strings.LastIndexAny(word, " .:=(")+1:]
			if first := strings.Index(word, "Params"); first+len("Params") < len(word) {
				word = word[:first+len("Params")] // Paramsparameters = Params.none()
			}
			return word
		}
	}
	return ""
}

// readResult reads a result and takes the wrapper off a stream or a page. The
// wrappers of asynchronous clients say nothing.
func readResult(s *decl.Signature, result string) {
	t, _, err := typeexpr.ParseTerm(result)
	if err != nil {
		return
	}
	for len(t.Args) == 1 && asynchronous[t.Name] {
		t = t.Args[0]
	}
	switch name := t.Name; {
	case name == "void" || name == "Unit" || name == "Void" || asynchronous[name]:
		return
	case len(t.Args) == 1 && (strings.Contains(name, "Stream") || name == "IAsyncEnumerable" || name == "Flow" || name == "Sequence"):
		s.Stream, s.Returns = true, t.Args[0].String()
	case len(t.Args) == 1 && strings.Contains(name, "Page"):
		s.Page, s.Returns = name, t.Args[0].String()
	default:
		s.Returns = t.String()
		if strings.HasSuffix(name, "Page") || strings.HasSuffix(name, "PageResponse") || strings.HasSuffix(name, "PageAsync") {
			s.Page = name
		}
	}
}

var asynchronous = map[string]bool{"Task": true, "ValueTask": true, "CompletableFuture": true, "Deferred": true}
