package rules

import (
	"strings"

	"github.com/docgen-go/docgen/model/diff"
)

// document is an OpenAPI document of one operation, with more lines of the operation
// and more lines of the document.
func document(operation, rest string) string {
	const head = "-- openapi.yaml --\nopenapi: 3.1.0\ninfo: {title: Harbor, version: \"1\"}\npaths:\n  /v1/parcels:\n    post:\n      tags: [parcels]\n      operationId: create\n"
	var b strings.Builder
	b.WriteString(head)
	for line := range strings.Lines(operation) {
		b.WriteString("      " + line)
	}
	b.WriteString(rest)
	return b.String()
}

// failing is a document of an operation that fails with one more response.
func failing(response string) string {
	if response != "" {
		response = "  \"404\": " + response + "\n"
	}
	return document("responses:\n  \"204\": {description: It is there.}\n"+response, "")
}

// exchanging is a document of an operation that takes and returns one schema, whose
// member weight has more keywords.
func exchanging(keywords, required string) string {
	const content = "content: {application/json: {schema: {$ref: \"#/components/schemas/Parcel\"}}}"
	return document("requestBody: {"+content+"}\nresponses:\n  \"200\": {description: It is there., "+content+"}\n",
		"components:\n  schemas:\n    Parcel:\n      type: object\n      required: [id"+required+"]\n      properties:\n        id: {type: string}\n        weight: {type: number"+keywords+"}\n")
}

// secured is a document of an operation with requirements, of an API with a cookie.
func secured(requirements string) string {
	return document("security: ["+requirements+"]\nresponses:\n  \"204\": {description: It is there.}\n",
		"components:\n  securitySchemes:\n    session: {type: apiKey, in: cookie, name: sid}\n")
}

// listing is a document of an operation with a list in its query.
func listing(style string) string {
	return document("parameters:\n  - {name: ids, in: query, "+style+", schema: {type: array, items: {type: string}}}\nresponses:\n  \"204\": {description: It is there.}\n", "")
}

// calling is a document with a webhook in a resource.
func calling(name, tag string) string {
	const operation = "responses:\n  \"204\": {description: It is there.}\n"
	if name == "" {
		return document(operation, "")
	}
	return document(operation, "webhooks:\n  "+name+":\n    post:\n      tags: ["+tag+"]\n      requestBody: {content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}\n      responses:\n        \"200\": {description: It is known.}\n")
}

const (
	plainFailure = "{description: There is none.}"
	jsonFailure  = "{description: There is none., content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}}"
	jsonResult   = "responses:\n  \"200\": {description: It is there., content: {application/json: {schema: {type: string}}}}\n"
	textResult   = "responses:\n  \"200\": {description: It is there., content: {text/plain: {schema: {type: string}}}}\n"
	absentValue  = "Programs that read it find nothing."
)

// failures are about what failures carry, and about the form of what comes.
var failures = []twin{
	{
		before: failing(""), after: failing(jsonFailure),
		there: classification{kind: diff.ErrorAdded, message: "failure added", response: info("Programs can tell one more failure from others.")},
		back:  classification{kind: diff.ErrorRemoved, message: "failure removed", response: warning("Programs that handle it wait for what may come as another failure.")},
	},
	{
		before: failing(plainFailure), after: failing(jsonFailure),
		there: classification{kind: diff.ErrorContentAdded, message: "content of a failure added", response: info("Failures say more.")},
		back:  classification{kind: diff.ErrorContentRemoved, message: "content of a failure removed", response: breaking(absentValue)},
	},
	either(document(jsonResult, ""), document(textResult, ""),
		classification{kind: diff.MediaChanged, message: "media type changed", response: breaking("Programs read the value in another form.")}),
}

// access is about methods that take no credential.
var access = []twin{
	{
		before: secured("{session: []}"), after: secured(""),
		there: classification{kind: diff.BecamePublic, message: "no credential needed any more", request: info("Requests may do without it.")},
		back:  classification{kind: diff.NoLongerPublic, message: "credential needed", request: breaking("Requests without a credential are refused.")},
	},
}

// events are about what streams, sockets and webhooks carry.
var events = []twin{
	{
		before: calling("", ""), after: calling("arrived", "parcels"),
		there: classification{kind: diff.EventAdded, message: "event added", response: info("There is more to wait for.")},
		back:  classification{kind: diff.EventRemoved, message: "event removed", response: breaking("Programs that wait for it get nothing.")},
	},
	either(calling("arrived", "parcels"), calling("arrived", "depots"),
		classification{kind: diff.EventMoved, message: "event moved to another resource", response: info("What it carries stays the same.")}),
}

// styles are about how values are written in a query.
var styles = []twin{
	either(listing("style: pipeDelimited"), listing("style: spaceDelimited"),
		classification{kind: diff.StyleChanged, message: "parameter written in another way", request: breaking("Several values are taken for one, or one for several.")}),
}

// directions are about members that only responses have, or only requests.
var directions = []twin{
	{
		before: exchanging("", ", weight"), after: exchanging(", readOnly: true", ", weight"),
		there: classification{
			kind: diff.BecameReadOnlyRequired, message: "required field became read-only",
			request:  breaking("What programs send is ignored or refused."),
			response: info("Responses have it as before."),
		},
		back: classification{
			kind: diff.NoLongerReadOnlyRequired, message: "required field no longer read-only",
			request:  breaking("Requests without it are refused."),
			response: info("Responses have it as before."),
		},
	},
	{
		before: exchanging("", ""), after: exchanging(", readOnly: true", ""),
		there: classification{
			kind: diff.BecameReadOnlyOptional, message: "optional field became read-only",
			request:  breaking("What programs send is ignored or refused."),
			response: info("Responses have it as before."),
		},
		back: classification{
			kind: diff.NoLongerReadOnlyOptional, message: "optional field no longer read-only",
			request:  info("There is more to ask for."),
			response: info("Responses have it as before."),
		},
	},
	{
		before: exchanging("", ""), after: exchanging(", writeOnly: true", ""),
		there: classification{
			kind: diff.BecameWriteOnly, message: "field became write-only",
			request:  info("Requests have it as before."),
			response: breaking(absentValue),
		},
		back: classification{
			kind: diff.NoLongerWriteOnly, message: "field no longer write-only",
			request:  info("Requests have it as before."),
			response: info("Responses may say more."),
		},
	},
}

// valueNames are about what documents call the values of enums.
var valueNames = []twin{
	either(exchanging(", enum: [1, 2], x-enum-varnames: [Light, Heavy]", ""), exchanging(", enum: [1, 2], x-enum-varnames: [Light, Bulky]", ""),
		classification{
			kind: diff.ValueRenamed, message: "value renamed",
			request:  info("The value stays the same; generated code names it differently."),
			response: info("The value stays the same; generated code names it differently."),
		}),
}
