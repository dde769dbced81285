package parser

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/page"
)

// maxFolders is how deep a page may stand. Folders become resources in each other,
// to which headings of the page add more; together they stay below what a model
// may hold. References stay below 10.
const maxFolders = 100

// readable reports whether a page is text that may be read as Markdown, or a document
// as what it is, and says what is wrong with one that is not.
func (c *claim) readable(text *format.Text, document bool) bool {
	switch text.Fault {
	case page.FaultBinary:
		c.reject(text, "binary-page", "the page holds a NUL byte at offset %d and is no text", text.At)
		return false
	case page.FaultHTML:
		c.account.Kind = model.PageHTML
		c.account.Bytes = model.Bytes{Total: text.RawSize(), Layout: text.RawSize()}
		c.diags.Add("html-page", diag.Warning, firstLine(c.account.Path), "the page is an HTML document under a Markdown name, as sites serve for pages that are missing").
			Help = "fetch it again or remove it; nothing was read from it"
		return false
	case page.FaultUTF8:
		c.diags.Add("invalid-utf8", diag.Warning, text.RawFile().Span(text.At, text.At+1), "the page is not valid UTF-8; faulty bytes were replaced by U+FFFD")
	}
	if document {
		return true
	}
	if folders := strings.Count(c.account.Path, "/"); folders > maxFolders {
		c.reject(text, "page-too-deep", "the page stands %d folders deep, and each becomes a resource in the one above; the limit is %d: name one of the inner folders instead", folders, maxFolders)
		return false
	}
	if deep := page.TooDeep(text.Bytes); deep >= 0 {
		c.reject(text, "page-too-deep", "line %d nests deeper than %d levels", 1+bytes.Count(text.Bytes[:deep], []byte{'\n'}), page.MaxDepth)
		return false
	}
	return true
}

// reject records that nothing is read from a page.
func (c *claim) reject(text *format.Text, code diag.Code, message string, args ...any) {
	c.diags.Add(code, diag.Error, firstLine(c.account.Path), message, args...).Help = "nothing was read from the page"
	c.account.Kind = model.PageRejected
	c.account.Bytes = model.Bytes{Total: text.RawSize(), Unread: text.RawSize()}
}

func firstLine(name string) source.Span {
	first := source.Pos{Line: 1, Column: 1}
	return source.Span{File: name, Start: first, End: first}
}
