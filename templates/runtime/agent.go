package runtime

import (
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
)

// userAgent says which package asks: its name, its version or else that of the module
// that it is a part of where the build knows it, and that of Go.
var userAgent = sync.OnceValue(func() string {
	t := reflect.TypeFor[Client]()
	name, _, _ := strings.Cut(t.String(), ".")
	version := ClientVersion
	if info, ok := debug.ReadBuildInfo(); ok && version == "devel" {
		version = versionOf(t.PkgPath(), info)
	}
	return name + "/" + version + " (" + runtime.Version() + "; " + runtime.GOOS + "/" + runtime.GOARCH + ")"
})

// versionOf is the version of the module that has a package.
func versionOf(path string, info *debug.BuildInfo) string {
	version, longest := "devel", 0
	for _, m := range append(info.Deps, &info.Main) {
		if (path == m.Path || strings.HasPrefix(path, m.Path+"/")) && len(m.Path) > longest {
			version, longest = m.Version, len(m.Path)
		}
	}
	if version == "" || version == "(devel)" {
		return "devel"
	}
	return version
}
