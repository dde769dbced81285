// Package statement finds what tells a reference from prose: statements of
// endpoints (a verb and a path that stand alone), definitions in OpenAPI and
// AsyncAPI, and tables of attributes. It looks at lines, whatever the format and
// the language of a page are, and knows nothing of who reads the page.
//
// It is not part of the compatibility promise.
package statement

// A Form says how something is stated.
type Form uint8

// The forms.
const (
	// Stated is a verb and a path alone in a fence, a heading, a component, a
	// paragraph or the front matter.
	Stated Form = iota
	// Listed is a verb and a path alone in a row of a table or an item of a list,
	// or in the first line of a printed request: forms in which pages also repeat
	// what they state elsewhere.
	Listed
	// OpenAPI is a fence that holds a document or a fragment of one, AsyncAPI one
	// of that kind.
	OpenAPI
	AsyncAPI
	// Attributes is a table with columns for names and types below a heading that
	// announces facts.
	Attributes
)

// An Operation is a verb in upper case and a path as printed, without host, query
// and marks of Markdown.
type Operation struct{ Verb, Path string }

func (o Operation) String() string { return o.Verb + " " + o.Path }

// A Finding is one statement, definition or table of a page.
type Finding struct {
	Form Form
	// Operations are those of a definition, as far as they show, or the one that
	// is stated; a table has none.
	Operations []Operation
	// URL says that the endpoint is stated with its host, in a fence: as a request
	// that a client sends.
	URL bool
	// Labelled says that two lines with labels state the endpoint: URL: /x, Method: GET.
	Labelled bool
	// Example says that the path has slots for numbers that are printed in it.
	Example bool
	// Template is where the page says how all methods are called that headings name, for a
	// heading that names one, or 0.
	Template int
	// VerbAt is where the page says with which verb all endpoints are called, plus one, for one
	// that it states by a path alone, or 0.
	VerbAt int
	// CommandAt is where the command begins, plus one, whose verb is that of an endpoint which the
	// page states by a path alone, or 0.
	CommandAt int
	// BaseAt is where the page says what its paths begin with, plus one, for a path that has that
	// put before it, or 0.
	BaseAt int
	// SectionAt is where the heading begins whose path in brackets is put before its paths, plus one.
	SectionAt int
	// BesideAt is where the heading begins, plus one, that ends with a path which is not put before
	// its paths, as nothing says that they are relative.
	BesideAt int
	// PartAt is where the heading begins, plus one, that states but a part of the path, or 0.
	PartAt int
	// Slashed says that the path is printed without the slash that it begins with.
	Slashed bool
	// Title is the heading that announces a table, the name of a method that a heading
	// names, or what an item of a list or a row says of the endpoint that it states.
	Title string
	// Said is what comments right above the endpoint say of it, in the fence that states it.
	Said string
	// Start and End are offsets of what states it. Block is the end of what belongs
	// to it: what follows a statement up to the next heading that is no section of
	// it and whose level is that of the heading above the statement, or higher.
	Start, End, Block int
}

// heading is a heading of the page.
type heading struct {
	level, start int
	title        string
}

// Find returns what the text states from offset from on, in the order of the
// page. Front matter that ends at from is looked at too.
func Find(text []byte, from int) []Finding {
	found, _ := All(text, from)
	return found
}

// All returns what Find does, and what the text but mentions of endpoints.
func All(text []byte, from int) (found []Finding, mentioned []Mention) {
	w := &walker{text: text, fresh: true}
	w.front(text[:from])
	w.walk(from)
	w.completed()
	w.byPath()
	w.byCommand()
	w.named()
	w.keepSpoken()
	w.keepLines()
	w.keepIndexes()
	w.putBases()
	mentioned = w.mentions(from)
	if len(w.found) == 0 {
		return nil, mentioned
	}
	blocks := newBlocks(w.headings, len(text))
	for i := range w.found {
		f := &w.found[i]
		f.Block = f.End
		if f.Form == Stated || f.Form == Listed {
			f.Block = max(f.End, blocks.end(f.Start))
		}
	}
	return w.found, mentioned
}
