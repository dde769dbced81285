package main

import "github.com/docgen-go/docgen/model/diag"

var (
	_ = diag.Register(diag.Entry{
		Code: codeLockedServer, Severity: diag.Error,
		Title: "the pages call another server than docgen.lock holds",
		Why: "Clients send their credentials to the server that the pages call by default. Somebody who can change pages could have them sent elsewhere, so nothing is written " +
			"until docgen.yaml says which server is meant. No entry under findings lowers this.",
		Help:    "Put the server that is meant under the target in docgen.yaml: base_url.",
		Example: "### Example\n\n```http\ncurl -X POST https://harbor.thief.example/v1/parcels\n```\n",
		Case:    "TestServerIsLocked",
	})
	_ = diag.Register(diag.Entry{
		Code: codeLockedCredential, Severity: diag.Error,
		Title: "the pages have a secret sent in another way than docgen.lock holds",
		Why: "A secret would be sent under another name, taken from another environment variable, or be a new one. Somebody who can change pages could take secrets so, and " +
			"nothing is written until docgen.yaml has the change. No entry under findings lowers this.",
		Help:    "Put the entry that the finding prints under the target in docgen.yaml: authentication, accept.",
		Example: "### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/parcels \\\n    -H \"X-Trace-Token: $HARBOR_TRACE_TOKEN\"\n```\n",
		Case:    "TestCredentialsAreLocked",
	})
	_ = diag.Register(diag.Entry{
		Code: codeEditedFile, Severity: diag.Error,
		Title: "a file with docgen's header is not as docgen wrote it",
		Why: "Somebody edited it, or copied a generated file and went on by hand. What was written by hand is not lost for the sake of its first line: where the package has such a file " +
			"nothing is written, and one that the package has no more stays. docgen.sum beside the files has the digests of what docgen wrote; line ends don't count.",
		Help:    "Take the first line out to keep the file, or run docgen generate --force, which overwrites or removes it.",
		Example: "### Returns\n\n- `id: string`\n",
		Case:    "TestEditedFiles",
	})
	_ = diag.Register(diag.Entry{
		Code: codeUnknownAge, Severity: diag.Warning,
		Title: "a history does not have what the pages describe",
		Why: "--since writes into the documentation since when things are there. What the history does not know is told nothing of, so that it looks as if it had always been there. " +
			"Most of the time the history ends before these pages, or docgen.yaml changes types.",
		Help:    "Write the index anew, with the revision of these pages as its last.",
		Example: "### Returns\n\n- `id: string`\n",
		Case:    "TestGenerateSince",
	})
)
