package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// An access says whether a member is part of answers, and whether it may be sent.
type access struct{ read, write bool }

var (
	// accessHead is the head of a column that says whether members are read or written.
	accessHead = prefilter.MustCompile(`(?i)^(?:access(?: *(?:rights?|mode|type|level))?|mode|permissions?|read *[/|,&] *write|r */ *w|readable *[/|,&] *writ(?:e)?able|rw|读写|读写权限|访问权限|可读写|acceso|accès|zugriff|доступ)$`)
	// writableHead is one that says yes where members may be sent, readOnlyHead where they may not, and
	// writeOnlyHead where they are in no answer.
	writableHead  = prefilter.MustCompile(`(?i)^(?:writ(?:e)?able|editable|updatable|updateable|settable|modifiable|mutable|can be (?:set|written|changed)\??|可写|可编辑|可修改)$`)
	readOnlyHead  = prefilter.MustCompile(`(?i)^(?:read[ -]?only\??|只读)$`)
	writeOnlyHead = prefilter.MustCompile(`(?i)^(?:write[ -]?only\??|只写)$`)
)

// accessWords are cells of a column of access, in small letters without the marks between words.
var accessWords = map[string]access{
	"r": {read: true}, "ro": {read: true}, "read": {read: true}, "readonly": {read: true}, "readable": {read: true}, "get": {read: true}, "只读": {read: true}, "可读": {read: true},
	"w": {write: true}, "wo": {write: true}, "write": {write: true}, "writeonly": {write: true}, "只写": {write: true},
	"rw": {true, true}, "readwrite": {true, true}, "writeread": {true, true}, "readablewritable": {true, true}, "readandwrite": {true, true}, "writable": {true, true}, "writeable": {true, true}, "读写": {true, true}, "可读写": {true, true},
}

// accessMarks are what may stand between the words of such a cell.
var accessMarks = strings.NewReplacer("/", "", "-", "", "_", "", " ", "", ",", "", "&", "", "|", "", "+", "", "(", "", ")", "")

// accesses says of each row of a table whether it is read or written, or nil where no column does.
func accesses(t *table.Table, h *head) []access {
	for _, c := range h.other {
		if out := accessesIn(t, c); out != nil {
			return out
		}
	}
	return nil
}

// accessesIn reads a column of access, or returns nil where it is none.
func accessesIn(t *table.Table, column int) []access {
	title := strings.TrimSpace(prose.Plain(t.Head[column]))
	words := accessHead.MatchString(title)
	if !words && !writableHead.MatchString(title) && !readOnlyHead.MatchString(title) && !writeOnlyHead.MatchString(title) {
		return nil
	}
	out := make([]access, len(t.Rows))
	for i := range t.Rows {
		cell := strings.Trim(strings.ToLower(prose.Plain(t.Rows[i].Cell(column))), " .`")
		a, ok := accessWords[accessMarks.Replace(cell)]
		if !words || !ok {
			need := vocabulary.NeedOf(cell)
			if words || need != vocabulary.Yes && need != vocabulary.No && cell != "" {
				return nil
			}
			yes := need == vocabulary.Yes
			switch {
			case writableHead.MatchString(title):
				a = access{true, yes}
			case readOnlyHead.MatchString(title):
				a = access{true, !yes}
			default:
				a = access{!yes, true}
			}
		}
		out[i] = a
	}
	return out
}
