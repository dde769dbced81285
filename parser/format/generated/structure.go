package generated

import (
	"path"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format"
)

// A structure is what a page declares: members, values, or alternatives.
type structure struct {
	name    string
	doc     []string
	members []member
	// values are those of an enum, and inline those of members, by the letters of the enum's
	// name.
	values []value
	inline map[string][]value
	// nullable says that null is a value of it.
	nullable bool
	// open says that a structure has members of any other name.
	open bool
	// choices are the types that it is one of.
	choices []typeCell
	// kind is what its first section announced: properties, enum or choice.
	kind string
	at   int
}

// anyName is what pages of Python call a member of any other name.
const anyName = "any string name"

// A value is one of an enum.
type value struct {
	name, text string
	quoted     bool
	start, end int
}

// readStructure reads the page of a structure.
func (s *pageText) readStructure() {
	t := &structure{inline: map[string][]value{}, name: strings.TrimSuffix(path.Base(s.page.Path), path.Ext(s.page.Path))}
	s.structure = t
	at, inline, methods := "", "", false
	for i := range s.blocks {
		b := &s.blocks[i]
		text := strings.TrimSpace(s.text[b.start:b.end])
		use := format.Docs
		switch {
		case b.kind == headingBlock:
			if kind := structureOf(b.title); kind != "" {
				at, use, methods = kind, format.Model, false
				if t.kind == "" && kind != "inline" {
					t.kind, t.at = kind, b.start
				}
				if kind == "inline" {
					inline = names.Letters(b.title[len("enum:"):])
				}
			} else if at != "classes" || sectionOf(b.title) != exampleSection {
				at, methods = "", methods || b.level > 1
			}
		case isNavigation(text):
		case b.kind == fenceBlock:
			use = format.Examples
			if at == "classes" {
				use = t.classes(s, b)
			}
		case methods || b.level > 0:
		case at == "" && b.kind == textBlock && t.kind == "" && !strings.HasPrefix(text, "<a "):
			t.doc = append(t.doc, prose(text))
		default:
			use = t.read(s, b, at, inline)
		}
		s.mark(b.start, b.end, use)
	}
}

// read reads a block below a heading that announces members, values or alternatives.
func (t *structure) read(s *pageText, b *block, at, inline string) format.Use {
	switch {
	case at == "":
		return format.Docs
	case b.kind == tableBlock && b.head.value >= 0 && (at == "enum" || at == "inline"):
		values := s.valueRows(b)
		if at == "inline" {
			t.inline[inline] = append(t.inline[inline], values...)
		} else {
			t.values = append(t.values, values...)
		}
	case b.kind == tableBlock && at == "enum" && b.head.name >= 0:
		t.choiceRows(b)
	case b.kind == tableBlock && at == "properties" && b.head.isFacts():
		for i := range b.table.Rows {
			if plain(b.table.Rows[i].Cell(b.head.name)) == anyName {
				t.open = true
			} else if m, ok := s.readMember(b, i); ok {
				t.members = append(t.members, m)
			}
		}
	case b.kind == tableBlock:
		s.report("unread-table", diag.Error, b.start, b.start+len(firstLine(s.text[b.start:b.end])), "tables of members have the columns Name and Type, those of values Name and Value",
			"the table lists neither members nor values of %q that docgen knows: nothing of it is in the model", t.name)
		return format.Reported
	case strings.Contains(s.text[b.start:b.end], "NOTE: this class is nullable"):
		t.nullable = true
	case at == "choice":
		return t.choiceItems(s, b)
	case at == "enum":
		return t.valueItems(s, b)
	case at == "inline":
		values := t.values
		t.values = nil
		use := t.valueItems(s, b)
		t.inline[inline] = append(t.inline[inline], t.values...)
		t.values = values
		return use
	default:
		return format.Docs
	}
	return format.Model
}

// item matches an item of a list of values: * `OPEN` (value: `"open"`).
var item = regexp.MustCompile("^[*-]\\s+`?([^`(]*?)`?\\s*(?:\\(value:\\s*`?(.*?)`?\\s*\\))?\\s*$")

// valueItems reads values that are items of a list.
func (t *structure) valueItems(s *pageText, b *block) format.Use {
	use, at := format.Docs, b.start
	for line := range strings.Lines(s.text[b.start:b.end]) {
		m := item.FindStringSubmatch(strings.TrimRight(line, "\n "))
		if m != nil {
			text := m[2]
			if text == "" {
				text = m[1]
			}
			v := value{name: m[1], text: unquoted(unescaped(text)), start: at, end: at + len(strings.TrimRight(line, "\n"))}
			v.quoted = v.text != strings.Trim(unescaped(text), "`")
			t.values, use = append(t.values, v), format.Model
		} else if strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "- ") {
			s.report("unreadable-row", diag.Error, at, at+len(strings.TrimRight(line, "\n")), "a value is one word in code marks, perhaps with (value: …)", "no value can be read of this item of %q", t.name)
		}
		at += len(line)
	}
	return use
}

// valueRows reads values that are rows of a table. A row may list all of them.
func (s *pageText) valueRows(b *block) []value {
	var out []value
	for i := range b.table.Rows {
		row := &b.table.Rows[i]
		text := unescaped(cell(row.Cells, b.head.value))
		name := plain(cell(row.Cells, b.head.name))
		list := []string{text}
		if len(b.table.Rows) == 1 && strings.Contains(text, ", ") && !strings.HasPrefix(text, `"`) {
			list = strings.Split(text, ", ")
		}
		for _, one := range list {
			v := value{name: name, text: unquoted(plain(one)), start: row.Start, end: row.End}
			v.quoted = v.text != plain(one)
			if v.text != "" {
				out = append(out, v)
			}
		}
	}
	return out
}

// choiceItems reads alternatives that are items of a list.
func (t *structure) choiceItems(s *pageText, b *block) format.Use {
	use, at := format.Docs, b.start
	for line := range strings.Lines(s.text[b.start:b.end]) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "* "); ok {
			c := typeOf(rest)
			c.start, c.end = at, at+len(strings.TrimRight(line, "\n"))
			t.choices, use = append(t.choices, c), format.Model
		}
		at += len(line)
	}
	return use
}

// class matches a class in what a page of Ruby prints of a choice: #   :'Crane',
var class = regexp.MustCompile(`(?m)^#\s+:'([^'\n]+)',?\s*$`)

// classes reads alternatives that are classes in the example of a Ruby client.
func (t *structure) classes(s *pageText, b *block) format.Use {
	use := format.Examples
	for _, m := range class.FindAllStringSubmatchIndex(s.text[b.inner:b.innerEnd], -1) {
		c := typeOf(s.text[b.inner+m[2] : b.inner+m[3]])
		c.start, c.end = b.inner+m[2], b.inner+m[3]
		t.choices, use = append(t.choices, c), format.Model
	}
	return use
}

// choiceRows reads alternatives that are rows of a table, as pages of Rust have them.
func (t *structure) choiceRows(b *block) {
	t.kind = "choice"
	for i := range b.table.Rows {
		row := &b.table.Rows[i]
		c := typeOf(cell(row.Cells, b.head.name))
		c.start, c.end = row.Start, row.End
		t.choices = append(t.choices, c)
	}
}
