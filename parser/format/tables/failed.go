package tables

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// leadingStatus is the status that a cell or a title begins with: 404 Not Found.
var leadingStatus = prefilter.MustCompile("^[\\s`*\\[(]*(?i:http[ /]*(?:status|code)?:? ?)?([1-5][0-9][0-9]|[1-5][xX]{2}|default)\\b")

// failures are the statuses that an endpoint fails with by the tables and lists of statuses in
// its block and the labels of what it answers then, each once. What those of other codes say stays documentation.
func (r *reading) failures(c *call) []decl.Failure {
	var out []decl.Failure
	at := map[string]int{}
	for _, p := range c.parts {
		var said []decl.Failure
		switch {
		case p.kind == textBlock:
			said = listedStatuses(r.document.text[p.start:p.end], p.start)
			if p.section == vocabulary.Errors && said == nil {
				said = labelledStatuses(r.document.text[p.start:p.end], p.start)
			}
			for _, f := range said {
				r.w.Mark(f.Start, f.End, format.Model)
			}
		case p.kind == tableBlock && !r.isType(p.block):
			said = r.tabledStatuses(p)
		case p.kind == fenceBlock && r.labelStatus(p) >= "400":
			said = []decl.Failure{{Status: r.labelStatus(p), Start: p.start, End: p.end}}
		}
		for _, f := range said {
			if f.Status < "400" {
				continue // what a call that succeeds answers
			}
			if k, ok := at[f.Status]; ok {
				out[k].Doc = strings.Trim(out[k].Doc+"\n\n"+f.Doc, "\n")
				continue
			}
			at[f.Status] = len(out)
			out = append(out, f)
		}
	}
	return out
}

// tabledStatuses are the statuses that a table lists, if it lists those of HTTP.
func (r *reading) tabledStatuses(p part) []decl.Failure {
	column := statusColumn(p.table)
	if column < 0 || p.section != vocabulary.Errors && !isStatusHead(p.table.Head[column]) {
		return nil
	}
	r.read[p.block] = true
	var out []decl.Failure
	for i := range p.table.Rows {
		row := &p.table.Rows[i]
		doc := failureDoc(p.table, row, column)
		for _, status := range statusesIn(row.Cell(column)) {
			out = append(out, decl.Failure{Status: status, Doc: doc, Start: row.Start, End: row.End})
		}
	}
	return out
}

var (
	// statusItem is an item of a list that begins with a status: "- **404** – Not found",
	// "* **Code:** 404 NOT FOUND".
	statusItem = prefilter.MustCompile("^[-*+][ \t]+[*_`]*(?i:http[ /]*(?:status|code)?:? ?|(?:status |http )*code:?[*_`]*:?[ \t]*[*_`]*)?([1-5][0-9][0-9])\\b[*_`]*[ \t]*(.*)$")
	// statusLabel is a line that is a label with a status: **Code** : `404 NOT FOUND`.
	statusLabel = prefilter.MustCompile("^[*_]*(?i:(?:status |http |error )*code)[*_]*[ \t]*[:：][*_]*[ \t]*`?([1-5][0-9][0-9])\\b(.*)$")
	// orStatus goes on with another status: Bad Request` or `404 Not Found`
	orStatus = prefilter.MustCompile("^[^`]*`,? (?:or|and|/) `([1-5][0-9][0-9])\\b")
	// anyItem is an item of a list.
	anyItem = prefilter.MustCompile(`^(?:[-*+]|[0-9]+[.)])[ \t]`)
)

// listedStatuses are the statuses of HTTP that lists in a text at an offset say something of:
// all items of one list begin with one, and one at least is that of a failure. Items around a
// list may say what it is about.
func listedStatuses(text string, at int) []decl.Failure {
	var out []decl.Failure
	failed, level, others := false, -1, -1 // level is the indentation of the list, others that of the last other item
	for line := range strings.Lines(text) {
		start := at
		at += len(line)
		item := strings.TrimSpace(line)
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		m := statusItem.FindStringSubmatch(item)
		switch {
		case m != nil && level < 0 && indent == others, m == nil && level == indent && anyItem.MatchString(item):
			return nil // a list of something else, too
		case m != nil && (level < 0 || level == indent):
			level = indent
			failed = failed || m[1] >= "400"
			out = append(out, statusesOf(m, start, at)...)
		case anyItem.MatchString(item) && (level < 0 || indent < level):
			level, others = -1, indent
		case level >= 0 && indent > level && item != "": // the item goes on
			last := &out[len(out)-1]
			last.Doc, last.End = strings.TrimSpace(last.Doc+"\n"+item), at
		}
	}
	if !failed {
		return nil
	}
	return out
}

