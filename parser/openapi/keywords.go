package openapi

// The objects of OpenAPI.
const (
	objectRoot           object = "document"
	objectInfo           object = "info"
	objectContact        object = "contact"
	objectLicense        object = "license"
	objectServer         object = "server"
	objectServerVariable object = "server variable"
	objectComponents     object = "components"
	objectPaths          object = "paths"
	objectPathItem       object = "path item"
	objectOperation      object = "operation"
	objectExternalDocs   object = "externalDocs"
	objectParameter      object = "parameter"
	objectRequestBody    object = "request body"
	objectMediaType      object = "media type"
	objectEncoding       object = "encoding"
	objectResponses      object = "responses"
	objectResponse       object = "response"
	objectCallback       object = "callback"
	objectExample        object = "example"
	objectLink           object = "link"
	objectHeader         object = "header"
	objectTag            object = "tag"
	objectReference      object = "reference"
	objectSchema         object = "schema"
	objectDiscriminator  object = "discriminator"
	objectXML            object = "xml"
	objectSecurityScheme object = "security scheme"
	objectOAuthFlows     object = "OAuth flows"
	objectOAuthFlow      object = "OAuth flow"
)

// patterned objects have members that the document names.
var patterned = map[object]bool{objectPaths: true, objectResponses: true, objectCallback: true}

// noValidation is said of what limits values: a client sends what it is given, and
// reads what comes.
const noValidation = "is not checked by a client"

