package naming

import (
	"go/token"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// exported makes a valid exported identifier of words in CamelCase.
func exported(name string) string {
	if first, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(first) {
		return "X" + name
	}
	return name
}

// isExported reports whether a name of the pages is an identifier already.
func isExported(name string) bool { return token.IsIdentifier(name) && token.IsExported(name) }

// fieldNames are what a struct field for a wire name may be called, best first.
// Where every struct has a member of that name, spelling it out does not help.
func fieldNames(wire string) candidates {
	return func(yield func(string) bool) {
		name := plainFieldName(wire)
		if !yield(name) {
			return
		}
		rest := []string{exported(camel(withSymbols(wire))), exported(camel(withCase(wire))), name + "Field"}
		if slices.Contains(objectMembers, name) {
			rest = []string{name + "Field", rest[1]}
		}
		slices.Values(rest)(yield)
	}
}

// plainFieldName is the best of fieldNames.
func plainFieldName(wire string) string { return exported(camel(signed(wire))) }

// valueNames are the endings of a constant's name for a text, best first.
func valueNames(text string) candidates {
	return each(
		func() string { return camel(signed(text)) },
		func() string { return camel(withSymbolsOrEmpty(text)) },
		func() string { return camel(withCase(text)) },
	)
}

func withSymbolsOrEmpty(s string) []string {
	if s == "" {
		return []string{"empty"}
	}
	return withSymbols(s)
}

// withCase says whether a name is written in capitals, for names that
// differ in that alone.
func withCase(s string) []string {
	how := "mixed"
	switch s {
	case strings.ToLower(s):
		how = "lower"
	case strings.ToUpper(s):
		how = "upper"
	}
	return append(withSymbolsOrEmpty(s), how, "case")
}

// typeNames are what a type of the pages may be called, best first. A name of
// the pages that Go accepts is kept as it is. owner is the name of the resource
// and kind says what the type is.
func typeNames(name, owner, kind string) []string {
	if !isExported(name) {
		name = exported(camel(signed(name)))
	}
	return []string{name, owner + name, name + kind, owner + name + kind}
}

// pathNames are what a type that the pages give no name may be called. Its
// name is made of its place, in which operations have their wire names.
func pathNames(name, owner, kind string) []string {
	name = pathName(name)
	return []string{name, name + kind, owner + name, owner + name + kind}
}

func pathName(path string) string { return exported(camel(signed(goVerbs.Replace(path)))) }

// goVerbs puts the names of Go's methods into the names of what they take and
// give.
var goVerbs = strings.NewReplacer("CreateParams", "NewParams", "CreateResponse", "NewResponse",
	"RetrieveParams", "GetParams", "RetrieveResponse", "GetResponse")

// methodName is the Go name of an operation. The verbs of creating and
// retrieving are Go's New and Get.
func methodName(name string) string {
	ws := signed(name)
	switch ws[0] {
	case "retrieve":
		ws = append([]string{"get"}, ws[1:]...)
	case "create":
		ws = append([]string{"new"}, ws[1:]...)
	}
	return exported(camel(ws))
}

// argument is a parameter's Go name.
func argument(wire string) string {
	name := lowerCamel(signed(wire))
	if first, _ := utf8.DecodeRuneInString(name); !unicode.IsLetter(first) {
		return "x" + name
	}
	return name
}
