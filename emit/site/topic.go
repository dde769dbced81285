package site

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/history"
)

// A topicPage is the history of a method, a type or a resource's events.
type topicPage struct {
	Kind  string
	Own   *itemLine
	Items []itemLine
}

// An itemLine is the history of one item.
type itemLine struct {
	Name, Anchor, Kind string
	Since              link
	OrLonger, Inferred bool
	Removed            *link
	Deprecated         *link
	Events             []eventLine
}

type eventLine struct {
	Revision link
	What     string
	Old, New string
}

// roots adds a page for each topic, and one that leads on for each former name.
func (b *builder) roots() error {
	for _, t := range b.topics {
		d := topicPage{Kind: strings.TrimSuffix(folderOf(t.root), "s/")}
		if t.own != nil {
			line := b.itemLine(t.own)
			d.Own = &line
		}
		anchors := t.anchors()
		for i, item := range t.items {
			line := b.itemLine(item)
			line.Anchor = anchors[i]
			d.Items = append(d.Items, line)
		}
		if err := b.render(t.file, "topic", t.title(), d); err != nil {
			return err
		}
	}
	for _, t := range b.topics {
		if err := b.formerNames(t); err != nil {
			return err
		}
	}
	return nil
}

// formerNames keeps the addresses of names that a topic had before.
func (b *builder) formerNames(t *topic) error {
	if t.own == nil {
		return nil
	}
	for _, e := range t.own.Events {
		if e.What != history.Renamed || !plainName.MatchString(e.Old) {
			continue
		}
		file := folderOf(t.root) + e.Old + ".html"
		if b.files.taken[strings.ToLower(strings.TrimSuffix(file, ".html"))] {
			continue // something else is called so today
		}
		if err := b.render(file, "moved", diag.Plain(e.Old), link{t.title(), t.file}); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) itemLine(item *history.Item) itemLine {
	name := item.Path.String()
	if name == "" {
		name = item.ID
	}
	line := itemLine{
		Name: diag.Plain(name), Kind: string(item.Kind), Since: b.revisionLink(item.Since), OrLonger: item.Since == 0, Inferred: item.Inferred,
		Removed: b.linkTo(item.Removed), Deprecated: b.linkTo(item.Deprecated),
	}
	for _, e := range item.Events {
		what := string(e.What)
		if e.What == history.Changed {
			what = strings.ReplaceAll(string(e.Kind), "-", " ")
		}
		line.Events = append(line.Events, eventLine{b.revisionLink(e.Revision), what, diag.Plain(e.Old), diag.Plain(e.New)})
	}
	return line
}

func (b *builder) revisionLink(i int) link {
	r := b.h.Revisions[i]
	return link{diag.Plain(r.Name), revisionFile(r)}
}

func (b *builder) linkTo(i int) *link {
	if i < 0 {
		return nil
	}
	l := b.revisionLink(i)
	return &l
}

// anchors returns the fragments of the items of a topic, each once: those of what is
// there come first, so that they stay what they are.
func (t *topic) anchors() []string {
	out, used := make([]string, len(t.items)), map[string]int{}
	for _, removed := range []bool{false, true} {
		for i, item := range t.items {
			if (item.Removed >= 0) != removed {
				continue
			}
			out[i] = anchor(item)
			if used[out[i]]++; used[out[i]] > 1 {
				out[i] += fmt.Sprint("~", used[anchor(item)])
			}
		}
	}
	return out
}

// anchor is the fragment of an item on the page of its topic. It is its path, whose
// spaces an ID of HTML cannot have, with a start that no other ID of the page has.
func anchor(item *history.Item) string {
	if len(item.Path) == 0 {
		return "top"
	}
	return "at." + strings.Join(strings.Fields(diag.Plain(item.Path.String())), "_")
}

func header(version string) string { return output.Header(version) }