// keywords say of every member that OpenAPI 3.0 and 3.1 define what becomes of it.
// docs/openapi.md prints the table.
var keywords = map[object][]keyword{
	objectRoot: {
		{"openapi", text, read, "which version the rules are of"},
		{"info", mapping, read, ""},
		{"jsonSchemaDialect", text, reported, "is not followed: schemas are read by the rules of OpenAPI 3.1"},
		{"$self", text, unchecked, "is not needed: files are found by their paths"},
		{"servers", list, read, ""},
		{"paths", mapping, read, ""},
		{"webhooks", mapping, read, "events of the resource of their first tag"},
		{"components", mapping, read, ""},
		{"security", list, read, "for operations without one of their own"},
		{"tags", list, read, ""},
		{"externalDocs", mapping, unchecked, "of the whole document have no place in a client"},
	},
	objectInfo: {
		{"title", text, read, ""},
		{"summary", text, unchecked, "of the API has no place in a client"},
		{"description", text, unchecked, "of the API has no place in a client"},
		{"termsOfService", text, unchecked, "has no place in a client"},
		{"contact", mapping, unchecked, "has no place in a client"},
		{"license", mapping, unchecked, "has no place in a client"},
		{"version", text, unchecked, "of the document has no place in a client"},
	},
	objectContact: {
		{"name", text, unchecked, "of a contact has no place in a client"}, {"url", text, unchecked, "of a contact has no place in a client"},
		{"email", text, unchecked, "of a contact has no place in a client"},
	},
	objectLicense: {
		{"name", text, unchecked, "of a license has no place in a client"}, {"url", text, unchecked, "of a license has no place in a client"},
		{"identifier", text, unchecked, "of a license has no place in a client"},
	},
	objectServer: {
		{"url", text, read, "the first one is called by default; of variables, the default values"},
		{"description", text, unchecked, "of a server has no place in a client"},
		{"name", text, unchecked, "of a server has no place in a client"},
		{"variables", mapping, read, "by their default values; other values are noted"},
	},
	objectServerVariable: {
		{"enum", list, unchecked, "lists other values of the server: see WithBaseURL"},
		{"default", text, read, ""},
		{"description", text, unchecked, "of a server variable has no place in a client"},
	},
	objectComponents: {
		{"schemas", mapping, read, "each is a named type"},
		{"responses", mapping, read, "where they are referred to"},
		{"parameters", mapping, read, "where they are referred to"},
		{"examples", mapping, read, "where they are referred to"},
		{"requestBodies", mapping, read, "where they are referred to"},
		{"headers", mapping, unchecked, "of responses: see there"},
		{"securitySchemes", mapping, read, ""},
		{"links", mapping, unchecked, "between operations: see there"},
		{"callbacks", mapping, read, "where they are referred to"},
		{"pathItems", mapping, read, "where they are referred to"},
		{"mediaTypes", mapping, read, "where they are referred to"},
	},
	objectPathItem: {
		{"$ref", text, read, "also to a file of the docs"},
		{"summary", text, kept, "as the title of operations without one"},
		{"description", text, kept, "in the documentation of operations without one"},
		{"get", mapping, read, ""}, {"put", mapping, read, ""}, {"post", mapping, read, ""}, {"delete", mapping, read, ""},
		{"options", mapping, read, ""}, {"head", mapping, read, ""}, {"patch", mapping, read, ""}, {"trace", mapping, read, ""},
		{"connect", mapping, read, "which OpenAPI does not define"},
		{"query", mapping, read, "the verb of OpenAPI 3.2"},
		{"additionalOperations", mapping, read, "verbs that OpenAPI has no word for"},
		{"servers", list, reported, "of a path are not called: its operations go to the server of the document"},
		{"parameters", list, read, "of all operations of the path that have none of that name and place"},
	},
	objectOperation: {
		{"tags", list, read, "the first one is the resource; others are noted"},
		{"summary", text, kept, "as the title"},
		{"description", text, kept, ""},
		{"externalDocs", mapping, kept, "as a link in the documentation"},
		{"operationId", text, read, "the name of the method, unless a program made it of verb and path"},
		{"parameters", list, read, ""},
		{"requestBody", mapping, read, ""},
		{"responses", mapping, read, ""},
		{"callbacks", mapping, read, "events of the resource"},
		{"deprecated", flag, read, ""},
		{"security", list, read, "alternatives: each credential is sent that the caller has set"},
		{"servers", list, reported, "of an operation are not called: it goes to the server of the document"},
	},
	objectExternalDocs: {
		{"description", text, kept, "before the link, where the link is kept"}, {"url", text, kept, "where the link is kept"},
	},
	objectParameter: {
		{"name", text, read, ""},
		{"in", text, read, "path, query, header, cookie; querystring is reported"},
		{"description", text, kept, ""},
		{"required", flag, read, ""},
		{"deprecated", flag, read, ""},
		{"allowEmptyValue", flag, unchecked, "needs nothing: an empty text is sent as it is"},
		{"style", text, read, "form, spaceDelimited, pipeDelimited and deepObject in queries, simple elsewhere; others are reported"},
		{"explode", flag, read, ""},
		{"allowReserved", flag, reported, "is not followed: reserved characters are escaped"},
		{"schema", schemas, read, ""},
		{"example", anything, unchecked, "of a parameter has no place in a client"},
		{"examples", mapping, unchecked, "of a parameter have no place in a client"},
		{"content", mapping, read, "JSON, written as text"},
	},
	objectRequestBody: {
		{"description", text, kept, "in the documentation of the operation"},
		{"content", mapping, read, "one media type: JSON, else a form, else the first; others are noted"},
		{"required", flag, read, ""},
	},
	objectMediaType: {
		{"schema", schemas, read, ""},
		{"itemSchema", schemas, read, "of what a stream carries"},
		{"example", anything, kept, "as an example"},
		{"examples", mapping, kept, "as examples"},
		{"encoding", mapping, reported, "of parts of a form is not followed: texts are sent as they are, files as files, the rest as JSON"},
		{"itemEncoding", anything, reported, "is not followed"}, {"prefixEncoding", anything, reported, "is not followed"},
	},
	objectResponses: {{"default", mapping, read, "what errors carry; the result where no success is listed"}},
	objectResponse: {
		{"summary", text, kept, "of errors"},
		{"description", text, kept, "of errors; of a success it has no place in a client"},
		{"headers", mapping, unchecked, "of a response have no field of their own"},
		{"content", mapping, read, "one media type, as of requests; event streams beside"},
		{"links", mapping, unchecked, "between operations have no place in a client"},
	},
	objectCallback: {},
	objectExample: {
		{"summary", text, kept, "as the title of the example"}, {"description", text, unchecked, "of an example has no place in a client"},
		{"value", anything, kept, ""}, {"externalValue", text, reported, "is not fetched"},
		{"dataValue", anything, kept, ""}, {"serializedValue", text, unchecked, "is written anew from the value"},
	},
	objectTag: {
		{"name", text, read, "the name of the resource"}, {"summary", text, kept, "as its title"}, {"description", text, kept, "in its documentation"},
		{"externalDocs", mapping, kept, "as a link in its documentation"},
		{"parent", text, unchecked, "does not nest resources"}, {"kind", text, unchecked, "has no place in a client"},
	},
	objectReference: {
		{"$ref", text, read, "within the document and to files of the docs; never to addresses"},
		{"summary", text, unchecked, "beside a $ref has no place in a client: that of the target counts"},
		{"description", text, unchecked, "beside a $ref has no place in a client: that of the target counts (schemas excepted)"},
	},
	objectDiscriminator: {
		{"propertyName", text, read, ""},
		{"mapping", mapping, read, "the values become constants of the alternatives"},
		{"defaultMapping", text, reported, "is not followed: other values are kept as unknown"},
	},
	objectSecurityScheme: {
		{"type", text, read, "http, apiKey, oauth2, openIdConnect; mutualTLS is the business of the http.Client"},
		{"description", text, kept, "in the model, for docgen diff"},
		{"name", text, read, ""}, {"in", text, read, "header, query, cookie"},
		{"scheme", text, read, "bearer, basic, and others that are a word before the credential; digest and the like are reported"},
		{"bearerFormat", text, unchecked, "has no place in a client: the token is sent as it is"},
		{"flows", mapping, unchecked, "are not walked: the client takes a token"},
		{"openIdConnectUrl", text, unchecked, "is not called: the client takes a token"},
		{"oauth2MetadataUrl", text, unchecked, "is not called: the client takes a token"},
		{"deprecated", flag, unchecked, "of a credential has no place in a client"},
	},
	objectSchema: schemaKeywords,
}

