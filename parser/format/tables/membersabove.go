package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

// A resourceTable is a table above endpoints that says of each member whether it is read or written:
// the members of what they are about. Tables below it of the same members, for other rights, are
// forms of it.
type resourceTable struct {
	*typeTable
	access []access
	forms  []*resourceTable
	// taken are the endpoints that have their members of it, sent says that some send them.
	taken []string
	sent  bool
}

// resourceTables are those of a page, in its order.
func (r *reading) resourceTables() []*resourceTable {
	if r.resources != nil {
		return *r.resources
	}
	var out []*resourceTable
	for _, t := range r.document.types {
		if t.call != nil || t.enum || t.lazy || t.choice || !t.block.head.isFacts() || len(r.endpoints) == 0 || t.block.start > r.document.calls[len(r.document.calls)-1].start {
			continue
		}
		a := accesses(t.block.table, t.block.head)
		if a == nil {
			continue
		}
		this := &resourceTable{typeTable: t, access: a}
		if n := len(out); n > 0 && out[n-1].hasForm(this) {
			out[n-1].forms = append(out[n-1].forms, this)
			continue
		}
		out = append(out, this)
	}
	r.resources = &out
	return out
}

// hasForm reports whether another table lists the members of this one, and perhaps others that are
// sent, with no endpoint between them.
func (t *resourceTable) hasForm(other *resourceTable) bool {
	for _, c := range t.document.calls {
		if c.start > t.block.start && c.start < other.block.start {
			return false
		}
	}
	have, shared := map[string]bool{}, 0
	for i, a := range t.access {
		have[t.nameAt(i)] = a.read
	}
	for i, a := range other.access {
		read, ok := have[other.nameAt(i)]
		if a.read && !(ok && read) {
			return false
		}
		if ok {
			shared++
		}
	}
	return shared > 0 && t.title == other.title
}

// nameAt is the name in a row.
func (t *resourceTable) nameAt(row int) string {
	return prose.NameOf(t.block.table.Rows[row].Cell(t.block.head.name)).Text
}

// serves reports whether an endpoint stands below the table, in the section that it opens or that it
// stands in, and no other such table between them.
func (t *resourceTable) serves(c *call) bool {
	s := t.document
	if c.start < t.block.end {
		return false
	}
	if t.heading < 0 {
		return true
	}
	at := s.headingOf(c.stated[0].Start)
	for up := at; up >= 0; up = s.tip[up] {
		if up == t.heading || up == s.tip[t.heading] {
			return true
		}
	}
	return s.tip[t.heading] < 0
}

// A dealing is what an endpoint does with a resource.
type dealing struct{ list, changes, creates bool }

// dealingOf is what an operation does with the resource that its path ends in, and the name of that; ok
// is false where it does something else.
func dealingOf(op *decl.Operation) (d dealing, of string, ok bool) {
	segs := strings.Split(strings.Trim(op.Path, "/"), "/")
	last := segs[len(segs)-1]
	one := len(names.Slots(last)) > 0
	if one && len(segs) > 1 {
		last = segs[len(segs)-2]
	}
	if len(names.Slots(last)) > 0 {
		return d, "", false
	}
	switch op.Verb {
	case "GET":
		d.list, ok = !one && names.Singular(last) != last, true
	case "POST":
		d.creates, ok = true, !one
	case "PUT", "PATCH":
		d.changes, ok = true, true
	}
	return d, strings.ToLower(last), ok
}

// addMembersAbove gives endpoints without tables of their own the members that tables above them list.
func addMembersAbove(page []drafted) {
	if len(page) == 0 {
		return
	}
	for _, t := range page[0].reading.resourceTables() {
		t.addTo(page)
		t.tell(page[0].reading)
	}
}

// addTo gives the members to those endpoints of a page that the table is for.
func (t *resourceTable) addTo(page []drafted) {
	of := t.resourceOf(page)
	for i := range page {
		d := &page[i]
		does, name, ok := dealingOf(d.op)
		if !ok || name != of || !d.endpoint.leads || !t.isNearest(d) {
			continue
		}
		took := false
		if d.op.Returns == nil && !d.op.Empty && !d.showsAnswer() {
			d.op.Returns, took = t.returned(does.list), true
		}
		if (does.creates || does.changes) && len(d.op.Body) == 0 && !d.showsBody() && !d.listsSent() {
			d.op.Body = t.body(d.reading, does)
			took, t.sent = true, true
		}
		if took {
			t.taken = append(t.taken, d.endpoint.id)
		}
	}
}

// isNearest reports whether the table is the last one above an endpoint that may be for it.
func (t *resourceTable) isNearest(d *drafted) bool {
	var nearest *resourceTable
	for _, o := range d.reading.resourceTables() {
		if o.serves(d.endpoint.call) {
			nearest = o
		}
	}
	return nearest == t
}

// resourceOf is the name in paths of what the table lists: the only one that the endpoints below deal
// with, or that of its title, or "".
func (t *resourceTable) resourceOf(page []drafted) string {
	found, several := "", false
	for i := range page {
		_, name, ok := dealingOf(page[i].op)
		if !ok || !t.isNearest(&page[i]) {
			continue
		}
		if letters(names.Singular(name)) == letters(strings.ReplaceAll(names.Singular(t.title), " ", "")) || letters(names.Singular(name)) == letters(names.Singular(t.name)) {
			return name
		}
		several = several || found != "" && name != found
		found = name
	}
	if several {
		return ""
	}
	return found
}

