package main

import (
	"bufio"
	"bytes"
	_ "embed"
	"slices"
	"strings"
	"text/template"

	"github.com/alecthomas/kong"

	"github.com/docgen-go/docgen/parser"
)

type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Run prints the script of a shell.
func (c *completionCmd) Run(s *session) error {
	text, err := completionScript(c.Shell)
	if err != nil {
		return err
	}
	return s.print(func(w *bufio.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// A completedVerb is what completion offers behind a verb.
type completedVerb struct {
	Name, Help string
	Flags      []completedFlag
	// Words are what can stand behind it besides files.
	Words []string
}

// A completedFlag is a flag, the values that it can have, if they are few, and whether it
// takes one at all.
type completedFlag struct {
	Name, Help string
	Short      string
	Values     []string
	Takes      bool
}

//go:embed completion.tmpl
var completionText string

var completionTemplates = template.Must(template.New("").Funcs(template.FuncMap{
	"join":   func(words []string) string { return strings.Join(words, " ") },
	"quoted": func(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" },
	"fished": func(text string) string {
		return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(text) + "'"
	},
	"first": firstSentence,
	"one":   func(verb string) bool { return !strings.Contains(verb, " ") },
	"head":  func(verb string) string { head, _, _ := strings.Cut(verb, " "); return head },
	"tail":  func(verb string) string { _, tail, _ := strings.Cut(verb, " "); return tail },
}).Parse(completionText))

// completionScript returns the script that completes the command line in a shell.
func completionScript(shell string) ([]byte, error) {
	var b bytes.Buffer
	err := completionTemplates.ExecuteTemplate(&b, shell, completedVerbs())
	return b.Bytes(), err
}

// completedVerbs returns the verbs of the command line, in the order of their names.
func completedVerbs() []completedVerb {
	model := newParser().Model
	var out []completedVerb
	for _, leaf := range model.Leaves(true) {
		v := completedVerb{Name: verbOfNode(leaf), Help: leaf.Help}
		for _, group := range leaf.AllFlags(true) {
			for _, f := range group {
				v.Flags = append(v.Flags, newCompletedFlag(f))
			}
		}
		for _, p := range leaf.Positional {
			v.Words = append(v.Words, enumOf(p)...)
		}
		out = append(out, v)
	}
	slices.SortFunc(out, func(a, b completedVerb) int { return strings.Compare(a.Name, b.Name) })
	for i, v := range out {
		if v.Name == "help" {
			for _, other := range out {
				out[i].Words = append(out[i].Words, other.Name)
			}
		}
	}
	return out
}

func newCompletedFlag(f *kong.Flag) completedFlag {
	out := completedFlag{Name: f.Name, Help: f.Help, Takes: !f.IsBool(), Values: enumOf(f.Value)}
	if f.Short != 0 {
		out.Short = string(f.Short)
	}
	return out
}

// enumOf returns the values that an argument or a flag can have, if they are few.
func enumOf(v *kong.Value) []string {
	switch v.Name {
	case "dialects":
		return parser.Dialects()
	case "judge":
		return strings.Split(newParserVars()["kinds"], ", ")
	case "from":
		return knownNames()
	}
	if v.Enum == "" {
		return nil
	}
	return slices.DeleteFunc(v.EnumSlice(), func(s string) bool { return s == "" })
}

// firstSentence returns what a shell shows beside a word.
func firstSentence(text string) string {
	first, _, _ := strings.Cut(text, ". ")
	first, _, _ = strings.Cut(first, ": ")
	return strings.TrimSuffix(first, ".")
}
