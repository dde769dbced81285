package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"go.yaml.in/yaml/v3"
)

// checkLog looks for what steers a terminal or begins a line of a log with a
// command.
func checkLog(printed string) error {
	for line := range strings.Lines(printed) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
			return fmt.Errorf("a command in %q", line)
		}
		if strings.ContainsFunc(line, func(c rune) bool { return c != '\t' && !unicode.IsPrint(c) }) {
			return fmt.Errorf("raw characters in %q", line)
		}
	}
	return nil
}

var workflowCommand = regexp.MustCompile(`^::(error|warning|notice) ((file=[^,:\r\n]*,line=\d+,col=\d+,)?title=[^,:\r\n]*)?::[^\r\n]*$`)

// checkGitHub demands that each line is one of docgen's own commands.
func checkGitHub(printed string) error {
	for line := range strings.Lines(printed) {
		if line = strings.TrimSuffix(line, "\n"); !workflowCommand.MatchString(line) {
			return fmt.Errorf("%q is no command of docgen's", line)
		}
	}
	return nil
}

var htmlTag = regexp.MustCompile(`<(!--|[!/?]?[a-zA-Z][a-zA-Z0-9-]*)([^>]*)>`)

// checkHTML demands no other elements and attributes than the report of pages
// without an attack has.
func checkHTML(printed, base string) error {
	known := map[string]bool{}
	quoted := regexp.MustCompile(`"[^"]*"`)
	tags := func(text string, each func(tag string)) {
		for _, m := range htmlTag.FindAllStringSubmatch(text, -1) {
			each(m[1])
			for attribute := range strings.FieldsSeq(quoted.ReplaceAllString(m[2], "")) {
				each(m[1] + " " + attribute)
			}
		}
	}
	tags(base, func(tag string) { known[tag] = true })
	var err error
	tags(printed, func(tag string) {
		if !known[tag] {
			err = fmt.Errorf("there is <%s>", tag)
		}
	})
	return err
}

// liveText finds what GitHub makes mentions, issues and commits of.
var liveText = regexp.MustCompile(`(?i)(^|[^\w])@\w|#\d|\bGH-\d`)

// checkMarkdown demands that a reader of Markdown finds nothing but headings,
// lists, text and code.
func checkMarkdown(printed string) error {
	source := []byte(printed)
	document := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
	return ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan:
			return ast.WalkSkipChildren, nil
		case *ast.Document, *ast.Heading, *ast.Paragraph, *ast.List, *ast.ListItem, *ast.TextBlock, *ast.String:
		case *ast.Text:
			if said := n.Segment.Value(source); entering && liveText.Match(said) {
				return ast.WalkStop, fmt.Errorf("%q is alive", said)
			}
		default:
			return ast.WalkStop, fmt.Errorf("there is a %s", n.Kind())
		}
		return ast.WalkContinue, nil
	})
}

// checkForms demands that an export says the same in YAML as in JSON.
func checkForms(inYAML, inJSON []byte) error {
	var a, b any
	if err := yaml.Unmarshal(inYAML, &a); err != nil {
		return err
	}
	digits := json.NewDecoder(bytes.NewReader(inJSON))
	digits.UseNumber()
	if err := digits.Decode(&b); err != nil {
		return err
	}
	var again any
	text, err := json.Marshal(a)
	if err != nil {
		return err
	}
	if err := json.NewDecoder(bytes.NewReader(text)).Decode(&again); err != nil {
		return err
	}
	if !reflect.DeepEqual(again, floats(b)) {
		return errors.New("YAML and JSON say different things")
	}
	return nil
}

// floats puts numbers into the form that the YAML library gives them: those that 64
// bits do not hold are texts of their digits.
func floats(v any) any {
	switch v := v.(type) {
	case json.Number:
		if f, err := v.Float64(); err == nil {
			return f
		}
		return v.String()
	case []any:
		for i, e := range v {
			v[i] = floats(e)
		}
	case map[string]any:
		for k, e := range v {
			v[k] = floats(e)
		}
	}
	return v
}
