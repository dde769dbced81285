package blueprint

import "github.com/docgen-go/docgen/model/diag"

// The beginnings of the pages of the examples.
const (
	exampleHead     = "-- docs/cranes.apib --\nFORMAT: 1A\nHOST: https://harbor.example\n\n# Harbor\n\n"
	exampleAction   = exampleHead + "# Cranes [/cranes{?kind}]\n\n## List cranes [GET]\n\n+ Parameters\n    + kind (string, optional)\n\n"
	exampleResponse = "+ Response 200 (application/json)\n\n        {\"id\": \"c1\"}\n"
)

// What is found in the sections of a blueprint.
var (
	_ = diag.Register(diag.Entry{
		Code: "blueprint-version", Severity: diag.Warning,
		Title:   "a page names a version of API Blueprint that docgen does not know",
		Why:     "It is read as 1A. What other versions say in other ways would be told as unknown, or be read as it is in 1A.",
		Help:    "Write FORMAT: 1A if the page is of that form.",
		Example: "-- docs/cranes.apib --\nFORMAT: 2B\n\n# Cranes [/cranes]\n\n## List cranes [GET]\n\n" + exampleResponse,
	})
	_ = diag.Register(diag.Entry{
		Code: "blueprint-include", Severity: diag.Warning,
		Title:   "a page takes a part of itself from another file",
		Why:     "Tools such as aglio and hercule put the file in before the blueprint is read. docgen reads pages as they stand, so that what the file says is not in the model.",
		Help:    "Let the tool put the files in, and give docgen what it writes.",
		Example: exampleAction + exampleResponse + "\n<!-- include(docks.apib) -->\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "action-without-resource", Severity: diag.Error,
		Title:   "an action stands below no resource",
		Why:     "Nobody says which path it has, so that nothing of it is in the model.",
		Help:    "Put it below the heading of a resource, or write its path behind its verb.",
		Example: exampleHead + "## List cranes [GET]\n\n" + exampleResponse,
	})
	_ = diag.Register(diag.Entry{
		Code: "resource-without-action", Severity: diag.Warning,
		Title:   "a resource has no action",
		Why:     "It gives no method: nothing says which verbs it has.",
		Help:    "Write a heading such as ## List cranes [GET] below it.",
		Example: exampleAction + exampleResponse + "\n# Docks [/docks]\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "action-twice", Severity: diag.Info,
		Title:   "an action stands on the pages twice",
		Why:     "It is one method. Its requests and responses are those of both.",
		Help:    "Nothing is to be done.",
		Example: exampleAction + exampleResponse + "\n## List cranes again [GET]\n\n+ Response 404\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "section-without-action", Severity: diag.Error,
		Title:   "a section belongs to no action",
		Why:     "Messages belong to actions, parameters to actions and resources. What stands elsewhere is not in the model.",
		Help:    "Put it below the heading of its action.",
		Example: exampleHead + exampleResponse,
	})
	_ = diag.Register(diag.Entry{
		Code: "unknown-part", Severity: diag.Warning,
		Title:   "an item announces a section that nobody knows",
		Why:     "It stands where API Blueprint has sections of its own. Nothing was read of it.",
		Help:    "Correct the word, or move the item into a description.",
		Example: exampleAction + exampleResponse + "\n+ Answers 404\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unmarked-section", Severity: diag.Error,
		Title:   "a line announces a message and is no item",
		Why:     "Sections are items of lists. Without the mark the line and what follows it is text, and the message is not in the model.",
		Help:    "Write + before it.",
		Example: exampleAction + exampleResponse + "\nResponse 404 (application/json)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "part-twice", Severity: diag.Warning,
		Title:   "a message has two sections of one kind",
		Why:     "The last one counts.",
		Help:    "Remove one of them, or write a message for each.",
		Example: exampleAction + "+ Response 200 (application/json)\n    + Body\n\n            {\"id\": \"c1\"}\n\n    + Body\n\n            {\"id\": \"c2\"}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "dangling-body", Severity: diag.Warning,
		Title:   "a value stands behind the section that it belongs to",
		Why:     "It is not indented as what stands in an item is. It is read as the body, the schema or the headers above it.",
		Help:    "Indent it.",
		Example: exampleAction + "+ Response 200 (application/json)\n\n{\"id\": \"c1\"}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "dangling-text", Severity: diag.Warning,
		Title:   "a text stands where none is expected",
		Why:     "It stands in none of the sections around it, so that nothing was read of it.",
		Help:    "Indent it so that it stands in its section.",
		Example: exampleAction + "+ Response 200 (application/json)\n    + Body\n\n            {\"id\": \"c1\"}\n\n    The cranes.\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "response-without-status", Severity: diag.Warning,
		Title:   "a response names no status",
		Why:     "It is read as 200, as the tools for API Blueprint do.",
		Help:    "Write + Response 200.",
		Example: exampleAction + "+ Response (application/json)\n\n        {\"id\": \"c1\"}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unreadable-header", Severity: diag.Warning,
		Title:   "a line among headers is no header",
		Why:     "Nothing was read of it.",
		Help:    "Write Name: value, one a line.",
		Example: exampleAction + "+ Response 200 (application/json)\n    + Headers\n\n            as usual\n\n    + Body\n\n            {\"id\": \"c1\"}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "undefined-model", Severity: diag.Warning,
		Title:   "a message refers to a model that there is not",
		Why:     "Nothing is known of what the message carries.",
		Help:    "Write + Model below the heading of the resource, or correct the name.",
		Example: exampleAction + "+ Response 200\n\n    [Crane][]\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "several-hosts", Severity: diag.Warning,
		Title:   "pages are relative to different servers",
		Why:     "A client calls one server, that of the first page. Methods of others would go there, too.",
		Help:    "Generate a package for each.",
		Example: exampleAction + exampleResponse + "-- docs/docks.apib --\nFORMAT: 1A\nHOST: https://docks.example\n\n# List docks [GET /docks]\n\n" + exampleResponse,
	})
	_ = diag.Register(diag.Entry{
		Code: "many-examples", Severity: diag.Info,
		Title:   "more bodies are shown for one message than are kept",
		Why:     "Types are inferred from a hundred of them, and tests are made of these.",
		Help:    "Nothing is to be done.",
		Example: "A hundred and one messages + Response 200 below one heading.",
		Case:    "TestManyExamples",
	})
	_ = diag.Register(diag.Entry{
		Code: "unclosed-fence", Severity: diag.Warning,
		Title:   "nothing ends a fence",
		Why:     "What follows would be code up to the end of the page. It is read as if the fence did not begin.",
		Help:    "End it with the marks that begin it.",
		Example: exampleAction + exampleResponse + "\n```\nfree text\n",
	})
)
