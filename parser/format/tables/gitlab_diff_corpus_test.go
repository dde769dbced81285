package tables_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/parser/format/tables"
)

var (
	attributeHead = regexp.MustCompile(`(?i)^\|\s*(?:attribute|parameter)\s*\|.*\brequired\b`)
	firstCode     = regexp.MustCompile("^\\|\\s*`([^`]+)`")
	listedRow     = regexp.MustCompile("^\\s*[-*] `([^`]+)` *(?:\\((?:required|optional)|- )")
	verbAlone     = regexp.MustCompile(`^\s*(GET|POST|PUT|PATCH|DELETE|HEAD)\s+(/\S*|[a-z]+/\S*)`)
)

// An endpointRow is a row of a table above or below a statement of an endpoint.
type endpointRow struct {
	// name is the last part of a name that is a path, parents are the others.
	name    string
	parents []string
	// slot says that the path of an endpoint that shares the table has a slot of the name.
	slot bool
}

// endpointRows are the rows of tables by name, by the endpoint that is stated above them,
// or below them under one heading.
type endpointRows map[string]map[string]endpointRow

// searchedRows finds rows as a search does that knows nothing but fences, bars and headings.
func searchedRows(t *testing.T, dir string) endpointRows {
	t.Helper()
	out := endpointRows{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".md" {
			return err
		}
		text, err := os.ReadFile(name)
		if err == nil {
			out.page(string(text))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func (e endpointRows) page(text string) {
	var stated, waiting []string // endpoints, and rows above the first of them
	slots := map[string]bool{}
	fence, table, used, list := false, false, false, false
	linked := linkedRows{rows: map[string][]string{}, links: map[string][]string{}}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		switch m := verbAlone.FindStringSubmatch(line); {
		case strings.HasPrefix(strings.TrimSpace(line), "```"):
			fence, table, list = !fence, false, false
		case fence && m != nil:
			if used && len(stated) > 0 {
				stated, slots, used = nil, map[string]bool{}, false
			}
			for _, slot := range slotMark.FindAllString(m[2], -1) {
				slots[strings.Trim(slot, ":<>{}")] = true
			}
			stated = append(stated, operationKey(m[1], m[2]))
			e.add(stated[len(stated)-1:], waiting, slots)
			waiting = nil
		case fence:
		case strings.HasPrefix(line, "#"):
			linked.close(stated, waiting, line)
			stated, waiting, slots, table, used, list = nil, nil, map[string]bool{}, false, false, false
		case attributeHead.MatchString(line):
			table, used = true, true
		case !strings.HasPrefix(line, "|"):
			table = false
			linked.note(line)
			list = list || strings.HasPrefix(line, "Parameters:")
			if m := listedRow.FindStringSubmatch(line); m != nil && list {
				if used = true; len(stated) == 0 {
					waiting = append(waiting, m[1])
				}
				e.add(stated, m[1:], slots)
			}
		case table:
			if m := firstCode.FindStringSubmatch(line); m != nil && len(stated) == 0 {
				waiting = append(waiting, m[1])
			} else if m != nil {
				e.add(stated, []string{m[1]}, slots)
			}
		}
	}
	linked.close(stated, waiting, "")
	for key, anchors := range linked.links {
		for _, anchor := range anchors {
			if !strings.HasPrefix(key, "GET ") && len(e[key]) == 0 && len(linked.rows[anchor]) > 0 {
				e.add([]string{key}, linked.rows[anchor], nil)
			}
		}
	}
}

// linkedRows are the rows below headings that state no endpoint, by anchor, and the links
// to such headings of endpoints. What changes something takes these rows.
type linkedRows struct {
	anchor string
	seen   []string
	rows   map[string][]string
	links  map[string][]string
}

var linkToAnchor = regexp.MustCompile(`\]\(#([^)]+)\)`)

func (l *linkedRows) note(line string) {
	for _, m := range linkToAnchor.FindAllStringSubmatch(line, -1) {
		l.seen = append(l.seen, m[1])
	}
}

// close ends what stands below a heading, and begins with the next.
func (l *linkedRows) close(stated, waiting []string, next string) {
	if len(stated) == 0 {
		l.rows[l.anchor] = waiting
	}
	for _, key := range stated {
		l.links[key] = l.seen
	}
	l.anchor, l.seen = tables.Slug(strings.TrimSpace(strings.TrimLeft(next, "#"))), nil
}

// add notes rows of endpoints that share a table.
func (e endpointRows) add(stated, names []string, slots map[string]bool) {
	for _, key := range stated {
		if e[key] == nil {
			e[key] = map[string]endpointRow{}
		}
		for _, name := range names {
			parts := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(":.[] ", r) })
			last := parts[len(parts)-1]
			e[key][last] = endpointRow{last, parts[:len(parts)-1], slots[last]}
		}
	}
}

// A shownKey is a name that came to an endpoint, or left it.
type shownKey struct {
	endpoint, name string
	came           bool
}

