package blueprint

import "github.com/docgen-go/docgen/model/diag"

const (
	exampleList       = exampleAction + "+ Response 200 (application/json)\n    + Attributes (Crane)\n\n"
	exampleStructures = exampleList + "# Data Structures\n\n"
)

// What is found in parameters, structures and values.
var (
	_ = diag.Register(diag.Entry{
		Code: "unreadable-parameter", Severity: diag.Error,
		Title:   "an item among parameters names none",
		Why:     "It is not in the model.",
		Help:    "Write + name: `example` (type, required) - description.",
		Example: exampleHead + "# List cranes [GET /cranes]\n\n+ Parameters\n    + (string, optional)\n\n" + exampleResponse,
	})
	_ = diag.Register(diag.Entry{
		Code: "uri-parameter-twice", Severity: diag.Warning,
		Title:   "a section describes a parameter twice",
		Why:     "The first description counts.",
		Help:    "Remove one of them.",
		Example: exampleHead + "# List cranes [GET /cranes{?kind}]\n\n+ Parameters\n    + kind (string, optional)\n    + kind (number)\n\n" + exampleResponse,
	})
	_ = diag.Register(diag.Entry{
		Code: "parameter-outside-uri", Severity: diag.Warning,
		Title:   "a parameter stands in no URI",
		Why:     "Where it travels is not told. It is taken for a part of the query, and carries evidence.",
		Help:    "Write it into the URI of its action, as in {?kind}.",
		Example: exampleHead + "# List cranes [GET /cranes]\n\n+ Parameters\n    + kind (string, optional)\n\n" + exampleResponse,
	})
	_ = diag.Register(diag.Entry{
		Code: "undescribed-variable", Severity: diag.Info,
		Title:   "variables of URIs are described nowhere",
		Why:     "They are as other actions of the resource describe them, or else texts: required in paths, optional in queries.",
		Help:    "Write a section of parameters.",
		Example: exampleHead + "# Show a crane [GET /cranes/{id}]\n\n" + exampleResponse,
	})
	_ = diag.Register(diag.Entry{
		Code: "unsent-variable", Severity: diag.Warning,
		Title:   "a variable stands where clients send nothing",
		Why:     "A fragment is not sent, and parameters of segments have no form in a client. It is not in the model.",
		Help:    "Use a part of the path or of the query.",
		Example: exampleHead + "# List cranes [GET /cranes{#part}]\n\n" + exampleResponse,
	})
	_ = diag.Register(diag.Entry{
		Code: "reserved-expansion", Severity: diag.Info,
		Title:   "a variable is expanded in a way that clients have not",
		Why:     "The client escapes the whole value, and sends all of it.",
		Help:    "Look at a request with a slash in the value, or cut the value yourself.",
		Example: exampleHead + "# Show a file [GET /files/{+path}]\n\n" + exampleResponse,
	})
	_ = diag.Register(diag.Entry{
		Code: "undefined-type", Severity: diag.Warning,
		Title:   "a type is defined nowhere",
		Why:     "Neither MSON nor the pages have it. Values are kept as they come.",
		Help:    "Define it below # Data Structures, or correct its name.",
		Example: exampleList,
	})
	_ = diag.Register(diag.Entry{
		Code: "other-type-word", Severity: diag.Info,
		Title:   "a type has another name than in MSON",
		Why:     "MSON has string, number, boolean, object, array and enum. Words such as integer and date are read as they are meant elsewhere.",
		Help:    "Nothing is to be done.",
		Example: exampleStructures + "## Crane\n+ reach (integer)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unknown-attribute", Severity: diag.Warning,
		Title:   "a word among the attributes of a member is not known",
		Why:     "Nothing was read of it.",
		Help:    "Say it in the description.",
		Example: exampleStructures + "## Crane\n+ reach (number, in metres)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "structure-twice", Severity: diag.Warning,
		Title:   "a page defines a structure twice",
		Why:     "The first one counts.",
		Help:    "Give one of them another name.",
		Example: exampleStructures + "## Crane\n+ id (string)\n\n## Crane\n+ name (string)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "structure-outside", Severity: diag.Info,
		Title:   "a structure stands in no section of structures",
		Why:     "Its heading and its members look like those of one, and it is read as such.",
		Help:    "Put it below # Data Structures.",
		Example: exampleList + "# Crane (object)\n+ id (string)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "generic-structure", Severity: diag.Warning,
		Title:   "a structure leaves a type open",
		Why:     "Generic structures are not followed: what they are used for is any value.",
		Help:    "Write the structure out for each type that it is used with.",
		Example: exampleStructures + "## Crane (*T*)\n+ id (string)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "circular-structure", Severity: diag.Error,
		Title:   "a structure extends itself",
		Why:     "What it would inherit from itself is not in the model.",
		Help:    "A structure must not extend itself. A member may be of its own type.",
		Example: exampleStructures + "## Crane (Derrick)\n+ id (string)\n\n## Derrick (Crane)\n+ arm (string)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "deep-structure", Severity: diag.Error,
		Title:   "members nest, or structures extend each other, too often",
		Why:     "Pages are not trusted: what lies deeper is not in the model.",
		Help:    "Give inner members a structure of their own.",
		Example: "## A60 (A59), and so on down to ## A1 (A0)",
		Case:    "TestDeepStructures",
	})
	_ = diag.Register(diag.Entry{
		Code: "nameless-property", Severity: diag.Warning,
		Title:   "a member of an object has no name",
		Why:     "It is not in the model.",
		Help:    "Write its name before the parentheses.",
		Example: exampleStructures + "## Crane (object)\n+ (string)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "stray-members", Severity: diag.Warning,
		Title:   "members stand below a value that has none",
		Why:     "They are not in the model.",
		Help:    "Write (object), if the value is one.",
		Example: exampleStructures + "## Crane (object)\n+ arm (string)\n    + reach (number)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "extended-list", Severity: diag.Info,
		Title:   "items are added to those of another list",
		Why:     "The elements may be of the types of both.",
		Help:    "Nothing is to be done.",
		Example: exampleStructures + "## Crane (object)\n+ arms (Arms)\n    + (number)\n\n## Arms (array[string])\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "members-of-elements", Severity: diag.Info,
		Title:   "members with names stand below a list",
		Why:     "In MSON a list holds values and types. Members with names below one are meant as those of its elements, and are read so.",
		Help:    "Write + (object), and the members below it.",
		Example: exampleStructures + "## Crane (object)\n+ arms (array[object])\n    + reach (number, required)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "empty-enum", Severity: diag.Info,
		Title:   "an enum lists no values",
		Why:     "Any value of its type is taken.",
		Help:    "List the values below + Members.",
		Example: exampleStructures + "## Crane (object)\n+ kind (enum[string])\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "value-of-other-type", Severity: diag.Warning,
		Title:   "a value is none of its type",
		Why:     "It is left out.",
		Help:    "Correct the value, or the type.",
		Example: exampleStructures + "## Crane (object)\n+ reach: far (number)\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "schema-and-attributes", Severity: diag.Info,
		Title:   "a message has attributes and a schema",
		Why:     "What both say holds. Where they differ, the schema counts.",
		Help:    "Nothing is to be done.",
		Example: exampleAction + "+ Response 200 (application/json)\n    + Attributes\n        + id (string)\n\n    + Schema\n\n            {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unreadable-schema", Severity: diag.Warning,
		Title:   "a schema cannot be read",
		Why:     "Nothing is known of the message but what its example and its attributes say.",
		Help:    "Write JSON Schema as one object.",
		Example: exampleAction + "+ Response 200 (application/json)\n    + Schema\n\n            {\"type\": \"object\", \n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unreadable-body", Severity: diag.Warning,
		Title:   "a body is no JSON although it says so",
		Why:     "Types are inferred from bodies, and tests are made of them. One with a comma too many is read all the same; of others nothing is read.",
		Help:    "Correct the body, or name another media type.",
		Example: exampleAction + "+ Response 200 (application/json)\n\n        {\"id\": \"c1\",}\n",
	})
)
