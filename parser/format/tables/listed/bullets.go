package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	breaks = prefilter.MustCompile("^(?:#{1,6}\\s|<|\\||```|~~~|:::|\\{\\{|\\{%|-{3,}\\s*$|\\*{3,}\\s*$)")
	// exampleLabel is but a word for an example.
	exampleLabel = prefilter.MustCompile(`(?i)^[*_ ]*(?:examples?|sample|示例|样例|例子|例)[*_ ]*[:：]$`)
	// numberedItem is the first line of an item of a numbered list.
	numberedItem = prefilter.MustCompile(`^\s*[0-9]{1,3}[.)]\s`)
	fenceMark    = prefilter.MustCompile("^\\s*(```+|~~~+)")
)

// IsBullet reports whether a line begins an item of a bullet list.
func IsBullet(line string) bool { return cutBullet(line) != "" }

// cutBullet returns what stands behind the mark of an item of a bullet list in its first
// line, or "" for another line.
func cutBullet(line string) string {
	if !mayBeBullet(line) {
		return ""
	}
	marked := strings.TrimLeft(line, " \t")[1:]
	head := strings.TrimLeft(marked, " \t")
	if len(head) == len(marked) || head == "" || strings.IndexByte("\n\f\r", head[0]) >= 0 {
		return ""
	}
	head, _, _ = strings.Cut(head, "\n")
	return head
}

// IsTyped reports whether an item of a list is an attribute with its type: it labels nothing,
// whatever its name is.
func IsTyped(line string) bool {
	head := cutBullet(strings.TrimRight(line, " \t\n"))
	if head == "" {
		return false
	}
	f := fieldOf(head)
	return f.name != "" && f.typ != "" && !f.bare
}

// mayBeBullet reports by one look whether a line may begin an item.
func mayBeBullet(line string) bool {
	line = strings.TrimLeft(line, " \t")
	return len(line) > 1 && strings.IndexByte("-*+", line[0]) >= 0
}

// Bullets reads the list that begins at text[start:]:
//
//   - `colour` (string, required): Which one.
//   - `size` `(int: 3)` - How large.
//
// t is nil where its items are no attributes; announced says that a label before it
// says so. next is where the list ends.
func Bullets(text string, start int, announced bool) (t *table.Table, next int) {
	s := &bulletScan{text: text, base: indentOf(text[start:])}
	next = s.scan(start)
	next = s.cutExample(next)
	items := s.attributes()
	if announced {
		nameAlones(items)
	}
	if !areAttributes(items, announced) {
		return nil, next
	}
	return tableOf(items, start, next), next
}

// cutExample leaves the bullets before the first that is but a label for an example of what they
// list, and returns where they end, which is next where there is none.
func (s *bulletScan) cutExample(next int) int {
	for i, b := range s.bullets {
		if i > 0 && b.indent == s.base && isExampleLabel(b.head) {
			s.bullets = s.bullets[:i]
			return b.start
		}
	}
	return next
}

// isExampleLabel reports whether the head of an item is but a label for an example.
func isExampleLabel(head string) bool {
	label := strings.TrimRight(head, " *_`")
	if !strings.HasSuffix(label, ":") && !strings.HasSuffix(label, "：") {
		return false
	}
	section := vocabulary.SectionOf(label)
	return section == vocabulary.RequestExample || section == vocabulary.ResponseExample || exampleLabel.MatchString(label)
}

// A bullet is one item as printed.
type bullet struct {
	indent, start, end int
	head               string
	body               []string
}

type bulletScan struct {
	text    string
	base    int
	bullets []bullet
	// mark begins the items of the list itself: another one begins another list.
	mark byte
}

// markOf is the mark that an item of a list begins with.
func markOf(line string) byte { return strings.TrimLeft(line, " \t")[0] }