// shownRows are the names that changes say to come and to go, or to be renamed or moved,
// which is both.
func shownRows(c *diff.Comparison, before, after *model.API) map[shownKey]bool {
	endpoints := map[string][]string{}
	for _, api := range []*model.API{before, after} {
		for _, m := range api.Methods {
			endpoints[m.ID] = append(endpoints[m.ID], operationKey(m.Verb, m.Path))
		}
	}
	out := map[shownKey]bool{}
	for _, change := range c.Changes {
		kind := string(change.Kind)
		both := strings.Contains(kind, "renamed") || strings.Contains(kind, "moved") && !strings.Contains(kind, "removed")
		if !both && !strings.Contains(kind, "added") && !strings.Contains(kind, "removed") {
			continue
		}
		for _, l := range change.Locations {
			at := l.At
			if both {
				at += "." + l.Old + "." + l.New
			}
			for _, method := range append([]string{l.Method}, l.Reach...) {
				for _, endpoint := range endpoints[method] {
					for _, name := range strings.FieldsFunc(at, func(r rune) bool { return strings.ContainsRune(".[]", r) }) {
						out[shownKey{endpoint, name, true}] = out[shownKey{endpoint, name, true}] || both || strings.Contains(kind, "added")
						out[shownKey{endpoint, name, false}] = out[shownKey{endpoint, name, false}] || both || strings.Contains(kind, "removed")
					}
				}
			}
		}
	}
	return out
}

// TestCorpusGitLabDiff holds that each row that tables of an endpoint gained or lost
// between two revisions, four years apart, is in their difference. Two kinds of rows
// change no request: those that describe a slot, which the path has in any case, under
// whatever name, and members of an attribute that came or went as a whole.
func TestCorpusGitLabDiff(t *testing.T) {
	old, fresh := formatsCorpus(t, "formats/tables/gitlab-9-2017"), formatsCorpus(t, "formats/tables/gitlab-14.10")
	before, after := parsed(t, old), parsed(t, fresh)
	comparison := diff.Compare(before, after)
	c := &rowCheck{t: t, shown: shownRows(comparison, before, after), byPosition: slotsByPosition(t, old), paging: pagingRows(before)}
	was, is := searchedRows(t, old), searchedRows(t, fresh)
	for _, key := range slices.Sorted(maps.Keys(was)) {
		if is[key] != nil {
			c.pairs++
			c.added += c.missing(key, is[key], was[key], true)
			c.removed += c.missing(key, was[key], is[key], false)
		}
	}
	t.Logf("%d endpoints in both, %d rows added, %d removed, of these %d of slots and %d within others", c.pairs, c.added, c.removed, c.slots, c.within)
	if c.pairs < 260 || c.added < 780 || c.removed < 30 || c.slots > 80 || c.within > 15 || c.paged > 5 {
		t.Error("the search finds too few rows, or excepts too many")
	}
}

// slotsByPosition returns the rows of pages that are read as a slot of another name, each behind
// the path without names of slots.
func slotsByPosition(t *testing.T, dir string) map[string]bool {
	t.Helper()
	_, diags, err := parser.Parse(t.Context(), os.DirFS(dir), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, d := range diags {
		if d.Code != "slot-by-place" {
			continue
		}
		if m := byPositionMessage.FindStringSubmatch(d.Message); m == nil {
			t.Errorf("the message %q names no row and no path", d.Message)
		} else {
			_, path, _ := strings.Cut(operationKey("GET", m[2]), " ")
			out[path+" "+m[1]] = true
		}
	}
	return out
}

var byPositionMessage = regexp.MustCompile(`^"([^"]+)" stands where the path (\S+) has`)

// A rowCheck holds rows to what a difference shows.
type rowCheck struct {
	t     *testing.T
	shown map[shownKey]bool
	// byPosition are the rows that a finding says to stand for a slot of another name.
	byPosition map[string]bool

	// paging are the parameters of pages that the older side has for all lists, in a table of
	// its own: a row of the newer one that says the same again shows nothing new.
	paging map[string]bool

	pairs, added, removed, slots, within, paged int
}

// pagingRows returns the parameters by which lists of an API have pages, each behind its operation.
func pagingRows(api *model.API) map[string]bool {
	out := map[string]bool{}
	for _, m := range api.Methods {
		for _, p := range m.Params {
			if p.Location == model.LocationQuery && (p.Name == "page" || p.Name == "per_page") {
				out[operationKey(m.Verb, m.Path)+" "+p.Name] = true
			}
		}
	}
	return out
}

// missing reports rows that only one side has and the difference does not show, and
// returns how many only that side has.
func (c *rowCheck) missing(key string, side, other map[string]endpointRow, came bool) (n int) {
	for name, row := range side {
		if _, both := other[name]; both {
			continue
		}
		n++
		shown := func(name string) bool { return c.shown[shownKey{key, name, came}] }
		switch {
		case shown(name):
		case row.slot, c.byPosition[key[strings.IndexByte(key, ' ')+1:]+" "+name]:
			c.slots++
		case slices.ContainsFunc(row.parents, shown):
			c.within++
		case came && c.paging[key+" "+name]:
			c.paged++
		default:
			c.t.Errorf("%s: the row %q came (%v) or went, and the difference does not show it", key, name, came)
		}
	}
	return n
}
