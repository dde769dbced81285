package diff

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// values compares constants and enums. Text of any kind is an enum that is open
// and has no values yet.
func (d *differing) values() {
	x, y := d.old, d.new
	switch {
	case len(x.values) == 0 && len(y.values) == 0:
	case len(x.values) == 0:
		d.listed()
	case len(y.values) == 0:
		d.unlisted()
	case len(x.values) == 1 && len(y.values) == 1 && !x.open && !y.open && !x.enum && !y.enum:
		if a, b := x.values[0].Literal, y.values[0].Literal; a != b {
			s := &d.c.add(d.p, LiteralOther, string(a), string(b)).Subjects[0]
			s.OldLiteral, s.NewLiteral = a, b
		}
	default:
		d.enums()
	}
}

// listed compares a scalar with an enum.
func (d *differing) listed() {
	t := takeClass(d.old.scalars, d.new.base())
	switch {
	case t == nil:
		d.added = append(d.added, part{text: d.new.enumText()})
	case d.new.open:
		d.known(KnownValueAdded, d.new.values, nil)
	default:
		d.c.add(d.p, TypeNarrowed, scalarText(t), d.new.enumText())
	}
}

// unlisted compares an enum with a scalar.
func (d *differing) unlisted() {
	t := takeClass(d.new.scalars, d.old.base())
	switch {
	case t == nil:
		d.removed = append(d.removed, part{text: d.old.enumText()})
	case d.old.open:
		d.known(KnownValueRemoved, nil, d.old.values)
	default:
		d.c.add(d.p, TypeWidened, d.old.enumText(), scalarText(t))
	}
}

// takeClass removes the scalar of a JSON type, if there is one.
func takeClass(scalars map[model.Kind]*model.Type, base model.Kind) *model.Type {
	for _, k := range sortedKeys(scalars) {
		if t := scalars[k]; class(k) == base {
			delete(scalars, k)
			return t
		}
	}
	return nil
}

func (p *parts) enumText() string {
	return enumText(&model.Enum{Base: p.base(), Values: p.values, Open: p.open})
}

func (d *differing) enums() {
	x, y := d.old, d.new
	added, removed := KnownValueAdded, KnownValueRemoved
	if !x.open {
		removed = EnumValueRemoved
	}
	if !y.open {
		added = EnumValueAdded
	}
	d.known(added, untold(d, x, missing(y.values, x.values)), nil)
	d.known(removed, nil, untold(d, y, missing(x.values, y.values)))
	switch {
	case x.open != y.open && (x.partial || y.partial):
		d.c.unstated[model.FactType]++
	case !x.open && y.open:
		d.c.add(d.p, EnumOpened, "", "")
	case x.open && !y.open:
		d.c.add(d.p, EnumClosed, "", "")
	}
	d.valueWords()
}

// known reports each value that came or went.
func (d *differing) known(kind Kind, added, removed []model.EnumValue) {
	for _, v := range added {
		f := d.c.add(d.p, kind, "", string(v.Literal))
		f.Subjects[0].NewLiteral, f.newDoc = v.Literal, v.Doc
	}
	for _, v := range removed {
		f := d.c.add(d.p, kind, string(v.Literal), "")
		f.Subjects[0].OldLiteral, f.deprecated = v.Literal, v.Deprecated
	}
}

// missing are the values of a that b has not.
func missing(a, b []model.EnumValue) []model.EnumValue {
	have := make(map[model.Literal]bool, len(b))
	for _, v := range b {
		have[v.Literal] = true
	}
	var out []model.EnumValue
	for _, v := range a {
		if !have[v.Literal] {
			out = append(out, v)
		}
	}
	return out
}

// valueWords compares what is said of values that both sides have.
func (d *differing) valueWords() {
	before := make(map[model.Literal]model.EnumValue, len(d.old.values))
	for _, v := range d.old.values {
		before[v.Literal] = v
	}
	for _, v := range d.new.values {
		if was, ok := before[v.Literal]; ok {
			p := d.p.inside(StepLiteral, string(v.Literal))
			d.c.deprecation(p, was.Deprecated, v.Deprecated)
			d.c.words(p, was.Doc, v.Doc)
			name, now := d.namesOf(was, v)
			if name != now && d.c.bothState(factValueNames) {
				s := &d.c.add(p, ValueRenamed, name, now).Subjects[0]
				s.OldLiteral, s.NewLiteral = v.Literal, v.Literal
			}
		}
	}
}

// namesOf returns what both sides call a value. Names that begin with that of the enum are
// what is behind it, and where one side has none of that kind, both have none.
func (d *differing) namesOf(was, v model.EnumValue) (before, now string) {
	if was.Name != "" || v.Name != "" || was.SDKName == "" || v.SDKName == "" {
		return was.Name, v.Name
	}
	before, now = was.SDKName, v.SDKName
	if n := d.p.subject.node; n != nil {
		before, now = strings.TrimPrefix(before, n.old.Name), strings.TrimPrefix(now, n.new.Name)
	}
	return before, now
}
