package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// annotation is what braces at the end of a title tell programs: {#anchor}, {: .rule},
// {{ tag: 'GET', label: '/boats' }}.
var annotation = prefilter.MustCompile(`\s*(?:\{\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\}|\{[:#][^{}]*(?:\{[^{}]*\}[^{}]*)*\})\s*$`)

// pairOf is a key of an annotation with its value.
var pairOf = prefilter.MustCompile(`([A-Za-z][\w-]*)\s*[:=]\s*(?:"([^"]*)"|'([^']*)')`)

// WithoutAnnotation returns a title without what braces at its end tell programs.
func WithoutAnnotation(title string) string {
	if strings.IndexByte(title, '{') <= 0 {
		return title
	}
	at := annotation.FindStringIndex(title)
	if at == nil || at[0] == 0 || strings.HasSuffix(title[:at[0]], "/") {
		return title
	}
	return title[:at[0]]
}

// annotated reads the endpoint that the annotation of a title states, in two values of
// which one is a verb and the other one a path.
func annotated(title string) []Operation {
	at := annotation.FindStringIndex(title)
	if at == nil {
		return nil
	}
	var op Operation
	for _, m := range pairOf.FindAllStringSubmatch(title[at[0]:], -1) {
		value := strings.TrimSpace(m[2] + m[3])
		if verb := verbOf(value); verb != "" && op.Verb == "" {
			op.Verb = verb
		} else if path := trimHost(value); strings.HasPrefix(path, "/") && !strings.ContainsAny(path, " \t") && op.Path == "" {
			op.Path = path
		}
	}
	if op.Verb == "" || op.Path == "" {
		return nil
	}
	return []Operation{op}
}
