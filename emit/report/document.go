package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// A document is a report as the HTML template reads it. The template escapes;
// that nothing steers the reader's eye (diag.Plain) is up to who fills it.
type document struct {
	Old, New  string
	Catalogue string
	Summary   Summary
	Sections  []section
	// GoTitle stands above what no finding caused; GoCounts sums all up.
	GoTitle, GoCounts string
	// GoStep says where the version step of the Go package differs.
	GoStep string
	Go     []string
	Texts  []entry
	// Rest is what a captured page shows besides, below RestTitle.
	Rest      []string
	RestTitle string
	Unstated  []string
	// Trust says what lowers the trust in the sides.
	Trust []string
	// OldRevision and NewRevision are nil where nothing is known of them.
	OldRevision, NewRevision *Revision
}

// A section holds the findings of one severity.
type section struct {
	Severity diff.Severity
	// Mark tells severities apart where colors don't.
	Mark, Title string
	// Entries are causes, Changes the facts at all their places.
	Entries, Changes int
	Groups           []group
}

// A group holds what is about one resource.
type group struct {
	ID, Title string
	Findings  []finding
}

// An entry is a subject, what happened to it, and where.
type entry struct {
	Owner, Name, At          string
	Message                  string
	OldLocation, NewLocation string
	// OldURL and NewURL lead there, if the user said how.
	OldURL, NewURL string
	// WordsBefore and WordsNow are those of a description that was reworded.
	WordsBefore, WordsNow string
}

type finding struct {
	spans    [2]source.Span
	ID       string
	Severity diff.Severity
	entry
	Before, After []string
	Inferred      bool
	Reclassified  []string
	Doubts        []string
	Locations     []string
	Reaches       []reached
	Go            []string
	Rules         []link
	Endpoints     []string
	Used          []string
	Docs          []string // of what is new
	NewMethods    []newMethod
	Members       []diff.NewMember
	Fingerprint   string
	Policy        string
}

// A newMethod is a method that came, as the template shows it.
type newMethod struct {
	Name, Doc, Returns string
	Params             []diff.NewParam
	Members            []diff.NewMember
}

// A reached is a reach as the template shows it.
type reached struct {
	Positions string
	Methods   []string
}

type link struct{ ID, URL string }

// Folded reports whether the methods are more than a line should name.
func (r reached) Folded() bool { return len(r.Methods) > shownMethods }

// Values is how many values an entry is about, and Folded whether these are more than
// a line should show.
func (f finding) Values() int  { return len(f.Before) + len(f.After) }
func (f finding) Folded() bool { return f.Values() > shownValues }

// shownValues is how many values a page shows unfolded.
const shownValues = 6

// GoFolded reports whether the changes of Go are more than a line should name.
func (f finding) GoFolded() bool { return len(f.Go) > shownGo }

func (r *Report) document() document {
	d := document{
		Old: diag.Plain(r.Old), New: diag.Plain(r.New), Catalogue: rulesURL,
		Summary: r.Summary, Unstated: r.unstatedFacts(), GoTitle: goTitle, GoStep: r.Summary.goStep(),
		OldRevision: r.OldRevision.plain(), NewRevision: r.NewRevision.plain(),
	}
	for _, h := range headings {
		if lines := r.lines(h.severity); len(lines) > 0 {
			s := newSection(h.severity, h.title, h.mark, lines)
			s.Changes = *r.Summary.Changes.of(h.severity)
			d.Sections = append(d.Sections, s)
		}
	}
	for _, c := range r.Go {
		d.Go = append(d.Go, goNote(c, diag.Plain))
	}
	if r.Summary.Go != nil {
		d.GoCounts = r.Summary.goCounts(grouped)
	}
	for _, says := range r.trust() {
		d.Trust = append(d.Trust, diag.Plain(says))
	}
	for _, line := range r.rest(asIs) {
		d.Rest, d.RestTitle = append(d.Rest, diag.Plain(line)), restTitle
	}
	if r.ShowTexts {
		for _, t := range r.Texts {
			e := newEntry(textLine(t), string(t.Kind)+" reworded")
			e.WordsBefore, e.WordsNow = plainLines(t.Old), plainLines(t.New)
			d.Texts = append(d.Texts, e)
		}
	}
	d.link(r)
	return d
}

// link adds the URLs of places, where the user said how they are made.
func (d *document) link(r *Report) {
	for i := range d.Sections {
		for j := range d.Sections[i].Groups {
			for k := range d.Sections[i].Groups[j].Findings {
				f := &d.Sections[i].Groups[j].Findings[k]
				f.OldURL, f.NewURL = r.urls(f.spans[0], f.spans[1])
			}
		}
	}
}

