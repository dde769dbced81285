package link

import (
	"maps"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// unusedStructures tells of structures that stand in the sections of endpoints or among
// them, and that nothing uses: what such a table lists is lost for the endpoint that it was
// written for.
func (l *linker) unusedStructures() {
	if len(l.in.Stated.Loose) == 0 {
		return
	}
	loose := map[lineStart]bool{}
	for _, s := range l.in.Stated.Loose {
		loose[startOf(s)] = true
	}
	used := l.sent()
	maps.Copy(used, l.received())
	for _, events := range l.carried {
		for _, e := range events {
			l.reach(&model.Type{Kind: model.KindRef, Ref: e.Type}, used)
		}
	}
	for _, t := range l.sortedTypes() { // what is part of another structure is told with that
		if !used[t.ID] {
			l.reach(t.Type, used)
			delete(used, t.ID) // but of itself
		}
	}
	for _, t := range l.sortedTypes() {
		if used[t.ID] || t.Anonymous || t.Type.Kind != model.KindObject || !loose[startOf(t.Span)] {
			continue
		}
		d := l.diags.Add("unused-structure", diag.Warning, t.Span, "nothing uses what the table here lists: it is the type %s, and no part of an endpoint", t.ID)
		d.Help = "if it belongs to an endpoint, put it below a heading of that for parameters or the response, or link to it from the type of an attribute"
	}
}

var _ = diag.Register(diag.Entry{
	Code: "unused-structure", Severity: diag.Warning,
	Title:   "a table among endpoints that nothing uses",
	Why:     "The heading above a table in the section of an endpoint, or between endpoints, names no part of one, and no row has its name or leads to it. The table is read as a type that no method, structure or event uses: if it lists parameters or members, they are lost for their endpoint.",
	Help:    "Put the table below a heading for parameters or for the response, call the heading after the attribute whose members it lists, or link to it from the type of an attribute.",
	Example: "-- parcels.md --\n# Parcels\n\n## Get a parcel\n\n```\nGET /parcels/{id}\n```\n\n| Parameter | Type | Required |\n|---|---|---|\n| `fields` | string | no |\n\n### About stamps\n\n| Field | Type |\n|---|---|\n| `colour` | string |\n",
})
