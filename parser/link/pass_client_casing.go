package link

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
)

// applyCasing finds the wire names of parameters that only pages of clients list:
// those of the same letters that other pages print, and for headers and bounds
// the form that such names have. What is left a guess is reported.
func (l *linker) applyCasing() {
	printed := l.printedNames()
	guesses := map[string][]*model.Param{}
	for m := range l.eachMethod() {
		if !l.client[m.ID] {
			continue
		}
		for _, p := range m.Params {
			if name := printed.wireName(p); name != p.Name {
				p.Name = name
				p.Evidence = p.Evidence.With(model.FactName, model.SourceName)
			}
			if p.Evidence.Of(model.FactName) == model.SourceName && !printed.printed[p.Location][p.Name] && !l.casing.names[p.Name] {
				guesses[p.Name] = append(guesses[p.Name], p)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(guesses)) {
		ps := guesses[name]
		l.diags.Add("inferred-name", diag.Info, ps[0].Span,
			"no page prints how the %s parameter %q is called on the wire; %s", ps[0].Location, name, countMethods(len(ps)))
	}
}

// printedNames are the names of parameters that pages print as they travel.
type printedNames struct {
	printed map[model.Location]map[string]bool
	// letters finds the first of them by what it may be recognised by.
	letters map[lettersOf]string
	// vendor is the first word of the headers of this API.
	vendor string
}

func (l *linker) printedNames() *printedNames {
	s := &printedNames{printed: map[model.Location]map[string]bool{}, letters: map[lettersOf]string{}}
	vendors := map[string]int{}
	for _, m := range l.methods {
		for _, p := range m.Params {
			if p.Location == model.LocationHeader {
				if word, _, ok := strings.Cut(strings.ToLower(p.Name), "-"); ok {
					vendors[word]++
				}
			}
			if !l.client[m.ID] {
				s.note(p.Location, p.Name)
			}
		}
	}
	for _, word := range slices.Sorted(maps.Keys(vendors)) {
		if s.vendor == "" || vendors[word] > vendors[s.vendor] {
			s.vendor = word
		}
	}
	return s
}

// wireName is the name of a parameter that a client's page lists.
func (s *printedNames) wireName(p *model.Param) string {
	if p.Location == model.LocationPath || s.printed[p.Location][p.Name] {
		return p.Name
	}
	if name := s.sameLetters(p); name != "" {
		return name
	}
	switch {
	case p.Location == model.LocationQuery:
		return bound.ReplaceAllString(p.Name, "$1[$2]")
	case p.Location == model.LocationHeader && p.Evidence.Of(model.FactName) != "" && !strings.Contains(p.Name, "-"):
		return s.prefixed(strings.ReplaceAll(p.Name, "_", "-"))
	}
	return p.Name
}

// prefixed puts the vendor's word in front of a header that lacks it.
func (s *printedNames) prefixed(name string) string {
	if s.vendor == "" || standard[name] || strings.HasPrefix(name, s.vendor+"-") {
		return name
	}
	return s.vendor + "-" + name
}

// standard are headers that belong to no vendor.
var standard = map[string]bool{
	"accept": true, "accept-language": true, "content-type": true, "idempotency-key": true, "if-match": true,
	"if-modified-since": true, "if-none-match": true, "if-unmodified-since": true, "last-event-id": true,
	"prefer": true, "range": true, "traceparent": true, "user-agent": true,
}

// bound is the name of a bound of a filter. On the wire it is that of the field
// with the comparison in brackets, which no language has in a name.
var bound = regexp.MustCompile(`^(\w+)_(gte?|lte?)$`)

// A lettersOf is what a printed name and one that a client has may share: the
// letters of the name, or of its singular.
type lettersOf struct {
	location model.Location
	singular bool
	letters  string
}

func lettersFor(location model.Location, name string) [2]lettersOf {
	return [2]lettersOf{{location, true, names.Letters(names.SingularName(name))}, {location, false, names.Letters(name)}}
}

// maxHeaderWords bounds the names that a client may have for a header.
const maxHeaderWords = 16

// note makes a printed name known: all of it, and of a header what stands behind
// the vendor's words.
func (s *printedNames) note(location model.Location, name string) {
	if s.printed[location][name] {
		return
	}
	if s.printed[location] == nil {
		s.printed[location] = map[string]bool{}
	}
	s.printed[location][name] = true
	for rest, words := name, 0; words < maxHeaderWords; words++ {
		for _, key := range lettersFor(location, rest) {
			if have, ok := s.letters[key]; !ok || name < have {
				s.letters[key] = name
			}
		}
		var more bool
		if _, rest, more = strings.Cut(rest, "-"); !more || location != model.LocationHeader {
			return
		}
	}
}

// sameLetters is the printed name of a parameter that a client has, or "".
func (s *printedNames) sameLetters(p *model.Param) string {
	keys := lettersFor(p.Location, p.Name)
	one, other := s.letters[keys[0]], s.letters[keys[1]]
	if one == "" || other != "" && other < one {
		return other
	}
	return one
}

func countMethods(n int) string {
	if n == 1 {
		return "1 method has it"
	}
	return strconv.Itoa(n) + " methods have it"
}
