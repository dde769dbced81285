package golang

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

var call = regexp.MustCompile(`^\p{Ll}\w*((?:\.\p{Lu}\w*)+)\(([^()]*)\)\s*(.*)$`)

// Signature reads the call of a method. All names behind the client are
// exported, which tells it from the calls of most other languages:
//
//	client.Depots.Parcels.List(ctx, depotID, query) (*Page[Parcel], error)
func (Dialect) Signature(code string) (decl.Signature, bool) {
	m := call.FindStringSubmatch(strings.TrimSpace(code))
	if m == nil {
		return decl.Signature{}, false
	}
	s := decl.Signature{Names: strings.Split(m[1][1:], "."), Params: paramsType(m[2])}
	readResult(&s, m[3])
	if s.Stream = s.Stream || strings.HasSuffix(s.Names[len(s.Names)-1], "Streaming"); s.Stream {
		s.Event = s.Returns
	}
	return s, true
}

// paramsType finds the type of the parameters among arguments that are printed
// with their types.
func paramsType(args string) string {
	for arg := range strings.SplitSeq(args, ",") {
		_, typ, _ := strings.Cut(strings.TrimSpace(arg), " ")
		if strings.HasSuffix(typ, "Params") {
			return typ[strings.LastIndexAny(typ, ".* ")+1:]
		}
	}
	return ""
}

// readResult reads what a method returns, an error aside. Results may be named.
func readResult(s *decl.Signature, results string) {
	results = strings.TrimSuffix(strings.TrimPrefix(results, "("), ")")
	t, rest, err := typeexpr.ParseTerm(results)
	if err == nil && strings.HasPrefix(rest, " ") {
		t, _, err = typeexpr.ParseTerm(rest)
	}
	if err != nil || t.Name == "error" {
		return
	}
	s.Returns = printed(t)
	if len(t.Args) != 1 || t.Name == "[]" {
		return
	}
	switch name := t.Name[strings.LastIndexByte(t.Name, '.')+1:]; {
	case strings.Contains(name, "Stream"):
		s.Stream, s.Returns = true, printed(t.Args[0])
	case strings.Contains(name, "Page"):
		s.Page, s.Returns = name, printed(t.Args[0])
	}
}

// printed spells a type as Go does, without the package of the client.
func printed(t *typeexpr.Term) string {
	if t.Name == "[]" {
		return "[]" + printed(t.Args[0])
	}
	name := officialName(t.Name[strings.LastIndexByte(t.Name, '.')+1:])
	if len(t.Args) == 0 {
		return name
	}
	args := make([]string, len(t.Args))
	for i, a := range t.Args {
		args[i] = printed(a)
	}
	return name + "[" + strings.Join(args, ", ") + "]"
}
