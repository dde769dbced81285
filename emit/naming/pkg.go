package naming

import (
	"fmt"
	"go/token"
	"strings"
)

// Package makes a package name of the title of an API: lower-case letters and
// digits, without what every API is.
func Package(title string) string {
	var kept []string
	for _, w := range strings.Split(Slug(title), "_") {
		if w != "api" && w != "reference" && w != "the" && w != "docs" {
			kept = append(kept, w)
		}
	}
	name := strings.TrimLeft(strings.Join(kept, ""), "0123456789")
	if name == "" || name == "root" || !token.IsIdentifier(name) {
		return "api"
	}
	return name
}

// CheckPackage refuses what cannot stand in a package clause.
func CheckPackage(name string) error {
	switch {
	case !token.IsIdentifier(name) || name == "_" || name == "main":
		return fmt.Errorf("%q is no name for a Go package: use lower-case letters and digits", name)
	case strings.HasSuffix(name, "_test"):
		return fmt.Errorf("%q is no name for a Go package: one that ends in _test holds nothing but tests; leave the ending out", name)
	}
	return nil
}
