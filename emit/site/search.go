package site

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// search adds the index that the script of the site searches in: a script too, since
// a browser loads no other file for a page that was opened from a disk. Its entries
// are the files with what is on them, each as name and fragment.
func (b *builder) search() error {
	type entry struct {
		Title string     `json:"t"`
		File  string     `json:"f"`
		Items [][]string `json:"i,omitempty"`
	}
	entries := []entry{}
	for _, t := range b.topics {
		e := entry{Title: t.title(), File: t.file}
		anchors := t.anchors()
		for i, item := range t.items {
			e.Items = append(e.Items, []string{diag.Plain(item.Path.String()), anchors[i]})
		}
		entries = append(entries, e)
	}
	text, err := json.Marshal(entries) // which escapes <, > and what ends a line of a script
	if err != nil {
		return err
	}
	b.set["search.js"] = fmt.Appendf(nil, "// %s\nvar docgenIndex = %s;\n", header(b.o.Version), strings.TrimSpace(string(text)))
	return nil
}
