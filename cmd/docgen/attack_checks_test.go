package main

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/output"
)

// TestAttackChecksBite gives the checks of an attack what they are to find.
func TestAttackChecksBite(t *testing.T) {
	for _, code := range []string{
		"package other", "package client\nimport \"os/exec\"\nvar _ = exec.Command", "package client\nimport \"C\"", "package client\nimport _ \"net/http\"",
		"package client\nfunc init() {}", "package client\n//go:linkname a b\n", "package client\n// +build x\n", "package client\n//line x:1\n",
		"package client\nvar a = func() int { panic(\"owned\") }()", "package client\nfunc A() { panic(1) }", "no code",
	} {
		if checkCode(output.Set{"a.go": []byte(code)}, nil) == nil {
			t.Errorf("nothing is found in %q", code)
		}
	}
	if checkCode(output.Set{"../a.go": []byte("package client")}, nil) == nil || checkCode(output.Set{"runtime_a.go": nil}, output.Set{"runtime_a.go": []byte("x")}) == nil {
		t.Error("a file outside, or a changed runtime, is not found")
	}
	for _, text := range []string{"a @b", "[a](b)", "<b>", "#1", "https://evil.example", "- [x] a", "> a", "    a", "a *b*", "![a](b)", "|a|\n|-|\n|b|"} {
		if checkMarkdown(text) == nil {
			t.Errorf("nothing is found in %q", text)
		}
	}
	if err := checkMarkdown("# A\n\n- `@a <b> https://c.example`: b\\_c\n"); err != nil {
		t.Error(err)
	}
	for _, text := range []string{"<script>", "<p onclick=\"a\">", "<!-- a -->", "<p class>"} {
		if checkHTML(text, "<p class=\"a\"></p>") == nil {
			t.Errorf("nothing is found in %q", text)
		}
	}
	for _, text := range []string{"a", "::set-output name=a::b", "::error file=a,b::c", ""} {
		if text != "" && checkGitHub(text+"\n") == nil {
			t.Errorf("nothing is found in %q", text)
		}
	}
	for _, text := range []string{"\x1b[2J", " ::error::a", "a ##[command]", "\u202e", "a\rb"} {
		if checkLog("a\n"+text+"\n") == nil {
			t.Errorf("nothing is found in %q", text)
		}
	}
	if checkForms([]byte("a: 12:30\nb: yes"), []byte(`{"a": "12:30", "b": "no"}`)) == nil || checkForms([]byte("a: [x"), []byte("{}")) == nil {
		t.Error("another export is not found")
	}
	if len(attackPositions()) < 27 || len(payloads()) < 160 || !strings.Contains(strings.Join(payloads(), ""), "\u202e") {
		t.Errorf("%d positions, %d payloads", len(attackPositions()), len(payloads()))
	}
}
