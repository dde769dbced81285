// Package cli reads the pages of command-line tools. They spell types as the
// http pages do; parameters are flags, and a named type looks like a field:
//
//	--after-id: optional string     a parameter
//	parcel: object { id, weight }   the type Parcel, or a field
//
// It is not part of the compatibility promise.
package cli

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/http"
)

// Dialect is the dialect of command-line tools.
type Dialect struct{}

var _ dialect.Dialect = Dialect{}

// Name returns "cli".
func (Dialect) Name() string { return "cli" }

// Traits say what is known of the pages. Names are in kebab case; presence is printed.
func (Dialect) Traits() dialect.Traits { return traits }

var traits = dialect.Traits{
	Lead:   40,
	Word:   map[model.Fact]int{model.FactRequired: 40},
	Counts: true,
	Names:  20,
}

// Says reports the facts that cli pages state: those of the http pages but
// for places.
func (Dialect) Says(fact model.Fact) bool {
	return http.Dialect{}.Says(fact) && fact != model.FactLocation
}

var command = regexp.MustCompile(`^\$ +\S+ +(?:([\w.:-]+) +)?([\w.-]+)$`)

// Signature reads the command, whose resources are joined by colons:
//
//	$ harbor depots:parcels list
func (Dialect) Signature(code string) (decl.Signature, bool) {
	m := command.FindStringSubmatch(strings.TrimSpace(code))
	if m == nil {
		return decl.Signature{}, false
	}
	var names []string
	if m[1] != "" {
		names = strings.Split(m[1], ":")
	}
	return decl.Signature{Names: append(names, m[2])}, true
}

// Item reads a flag, a named type, a field, a variant or a value.
func (Dialect) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	if flag, ok := strings.CutPrefix(code, "--"); ok {
		return readFlag(flag, owner)
	}
	if name, typ, ok := cutName(code); ok && !isOptional(typ) && declaresType(owner, typ) {
		return readNamed(name, typ, owner)
	}
	it, ok, err := http.Dialect{}.Item(code, owner)
	if ok && it.Form == decl.Field {
		unnameSiblings(owner)
	}
	return it, ok, err
}

// readFlag reads a parameter. Flags are in kebab case where the wire is in
// snake case, and those that repeat are in the singular.
func readFlag(flag string, owner *decl.Item) (*decl.Item, bool, error) {
	it, ok, err := http.Dialect{}.Item(filePath(flag), owner)
	if !ok || it.Form != decl.Field {
		return nil, false, nil
	}
	it.Native = "--" + it.Name
	it.Name = strings.ReplaceAll(it.Name, "-", "_")
	return it, true, err
}

// readNamed reads `snake_name: T` as the http pages' `SnakeName = T`.
func readNamed(name, typ string, owner *decl.Item) (*decl.Item, bool, error) {
	it, ok, err := http.Dialect{}.Item(typeName(name, owner)+" = "+filePath(typ), owner)
	if ok && it.Name != name {
		it.Native = name
	}
	return it, ok, err
}

// filePath replaces the words by which a command says that it writes a file.
func filePath(typ string) string {
	if rest, ok := strings.CutSuffix(typ, "file path"); ok {
		return rest + "file"
	}
	return typ
}
