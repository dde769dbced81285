package docsfs

import "github.com/docgen-go/docgen/model/diag"

// What is found while pages are looked for.
var (
	_ = diag.Register(diag.Entry{
		Code: "skipped-file", Severity: diag.Error,
		Title:   "a file of the docs is not read",
		Why:     "An archive has an entry whose name leads out of it or comes twice, or a folder has a link that leads elsewhere. What the file says is missing from the API. In a folder it is a warning, for a link to a folder a note.",
		Help:    "Pack the pages anew, or put the page itself in the place of the link.",
		Example: "-- docks/list.md --\n## List Docks\n\n**get** `/v1/docks`\n-- docks/list.md --\n## List Docks\n\n**get** `/v2/docks`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "incomplete-snapshot", Severity: diag.Warning,
		Title:   "the pages were pulled in part",
		Why:     "A limit ended \"docgen pull\" before it had asked for all pages that others link to. What the missing pages say is missing from the API, and a comparison takes it for removed.",
		Help:    "Pull again and allow more, as the finding says.",
		Example: "{\"incomplete\": \"more than 5 pages are linked\"}\n",
		Case:    "TestIncompleteSnapshot",
	})
	_ = diag.Register(diag.Entry{
		Code: "partial-file", Severity: diag.Info,
		Title:   "files that a captured comparison shows in part were left out",
		Why:     "The page shows lines around what changed. Only a file that is wholly new is shown from its first line to its last, and can be read as a page.",
		Help:    "Run \"docgen diff\" with nothing but this page to see what changed in the others.",
		Example: "A saved web page that shows two revisions side by side.\n",
		Case:    "TestPartialFiles",
	})
)