// schemaKeywords are those of JSON Schema and what OpenAPI adds.
var schemaKeywords = []keyword{
	{"$ref", text, read, "and beside it, what stands with it"},
	{"type", anything, read, "one or a list of several; null among them is a fact of the field"},
	{"format", text, read, "date, date-time and binary have types of their own; others are kept, and a number with decimal is a json.Number"},
	{"properties", mapping, read, ""},
	{"required", list, read, ""},
	{"additionalProperties", schemas, read, "false allows no others, and the client keeps them all the same"},
	{"items", anything, read, "of tuples in lists, any of them"},
	{"enum", list, read, ""}, {"const", anything, read, ""}, {"default", anything, read, ""},
	{"allOf", list, read, "one object with all members"},
	{"oneOf", list, read, "alternatives"}, {"anyOf", list, read, "alternatives"},
	{"discriminator", mapping, read, ""},
	{"nullable", flag, read, ""},
	{"readOnly", flag, read, "never sent while empty"}, {"writeOnly", flag, read, ""},
	{"deprecated", flag, read, ""},
	{"title", text, kept, "names alternatives; elsewhere documentation, where there is no description"},
	{"description", text, kept, ""},
	{"externalDocs", mapping, kept, "as a link in the documentation"},
	{"minimum", text, read, ""}, {"maximum", text, read, ""}, {"exclusiveMinimum", text, read, ""}, {"exclusiveMaximum", text, read, ""},
	{"multipleOf", text, read, ""}, {"minLength", text, read, ""}, {"maxLength", text, read, ""}, {"pattern", text, read, ""},
	{"minItems", text, read, ""}, {"maxItems", text, read, ""}, {"uniqueItems", flag, read, ""},
	{"minProperties", text, unchecked, noValidation}, {"maxProperties", text, unchecked, noValidation},
	{"prefixItems", list, read, "a list of any of them; their order is noted"},
	{"patternProperties", mapping, read, "values of all other members; the patterns are noted"},
	{"propertyNames", schemas, unchecked, noValidation},
	{"contains", schemas, unchecked, noValidation}, {"minContains", text, unchecked, noValidation}, {"maxContains", text, unchecked, noValidation},
	{"not", schemas, unchecked, noValidation},
	{"if", schemas, reported, "is not followed: members that only then or else declares are kept as unknown members"},
	{"then", schemas, unchecked, "belongs to if"}, {"else", schemas, unchecked, "belongs to if"},
	{"dependentRequired", mapping, unchecked, noValidation},
	{"dependentSchemas", mapping, reported, "are not read: members that only they declare are kept as unknown members"},
	{"dependencies", mapping, reported, "are not read: members that only they declare are kept as unknown members"},
	{"unevaluatedProperties", anything, read, "a schema says the type of other members, as additionalProperties does; false is not checked"},
	{"unevaluatedItems", anything, unchecked, noValidation}, {"additionalItems", anything, unchecked, noValidation},
	{"contentEncoding", text, read, "as the format, where there is none"},
	{"contentMediaType", text, unchecked, "of a text has no place in a client: the text is sent as it is"},
	{"contentSchema", schemas, unchecked, "of a text has no place in a client: the text is sent as it is"},
	{"example", anything, unchecked, "of a schema has no place in a client"}, {"examples", anything, unchecked, "of a schema have no place in a client"},
	{"allowEmptyValue", flag, unchecked, "is no member of a schema"},
	{"xml", mapping, reported, "is not followed: values travel as JSON"},
	{"$defs", mapping, read, "where they are referred to"}, {"definitions", mapping, read, "where they are referred to"},
	{"$id", text, unchecked, "is not needed: refs are found by their paths"}, {"$schema", text, unchecked, "is not followed: schemas are read by the rules of OpenAPI 3.1"},
	{"$anchor", text, read, "of components"},
	{"$dynamicRef", text, reported, "is not followed: what it leads to is any value"}, {"$dynamicAnchor", text, unchecked, "belongs to $dynamicRef"},
	{"$vocabulary", anything, unchecked, "is not followed"}, {"$comment", text, unchecked, "has no place in a client"},
}