// scan cuts the list into bullets and returns where it ends.
func (s *bulletScan) scan(i int) int {
	end, blank, fence := i, false, ""
	for i < len(s.text) {
		next := lineEnd(s.text, i)
		line := strings.TrimRight(s.text[i:next], " \t\n")
		indent := indentOf(line)
		head := cutBullet(line)
		switch {
		case fence != "":
			if strings.HasPrefix(strings.TrimSpace(line), fence) {
				fence = ""
			}
			s.add(line)
		case line == "":
			blank = true
			i = next
			continue
		case head != "" && indent == s.base && len(s.bullets) > 0 && markOf(line) != s.mark:
			return end // another list
		case head != "" && indent >= s.base:
			if len(s.bullets) == 0 {
				s.mark = markOf(line)
			}
			s.bullets = append(s.bullets, bullet{indent: indent, start: i, head: head})
		case indent < s.base && numberedItem.MatchString(line):
			return end // the next item of the list around it
		case indent <= s.base && (blank || breaks.MatchString(line) || head != ""):
			return end
		default:
			if f := fenceMark.FindStringSubmatch(line); f != nil {
				fence = f[1]
			}
			s.add(line)
		}
		last := &s.bullets[len(s.bullets)-1]
		end, last.end = next, i+len(strings.TrimRight(s.text[i:next], " \t\n"))
		i, blank = next, false
	}
	return end
}

func (s *bulletScan) add(line string) {
	b := &s.bullets[len(s.bullets)-1]
	b.body = append(b.body, strings.TrimSpace(line))
}

// attributes are the bullets as items. Lists within an item that are no attributes are
// part of its text.
func (s *bulletScan) attributes() []item { return needBesides(level(s.bullets, 0)) }

// narrowest is how many columns the mark of an item takes with a blank: what is indented by
// less stands beside it.
const narrowest = 2

func level(bullets []bullet, depth int) []item {
	var out []item
	for i := 0; i < len(bullets); {
		n := i + 1
		for n < len(bullets) && bullets[n].indent >= bullets[i].indent+narrowest {
			n++
		}
		b := bullets[i]
		it := item{field: fieldOf(b.head), raw: b.head, depth: depth, start: b.start, end: b.end, body: strings.Join(b.body, "\n")}
		if it.openText() {
			it.field = fieldOf(b.head + " " + strings.Join(b.body, " "))
			it.body = ""
		}
		var below []item
		if n > i+1 && depth < deepest {
			below = level(bullets[i+1:n], depth+1)
		}
		if n > i+1 && (it.givesForms(bullets[i+1:n]) || !areAttributes(below, false) && !it.listsMembers(b.head, bullets[i+1:n], below)) {
			it.body, it.end, below = it.textWith(bullets[i+1:n]), bullets[n-1].end, nil
		}
		out = append(append(out, it), below...)
		i = n
	}
	return withNotes(out)
}

// withNotes are the items of a list of which most are attributes with types: what stands
// among them and begins with no name is a note on the one above it.
func withNotes(items []item) []item {
	typed := 0
	for i := range items {
		if items[i].typ != "" {
			typed++
		}
	}
	if typed*2 < len(items) {
		return items
	}
	out := items[:0]
	for _, it := range items {
		if n := len(out); n > 0 && it.isNote(out[0].raw) && it.depth == out[n-1].depth {
			last := &out[n-1]
			last.body, last.end = strings.TrimSpace(last.body+"\n"+strings.TrimSpace(it.raw+"\n"+it.body)), it.end
			continue
		}
		out = append(out, it)
	}
	return out
}

// isNote reports whether an item of a list, given the first line of its first one, names
// nothing: it is a sentence, or begins with a word that is marked in another way than the
// names are, and has no type.
func (it *item) isNote(first string) bool {
	coded := strings.HasPrefix(it.raw, "`")
	return it.name == "" && !coded || it.typ == "" && (it.bare && !it.parted || !coded && !it.bare && strings.HasPrefix(first, "`"))
}

// textWith is the body of an item with the items below it as text.
func (it *item) textWith(below []bullet) string {
	var b strings.Builder
	b.WriteString(it.body)
	for _, c := range below {
		b.WriteString("\n- " + c.head)
		for _, line := range c.body {
			b.WriteString("\n" + line)
		}
	}
	return strings.TrimSpace(b.String())
}

// deepest is how deep attributes may nest.
const deepest = 12
