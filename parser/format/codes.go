package format

import "github.com/docgen-go/docgen/model/diag"

var _ = diag.Register(diag.Entry{
	Code: "unread-text", Severity: diag.Warning,
	Title:   "text of a page is neither model nor documentation",
	Why:     "Nobody knows whether the text states a fact. If it does, the fact is missing from the API.",
	Help:    "Look at the text. If it states a parameter, a field or a value, report the page; else accept the finding for the page in docgen.yaml.",
	Example: "A stretch of a page that a reader passed over without a word about it.\n",
	Case:    "TestUnreadText",
})
