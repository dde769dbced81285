package generated

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// A style is how names of several words are written.
type style string

const (
	snake  style = "snake_case"
	camel  style = "camelCase"
	pascal style = "PascalCase"
)

// A casing is how the names of parameters travel, or those of members, which some APIs
// write in another way. Pages print them as the client has them; slots of paths and
// descriptions have some as they travel.
type casing struct {
	// printed are the names on the pages, by their letters.
	printed map[string]string
	// seen are names as they travel, by their letters.
	seen map[string]string
	// votes count the names of several words that are written in each style, native those
	// that pages print.
	votes, native map[style]int
	wire, client  style
	// own are the names that the description of their row has in code marks, by letters,
	// where all such rows agree, else "".
	own map[string]string
	// told are the words with the letters of a name, by these.
	told map[string]map[string]int
}

// newCasings looks at the names, paths and descriptions of all pages. Where nothing shows
// how the names of one kind travel, they travel as those of the other.
func newCasings(pages []*pageText) (params, members *casing) {
	params, members = newCasing(), newCasing()
	for _, s := range pages {
		s.eachMember(func(m *member) { members.print(m.name) })
		for _, call := range s.calls {
			for _, p := range call.params {
				params.print(p.name)
			}
		}
	}
	for _, c := range []*casing{params, members} {
		for _, s := range pages {
			c.forget(s)
		}
		c.client = most(c.native)
		for _, s := range pages {
			c.look(s, c == params)
		}
		c.count()
	}
	params.guess(members)
	members.guess(params)
	return params, members
}

func newCasing() *casing {
	return &casing{
		printed: map[string]string{}, seen: map[string]string{}, votes: map[style]int{}, native: map[style]int{}, own: map[string]string{},
		told: map[string]map[string]int{},
	}
}

// forget leaves names out that structures and methods have, too: what texts call so may be
// these.
func (c *casing) forget(s *pageText) {
	if s.structure != nil {
		delete(c.printed, names.Letters(s.structure.name))
	}
	for _, call := range s.calls {
		delete(c.printed, names.Letters(call.name))
	}
}

// look counts what a page shows of how names travel: those of parameters in slots of paths
// and in the sections of methods.
func (c *casing) look(s *pageText, params bool) {
	for _, call := range s.calls {
		for _, slot := range names.Slots(call.path) {
			if params {
				c.slot(slot)
			}
		}
		for _, text := range append(call.doc, call.summary) {
			c.read(text)
		}
		for _, p := range call.params {
			c.readRow(&p.member)
		}
	}
	if params {
		return
	}
	s.eachMember(func(m *member) { c.readRow(m) })
	if s.structure != nil {
		for _, text := range s.structure.doc {
			c.read(text)
		}
	}
}

// guess takes the style of names that nothing shows from that of others, or else from the
// client: one that writes all names in capitals changed their first letters.
func (c *casing) guess(other *casing) {
	switch {
	case c.wire != "":
	case other.isKnown():
		c.wire = other.wire
	default:
		c.wire = travels(cmp.Or(c.client, other.client))
	}
}

// travels is how names travel, for all that is known, that a client prints in a style.
func travels(client style) style {
	switch client {
	case pascal:
		return camel
	case "":
		return snake
	}
	return client
}

func (s *pageText) eachMember(do func(*member)) {
	if s.structure == nil {
		return
	}
	for i := range s.structure.members {
		do(&s.structure.members[i])
	}
}

// print notes a name as a page prints it.
func (c *casing) print(name string) {
	letters := names.Letters(name)
	if _, ok := c.printed[letters]; ok {
		return
	}
	c.printed[letters] = name
	if st := styleOf(name); st != "" {
		c.native[st]++
	}
}

// slot counts the slot of a path, which is what travels and no word of a text.
func (c *casing) slot(name string) {
	if letters := names.Letters(name); c.told[letters][name] < slotWeight {
		c.tell(name, slotWeight)
		if st := styleOf(name); st != "" {
			c.votes[st] += slotWeight
		}
	}
}

// slotWeight is what the slot of a path counts, beside a word of a description.
const slotWeight = 4

// nameWord matches a name in a text, with the mark before it.
var nameWord = regexp.MustCompile("([`'\"?&]?)\\b([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)\\b")

// read counts how names of the API are written in a description. A word that is written
// as the client does, and stands in no marks, may be of a comment of the client's.
func (c *casing) read(text string) {
	for _, m := range nameWord.FindAllStringSubmatch(text, -1) {
		word := m[2]
		if len(word) > longestWord || styleOf(word) == "" || m[1] == "" && styleOf(word) == c.client {
			continue
		}
		if _, ok := c.printed[names.Letters(word)]; ok {
			c.tell(word, 1)
		}
	}
}