// returned is what an endpoint answers with the members.
func (t *resourceTable) returned(list bool) *decl.Returns {
	e := &decl.Expr{Op: decl.Name, Text: t.name}
	if list {
		e = arrayOf(e)
	}
	return &decl.Returns{Source: model.SourceProse, Items: []*decl.Item{{Form: decl.Variant, Expr: e, Start: t.start, End: t.block.end}}}
}

// body are the members that may be sent, of all forms.
func (t *resourceTable) body(r *reading, does dealing) []*decl.Item {
	quiet := r.quiet
	r.quiet = true
	defer func() { r.quiet = quiet }()
	var out []*decl.Item
	for _, form := range append([]*resourceTable{t}, t.forms...) {
		as := form.only(r.attributes(form.block, true), func(a access) bool { return a.write })
		r.read[form.block] = true
		for _, it := range r.items(as, usage{sent: true, optional: does.changes}) {
			it.Evidence = it.Evidence.With(model.FactLocation, model.SourceProse)
			if itemNamed(out, it.Name) == nil {
				out = append(out, it)
			}
		}
	}
	return out
}

// only are the attributes of a table that hold, or that have such below them.
func (t *resourceTable) only(as []*attribute, holds func(access) bool) []*attribute {
	var out []*attribute
	for _, a := range as {
		kept := *a
		kept.children = t.only(a.children, holds)
		if len(a.children) > 0 && len(kept.children) > 0 || len(a.children) == 0 && (a.row == nil || holds(t.accessOf(a))) {
			out = append(out, &kept)
		}
	}
	return out
}

// accessOf is that of the row of an attribute.
func (t *resourceTable) accessOf(a *attribute) access {
	for i := range t.block.table.Rows {
		if &t.block.table.Rows[i] == a.row {
			return t.access[i]
		}
	}
	return access{true, true}
}

// received are the attributes of a table that declares a type, without those that are only sent where it
// lists members for the endpoints below it.
func (r *reading) received(t *typeTable, as []*attribute) []*attribute {
	for _, o := range r.resourceTables() {
		if o.typeTable == t {
			return o.only(as, func(a access) bool { return a.read })
		}
	}
	return as
}

// isForm reports whether a table lists members that another one lists for other rights.
func (r *reading) isForm(t *typeTable) bool {
	for _, o := range r.resourceTables() {
		for _, f := range o.forms {
			if f.typeTable == t {
				return true
			}
		}
	}
	return false
}

// tell reports which endpoints have the members, and which are lost.
func (t *resourceTable) tell(r *reading) {
	if len(t.taken) > 0 {
		r.problems = append(r.problems, decl.Problem{Code: "members-above", Severity: diag.Info, Start: t.start, End: t.block.table.HeadRow.End,
			Message: "the table lists members above the endpoints and says which are read and which are written: they are what " + strings.Join(t.taken, ", ") + " are sent and answer, as nothing else says that; what may lie around them is not known"})
	}
	if t.sent {
		return
	}
	for _, form := range append([]*resourceTable{t}, t.forms...) {
		for i, a := range form.access {
			if row := &form.block.table.Rows[i]; !a.read {
				r.problem(row.Start, row.End, "unsent-member", "the table says that "+quoted(form.nameAt(i))+" is only sent, and no endpoint here sends what it lists: it is not in the model", "put the table below a heading for the body of the endpoint, or list the member there")
			}
		}
	}
}

var _ = diag.Register(diag.Entry{
	Code: "members-above", Severity: diag.Info,
	Title:   "endpoints have their members from a table above them",
	Why:     "A table above the endpoints has a column for what is read and what is written. The endpoints that create and change what it lists send what may be written; these and those that read it answer with what may be read. Lists are arrays of it, unless something else lies around them, which the page does not show.",
	Help:    "Show or list the answer of each endpoint to make it certain.",
	Example: "-- sheds.md --\n# Sheds\n\n| Name | Type | Read/Write |\n|---|---|---|\n| `id` | integer | Read |\n| `size` | integer | Read/Write |\n\n## Get a shed\n\n```\nGET /sheds/{id}\n```\n\n| Parameter | Type | Required |\n|---|---|---|\n| `fields` | string | no |\n",
})

var _ = diag.Register(diag.Entry{
	Code: "unsent-member", Severity: diag.Warning,
	Title:   "a member that is only sent belongs to no endpoint",
	Why:     "A table above the endpoints says that the member is written and never read, and no endpoint below it sends what the table lists. The member is not in the model.",
	Help:    "List the member in the section of the endpoint that sends it.",
	Example: "-- sheds.md --\n# Sheds\n\n| Name | Type | Read/Write |\n|---|---|---|\n| `size` | integer | Read |\n| `key` | string | Write |\n\n## Get a shed\n\n```\nGET /sheds/{id}\n```\n\n| Parameter | Type | Required |\n|---|---|---|\n| `fields` | string | no |\n",
})
