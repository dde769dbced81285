package dialect

import "github.com/docgen-go/docgen/model/diag"

// What is found in the sections and items of a method.
var (
	_ = diag.Register(diag.Entry{
		Code: "unknown-section", Severity: diag.Error,
		Title:   "a section of a method holds facts below a heading that docgen does not know",
		Why:     "Its items are not in the API, because nothing says whether they are sent or received, and where. Without items it is a warning, and the text is description.",
		Help:    "Report the page: sections are known by their headings, such as Query Parameters or Returns, in several human languages.",
		Example: "### Trailer Parameters\n\n- `checksum: string`\n\n### Returns\n\n- `id: string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unread-facts", Severity: diag.Error,
		Title:   "a table or list of facts gave no parameter and no field",
		Why:     "What it states is missing from the API. Docgen reads list items that are one code span; a table in their place is another format. It is a warning where the table may as well belong to a guide.",
		Help:    "Report the page with its format. If the text is no part of the API, accept the finding for the page in docgen.yaml.",
		Example: "### Query Parameters\n\n| Name | Type |\n|------|------|\n| `limit` | number |\n\n### Returns\n\n- `id: string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "bold-section", Severity: diag.Warning,
		Title:   "the title of a section is in bold and no heading",
		Why:     "Sections are known by their headings. The items below the title are read as a part of the section that it stands in: what is returned may be read as what is sent.",
		Help:    "Make the title a heading as high as those of the other sections.",
		Example: "### Query Parameters\n\n- `limit: number`\n\n**Returns**\n\n- `id: string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "empty-item", Severity: diag.Warning,
		Title:   "an item is empty",
		Why:     "It may be the empty text as a value of an enum, or a name that was lost. It is left out.",
		Help:    "Correct the page, if it is yours. Open enums take the empty text anyway.",
		Example: "### Returns\n\n- `gear: \"ahead\" or \"\"`\n\n  - `\"ahead\"`\n\n  - ``\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unreadable-item", Severity: diag.Warning,
		Title:   "an item is no declaration",
		Why:     "The code span of the item does not begin with a name and a type. It is kept as description, and a parameter or field may be missing.",
		Help:    "Correct the page, or report it if the item is a form of the dialect.",
		Example: "### Body Parameters\n\n- `name: string`\n\n- `: string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unreadable-type", Severity: diag.Warning,
		Title:   "the type of an item cannot be read",
		Why:     "The item is in the API, as a value of any type.",
		Help:    "Correct the page, or say the type under types in docgen.yaml. Report it if the notation is one of the dialect.",
		Example: "### Body Parameters\n\n- `name: string`\n\n- `tags: array of`\n",
	})
)
