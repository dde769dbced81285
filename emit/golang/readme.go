package golang

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// readme is the README of a package: how it is installed and first called, what FromEnv
// reads, and all operations.
func (g *generator) readme() (text []byte, err error) {
	err = diag.Guard("rendering README.md", source.Span{}, func() error {
		var b strings.Builder
		fmt.Fprintf(&b, "<!-- %s -->\n\n# %s\n\n", g.opts.Header, markdownText(g.opts.Package))
		title := "an HTTP API"
		if g.api.Title != "" {
			title = markdownText(g.api.Title)
		}
		fmt.Fprintf(&b, "Package %s is a client for %s, made from the pages of its reference. It needs nothing but the standard library.\n"+
			"`go doc` tells how it is used. docgen leaves a README alone that somebody else wrote.\n", markdownText(g.opts.Package), title)
		g.readmeInstall(&b)
		g.readmeCall(&b)
		g.readmeMethods(&b)
		text = []byte(b.String())
		return nil
	})
	return text, err
}

func (g *generator) readmeInstall(b *strings.Builder) {
	b.WriteString("\n## Install\n\n")
	if g.opts.Module == "" {
		b.WriteString("The package is part of the module that it lies in: import it by the path of the module and its folder.\n")
		return
	}
	fmt.Fprintf(b, "```sh\ngo get %s\n```\n", oneLine(g.opts.Module))
}

// readmeCall shows the first call and lists the variables that FromEnv reads.
func (g *generator) readmeCall(b *strings.Builder) {
	if call := g.firstCall(); call != nil {
		b.WriteString("\n## First call\n\n```go\n")
		for _, line := range call {
			b.WriteString(strings.TrimPrefix(line, "\t") + "\n")
		}
		b.WriteString("```\n")
	}
	b.WriteString("\n## Credentials\n\n")
	if len(g.api.Auth) == 0 {
		b.WriteString("No page shows a credential.\n")
		return
	}
	for _, a := range g.api.Auth {
		fmt.Fprintf(b, "- %s %s", codeSpan(g.names.Option(a.ID)), markdownText(credentialUse(a)))
		if v := g.variable(a); v != "" {
			fmt.Fprintf(b, "; `FromEnv` takes it from %s", codeSpan(v))
		}
		b.WriteString("\n")
	}
}

func (g *generator) readmeMethods(b *strings.Builder) {
	first := true
	for _, m := range g.api.Methods {
		if first {
			b.WriteString("\n## Methods\n\n")
			first = false
		}
		fmt.Fprintf(b, "- %s: %s", codeSpan("client"+g.way(m)), codeSpan(m.Verb+" "+m.Path))
		if title := strings.TrimRight(oneLine(m.Title), "."); title != "" {
			b.WriteString(", " + markdownText(title))
		}
		b.WriteString("\n")
	}
}

// markdownText is text of a page in one line, of which nothing is markup.
func markdownText(text string) string {
	var b strings.Builder
	for _, r := range plainLine(text) {
		switch {
		case r == '<' || r == '>' || r == '&' || r == '@':
			fmt.Fprintf(&b, "&#%d;", r)
			continue
		case r < unicode.MaxASCII && (unicode.IsPunct(r) || unicode.IsSymbol(r)):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// codeSpan is text of a page in one line between more back quotes than it has in a row.
func codeSpan(text string) string {
	text = plainLine(text)
	fence, run := 1, 0
	for _, r := range text {
		if run++; r != '`' {
			run = 0
		}
		fence = max(fence, run+1)
	}
	if fence == 1 {
		return "`" + text + "`"
	}
	marks := strings.Repeat("`", fence)
	return marks + " " + text + " " + marks
}

// plainLine is text in one line without what nobody would see.
func plainLine(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, oneLine(strings.ToValidUTF8(text, "\uFFFD"))))
}
