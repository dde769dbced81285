package golang

import "github.com/docgen-go/docgen/model/diag"

// pollExample is a page of a method after which one waits for a status.
func pollExample(last string) string {
	return "-- docks/retrieve.md --\n## Get\n\n**get** `/v1/docks/{dock_id}`\n\n### Path Parameters\n\n- `dock_id: string`\n\n" +
		"### Returns\n\n- `Dock object { id, status }`\n\n  - `id: string`\n\n  - `status: \"running\" or \"" + last + "\"`\n"
}

// What is found while the package is rendered.
var (
	_ = diag.Register(diag.Entry{
		Code: CodeNoIterator, Severity: diag.Info,
		Title:   "a list or a stream has no method that goes through it",
		Why:     "Go has no form for it: the message says why. The method itself is in the package like all others.",
		Help:    "Read the response of the method, and ask for the next page with its parameter.",
		Example: "A stream whose events are said to carry files.\n",
		Case:    "TestGoOfListsAndStreams",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeNoAccumulate, Severity: diag.Info,
		Title:   "the events of a stream cannot be added up",
		Why:     "Nothing in their types says how they add up to what the call without a stream returns, and a guess would lose what it got wrong.",
		Help:    "Say it under accumulate in docgen.yaml, by the ID of the method and the names of members.",
		Example: "A stream of objects of which none has a member that is the result.\n",
		Case:    "TestAccumulations",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeWrongAccumulate, Severity: diag.Error,
		Title:   "events do not add up as docgen.yaml says",
		Why:     "The method or a member that accumulate names is not there, or is of another type.",
		Help:    "Look at the types with \"docgen inspect\", and correct the entry.",
		Example: "accumulate: {talks.create: {whole: nothing}}\n",
		Case:    "TestAccumulations",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeNoWebhookEvent, Severity: diag.Error,
		Title:   "webhooks carry a type that the pages do not have",
		Why:     "The event under webhooks in docgen.yaml is no type of the API.",
		Help:    "Look at the types with \"docgen inspect\", and name one of them.",
		Example: "webhooks: {event: Nothing}\n",
		Case:    "TestAccumulations",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeFinalStatus, Severity: diag.Info,
		Title:   "some statuses are taken as final",
		Why:     "Methods whose names end in AndPoll ask again until the status is one that no other follows. Which these are follows from the names of the statuses and from what the pages say of them.",
		Help:    "List the final ones under final_statuses in docgen.yaml if that is wrong.",
		Example: pollExample("succeeded"),
	})
	_ = diag.Register(diag.Entry{
		Code: CodeUnclearStatus, Severity: diag.Info,
		Title:   "a status may be final or not",
		Why:     "Neither its name nor what the pages say of it tells whether another status follows, so that there is no method that waits.",
		Help:    "List the final ones under final_statuses in docgen.yaml.",
		Example: pollExample("\" or \"failed\" or \"moored"),
	})
	_ = diag.Register(diag.Entry{
		Code: CodeNoCredential, Severity: diag.Info,
		Title: "a method is sent without a credential",
		Why:   "No request example of the method shows one, and the methods around it take different ones, so that none could be assumed. A credential that is sent where it does not belong may leak.",
		Help:  "Set the header with WithHeader, say the credential under authentication in docgen.yaml, or name it in an example of the page.",
		Example: "-- docks/a.md --\n## A\n\n**post** `/v1/a`\n\n### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/a -H \"Harbor-Key: $HARBOR_KEY\"\n```\n" +
			"-- docks/b.md --\n## B\n\n**post** `/v1/b`\n\n### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/b -H \"Authorization: Bearer $HARBOR_TOKEN\"\n```\n" +
			"-- docks/c.md --\n## C\n\n**post** `/v1/c`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeAssumedCredential, Severity: diag.Info,
		Title: "a method is sent with the credential of the methods around it",
		Why:   "No request example of the method shows a credential, and all others of the resource or of the API take the same.",
		Help:  "Say the credentials under authentication in docgen.yaml if the method takes another or none.",
		Example: "-- docks/a.md --\n## A\n\n**post** `/v1/a`\n\n### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/a -H \"Harbor-Key: $HARBOR_KEY\"\n```\n" +
			"-- docks/b.md --\n## B\n\n**post** `/v1/b`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeBodyMedia, Severity: diag.Warning,
		Title:   "a body has a media type that the package cannot write",
		Why:     "It is neither JSON, a form nor a file. It is sent as JSON, which the server may refuse.",
		Help:    "Leave the method out under exclude in docgen.yaml, or send the request by other means.",
		Example: "### Body Parameters\n\n- `label: string`\n\n### Example\n\n```http\ncurl https://api.harbor.example/v1/parcels -H 'Content-Type: application/xml' -d '<parcel/>'\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeFormObjects, Severity: diag.Info,
		Title:   "nothing shows how a form writes a list of objects",
		Why:     "There are several ways. The one is taken that keeps the objects apart for every server: name[0][member].",
		Help:    "Try it. If the server takes another form, send the request by other means and report the page.",
		Example: "### Body Parameters\n\n- `slip: file`\n\n- `boxes: array of object { label }`\n\n  - `label: string`\n\n### Example\n\n```http\ncurl https://api.harbor.example/v1/parcels -F slip=@slip.pdf\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeStructTag, Severity: diag.Info,
		Title:   "encoding/json has no tag for the name of a field",
		Why:     "A name with a comma or a quote cannot stand in the tag json. The methods of the type go by the tag wire; encoding/json alone would not find the field.",
		Help:    "Nothing, as long as values are encoded with the methods of the package.",
		Example: "### Body Parameters\n\n- `\"a,b\": string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: CodeUnrelatedVariable, Severity: diag.Warning,
		Title:   "FromEnv does not read an environment variable that an example names",
		Why:     "Pages are text from elsewhere: an example that names the secret of something else would have every client send it. FromEnv reads variables whose names begin with the title, the host or the package of the API.",
		Help:    "Where the variable is right, name it in docgen.yaml under authentication, in accept.",
		Example: "### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/parcels \\\n    -H \"X-Trace-Token: $GITHUB_TOKEN\"\n```\n",
	})
)
