package naming

import (
	"go/token"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// The Go dialect's pages print what the vendor's own client calls things. They
// are text from outside like any other, so that a name counts only where it is
// an identifier of the right kind; it then comes before all derived ones.

// withSDK puts the vendor's exported name before the candidates.
func withSDK(sdk string, names candidates) candidates {
	if !isExported(sdk) {
		return names
	}
	return func(yield func(string) bool) {
		if yield(sdk) {
			names(yield)
		}
	}
}

// sdkMethod is the vendor's name of an operation, "" where there is none.
func sdkMethod(m *model.Method) string {
	return m.SDKName[strings.LastIndexByte(m.SDKName, '.')+1:]
}

// sdkPath is the way from the client to an operation's service.
func sdkPath(m *model.Method) []string {
	if m.SDKName == "" {
		return nil
	}
	path := strings.Split(m.SDKName, ".")
	return path[:len(path)-1]
}

// sdkAccessor is what the operations below r call the service at a depth, ""
// where they do not say it. r itself lies at below, which is not less.
func sdkAccessor(r *model.Resource, depth, below int) string {
	for _, m := range r.Methods {
		if path := sdkPath(m); len(path) == below+1 && isExported(path[depth]) {
			return path[depth]
		}
	}
	for _, sub := range r.Resources {
		if name := sdkAccessor(sub, depth, below+1); name != "" {
			return name
		}
	}
	return ""
}

// argumentNames are what a parameter of the path may be called, best first.
func argumentNames(m *model.Method, wire string) []string {
	name := argument(wire)
	names := []string{name, name + "Param"}
	for _, p := range m.Params {
		if sdk := p.SDKName; p.Location == model.LocationPath && p.Name == wire && isUnexported(sdk) && sdk != name {
			return append([]string{sdk}, names...)
		}
	}
	return names
}

func isUnexported(name string) bool {
	return token.IsIdentifier(name) && !token.IsExported(name) && strings.Trim(name, "_") != ""
}

// sdkFieldNames are what a struct field may be called, best first.
func sdkFieldNames(f *model.Field) candidates { return withSDK(f.SDKName, fieldNames(f.Name)) }

// firstFieldName is the best of sdkFieldNames.
func firstFieldName(f *model.Field) string {
	if isExported(f.SDKName) {
		return f.SDKName
	}
	return plainFieldName(f.Name)
}
