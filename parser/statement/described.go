package statement

import (
	"bytes"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// fewestDescribed is how many items of one list state endpoints that is an index of them.
const fewestDescribed = 3

// dashes part a statement from what is said of it.
var dashes = []string{" - ", " – ", " — ", ": ", "：", " → ", " -> ", " => ", " -- "}

var (
	// codeAndRemark is a statement in code with a remark behind it, in brackets or in words.
	codeAndRemark = prefilter.MustCompile("^[*_]*`([A-Z]{3,7} +[^`\\s]+)`[*_]*\\s*([*_]*[(（\\pL].*)$")
	// noteBefore is a statement with a note in brackets before what is said of it: **GET `/users`** *(admin)*
	noteBefore = prefilter.MustCompile(`^(.*?)[ \t]+([*_]*[(（][^()（）]{1,40}[)）][*_]*)[ \t]*$`)
	// codeBehindLabel is a statement in code behind what it does: Health: `GET /up`.
	codeBehindLabel = prefilter.MustCompile("^[*_]*([\\pL][\\pL\\pN '()/-]{2,40})[*_]*[:：][*_]* *[*_]*`([A-Z]{3,7} +/[^`\\s]*)`[*_]*(?: *(?:→|->|=>|[-–—(,;.]).*)?$")
	// labelOther is a label for what is no name of an endpoint.
	labelOther = prefilter.MustCompile(`(?i)^(?:see|notes?|e\.?g|via|calls?|using|uses?|with|by|from|to|in|for|or|then|replaces?|instead|endpoints?|routes?|urls?|paths?|methods?|apis?|(?:sample |example )?(?:http )?requests?|responses?|(?:for )?examples?|returns?|links?)\b`)
	// tellsOfChange begins a remark about what an endpoint did or does no more.
	tellsOfChange = prefilter.MustCompile(`(?i)^[\s*_(（]*(?:now|no longer|not|was|were|is|are|has|have|had|will|would|used to|still|fails?|failed|and|or|then|to|before|after|instead|vs|不再|现在|已|改)\b|^[\s*_(（]*(?:不再|现在|已|改为|和|或)`)
)

// described reads an item of a list that states an endpoint and says what it does:
//
//   - **GET /boats** - Lists the boats.
//   - `GET /boats` (filters `kind`)
//   - All boats: `GET /boats`
func described(text string) (ops []Operation, says string) {
	text = text[:min(len(text), longest)]
	if m := codeAndRemark.FindStringSubmatch(text); m != nil && !tellsOfChange.MatchString(m[2]) {
		if ops = alone("`"+m[1]+"`", false); ops != nil {
			return ops, strings.TrimSpace(plain(m[2]))
		}
	}
	if m := codeBehindLabel.FindStringSubmatch(text); m != nil && !labelOther.MatchString(m[1]) && !changesTitle.MatchString(m[1]) && !NamesPart(m[1]) {
		if ops = alone("`"+m[2]+"`", false); ops != nil {
			return ops, strings.TrimSpace(m[1])
		}
	}
	for _, dash := range dashes {
		stated, rest, ok := strings.Cut(text, dash)
		if !ok || !strings.Contains(stated, "/") || strings.Trim(rest, " *_`") == "" {
			continue
		}
		if ops = alone(strings.TrimSpace(stated), false); ops != nil {
			return ops, strings.TrimSpace(plain(rest))
		}
		if m := noteBefore.FindStringSubmatch(stated); m != nil && !tellsOfChange.MatchString(m[2]) {
			if ops = alone(strings.TrimSpace(m[1]), false); ops != nil {
				return ops, strings.TrimSpace(plain(rest) + " " + strings.Trim(m[2], "*_"))
			}
		}
	}
	return nil, ""
}

// describes notes an item of a list that states an endpoint beside a description, and
// reports whether it is one. Items that tell what changed of endpoints are none.
func (w *walker) describes(line []byte, i, end int) bool {
	ops, says := described(string(bytes.TrimSpace(line)))
	if len(ops) == 0 || w.belowChanges() {
		return false
	}
	for _, op := range ops {
		w.indexed = append(w.indexed, Finding{Form: Listed, Operations: []Operation{op}, Title: says, Start: i, End: end})
	}
	return true
}

// changesTitle is a heading above what tells of changes: a version, a date, or words for it.
// 3.2 Orders is a numbered heading.
var changesTitle = prefilter.MustCompile(`(?i)^\W*(?:v\d+\.\d+|\d+\.\d+[\w.-]*\s*(?:$|[(\[:–—-].*\d{4})|\d{4}-\d\d|version\s+\d|unreleased\b|change ?log|changes?\b|release notes|what['’]?s new|breaking\b|deprecat|removed\b|fixe[sd]\b|bug ?fixes|added\b|improvements?\b|enhancements?\b|(?:new )?features?\b|migrat|upgrad|变更|更新日志|版本|修复|新增功能)`)

// changesPage is the title or the name of a page that tells what changed.
var changesPage = prefilter.MustCompile(`(?i)^\W*(?:change[-_ ]?log|changes\b|release[-_ ]?notes|history$|upgrad|migrat|what['’]?s new|v?\d+\.\d+[\w.-]*\s*(?:$|[(\[:–—-].*\d{4})|更新日志|变更)`)

// NamesChanges reports whether the title of a page, or its name, says that it tells what changed.
func NamesChanges(title string) bool { return changesPage.MatchString(title) }

// belowChanges reports whether one of the headings above tells of changes.
func (w *walker) belowChanges() bool {
	level := 7
	for _, h := range slices.Backward(w.headings) {
		if h.level >= level {
			continue
		}
		if level = h.level; changesTitle.MatchString(plain(h.title)) {
			return true
		}
	}
	return false
}

// keepIndexes adds the items that state endpoints beside descriptions, of lists that hold
// several such and hardly anything else: in others they are mentions. Shorter lists that hold
// nothing else are parts of one index that headings part, if there are several such items.
func (w *walker) keepIndexes() {
	items, kept := w.items()
	var short []Finding
	n := 0
	for start := 0; start < len(items); {
		end := start + 1
		for end < len(items) && w.sameList(items[end-1], items[end]) {
			end++
		}
		switch list := items[start:end]; {
		case len(list) >= fewestDescribed && w.otherItems(list) <= len(list)/fewestDescribed:
			w.found = append(w.found, without(list, kept)...)
			n += len(list)
		case len(list) < fewestDescribed && w.holdsAll(list):
			short = append(short, list...)
		}
		start = end
	}
	if n+len(short) >= fewestDescribed {
		w.found = append(w.found, without(short, kept)...)
		return
	}
	w.short = without(short, kept)
}

// items are the items of lists that state endpoints, with those that say nothing else and were
// found as they stand, which kept has by their offsets.
func (w *walker) items() (items []Finding, kept map[int]bool) {
	if len(w.indexed) == 0 {
		return nil, nil
	}
	kept = map[int]bool{}
	items = slices.Clone(w.indexed)
	for _, f := range w.found {
		if _, listed := cutMarker(w.text[f.Start:f.End]); listed && f.Form == Listed {
			kept[f.Start] = true
			items = append(items, f)
		}
	}
	slices.SortStableFunc(items, func(f, g Finding) int { return f.Start - g.Start })
	return items, kept
}

// without are findings but for those that begin where others do.
func without(list []Finding, kept map[int]bool) []Finding {
	return slices.DeleteFunc(slices.Clone(list), func(f Finding) bool { return kept[f.Start] })
}

// holdsAll reports whether items are all that stand at their depth between two headings.
func (w *walker) holdsAll(list []Finding) bool {
	from, to := 0, len(w.text)
	for _, h := range w.headings {
		if h.start < list[0].Start {
			from = h.start
		} else {
			to = h.start
			break
		}
	}
	depth := len(indent(w.text[list[0].Start:list[0].End]))
	n := 0
	for line := range bytes.Lines(w.text[from:to]) {
		if _, listed := cutMarker(line); listed && len(indent(line)) <= depth {
			n++
		}
	}
	return n == len(list)
}

// sameList reports whether no heading stands between two items.
func (w *walker) sameList(f, g Finding) bool {
	return !slices.ContainsFunc(w.headings, func(h heading) bool { return f.Start < h.start && h.start < g.Start })
}

// otherItems is how many items of a list, as deep as its first one, state nothing.
func (w *walker) otherItems(list []Finding) int {
	depth := len(indent(w.text[list[0].Start:list[0].End]))
	n := 0
	for i, f := range list[:len(list)-1] {
		for line := range bytes.Lines(w.text[f.End:max(f.End, list[i+1].Start)]) {
			if _, listed := cutMarker(line); listed && len(indent(line)) == depth {
				n++
			}
		}
	}
	return n
}

func indent(line []byte) []byte { return line[:len(line)-len(bytes.TrimLeft(line, " \t"))] }

// titleRow notes what a row says of the endpoints that it states: the first cell of a
// column that is neither that of verbs nor that of paths.
func titleRow(found []Finding, head, cells []string) {
	if len(found) == 0 {
		return
	}
	for i, cell := range cells {
		text := plain(cell)
		if i >= len(head) || kindOf(head[i]) != "" || text == "" || strings.HasPrefix(text, "/") || alone(cell, false) != nil {
			continue
		}
		for k := range found {
			found[k].Title = text
		}
		return
	}
}

// onlyVerbs takes what is no verb out of the cell of a column of verbs: POST/FORM.
func onlyVerbs(cell string) string {
	if !strings.Contains(cell, "/") {
		return cell
	}
	var out []string
	for _, word := range strings.Split(plain(cell), "/") {
		if verbOf(strings.TrimSpace(word)) != "" {
			out = append(out, word)
		}
	}
	if len(out) == 0 {
		return cell
	}
	return strings.Join(out, "/")
}

// beginsWith is the start of a paragraph that goes on with what an endpoint does:
// POST /boats Adds a boat. Parameters:
var beginsWith = prefilter.MustCompile("^(?:[*_]*`([A-Z]{3,7} +/[^`\\s]*)`[*_]*|[*_]*([A-Z]{3,7} +/[^\\s`|]*))[,:;]? +[—–-]? ?[\\pL(]")

// nearTable is how many bytes may stand between a line and the table that it leads to.
const nearTable = 2000

// leadsToTable reports whether a table of attributes follows behind an offset, below the same
// heading.
func (w *walker) leadsToTable(end int) bool {
	below, _, _ := bytes.Cut(w.text[end:min(len(w.text), end+nearTable)], []byte("\n#"))
	return hasAttributes(below)
}

// begins notes an endpoint that a paragraph begins with, and goes on with a sentence, where
// a table of attributes follows below the same heading: prose in guides begins so, too.
func (w *walker) begins(rest []byte, i, end int) bool {
	m := beginsWith.FindStringSubmatch(string(rest))
	if m == nil {
		return false
	}
	ops := alone("`"+m[1]+m[2]+"`", false)
	if len(ops) != 1 || !w.leadsToTable(end) {
		return false
	}
	w.each(Listed, i, end, ops)
	return true
}

var (
	// spokenVerb and spokenPath are what a line that is a sentence says of an endpoint.
	spokenVerb = prefilter.MustCompile(`\b(?:GET|POST|PUT|PATCH|DELETE)\b`)
	spokenPath = prefilter.MustCompile("(?:^|[ \t`(\\[\"*])((?:https?://[^\\s`/]+)?/[A-Za-z][^\\s`)\\]\"*|]*)")
)

// withoutTagSlashes takes off the slashes that begin no path.
var withoutTagSlashes = strings.NewReplacer("</", "", "/>", "")

// longestSpoken is how many bytes a line takes that is a sentence about one endpoint.
const longestSpoken = 300

// speaks notes the endpoint of a line that names one verb and one path, whatever stands
// around them, where a table of attributes follows below the same heading: Send a POST
// request to /boats. One that speaks of a request is kept for keepSpoken otherwise.
func (w *walker) speaks(line []byte, i, end int) {
	if len(line) > longestSpoken || bytes.IndexByte(line, '/') < 0 {
		return
	}
	text := withoutTagSlashes.Replace(string(line))
	verbs := spokenVerb.FindAllString(text, 2)
	if len(verbs) != 1 {
		return
	}
	paths := spokenPath.FindAllStringSubmatch(text, 2)
	if len(paths) != 1 {
		return
	}
	path := strings.TrimRight(trimHost(paths[0][1]), ".,:;")
	if path == "/" || path == "" {
		return
	}
	ops := alone("`"+verbs[0]+" "+variableSegment.ReplaceAllStringFunc(path, slotOfVariable)+"`", false)
	switch {
	case len(ops) != 1:
	case w.leadsToTable(end):
		w.each(Listed, i, end, ops)
		w.speaking = w.speaking || spokenRequest.MatchString(text)
	case spokenRequest.MatchString(text):
		w.spoken = append(w.spoken, Finding{Form: Listed, Operations: ops, Start: i, End: end})
	}
}

// spokenRequest is a sentence that tells to send a request.
var spokenRequest = prefilter.MustCompile(`\b(?:GET|POST|PUT|PATCH|DELETE)\b[*_\x60]* (?:HTTP )?request\b`)

// variableSegment is a segment of a path that stands for a value: $BOAT_ID.
var variableSegment = prefilter.MustCompile(`/\$\{?[A-Za-z_][A-Za-z0-9_]*\}?`)

// slotOfVariable is the slot that such a segment is.
func slotOfVariable(segment string) string {
	return "/{" + strings.ToLower(strings.Trim(segment, "/${}")) + "}"
}

// keepSpoken adds the endpoints of sentences that tell to send a request, where other sentences
// of the page do and a table follows those: what needs no parameters has no table. Each is the
// only endpoint below its heading.
func (w *walker) keepSpoken() {
	if !w.speaking {
		return
	}
	stated := map[int]int{} // by the number of the heading above
	for _, f := range slices.Concat(w.found, w.spoken) {
		stated[w.headingAbove(f.Start)]++
	}
	for _, f := range w.spoken {
		if at := w.headingAbove(f.Start); at > 0 && stated[at] == 1 {
			f.Form = Stated
			w.found = append(w.found, f)
		}
	}
}

// headingAbove is how many headings begin before an offset.
func (w *walker) headingAbove(offset int) int {
	n, _ := slices.BinarySearchFunc(w.headings, offset, func(h heading, offset int) int { return h.start - offset })
	return n
}