// newSection groups lines by resource, in the order of their names.
func newSection(severity diff.Severity, title, mark string, lines []Finding) section {
	s := section{Severity: severity, Title: title, Mark: mark, Entries: len(lines)}
	slices.SortStableFunc(lines, func(a, b Finding) int { return a.about().compare(b.about()) })
	for i, l := range lines {
		if i == 0 || l.about() != lines[i-1].about() {
			id := fmt.Sprintf("%s-%d", severity, len(s.Groups)+1)
			s.Groups = append(s.Groups, group{ID: id, Title: diag.Plain(l.about().title)})
		}
		g := &s.Groups[len(s.Groups)-1]
		g.Findings = append(g.Findings, newFinding(fmt.Sprintf("%c%d", title[0], i+1), l))
	}
	return s
}

func newFinding(id string, l Finding) finding {
	f := finding{
		ID: id, entry: newEntry(l, l.Message), Before: shown(l.OldValues), After: shown(l.NewValues),
		Inferred: l.Inferred, Go: l.goWords(diag.Plain), Reclassified: shown(l.Reclassified), Doubts: doubtWords(l.Doubts),
	}
	f.spans = [2]source.Span{l.OldSpan, l.NewSpan}
	f.Severity, f.Fingerprint, f.Policy, f.Used = l.Severity, l.Fingerprint, l.Policy, shown(l.useWords())
	for _, e := range l.Endpoints {
		f.Endpoints = append(f.Endpoints, diag.Plain(e.String()))
	}
	f.addNews(l)
	for _, where := range (&Report{}).everywhere(l, asIs) {
		f.Locations = append(f.Locations, diag.Plain(where))
	}
	for _, r := range l.reaches() {
		if r.positions != "" || len(r.methods) > 0 {
			f.Reaches = append(f.Reaches, reached{r.positions, shown(r.methods)})
		}
	}
	for _, id := range l.Rules {
		f.Rules = append(f.Rules, link{id, rulesURL + "#" + id})
	}
	return f
}

// addNews adds what the new revision says of what is new, each text once.
func (f *finding) addNews(l Finding) {
	known := map[diff.NewMember]bool{}
	for _, at := range l.Locations {
		if doc := plainLines(at.Doc); doc != "" && !slices.Contains(f.Docs, doc) {
			f.Docs = append(f.Docs, doc)
		}
		for _, m := range plainMembers(at.Members) {
			if !known[m] {
				known[m] = true
				f.Members = append(f.Members, m)
			}
		}
		for _, m := range at.Methods {
			n := newMethod{Name: diag.Plain(m.Method), Doc: plainLines(m.Doc), Returns: diag.Plain(m.Returns), Members: plainMembers(m.Members)}
			for _, p := range m.Params {
				n.Params = append(n.Params, diff.NewParam{In: p.In, Name: diag.Plain(p.Name), Type: diag.Plain(p.Type), Doc: plainLines(p.Doc)})
			}
			f.NewMethods = append(f.NewMethods, n)
		}
	}
}

func plainMembers(members []diff.NewMember) []diff.NewMember {
	out := make([]diff.NewMember, len(members))
	for i, m := range members {
		out[i] = diff.NewMember{At: diag.Plain(m.At), Type: diag.Plain(m.Type), Doc: plainLines(m.Doc)}
	}
	return out
}

// plainLines is text of several lines, each of which is plain.
func plainLines(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = diag.Plain(line)
	}
	return strings.Join(lines, "\n")
}

// doubtWords are doubts with places below the root of their side, as all places here.
func doubtWords(doubts []Doubted) []string {
	var out []string
	for _, d := range doubts {
		out = append(out, diag.Plain((&Report{}).doubt(d)))
	}
	return out
}

func newEntry(l Finding, message string) entry {
	owner, name := l.owner()
	return entry{
		Owner: owner, Name: diag.Plain(name), At: diag.Plain(l.At), Message: message,
		OldLocation: locationText(l.OldSpan), NewLocation: locationText(l.NewSpan),
	}
}

// locationText is a place below the root of its side, which stands above all.
func locationText(s source.Span) string {
	if s.IsZero() {
		return ""
	}
	return diag.Plain(s.String())
}

func shown(values []string) []string {
	var out []string
	for _, v := range values {
		out = append(out, diag.Plain(v))
	}
	return out
}

// A topic is what a group is about: a resource or, before and after all
// resources, what belongs to none.
type topic struct {
	rank  int
	title string
}

func (t topic) compare(u topic) int {
	return cmp.Or(cmp.Compare(t.rank, u.rank), cmp.Compare(t.title, u.title))
}

// about is the topic of a line: for a type the resource that all methods with
// the type have in common.
func (l Finding) about() topic {
	switch {
	case l.Resource != "":
		return topic{1, l.Resource}
	case l.Method != "":
		return topic{1, parent(l.Method)}
	case l.Type == "":
		return topic{0, "The whole API"}
	case len(l.Reach) == 0:
		return topic{3, "Types that no method uses"}
	}
	common := parent(l.Reach[0])
	for _, id := range l.Reach[1:] {
		for common != "" && !strings.HasPrefix(id, common+".") {
			common = parent(common)
		}
	}
	if common == "" {
		return topic{2, "Types of several resources"}
	}
	return topic{1, common}
}

// parent is the ID without its last word.
func parent(id string) string {
	return id[:max(strings.LastIndexByte(id, '.'), 0)]
}
