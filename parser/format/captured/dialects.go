package captured

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
	"github.com/docgen-go/docgen/parser/page"
)

// sectionDialects finds the dialect of each section: by the folder in its name, by its
// signatures and examples, or else by the sections around it and the spelling
// of its items, since a comparison lists files by path.
func sectionDialects(sections []section, dialects []dialect.Dialect) []dialect.Dialect {
	out := make([]dialect.Dialect, len(sections))
	for i := range sections {
		out[i] = sections[i].ownDialect(dialects)
	}
	for i := range out {
		if out[i] == nil {
			out[i] = sections[i].dialectByItems(neighbours(out, i, dialects))
		}
	}
	return out
}

// neighbours are the dialects of the nearest sections before and after that are
// known for sure; where there are none, any dialect may be it.
func neighbours(known []dialect.Dialect, i int, all []dialect.Dialect) []dialect.Dialect {
	var out []dialect.Dialect
	for j := i - 1; j >= 0; j-- {
		if known[j] != nil {
			out = append(out, known[j])
			break
		}
	}
	for j := i + 1; j < len(known); j++ {
		if known[j] != nil {
			if len(out) == 0 || out[0].Name() != known[j].Name() {
				out = append(out, all...) // a dialect begins between the two
			}
			return out
		}
	}
	return append(out, all...)
}

// ownDialect is the dialect that a section says it is of, or nil.
func (s *section) ownDialect(dialects []dialect.Dialect) dialect.Dialect {
	folder, _, _ := strings.Cut(s.name, "/")
	named := func(name string) dialect.Dialect {
		for _, d := range dialects {
			if d.Name() == name {
				return d
			}
		}
		return nil
	}
	if d := named(folder); d != nil {
		return d
	}
	if strings.Contains(s.name, "/") {
		return atRoot(dialects)
	}
	for _, r := range s.lines {
		if info, ok := strings.CutPrefix(strings.TrimSpace(r.newText), "```"); ok && named(info) != nil {
			return named(info)
		}
	}
	for _, r := range s.lines {
		if code, ok := page.CodeSpan(r.newText); ok {
			if d := signed(code, dialects); d != nil {
				return d
			}
		}
	}
	return nil
}

// atRoot is the dialect whose files lie in no folder of their own, or nil.
func atRoot(dialects []dialect.Dialect) dialect.Dialect {
	for _, d := range dialects {
		if d.Traits().AtRoot {
			return d
		}
	}
	return nil
}

// signed is the dialect that takes the code for a signature.
func signed(code string, dialects []dialect.Dialect) dialect.Dialect {
	for _, d := range dialects {
		if _, ok := d.Signature(code); ok {
			return d
		}
	}
	return nil
}

// dialectByItems is the first of the dialects in which most items read well.
func (s *section) dialectByItems(dialects []dialect.Dialect) dialect.Dialect {
	var best dialect.Dialect
	most := 0
	for _, d := range dialects {
		score := 0
		for _, r := range s.lines {
			text, nested := strings.CutPrefix(r.newText, " ")
			if code, ok := itemCode(text); ok {
				score += well(d, code, nested)
			}
		}
		if score > most {
			best, most = d, score
		}
	}
	return best
}

// well rates how an item reads in a dialect: what names no type that the
// dialect knows of is no item of it.
func well(d dialect.Dialect, code string, nested bool) int {
	it := rendered.ReadItem(d, code, nested)
	if it == nil {
		return -1
	}
	return rate(it.Expr)
}

func rate(e *decl.Expr) int {
	switch {
	case e.Op == decl.Name && neutral[e.Text]:
		return 2
	case e.Op == decl.Name && !decl.IsTypeName(e.Text):
		return -2
	}
	sum := 1
	for _, a := range e.Args {
		if r := rate(a); r < 0 {
			return r
		}
		sum = max(sum, rate(a))
	}
	return sum
}

// neutral are the names of scalars that dialects translate their own to.
var neutral = map[string]bool{
	"string": true, "number": true, "integer": true, "boolean": true, "unknown": true, "any": true,
	"null": true, "file": true, "date": true, "date-time": true,
}
