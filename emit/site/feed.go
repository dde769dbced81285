package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/history"
)

// feeds adds the Atom feed (RFC 4287) and the JSON feed (version 1.1) of the
// revisions, the newest first.
func (b *builder) feeds() error {
	if err := b.atom(); err != nil {
		return err
	}
	return b.jsonFeed()
}

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  atomAuthor  `xml:"author"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	Title   string     `xml:"title"`
	ID      string     `xml:"id"`
	Updated string     `xml:"updated"`
	Links   []atomLink `xml:"link"`
	Summary string     `xml:"summary"`
}

func (b *builder) atom() error {
	f := atomFeed{Title: b.title(), ID: b.id(""), Updated: b.updated(len(b.h.Revisions) - 1), Author: atomAuthor{"docgen"}, Links: []atomLink{{Href: b.address("index.html")}}}
	if b.o.URL != "" {
		f.Links = append(f.Links, atomLink{"self", b.address("feed.xml")})
	}
	for i, r := range slices.Backward(b.h.Revisions) {
		f.Entries = append(f.Entries, atomEntry{
			Title: entryTitle(r), ID: b.id(r.Name), Updated: b.updated(i), Summary: summary(i, r), Links: []atomLink{{Href: b.address(revisionFile(r))}},
		})
	}
	text, err := xml.MarshalIndent(f, "", "  ")
	if err != nil {
		return err
	}
	b.set["feed.xml"] = fmt.Appendf(nil, "<!-- %s -->\n%s\n", header(b.o.Version), text)
	return nil
}

type jsonFeed struct {
	Docgen   jsonAbout  `json:"_docgen"` // members of one's own are objects
	Version  string     `json:"version"`
	Title    string     `json:"title"`
	HomePage string     `json:"home_page_url,omitempty"`
	Feed     string     `json:"feed_url,omitempty"`
	Items    []jsonItem `json:"items"`
}

type jsonAbout struct {
	About string `json:"about"`
}

type jsonItem struct {
	ID  string `json:"id"`
	URL string `json:"url,omitempty"` // where the site has an address

	Title     string `json:"title"`
	Content   string `json:"content_text"`
	Published string `json:"date_published"`
}

func (b *builder) jsonFeed() error {
	f := jsonFeed{Docgen: jsonAbout{header(b.o.Version)}, Version: "https://jsonfeed.org/version/1.1", Title: b.title(), Items: []jsonItem{}}
	if b.o.URL != "" {
		f.HomePage, f.Feed = b.o.URL, b.address("feed.json")
	}
	for i, r := range slices.Backward(b.h.Revisions) {
		item := jsonItem{ID: b.id(r.Name), Title: entryTitle(r), Content: summary(i, r), Published: b.updated(i)}
		if b.o.URL != "" {
			item.URL = b.address(revisionFile(r))
		}
		f.Items = append(f.Items, item)
	}
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetIndent("", "  ")
	if err := e.Encode(f); err != nil {
		return err
	}
	// The header stands in the first line.
	b.set["feed.json"] = bytes.Replace(text.Bytes(), []byte("{\n  \"_docgen\": {\n    "), []byte("{\"_docgen\": {"), 1)
	return nil
}

func (b *builder) title() string { return diag.Plain(b.o.Title) + ": history of the API" }

// id is a name of an entry that never changes: that of the page where the site has an
// address, else one that is made of the title and the name of the revision.
func (b *builder) id(revision string) string {
	if b.o.URL != "" && revision != "" {
		return b.o.URL + "revisions/" + revision + "/"
	}
	if b.o.URL != "" {
		return b.o.URL
	}
	sum := sha256.Sum256([]byte("docgen history\x00" + b.o.Title + "\x00" + revision))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80 // a UUID of version 8, by RFC 9562
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

func (b *builder) address(file string) string { return b.o.URL + file }

// updated is the day of a revision, as feeds write times. A revision without a date has
// that of the one before, and where none has, the first day that there is.
func (b *builder) updated(i int) string {
	for ; i >= 0; i-- {
		if date := b.h.Revisions[i].Date; date != "" {
			return date + "T00:00:00Z"
		}
	}
	return "1970-01-01T00:00:00Z"
}

func entryTitle(r history.State) string {
	n := counted(r.Changes)
	title := diag.Plain(r.Name)
	if r.Subject != "" {
		title += " " + diag.Plain(r.Subject)
	}
	if n[diff.Breaking] > 0 {
		title += fmt.Sprintf(" (%d breaking)", n[diff.Breaking])
	}
	return title
}

// summary is what a feed says of a revision: its figures, and what breaks.
func summary(i int, r history.State) string {
	if i == 0 {
		return "The first revision: " + grouped(r.Pages) + " pages, " + grouped(r.Facts) + " facts."
	}
	n := counted(r.Changes)
	text := fmt.Sprintf("%d breaking, %d warnings, %d compatible.", n[diff.Breaking], n[diff.Warning], n[diff.Info])
	for _, c := range r.Changes {
		if c.Severity == diff.Breaking {
			text += "\n" + diag.Plain(c.Resource+c.Method+c.Type+" "+c.At+": "+c.Message)
		}
	}
	for _, reason := range r.Incomplete {
		text += "\nIncomplete: " + diag.Plain(reason)
	}
	return text
}
