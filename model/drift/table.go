package drift

import (
	"cmp"
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// inOtherTable reports whether pages state a member in another table than those that the struct has: two operations
// of one address are each in a table of their own, and a client has a struct for each.
func inOtherTable(d *model.Field, u *use, t *gofacts.Type) bool {
	tables := tablesOf(u.fields)
	own := slices.IndexFunc(tables, func(table []*model.Field) bool { return slices.Contains(table, d) })
	held := func(table []*model.Field) bool {
		return slices.ContainsFunc(table, func(e *model.Field) bool { return member(t, e.Name) != nil })
	}
	return own >= 0 && !held(tables[own]) && slices.ContainsFunc(tables, held)
}

// tablesOf returns members by the tables that they stand in, nil where it is no tables that state them: the rows of
// a table are lines that follow each other, and some table has two.
func tablesOf(fields []*model.Field) [][]*model.Field {
	sorted := slices.Clone(fields)
	slices.SortStableFunc(sorted, func(a, b *model.Field) int {
		return cmp.Or(cmp.Compare(a.Span.File, b.Span.File), cmp.Compare(a.Span.Start.Line, b.Span.Start.Line))
	})
	var out [][]*model.Field
	consecutive := false
	for i, d := range sorted {
		if d.Span.IsZero() {
			return nil
		}
		if i > 0 && d.Span.File == sorted[i-1].Span.File {
			switch gap := d.Span.Start.Line - sorted[i-1].Span.Start.Line; {
			case gap == 0:
				return nil // one line states several
			case gap == 1:
				out[len(out)-1] = append(out[len(out)-1], d)
				consecutive = true
				continue
			case gap < leastBetweenTables:
				return nil
			}
		}
		out = append(out, []*model.Field{d})
	}
	if !consecutive {
		return nil
	}
	return out
}

// leastBetweenTables is how many lines the rows of two tables are apart at least: an empty line, a heading, an empty
// line, the head of the table and the line below it.
const leastBetweenTables = 6
