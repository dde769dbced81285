package parser

import "github.com/docgen-go/docgen/model/diag"

// What reading pages finds before and after the formats have read them.
var (
	_ = diag.Register(diag.Entry{
		Code: "ambiguous-format", Severity: diag.Warning,
		Title:   "a page may be of two formats",
		Why:     "Two formats are equally sure that the page is theirs. It is read as one of them, always the same; what only the other would find in it is not in the API.",
		Help:    "Report the page, with what it is. Until then look with \"docgen inspect\" whether the API has what the page says.",
		Example: "A page that shows the signs of two formats. No two formats that docgen has share a sign.\n",
		Case:    "TestTie",
	})
	_ = diag.Register(diag.Entry{
		Code: "unclaimed-page", Severity: diag.Info,
		Title:   "a page may declare something, but nothing leads to it",
		Why:     "The page has no sign of its own, and no page of the format that could read it links to it. It counts as documentation.",
		Help:    "If the page belongs to the reference, keep the page that links to it beside it, or link to it.",
		Example: "A page of which a format says that it is one of its own only where others lead to it.\n",
		Case:    "TestUnlinked",
	})
	_ = diag.Register(diag.Entry{
		Code: "pages-alike", Severity: diag.Warning,
		Title:   "the names of two pages differ only in case",
		Why:     "The file systems of Windows and macOS take both names for one, so that a checkout there has one of the two pages and gives another API.",
		Help:    "Rename one of the pages, or leave it out.",
		Example: "-- docks/list.md --\n## List Docks\n\n**get** `/v1/docks`\n-- docks/List.md --\n## List Cranes\n\n**get** `/v1/cranes`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "page-too-large", Severity: diag.Error,
		Title:   "a page is larger than the limit",
		Why:     "Nothing was read from the page, so that its methods and types are missing. Pages are not trusted, and no page of a published reference comes near the limit.",
		Help:    "Split the page, or leave it out of the folder if it is no part of the reference.",
		Example: "A page of more than 32 MiB.\n",
		Case:    "TestRefusedPages",
	})
	_ = diag.Register(diag.Entry{
		Code: "binary-page", Severity: diag.Error,
		Title:   "a page holds a NUL byte and is no text",
		Why:     "Nothing was read from the page. A picture or an archive under the name of a page does this, and text in UTF-16.",
		Help:    "Fetch the page again, or save it as UTF-8.",
		Example: "-- docks/list.md --\n\x00\x01\x02PNG\x00\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "html-page", Severity: diag.Warning,
		Title:   "a page is an HTML document under the name of a Markdown page",
		Why:     "Nothing was read from the page. Sites answer with such a document where a page is missing or needs a login.",
		Help:    "Fetch the page again, or remove it.",
		Example: "-- docks/list.md --\n<!DOCTYPE html>\n<html><body>Nothing here</body></html>\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "invalid-utf8", Severity: diag.Warning,
		Title:   "a page is not valid UTF-8",
		Why:     "The faulty bytes were replaced by U+FFFD. If they stand in a name, requests have a name that the server does not know.",
		Help:    "Fetch the page again, or save it as UTF-8.",
		Example: "-- docks/list.md --\n## List Docks\n\n**get** `/v1/docks`\n\nEvery dock, from A to \xff.\n\n### Returns\n\n- `data: array of string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "page-too-deep", Severity: diag.Error,
		Title:   "a page nests deeper than any reader can follow",
		Why:     "Nothing was read from the page. Lists or quotes thousands of levels deep take a Markdown reader time without bound, and a page in more than 100 folders would give as many services in each other; no reference has them.",
		Help:    "Leave the page out, or report it if it is a part of a reference. Where folders are too deep, name one of the inner ones as DOCS.",
		Example: "A page with a list whose items nest thousands of levels deep.\n",
		Case:    "TestRefusedPages",
	})
	_ = diag.Register(diag.Entry{
		Code: "unknown-format", Severity: diag.Error,
		Title:   "a page states an endpoint or a definition that nobody read",
		Why:     "The page names a verb with a path, or holds a definition in OpenAPI or AsyncAPI, and no method of the API comes from it. A package would lack the method, so that this stops a release. It is a warning where the text may as well be part of a guide about something else, and a note where the method was read from another place.",
		Help:    "Compare the page with one that is read: docgen reads `**get** `/path`` below a heading, with sections of items that are one code span, `name: type`. If the page is a guide, accept the finding for it in docgen.yaml.",
		Example: "-- kites/fly.md --\n# Fly a kite\n\n    POST /v1/kites/{id}/fly\n\nwith a JSON body of these attributes.\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unread-page", Severity: diag.Error,
		Title:   "a format did not account for all of a page",
		Why:     "Each byte of a page is model, documentation, example, layout or unread. Here the sum is wrong, which is a fault of the format and not of the page.",
		Help:    "Report the page: nothing should be dropped.",
		Example: "A page of a format (parser.Options.Formats) whose result says nothing of it.\n",
		Case:    "TestAccountsAddUp",
	})
	_ = diag.Register(diag.Entry{
		Code: "undefined-operation", Severity: diag.Error,
		Title:   "a page documents an operation that nothing among the docs defines",
		Why:     "The front matter of the page takes the operation from an OpenAPI document. That is not there, or has no such operation, so that the method is missing from the API.",
		Help:    "Add the OpenAPI document to the docs, where the front matter looks for it, or remove the page if the operation is gone.",
		Example: "-- docks/list.mdx --\n---\nopenapi: harbor.yaml GET /docks\n---\n",
	})
)
