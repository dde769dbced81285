package statement

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// table reads the rows from text[i:end] on, and returns the offset after them. Where the
// first row begins with no bar, others need none either.
func (w *walker) table(i, end int) int {
	start, rows, first := i, 0, len(w.found)
	attributes, endpoints, column, verbs, alone := false, false, -1, -1, -1
	var head []string
	var byVerb map[int]string
	barred := bytes.HasPrefix(bytes.TrimLeft(w.text[i:end], " \t"), []byte("|"))
	for {
		cells, stated := Cells(string(w.text[i:end])), len(w.found)
		if verbs >= 0 && verbs < len(cells) {
			cells[verbs] = onlyVerbs(cells[verbs])
		}
		if byVerb != nil {
			w.columnsRow(cells, byVerb, i, end)
		} else {
			w.row(rooted(cells, column), i, end)
		}
		w.verbRow(cells, alone, i, end)
		if byVerb == nil && (stated == len(w.found) || w.found[stated].Start == i) {
			titleRow(w.found[stated:], head, cells) // and no half of one, of which the other stands above
		}
		if rows == 0 {
			w.headEndpoint(cells, i, end)
			head, byVerb = cells, verbColumns(cells)
			if attributes, endpoints = namesColumns(cells), namesEndpoints(cells); endpoints {
				column, verbs = columnOf(cells, "path"), columnOf(cells, "verb")
			} else if w.titlePath() != "" {
				alone = columnOf(cells, "verb")
			}
		} else if rows == 1 {
			attributes = attributes && isRule(cells)
		}
		rows++
		if i = end; i == len(w.text) {
			break
		}
		end = lineEnd(w.text, i)
		if body := bytes.TrimLeft(w.text[i:end], " \t"); len(body) == 0 || body[0] != '|' && (barred || bytes.IndexByte(body, '|') < 0) {
			break
		}
	}
	w.fresh = true
	if len(w.found) > first && tellsChanges(head) && w.belowChanges() {
		w.found = w.found[:first]
		return i
	}
	if endpoints {
		w.stateRows(w.found[first:])
	}
	if n := len(w.headings); attributes && rows > 2 && n > 0 && (NamesFacts(w.headings[n-1].title) || isMethodName(w.headings[n-1].title)) {
		w.found = append(w.found, Finding{Form: Attributes, Title: w.headings[n-1].title, Start: start, End: i})
	}
	return i
}

// headEndpoint states the endpoint that is all that the head of a table of facts about it has:
//
//	/boats (GET) |
//	-------------|------------------
//	description  | Lists the boats.
func (w *walker) headEndpoint(cells []string, i, end int) {
	if len(cells) == 0 || len(cells) > 2 || len(cells) == 2 && strings.TrimSpace(cells[1]) != "" {
		return
	}
	if next := w.text[end:lineEnd(w.text, end)]; !isRule(Cells(string(next))) {
		return
	}
	if m := verbBehind.FindStringSubmatch(plain(strings.TrimSpace(cells[0]))); m != nil && verbOf(m[2]) != "" {
		w.add(Stated, i, end, Operation{m[2], m[1]})
	}
}

// codedPath is a title that ends with a path in code: Public access — `/s/{token}`.
var codedPath = prefilter.MustCompile("^[^`]*`(/[^`\\s]+)`[*_ ]*$")

// titlePath is the path in code that the last heading ends with, or "".
func (w *walker) titlePath() string {
	if n := len(w.headings); n > 0 {
		if m := codedPath.FindStringSubmatch(w.headings[n-1].title); m != nil && !ofMachine.MatchString(m[1]) {
			return m[1]
		}
	}
	return ""
}

// verbRow states the endpoint of a row whose cell is but verbs, below a heading that ends with the path of all:
//
//	### Public access — `/s/{token}`
//	| Method | Behaviour       |
//	| GET    | Shows the page. |
func (w *walker) verbRow(cells []string, column, i, end int) {
	if column < 0 || column >= len(cells) || isRule(cells) {
		return
	}
	for _, verb := range verbsOf(plain(cells[column])) {
		w.add(Stated, i, end, Operation{verb, w.titlePath()})
	}
}

// tellsChanges reports whether the head of a table has a column for what changed.
func tellsChanges(head []string) bool {
	for _, cell := range head {
		switch strings.ToLower(strings.Trim(plain(cell), " *_:")) {
		case "change", "changes", "what changed", "变更", "变更内容", "変更", "변경", "изменения", "cambios", "mudanças", "änderungen", "changements":
			return true
		}
	}
	return false
}

