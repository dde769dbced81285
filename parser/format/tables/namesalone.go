package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// asksByName reports whether a list of a call holds but names, right below a title for the query of its
// one endpoint, or for what one is sent that has no body:
//
//	Optional filters:
//
//	- status
//	- dock_id
func (s *document) asksByName(c *call, p part, l unreadList) bool {
	return p.kind == textBlock && c.isQuery(p.section) && c.statesOne() && l.items > 0 && l.onlySo == l.items && l.announced
}

// isQuery reports whether what a section lists travels in the query.
func (c *call) isQuery(section vocabulary.Section) bool {
	return section == vocabulary.Query || section == vocabulary.Request && c.stated[0].Operations[0].Verb == "GET"
}

// statesOne reports whether a call states one endpoint, however often.
func (c *call) statesOne() bool {
	return !slices.ContainsFunc(c.stated, func(f statement.Finding) bool { return f.Operations[0] != c.stated[0].Operations[0] })
}

// addNamesAlone adds to an operation the parameters of its query of which a list has but the names. Their
// types are those of the values that a request shows.
func (d drafted) addNamesAlone() {
	c, r := d.endpoint.call, d.reading
	for _, p := range c.parts {
		if p.kind != textBlock || !c.isQuery(p.section) {
			continue
		}
		text := r.document.text[p.start:p.end]
		l := listIn(text)
		if !r.document.asksByName(c, p, l) {
			continue
		}
		at := p.start
		for line := range strings.Lines(text) {
			start := at
			at += len(line)
			m := nameItem.FindStringSubmatchIndex(strings.TrimRight(line, "\n"))
			if m == nil {
				continue
			}
			d.addNamed(line[m[2]:m[3]], start+m[2], start+m[3])
		}
	}
}

// addNamed adds a parameter of the query that stands between two offsets, unless it has been read.
func (d drafted) addNamed(name string, start, end int) {
	r := d.reading
	value := d.askedValue(name)
	for _, f := range d.endpoint.call.stated {
		for _, pair := range d.pairsOf(f) {
			if value == "" && pair[0] == name {
				value = pair[1] // of a use below the endpoint
			}
		}
	}
	for i := range d.op.Params {
		p := &d.op.Params[i]
		if p.Location != "query" || p.Item.Name != name {
			continue
		}
		p.Item.Evidence = p.Item.Evidence.With(model.FactLocation, model.SourceProse)
		return
	}
	if slices.Contains(names.Slots(d.op.Path), name) {
		return
	}
	it := askedItem(name, value, statement.Finding{Start: start, End: end})
	if it.Unreadable {
		r.problem(start, end, "untyped-attribute", "the page says no type of \""+name+"\"; it may hold any value", "")
	}
	d.op.Params = append(d.op.Params, decl.Param{Location: "query", Item: it})
}
