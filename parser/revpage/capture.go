package revpage

import (
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/dialect"
)

// A Page is a page of one side, rebuilt.
type Page struct {
	// Path is where it would lie in a folder of pages.
	Path string
	Text []byte
	// Lines holds for each line of Text the line of the capture that it was made
	// from, counted from 1.
	Lines []int32
}

// A Capture is what a page that shows two revisions side by side holds.
type Capture struct {
	// New are the files that only the new revision has, as a whole.
	New []Page
}

// Read takes a capture apart. The findings say what of it was not understood.
func Read(file *source.File, dialects []dialect.Dialect) (*Capture, diag.List) {
	sections, _ := sections(file.Text)
	var docs []*document
	ds := tongues(sections, dialects)
	for i := range sections {
		s := &sections[i]
		if on, ok := s.whole(); ok && on == after && ds[i] != nil {
			d := read(s.rows, on, ds[i])
			d.name = s.name
			docs = append(docs, d)
		}
	}
	n, p := newNester(docs), newPathfinder(docs)
	c := &Capture{}
	for _, d := range docs {
		text, lines := n.markdown(d)
		c.New = append(c.New, Page{p.path(d), text, lines})
	}
	return c, nil
}
