// Package release tells which release of docgen a program is made of. It is not
// part of the compatibility promise.
package release

import (
	"regexp"
	"runtime/debug"
	"strings"
)

const module = "github.com/docgen-go/docgen"

// Version returns the version of docgen in the program, and "" for a build that
// nobody else can repeat.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return versionIn(info)
}

func versionIn(info *debug.BuildInfo) string {
	version := info.Main.Version
	if info.Main.Path != module {
		version = ""
		for _, m := range info.Deps {
			if m.Path == module && m.Replace == nil {
				version = m.Version
			}
		}
	}
	if version == "(devel)" || strings.HasSuffix(version, "+dirty") {
		return ""
	}
	return version
}

var (
	tag = regexp.MustCompile(`^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$`)
	// pseudo is the end of a version that stands for a commit without a tag.
	pseudo = regexp.MustCompile(`\d{14}-[0-9a-f]{12}$`)
)

// Pin returns the address of a file of docgen's repository on the branch main as
// that of the file in the release that the program is made of. Where there is no
// release, the address stays.
func Pin(url string) string { return pin(url, Version()) }

func pin(url, version string) string {
	if !tag.MatchString(version) || pseudo.MatchString(version) {
		return url
	}
	return strings.Replace(url, "/docgen/main/", "/docgen/"+version+"/", 1)
}