// row reads one row: a cell that states an endpoint, or a cell that is a verb
// and one that is a path.
func (w *walker) row(cells []string, i, end int) {
	path := ""
	var verbs []string
	for _, cell := range cells {
		if cell == "" || len(cell) > longest || !strings.Contains(cell, "/") && len(cell) > 24 {
			continue
		}
		if mayState([]byte(cell)) {
			if ops := alone(cell, false); ops != nil {
				w.each(Listed, i, end, ops)
				return
			}
			if names, rest := cutVerbs(plain(cell)); strings.TrimSpace(rest) == "" && len(verbs) == 0 {
				verbs = names
			}
			continue
		}
		if text := plain(codeOf(cell)); path == "" && strings.Contains(text, "/") && !strings.ContainsAny(slotless(text), " \t") {
			if p := trimHost(text); strings.HasPrefix(p, "/") && (text[0] == '/' || strings.Contains(text, "://")) {
				path = p
			}
		}
	}
	if len(verbs) > 0 && path != "" {
		for _, verb := range verbs {
			w.add(Listed, i, end, Operation{strings.ToUpper(verb), path})
		}
		return
	}
	found := len(w.found)
	if w.severalPaths(cells, i, end); len(w.found) == found && len(cells) == 2 {
		w.half(cells[0], squareNote.ReplaceAllString(cells[1], "$1"), i, end, true)
	}
}

// codeOf is the code span that a cell begins with where nothing but a remark in brackets
// stands behind it, else the cell: `/boats/:id` (deprecated).
func codeOf(cell string) string {
	if span := codeWithNote.FindString(cell); span != "" {
		return span[:1+strings.IndexByte(span[1:], '`')+1]
	}
	return cell
}

var (
	codeWithNote = prefilter.MustCompile("^`[^`]+`\\s*[(（][^()（）]*[)）]$")
	// squareNote is a path in code with a remark in square brackets behind it: `/boats` [see the notes].
	squareNote = prefilter.MustCompile("^(`/[^`]+`)\\s*\\[[^\\[\\]]*\\]$")
	// wordsOfSlot are slots whose names are several words: <name of the boat>.
	wordsOfSlot = prefilter.MustCompile(`/<[A-Za-z][^<>/|]*>`)
)

// slotless is a path without slots whose names are several words.
func slotless(path string) string {
	if strings.Contains(path, "/<") {
		return wordsOfSlot.ReplaceAllString(path, "/")
	}
	return path
}

// longestRow is how many bytes of a row are looked at.
const longestRow = 8 << 10

// Cells are the cells of a row, trimmed. Bars in code spans and behind a
// backslash are text.
func Cells(row string) []string {
	row = strings.TrimSpace(row[:min(len(row), longestRow)])
	row = strings.TrimPrefix(row, "|")
	var cells []string
	start, code := 0, false
	for i := 0; i < len(row); i++ {
		switch row[i] {
		case '\\':
			i++
		case '`':
			code = !code
		case '|':
			if !code || !strings.Contains(row[i:], "`") {
				cells = append(cells, strings.TrimSpace(row[start:i]))
				start, code = i+1, false
			}
		}
	}
	if last := strings.TrimSpace(row[start:]); last != "" {
		cells = append(cells, last)
	}
	return cells
}

// isRule reports whether a row parts the head of a table from its rows.
func isRule(cells []string) bool {
	for _, c := range cells {
		if strings.Trim(c, ":- ") != "" || !strings.Contains(c, "-") {
			return false
		}
	}
	return len(cells) > 0
}

// IsTable reports whether a paragraph is a table, and whether its columns are
// those of attributes: names and types.
func IsTable(text string) (table, attributes bool) {
	head, rest, ok := strings.Cut(text, "\n")
	rule, _, _ := strings.Cut(rest, "\n")
	if !ok || !strings.Contains(head, "|") || !isRule(Cells(rule)) {
		return false, false
	}
	return true, namesColumns(Cells(head))
}

// columnOf is the index of the first column of verbs or of paths, or -1.
func columnOf(head []string, kind string) int {
	for i, cell := range head {
		if kindOf(cell) == kind {
			return i
		}
	}
	return -1
}

// relativePath is a code span with a path that lacks its first slash.
var relativePath = prefilter.MustCompile("^`[A-Za-z][\\w.-]*(?:/[\\w.:{}<>-]+)+`$")

// rooted are the cells of a row with a slash before a path in a column of paths that lacks
// it.
func rooted(cells []string, column int) []string {
	if column < 0 || column >= len(cells) || !relativePath.MatchString(cells[column]) {
		return cells
	}
	cells[column] = "`/" + cells[column][1:]
	return cells
}

// namesEndpoints reports whether the head of a table has a column of verbs and one of
// paths.
func namesEndpoints(head []string) bool {
	verb, path := false, false
	for _, cell := range head {
		kind := kindOf(cell)
		verb, path = verb || kind == "verb", path || kind == "path"
	}
	return verb && path
}

// stateRows makes statements of what the rows of a table list that is about nothing
// but one endpoint, or that has one row.
func (w *walker) stateRows(found []Finding) {
	for _, f := range found {
		if f.Form != Listed || f.Start != found[0].Start && f.Operations[0].Path != found[0].Operations[0].Path {
			return
		}
	}
	for i := range found {
		found[i].Form = Stated
	}
}
