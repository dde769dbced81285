package diag

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"sync"
)

// An Entry explains a code: what every finding with it has in common. It is
// registered next to the code that reports it, in the same package, as
//
//	var _ = diag.Register(diag.Entry{Code: "empty-item", …})
//
// so that nobody has to keep a list elsewhere. A test of the module finds codes
// without an entry and entries without a code.
type Entry struct {
	Code Code `json:"code"`
	// Severity is the worst that the code is reported with. A finding that is
	// less sure, or of which less is lost, may have a lesser one.
	Severity Severity `json:"severity"`
	// Title says in one line, without a full stop, what happened.
	Title string `json:"title"`
	// Why says in sentences what follows for the API that was read and for a
	// package that is generated from it, and why docgen did not choose otherwise.
	Why string `json:"why"`
	// Help says in sentences what to do.
	Help string `json:"help"`
	// Example is what the finding is about. Text that begins with a line such as
	// "-- parcels/create.md --" is a set of files, else it is part of such a page,
	// below its heading and the line "**post** `/v1/parcels`". Files give the
	// finding when they are read, but for Case.
	Example string `json:"example"`
	// Case is how a finding comes about that no files of an example can show, such
	// as a link in a folder: the name of the test that does so.
	Case string `json:"-"`
}

var catalog struct {
	sync.RWMutex
	entries map[Code]Entry
}

var codeForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)

// Register adds an entry to the catalogue and returns its code. It is called
// while packages are initialized, and panics on an entry without title, reason,
// help or example, on a code that is not kebab-case, and on one that is taken.
func Register(e Entry) Code {
	switch {
	case !codeForm.MatchString(string(e.Code)):
		panic(fmt.Sprintf("diag: the code %q is not of the form two-words", e.Code))
	case e.Severity.Rank() < 0:
		panic(fmt.Sprintf("diag: %s has the severity %q", e.Code, e.Severity))
	case e.Title == "" || e.Why == "" || e.Help == "" || e.Example == "":
		panic(fmt.Sprintf("diag: the entry of %s is not complete", e.Code))
	}
	catalog.Lock()
	defer catalog.Unlock()
	if _, taken := catalog.entries[e.Code]; taken {
		panic(fmt.Sprintf("diag: the code %s is registered twice", e.Code))
	}
	if catalog.entries == nil {
		catalog.entries = map[Code]Entry{}
	}
	catalog.entries[e.Code] = e
	return e.Code
}

// Lookup returns the entry of a code, if one of the packages of the program
// registered it.
func Lookup(code Code) (Entry, bool) {
	catalog.RLock()
	defer catalog.RUnlock()
	e, ok := catalog.entries[code]
	return e, ok
}

// Catalog returns the entries of all packages of the program, sorted by code.
func Catalog() []Entry {
	catalog.RLock()
	defer catalog.RUnlock()
	out := make([]Entry, 0, len(catalog.entries))
	for _, e := range catalog.entries {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b Entry) int { return cmp.Compare(a.Code, b.Code) })
	return out
}