// labelledStatuses are the statuses that lines with a label say in a text at an offset.
func labelledStatuses(text string, at int) []decl.Failure {
	var out []decl.Failure
	for line := range strings.Lines(text) {
		start := at
		at += len(line)
		if m := statusLabel.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			out = append(out, statusesOf(m, start, at)...)
		}
	}
	return out
}

// codeLabelled is the status of the one line of a text that is a label with a status, or 0:
// what is shown below it was answered with it.
func codeLabelled(text string) int {
	if !strings.ContainsAny(text, "cC") {
		return 0
	}
	status := 0
	for line := range strings.Lines(text) {
		line = strings.TrimLeft(strings.TrimSpace(line), "-+* \t")
		if m := statusLabel.FindStringSubmatch(line); m != nil {
			if status > 0 {
				return 0
			}
			status, _ = strconv.Atoi(m[1])
		}
	}
	return status
}

// ofCode is the section of answers in which a label says that the next one has a status. A
// section of errors stays one: some are answered with 200. So do those that a label with a
// status made one, until another says otherwise.
func ofCode(section vocabulary.Section, before, status int) vocabulary.Section {
	switch {
	case status >= 400 && isShown(section):
		return vocabulary.Errors
	case status < 400 && before >= 400 && section == vocabulary.Errors:
		return vocabulary.Response
	}
	return section
}

// statusesOf are the statuses that an item begins with, as a match has them.
func statusesOf(m []string, start, end int) []decl.Failure {
	doc := prose.Doc(strings.TrimLeft(balanced(m[2]), "-–—:：,) "))
	out := []decl.Failure{{Status: m[1], Doc: doc, Start: start, End: end}}
	if or := orStatus.FindStringSubmatch(m[2]); or != nil {
		out = append(out, decl.Failure{Status: or[1], Doc: doc, Start: start, End: end})
	}
	return out
}

// balanced is the rest of a text without the marks that end what was cut off with its start.
func balanced(rest string) string {
	for _, mark := range []string{"`", "**"} {
		if strings.Count(rest, mark)%2 == 1 {
			rest = strings.Replace(rest, mark, "", 1)
		}
	}
	return rest
}

// statusColumn is the column of a table in which every cell is a status of HTTP, of
// which one at least is that of a failure, or -1.
func statusColumn(t *table.Table) int {
	for c := range t.Head {
		failed := false
		for i := range t.Rows {
			status := statusIn(t.Rows[i].Cell(c))
			if status == "" {
				failed = false
				break
			}
			failed = failed || status >= "400"
		}
		if failed {
			return c
		}
	}
	return -1
}

// statusIn is the status that a cell begins with, 4XX for a range and "default" for all
// others, or "".
func statusIn(cell string) string {
	m := leadingStatus.FindStringSubmatch(cell)
	switch {
	case m == nil:
		return ""
	case m[1] == "default":
		return m[1]
	}
	return strings.ToUpper(m[1])
}

// nextStatus goes on with another status behind the one that a cell begins with: `401` / `403`.
var nextStatus = prefilter.MustCompile("^[`*]*\\s*(?:/|,|、|\\||or|and|或|和)\\s*[`*]*([1-5][0-9][0-9]|[1-5][xX]{2})\\b")

// statusesIn are the statuses that a cell begins with, all of which its row is about.
func statusesIn(cell string) []string {
	out := []string{statusIn(cell)}
	rest := leadingStatus.ReplaceAllString(cell, "")
	for {
		m := nextStatus.FindStringSubmatch(rest)
		if m == nil {
			return out
		}
		out, rest = append(out, strings.ToUpper(m[1])), rest[len(m[0]):]
	}
}

// behindStatuses is what stands in a cell behind the statuses that it begins with.
func behindStatuses(cell string) string {
	rest := leadingStatus.ReplaceAllString(cell, "")
	for nextStatus.MatchString(rest) {
		rest = nextStatus.ReplaceAllString(rest, "")
	}
	return strings.TrimRight(strings.TrimLeft(rest, " -–—:)]*`"), " -–—:*`")
}

// isStatusHead reports whether the head of a column is a word for a status.
func isStatusHead(head string) bool {
	plain := prose.Plain(head)
	return vocabulary.SectionOf(plain) == vocabulary.Errors || vocabulary.IsValue(plain) || strings.Contains(vocabulary.Fold(plain), "http")
}

// failureDoc is what a row says of a status: the cells besides it, and what stands
// behind it in its own.
func failureDoc(t *table.Table, row *table.Row, column int) string {
	var parts []string
	for c := range row.Cells {
		text := prose.Doc(row.Cell(c))
		if c == column {
			text = behindStatuses(prose.Plain(row.Cell(c)))
		}
		if !noneCell.MatchString(text) && c < len(t.Head) {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "\n\n")
}
