package main

import (
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/parser/format"
)

// tableMarks is what a target says of the marks of tables, or nil.
func tableMarks(t *config.Tables) *format.Marks {
	m := &format.Marks{
		Unmarked: t.Unmarked.Value, Optional: t.Optional.Value, Required: t.Required.Value, Nullable: t.Nullable.Value,
		Nesting: t.Nesting.Value, Slots: t.Slots.Value, Verb: t.Verb.Value, Words: values(t.Words.Lists()), Sections: values(t.Sections.Lists()),
	}
	if m.Unmarked+m.Optional+m.Required+m.Nullable+m.Nesting+m.Slots+m.Verb == "" && len(m.Words)+len(m.Sections) == 0 {
		return nil
	}
	return m
}

// values are the lists that have words.
func values(lists map[string][]config.Text) map[string][]string {
	out := map[string][]string{}
	for name, words := range lists {
		for _, w := range words {
			out[name] = append(out[name], w.Value)
		}
	}
	return out
}

// marksFor is what the docgen.yaml of the name says of the marks of the pages that ref
// names, or nil; "" is the nearest file. A file with faults says nothing: who reads what
// it says of findings reports them.
func marksFor(ref, name string) *format.Marks {
	file, err := optional(name)
	if err != nil {
		return nil
	}
	i := slices.IndexFunc(file.Targets, func(t *config.Target) bool {
		return sameDocs(docsFrom(file, t), ref) && tableMarks(&t.Tables) != nil
	})
	if i < 0 {
		return nil
	}
	return tableMarks(&file.Targets[i].Tables)
}
