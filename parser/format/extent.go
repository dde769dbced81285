package format

import "sort"

// An Extent is the parts of a page that became methods and types.
type Extent struct {
	// Parts are in order and apart.
	Parts []Part
	// Rebuilt says that the format read the page from another text than its own,
	// so that Parts is empty.
	Rebuilt bool
}

// A Part is a method or a type of a page, by offsets of its text. Facts in it that
// are stated in a form which the format cannot read are the format's to report.
type Part struct {
	Start, End int
	// Examples are the stretches that show requests and responses.
	Examples [][2]int
	// Checked says that the format reports requests in the examples that are none of
	// a method that was read.
	Checked bool
}

// At returns the part that holds an offset, or nil.
func (e *Extent) At(offset int) *Part {
	if e == nil {
		return nil
	}
	i := sort.Search(len(e.Parts), func(i int) bool { return e.Parts[i].End > offset })
	if i < len(e.Parts) && e.Parts[i].Start <= offset {
		return &e.Parts[i]
	}
	return nil
}

// Next returns where the first part begins that does not begin before an offset,
// or end.
func (e *Extent) Next(offset, end int) int {
	if e == nil {
		return end
	}
	i := sort.Search(len(e.Parts), func(i int) bool { return e.Parts[i].Start >= offset })
	if i < len(e.Parts) {
		return min(e.Parts[i].Start, end)
	}
	return end
}

// Shows reports whether an offset lies in an example.
func (p *Part) Shows(offset int) bool {
	for _, e := range p.Examples {
		if e[0] <= offset && offset < e[1] {
			return true
		}
	}
	return false
}
