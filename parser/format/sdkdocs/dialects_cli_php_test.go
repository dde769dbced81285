package sdkdocs

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// explainCLI names the causes for which a cli page prints other fields.
func explainCLI(d difference) string {
	switch {
	case len(d.other.Children) == 0:
		return "the page does not expand the type"
	case len(d.http.Children) == 0:
		return "the http page does not expand the type"
	case d.where == "params" && omitsForm(d):
		return "the http page omits the form of an upload"
	case d.where == "params" && sameFlags(d.missing, d.extra):
		return "flags are spelled in another way"
	case d.where == "returns" && isEnvelope(d.other) && d.httpFields <= d.otherFields:
		return "the page names the envelope"
	}
	return ""
}

// explainPHP names the causes for which a php page prints other fields.
func explainPHP(d difference) string {
	switch {
	case len(d.other.Children) == 0:
		return "the page does not expand the type"
	case len(d.http.Children) == 0:
		return "the http page does not expand the type"
	case d.where == "params" && omitsForm(d):
		return "the http page omits the form of an upload"
	case d.where == "params" && sameFlags(d.missing, d.extra):
		return "parameters are spelled in another way"
	case d.where == "returns" && isEnvelope(d.other), d.where == "returns.[0]" && isPage(d.http):
		return "the page names the result, or the items of a list"
	}
	return ""
}

// isEnvelope reports whether a result is one named type.
func isEnvelope(returns *decl.Item) bool {
	return len(returns.Children) == 1 && returns.Children[0].Form != decl.Field
}

// isPage reports whether the http page prints the envelope of a list.
func isPage(result *decl.Item) bool {
	return slices.ContainsFunc(result.Children, func(it *decl.Item) bool { return it.Name == "next_page" })
}

// omitsForm reports whether the http page prints no body where the other page
// has a file.
func omitsForm(d difference) bool {
	rest := slices.DeleteFunc(slices.Clone(d.extra), func(name string) bool {
		return name == "file" || name == "files" || name == "displaytitle"
	})
	return len(rest) < len(d.extra) && sameFlags(d.missing, rest)
}

// sameFlags reports whether names differ in spelling only: brackets are lost,
// repeated flags are in the singular, headers lose the name of the vendor. A
// command decides itself whether it streams.
func sameFlags(http, flags []string) bool {
	reduce := func(names []string) []string {
		var out []string
		for _, n := range names {
			n = strings.NewReplacer("anthropic", "", "[", "", "]", "").Replace(n)
			if n != "stream" {
				out = append(out, strings.TrimSuffix(strings.TrimSuffix(n, "s"), "se"))
			}
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(reduce(http), reduce(flags))
}
