package generated

import "github.com/docgen-go/docgen/model/diag"

const (
	exampleIndex = "-- docs/CraneApi.md --\n# CraneApi\n\nAll URIs are relative to *https://harbor.example*\n\nMethod | HTTP request | Description\n------------- | ------------- | -------------\n" +
		"[**TurnCrane**](CraneApi.md#TurnCrane) | **Post** /cranes/{id}/turn | Turn a crane\n"
	exampleCall   = exampleIndex + "\n## TurnCrane\n\n> TurnCrane(ctx, id).Turn(turn).Execute()\n\n### Path Parameters\n\nName | Type | Description | Notes\n---- | ---- | ---- | ----\n**id** | **string** | Which crane | \n\n"
	exampleOthers = "### Other Parameters\n\nName | Type | Description | Notes\n---- | ---- | ---- | ----\n"
	exampleEnd    = "\n### Return type\n\n (empty response body)\n\n### HTTP request headers\n\n- **Content-Type**: application/json\n- **Accept**: Not defined\n"
	exampleTurn   = "-- docs/Turn.md --\n# Turn\n\n## Properties\n\nName | Type | Description | Notes\n---- | ---- | ---- | ----\n"
	exampleBack   = "\n[[Back to Model list]](../README.md#documentation-for-models)\n"
)

// What is found in pages that a generator wrote.
var (
	_ = diag.Register(diag.Entry{
		Code: "unreadable-method", Severity: diag.Error,
		Title:   "a line of the index of methods says no verb and path",
		Why:     "The method is not in the model: the index is the one place that says which request it is.",
		Help:    "Write the verb in bold letters before the path, as in **GET** /cranes, or generate the pages again.",
		Example: exampleCall + exampleEnd + "\nMethod | HTTP request\n---- | ----\n[**StopCrane**](CraneApi.md#StopCrane) | soon\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unlisted-method", Severity: diag.Error,
		Title:   "a section is about a method that no index lists",
		Why:     "Nobody says which verb and path it has, so that nothing of it is in the model.",
		Help:    "Add the method to the table at the top of the page, or generate the pages again.",
		Example: exampleCall + exampleEnd + "\n## StopCrane\n\n> StopCrane(ctx).Execute()\n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "method-twice", Severity: diag.Warning,
		Title:   "a page has two sections about one method",
		Why:     "Parameters that only the second one lists are added, as if they stood in the first.",
		Help:    "Remove one of them.",
		Example: exampleCall + exampleEnd + "\n## TurnCrane\n\nOnce more.\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "no-section", Severity: diag.Warning,
		Title:   "an index lists a method without a section",
		Why:     "Nothing but its verb and path is known: parameters of the path are texts, and there is no body and no result.",
		Help:    "Generate the pages again.",
		Example: exampleCall + exampleEnd + "\nMethod | HTTP request\n---- | ----\n[**StopCrane**](CraneApi.md#StopCrane) | **Post** /cranes/stop\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "generated-twice", Severity: diag.Info,
		Title:   "an endpoint stands on the pages twice",
		Why:     "Generators write a method for each tag, and variants of it that return more than the result. They are one method in the model, that of the first page.",
		Help:    "Nothing is to be done.",
		Example: exampleCall + exampleEnd + "\nMethod | HTTP request\n---- | ----\n[**TurnCraneWithHttpInfo**](CraneApi.md#TurnCraneWithHttpInfo) | **Post** /cranes/{id}/turn\n\n## TurnCraneWithHttpInfo\n\nThe same.\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unread-table", Severity: diag.Error,
		Title:   "a table in a section of a method or a structure has no columns that are known",
		Why:     "What it lists is not in the model.",
		Help:    "Call the columns Name and Type, or Name and Value, as the generator does.",
		Example: exampleCall + "### Other Parameters\n\nWhat | How\n---- | ----\nangle | far\n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "unread-authorization", Severity: diag.Warning,
		Title:   "what a page says of how a method authenticates is not understood",
		Why:     "Generators write links to credentials, or that none is required. Of other words nothing is read, so that the method sends no credential.",
		Help:    "Set authentication in docgen.yaml.",
		Example: exampleCall + "### Authorization\n\nAsk the harbour master.\n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "parameter-twice", Severity: diag.Warning,
		Title:   "two rows of one table are about one parameter",
		Why:     "Generators print parameters of one name in different places in one table. The first one counts, and what the other is for is not known.",
		Help:    "Look at a request, and correct the page.",
		Example: exampleCall + exampleOthers + "**speed** | **int32** |  | [optional]\n**speed** | **string** |  | [optional]\n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "slotless-parameter", Severity: diag.Warning,
		Title:   "a parameter of the path has no slot in it",
		Why:     "It is taken for a part of the query, where it can be sent.",
		Help:    "Correct the path in the index, or generate the pages again.",
		Example: exampleCall + "**arm** | **string** | Which arm | \n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "several-bodies", Severity: diag.Warning,
		Title:   "several parameters of a method may be its body",
		Why:     "Pages do not say which parameter is the body. The one with the name of its type is, and else the first that is a structure; others go into the query.",
		Help:    "Look at a request, and correct the page.",
		Example: exampleCall + exampleOthers + "**first** | [**Turn**](Turn.md) |  | \n**second** | [**Turn**](Turn.md) |  | \n" + exampleEnd + exampleTurn + "**Angle** | **int32** |  | \n",
	})
	_ = diag.Register(diag.Entry{
		Code: "no-body", Severity: diag.Warning,
		Title:   "a method sends a body, and none of its parameters can be one",
		Why:     "The page names the type of the body, but all parameters are single values, which go into the query. No body is sent.",
		Help:    "Look at a request, and correct the page.",
		Example: exampleCall + exampleOthers + "**angle** | **int32** |  | \n**speed** | **int32** |  | \n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "no-server", Severity: diag.Info,
		Title:   "the pages name the machine itself as the server",
		Why:     "The generator writes http://localhost where no server is known. A client that called it would be of no use, so that callers give a base URL.",
		Help:    "Set base_url in docgen.yaml.",
		Example: "-- docs/CraneApi.md --\n# CraneApi\n\nAll URIs are relative to *http://localhost*\n\nMethod | HTTP request\n---- | ----\n[**ListCranes**](CraneApi.md#ListCranes) | **Get** /cranes\n\n## ListCranes\n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "several-base-urls", Severity: diag.Warning,
		Title:   "pages of methods are relative to different URLs",
		Why:     "A client calls one server, that of most pages. Methods of others would go there, too.",
		Help:    "Put the pages of each server into a folder of its own, and generate a package for each.",
		Example: exampleCall + exampleEnd + "-- docs/DockApi.md --\n# DockApi\n\nAll URIs are relative to *https://docks.example*\n\nMethod | HTTP request\n---- | ----\n[**ListDocks**](DockApi.md#ListDocks) | **Get** /docks\n\n## ListDocks\n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "status-twice", Severity: diag.Warning,
		Title:   "a status of a response stands twice",
		Why:     "The first one counts.",
		Help:    "Remove one of them.",
		Example: exampleCall + exampleEnd + "\n### HTTP response details\n\n| Status code | Description | Response headers |\n|----|----|----|\n**404** | no crane | - |\n**404** | no arm | - |\n",
	})
)