// readRow reads the description of a row. What it has in code marks with the letters of
// the row's own name is that name, however others are written.
func (c *casing) readRow(m *member) {
	c.read(m.doc)
	letters := names.Letters(m.name)
	for rest, more := m.doc, true; more; {
		var code string
		_, rest, _ = strings.Cut(rest, "`")
		if code, rest, more = strings.Cut(rest, "`"); more && code != m.name && styleOf(code) != "" && names.Letters(code) == letters {
			c.tell(code, slotWeight)
			if have, ok := c.own[letters]; ok && have != code {
				code = ""
			}
			c.own[letters] = code
		}
	}
}

// longestWord is how long a word is at most that is looked up.
const longestWord = 100

func (c *casing) tell(word string, weight int) {
	letters := names.Letters(word)
	if c.told[letters] == nil {
		c.told[letters] = map[string]int{}
	}
	c.told[letters][word] += weight
}

// count decides how each name that stands somewhere travels, and how most do.
func (c *casing) count() {
	for letters, words := range c.told {
		best, most := "", 0
		for word, n := range words {
			if n > most || n == most && word < best {
				best, most = word, n
			}
		}
		c.seen[letters] = best
		if st := styleOf(best); st != "" {
			c.votes[st]++
		}
	}
	c.wire = most(c.votes)
	for letters, word := range c.seen {
		if st := styleOf(word); st != "" && st != c.wire {
			delete(c.seen, letters) // a slip in a text, or a name of the client
		}
	}
	for letters, name := range c.own {
		if name != "" {
			c.seen[letters] = name
		}
	}
}

func most(counts map[style]int) style {
	best := style("")
	for _, st := range []style{snake, camel, pascal} {
		if counts[st] > counts[best] {
			best = st
		}
	}
	return best
}

// styleOf is the style of a name of several words, and "" of one whose words nothing
// parts.
func styleOf(name string) style {
	name = strings.Trim(name, "_")
	upper := strings.ContainsFunc(name, unicode.IsUpper)
	switch {
	case name == "":
		return ""
	case strings.Contains(name, "_") && !upper:
		return snake
	case !upper || strings.Contains(name, "_") || !strings.ContainsFunc(name, unicode.IsLower) || len(wordsOf(name)) < 2:
		return ""
	case unicode.IsUpper(rune(name[0])):
		return pascal
	}
	return camel
}

// wordsOf parts a name at its capitals and underscores. Digits belong to the word before
// them.
func wordsOf(name string) []string {
	var out []string
	for _, part := range strings.Split(name, "_") {
		runes, start := []rune(part), 0
		for i := 1; i < len(runes); i++ {
			if unicode.IsUpper(runes[i]) && names.StartsWord(runes, i) {
				out = append(out, string(runes[start:i]))
				start = i
			}
		}
		if start < len(runes) {
			out = append(out, string(runes[start:]))
		}
	}
	return out
}

// wireName is how a name of the client travels, and who says so: "" where the page prints
// it so.
func (c *casing) wireName(name string) (string, model.Source) {
	wire, by := c.recase(name), model.SourceName
	if seen := c.seen[names.Letters(name)]; seen != "" {
		wire, by = seen, model.SourceProse
	}
	if wire == name {
		by = ""
	}
	return wire, by
}

// recase spells a name in the style of the API.
func (c *casing) recase(name string) string {
	name = strings.TrimPrefix(strings.TrimRight(name, "_"), "var_")
	if initials.MatchString(name) {
		name = strings.ToUpper(name[:1]) + name[1:]
	}
	words := wordsOf(strings.TrimLeft(name, "_"))
	if len(words) == 0 || c.client == "" && !unicode.IsUpper(rune(name[0])) || c.client == c.wire && styleOf(name) != pascal && !unicode.IsUpper(rune(name[0])) {
		return name
	}
	for i := range words {
		switch {
		case c.wire == pascal || c.wire == camel && i > 0:
			words[i] = strings.ToUpper(words[i][:1]) + words[i][1:]
		default:
			words[i] = strings.ToLower(words[i])
		}
	}
	if c.wire == snake {
		return strings.Join(words, "_")
	}
	return strings.Join(words, "")
}

// initials matches a name that began with initials before a client made its first letter
// small: sAMLResponse.
var initials = regexp.MustCompile(`^[a-z][A-Z]{2}`)

// isKnown reports whether something on the pages shows how names travel.
func (c *casing) isKnown() bool { return len(c.votes) > 0 }
