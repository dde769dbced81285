package parser

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/rendered"
)

// rebuild returns the text of a page as it would have been published, and the
// file that its places are in.
func rebuild(file *source.File) ([]byte, *source.File) {
	if !rendered.Detect(file.Text) {
		return file.Text, file
	}
	text, lines := rendered.Rewrite(file.Text)
	return text, file.Rebuilt(text, lines)
}

// scanCopy looks at the text of a rendered copy. What no unit was rebuilt from
// is furniture of the site.
func (s *scanner) scanCopy(out *scanned, clean []byte) {
	hint := out.address.dialect
	out.front.URL = rendered.Address(clean)
	if out.foreign = hint != "" && hint != "http" || rendered.Foreign(clean); out.foreign {
		out.bytes = model.Bytes{Total: out.size, Unread: out.size}
		return
	}
	text, file := rebuild(source.NewFile(out.path, clean))
	out.units = s.units(text, 0)
	out.classify(text)
	if out.kind != model.PageReference {
		out.kind, out.bytes = model.PageIndex, proseBytes(clean)
		return
	}
	rest := out.size
	for i := range out.units {
		out.units[i].measure(file)
		rest -= out.units[i].bytes()
	}
	out.bytes = model.Bytes{Total: rest, Layout: rest}
}

// measure counts the bytes of the lines that the unit was rebuilt from.
func (u *unit) measure(file *source.File) {
	counted := 0
	for i := u.start; i < u.end; i++ {
		if i > u.start && file.Text[i-1] != '\n' {
			continue
		}
		if line, size := file.OriginLine(i); line > counted {
			u.size += size
			counted = line
		}
	}
}

// leaveOutForeign takes out the rendered copies that show a language, which
// nothing is read from.
func (r *run) leaveOutForeign(counts map[string]int) {
	r.pages = slices.DeleteFunc(r.pages, func(s *scanned) bool { return s.foreign })
	for name, n := range counts {
		r.diags.Add("other-dialect", diag.Warning, source.Span{File: name},
			"%s of the dialect %s not read: only rendered copies of http pages can be", countPages(n), name)
	}
}
