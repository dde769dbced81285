package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
)

//go:embed references.yaml
var referencesText []byte

// A knownReference is a reference whose pages docgen can read, and where it was seen.
type knownReference struct {
	Name   string `yaml:"name"`
	Vendor string `yaml:"vendor"`
	// URL is what to pass to pull, and With are further arguments of it.
	URL  string   `yaml:"url"`
	With []string `yaml:"with"`
	// Seen is the day on which the address was seen in public documentation, SeenAt what had it.
	Seen   string `yaml:"seen"`
	SeenAt string `yaml:"seen_at"`
	// Format is that of the pages.
	Format string `yaml:"format"`
}

// knownReferences returns the references of the list, in the order of their names.
var knownReferences = sync.OnceValue(func() (list []*knownReference) {
	if _, err := config.ParseList("references.yaml", referencesText, &list); err != nil {
		panic(err) // the file is part of the program
	}
	return list
})

// knownNames returns the names of the references of the list.
func knownNames() (names []string) {
	for _, r := range knownReferences() {
		names = append(names, r.Name)
	}
	return names
}

// findKnown returns the reference of a name that a user wrote.
func findKnown(name string) (*knownReference, error) {
	i := slices.IndexFunc(knownReferences(), func(r *knownReference) bool { return r.Name == name })
	if i < 0 {
		return nil, usageError{fmt.Errorf("there is no known reference %q%s; of any other site take the pages with \"docgen pull URL -o docs\"", name, config.Suggest(name, knownNames()))}
	}
	return knownReferences()[i], nil
}

// pullCommand returns the command line that takes the pages into a folder.
func (r *knownReference) pullCommand(dir string) string {
	return strings.Join(append([]string{"docgen", "pull", r.URL, "-o", dir}, r.With...), " ")
}

// listKnown prints the list as a table.
func listKnown(w *bufio.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "name\tvendor\tformat\taddress\tseen")
	for _, r := range knownReferences() {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", r.Name, r.Vendor, r.Format, strings.Join(append([]string{r.URL}, r.With...), " "), r.Seen)
	}
	return t.Flush()
}
