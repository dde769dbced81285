package model

import "strings"

// A PagingForm says how the next page of a list is asked for.
type PagingForm string

// The forms. Param takes…
const (
	PagingCursor PagingForm = "cursor" // …what Next of the page before holds
	PagingLast   PagingForm = "last"   // …what Element of the last element of the page before holds
	PagingNumber PagingForm = "number" // …the number of the page, which grows by one
	PagingOffset PagingForm = "offset" // …how many elements are before the page
	PagingURL    PagingForm = "url"    // …nothing: Next is the URL of the next page
	PagingLink   PagingForm = "link"   // …nothing: the response's header Link has the URL, as rel="next"
)

// Paging says how the pages of a list go on. All names are wire names.
type Paging struct {
	Form PagingForm `json:"form"`
	// Type is what the pages of other dialects call the page type, if they do.
	Type string `json:"type,omitempty"`
	// Items is the field of the response that holds the elements. It is empty
	// where the response is the list itself.
	Items FieldPath `json:"items,omitempty"`
	// Param is the parameter of the query that selects a page, or where InBody
	// is set the field of the body. It is empty where Next or a header has the URL.
	Param  FieldPath `json:"param,omitempty"`
	InBody bool      `json:"inBody,omitempty"`
	// Next is the field of the response that names the next page; without a
	// value there is none.
	Next FieldPath `json:"next,omitempty"`
	// Element is the field of an element whose value in the last element names
	// the next page.
	Element FieldPath `json:"element,omitempty"`
	// First is what Param stands for where a request leaves it out: the number
	// of the first page, or of the first element.
	First int64 `json:"first,omitempty"`
	// Current is the field of the response that repeats the number of its page.
	Current FieldPath `json:"current,omitempty"`
	// More is the boolean field of the response that says whether a page
	// follows, Total its number of all elements, and Pages that of all pages.
	// Where a list has none of them and no Next, an empty page is the last.
	More  FieldPath `json:"more,omitempty"`
	Total FieldPath `json:"total,omitempty"`
	Pages FieldPath `json:"pages,omitempty"`
	// Evidence says what the conclusion rests on, as FactType.
	Evidence Evidence `json:"evidence,omitempty"`
}

// A FieldPath leads from a structure to a field below it: the wire names on the
// way, joined by slashes. As in a JSON pointer, ~1 stands for a slash in a name
// and ~0 for a tilde.
type FieldPath string

var (
	escapeName   = strings.NewReplacer("~", "~0", "/", "~1")
	unescapeName = strings.NewReplacer("~1", "/", "~0", "~")
)

// PathOf returns the path that consists of the names.
func PathOf(names ...string) FieldPath {
	escaped := make([]string, len(names))
	for i, name := range names {
		escaped[i] = escapeName.Replace(name)
	}
	return FieldPath(strings.Join(escaped, "/"))
}

// Names returns the names that the path consists of, none for the empty path.
func (p FieldPath) Names() []string {
	if p == "" {
		return nil
	}
	names := strings.Split(string(p), "/")
	for i, name := range names {
		names[i] = unescapeName.Replace(name)
	}
	return names
}

// String returns the names as people read them, joined by dots.
func (p FieldPath) String() string { return strings.Join(p.Names(), ".") }

// FieldAt returns the field that a path leads to from t, through refs and
// objects, or nil where there is none.
func (a *API) FieldAt(t *Type, p FieldPath) *Field {
	var found *Field
	for _, name := range p.Names() {
		if found != nil {
			t = found.Type
		}
		found = nil
		if t = a.Resolve(t); t == nil || t.Kind != KindObject {
			return nil
		}
		for _, f := range t.Fields {
			if f.Name == name {
				found = f
				break
			}
		}
		if found == nil {
			return nil
		}
	}
	return found
}
