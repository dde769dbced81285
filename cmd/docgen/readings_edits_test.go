package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A pageEdit changes one thing of a page with a document in a fence. Pages are told by
// their forms, never by their names: an edit takes the first page that it fits and that no
// other edit took.
type pageEdit struct {
	name   string
	before *regexp.Regexp
	after  string // as of Regexp.ReplaceAll; one match is replaced
}

func onePageEdit(name, before, after string) pageEdit {
	return pageEdit{name, regexp.MustCompile("(?m)" + before), after}
}

var pageEdits = []pageEdit{
	onePageEdit("a maximum that is lower", `^(            maximum: )1000$`, "${1}500"),
	onePageEdit("a minimum that is higher", `^(            minimum: )1$`, "${1}2"),
	onePageEdit("a default", `^          schema:\n            type: integer\n`, "${0}            default: 7\n"),
	onePageEdit("an optional parameter that is required", `^(        - name: \w+\n          in: query\n)          required: false\n`, "${1}          required: true\n"),
	onePageEdit("a parameter of another type", `^(        - name: \w+\n          in: query\n(?:            .+\n|          [a-r].+\n)*          schema:\n            type: )string$`, "${1}boolean"),
	onePageEdit("a parameter with another name", `^(        - name: )\w+(\n          in: query\n)`, "${1}other_name${2}"),
	onePageEdit("a new parameter", `^      parameters:\n`, "${0}        - name: new_parameter\n          in: query\n          schema:\n            type: string\n"),
	onePageEdit("a status that is gone", `^        '500':\n(?:          .*\n)+`, ""),
	onePageEdit("a new status", `^      responses:\n`, "${0}        '418':\n          description: No tea.\n"),
	onePageEdit("a method that is deprecated", `^      operationId: .*\n`, "${0}      deprecated: true\n"),
	onePageEdit("another verb", `^(\x60{4}yaml \S+ )post( \S+\n(?s:.)*^    )post:$`, "${1}put${2}put:"),
	onePageEdit("another path", `^(\x60{4}yaml \S+ get /)(\w+)(/\w+\n(?s:.)*^  /)\w+(/\w+:\n)`, "${1}moved${3}moved${4}"),
	onePageEdit("a fence that cannot be read", `^      tags:\n        - .*\n`, "${0}       - wrong\n"),
	onePageEdit("a description in other words", `^# .*\n\n> .*\n`, "${0}> In other words.\n"),
}

// ownEdits fit structures that one page alone has.
var ownEdits = []pageEdit{
	onePageEdit("a new member", `^      type: object\n(      required:\n(?:        - \w+\n)+)?      properties:\n`, "${0}        new_member:\n          type: string\n"),
	onePageEdit("a new member that is required", `^      type: object\n      required:\n((?:        - \w+\n)+)      properties:\n`, "      type: object\n      required:\n${1}        - needed\n      properties:\n        needed:\n          type: integer\n"),
	onePageEdit("a member that may be missing", `^      required:\n        - \w+\n(        - \w+\n)`, "      required:\n${1}"),
	onePageEdit("a member of another type", `^(        \w+:\n          type: )boolean$`, "${1}string"),
	onePageEdit("a member that can be null", `^        \w+:\n          type: string\n`, "${0}          nullable: true\n"),
	onePageEdit("a new value", `^          enum:\n`, "${0}            - new_value\n"),
	onePageEdit("a value that is gone", `^(          enum:\n            - \S+\n)            - \S+\n`, "${1}"),
	onePageEdit("a member with another name", `^(      properties:\n        )\w+(:\n)`, "${1}other_member${2}"),
}

var (
	endpointOfFence = regexp.MustCompile("(?m)^`{4}yaml \\S+ (\\w+ \\S+)$")
	nameOfSchema    = regexp.MustCompile(`(?m)^    (\w+):$`)
)

// editPages copies pages with one edit of each kind, without one page and with a copy of
// another at a path of its own. It returns which pages were edited and how.
func editPages(t *testing.T, from, to string) map[string]string {
	t.Helper()
	pages, names := map[string]string{}, []string{}
	err := fs.WalkDir(os.DirFS(from), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".md" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(from, name))
		pages[name], names = string(text), append(names, name)
		return err
	})
	if err != nil {
		t.Fatalf("editing pages: %v", err)
	}
	done := applyEdits(t, pages, names)
	for name, text := range pages {
		out := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(out), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(out, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return done
}

// applyEdits makes the edits in pages, in the order of names.
func applyEdits(t *testing.T, pages map[string]string, names []string) map[string]string {
	t.Helper()
	endpoints, schemas := map[string]int{}, map[string]int{}
	for _, name := range names {
		for _, m := range endpointOfFence.FindAllStringSubmatch(pages[name], -1) {
			endpoints[m[1]]++
		}
		for _, m := range nameOfSchema.FindAllStringSubmatch(pages[name], -1) {
			schemas[m[1]]++
		}
	}
	alone := slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		m := endpointOfFence.FindAllStringSubmatch(pages[name], -1)
		return len(m) != 1 || endpoints[m[0][1]] != 1
	})
	done := map[string]string{}
	take := func(what string, change func(text string) string) {
		for _, name := range alone {
			if done[name] != "" {
				continue
			}
			if text := change(pages[name]); text != pages[name] {
				pages[name], done[name] = text, what
				return
			}
		}
		t.Errorf("no page has %s", what)
	}
	for _, e := range pageEdits {
		take(e.name, func(text string) string { return replaceFirst(e, text, 0, len(text)) })
	}
	for _, e := range ownEdits {
		take(e.name, func(text string) string { return editOwn(e, text, schemas) })
	}
	last := alone[len(alone)-1]
	delete(pages, last)
	done[last] = "the page is gone"
	first := alone[slices.IndexFunc(alone, func(name string) bool { return done[name] == "" })]
	copied := "api-reference/copied/copied.md"
	old := strings.Fields(endpointOfFence.FindStringSubmatch(pages[first])[1])[1]
	pages[copied] = strings.ReplaceAll(strings.ReplaceAll(pages[first], " "+old+"\n", " /copied\n"), "\n  "+old+":\n", "\n  /copied:\n")
	pages[copied] = regexp.MustCompile(`(operationId: ).*`).ReplaceAllString(pages[copied], "${1}GetCopied")
	done[copied] = "a new page"
	return done
}

// editOwn makes an edit in a structure that this page alone has.
func editOwn(e pageEdit, text string, schemas map[string]int) string {
	start := strings.Index(text, "\n  schemas:\n")
	if start < 0 {
		return text
	}
	all := nameOfSchema.FindAllStringSubmatchIndex(text[start:], -1)
	for i, m := range all {
		end := len(text)
		if i+1 < len(all) {
			end = start + all[i+1][0]
		}
		if schemas[text[start+m[2]:start+m[3]]] == 1 {
			if after := replaceFirst(e, text, start+m[1]+1, end); after != text {
				return after
			}
		}
	}
	return text
}

// replaceFirst makes an edit once, in a part of a page.
func replaceFirst(e pageEdit, text string, from, to int) string {
	m := e.before.FindStringSubmatchIndex(text[from:to])
	if m == nil {
		return text
	}
	return text[:from+m[0]] + string(e.before.ExpandString(nil, e.after, text[from:to], m)) + text[from+m[1]:]
}

// TestEditPages writes what editPages makes of pages to a folder, for whoever reads them.
func TestEditPages(t *testing.T) {
	from, to := os.Getenv("DOCGEN_EDIT_FROM"), os.Getenv("DOCGEN_EDIT_TO")
	if from == "" || to == "" {
		t.Skip("set DOCGEN_EDIT_FROM and DOCGEN_EDIT_TO to the pages and to a new folder")
	}
	for name, what := range editPages(t, from, to) {
		fmt.Println(name + ": " + what)
	}
}
