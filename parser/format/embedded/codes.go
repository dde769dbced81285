package embedded

import "github.com/docgen-go/docgen/model/diag"

// What is found in fences with definitions, and while they become one document.
var (
	_ = diag.Register(diag.Entry{
		Code: "unreadable-definition", Severity: diag.Error,
		Title:   "a fence that announces a definition in OpenAPI holds none that can be read",
		Why:     "The operations and types of the definition are missing from the API. It is a warning where only a key that stands twice was left out.",
		Help:    "Repair the text of the fence at the place, or take a new copy of the page. Convert Swagger 2 to OpenAPI 3 first, for example with swagger2openapi.",
		Example: "-- docks/list.md --\n# List docks\n\n```yaml\nopenapi: 3.0.0\npaths:\n  /docks: {get: [}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unread-member", Severity: diag.Warning,
		Title:   "a member of a definition is none that docgen knows",
		Why:     "What it says is not in the API. It is a note for a document of a fence that says nothing of an API, beside one that does.",
		Help:    "If it states a fact, report the page.",
		Example: "-- docks/list.md --\n# List docks\n\n```yaml\npaths:\n  path: /docks\n  method: get\n  tides: [high]\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "event-driven", Severity: diag.Warning,
		Title:   "a definition in AsyncAPI is kept as documentation",
		Why:     "It describes messages over sockets or queues and no operations over HTTP. A package has nothing for it.",
		Help:    "Accept the finding in docgen.yaml if the package need not have these messages.",
		Example: "-- docks/tides.md --\n# Tides\n\n```yaml\nasyncapi: 3.0.0\ninfo: {title: Tides, version: '1'}\nchannels: {}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "open-fence", Severity: diag.Warning,
		Title:   "the fence of a definition is not closed",
		Why:     "It ends with its list item. If the definition goes on below, the rest of it is missing from the API.",
		Help:    "Close the fence, or indent what belongs to it.",
		Example: "-- docks/list.md --\n# Docks\n\n- First\n\n  ```yaml\n  paths: {/docks: {get: {}}}\n\nText.\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "printed-twice", Severity: diag.Warning,
		Title:   "two pages print one operation or component differently",
		Why:     "The API has the newer one; of pages without dates that in OpenAPI rather than in a host's older form, then the fuller one, then the first. If that is not what the server does, the package is wrong. It is a note where only words differ, and where the other one is printed in an older form.",
		Help:    "Take a new copy of the page that is out of date, or remove it.",
		Example: "-- docks/a.md --\n# A\n\n```yaml a.yaml\npaths: {/docks: {get: {parameters: [{name: a, in: query, schema: {type: string}}]}}}\n```\n-- docks/b.md --\n# B\n\n```yaml a.yaml\npaths: {/docks: {get: {}}}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "several-versions", Severity: diag.Info,
		Title:   "pages print several versions of one specification",
		Why:     "The pages were copied or published at different times. Where they contradict each other, a finding of its own says so.",
		Help:    "Take a new copy of all pages to have one version.",
		Example: "-- docks/a.md --\n# A\n\n```yaml a.yaml\nopenapi: 3.0.0\ninfo: {title: Docks, version: '1'}\npaths: {/docks: {get: {}}}\n```\n-- docks/b.md --\n# B\n\n```yaml a.yaml\nopenapi: 3.0.0\ninfo: {title: Docks, version: '2'}\npaths: {/docks: {put: {}}}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "servers-differ", Severity: diag.Warning,
		Title:   "pages of one specification name servers that have nothing in common",
		Why:     "All methods of a package send their requests to one server, the first one of the newest page. Operations that only another one serves do not reach it.",
		Help:    "Make a client with the other base URL for these operations, or put their pages into a folder of its own.",
		Example: "-- docks/a.md --\n# A\n\n```yaml a.yaml\nservers: [{url: 'https://a.example'}]\npaths: {/docks: {get: {}}}\n```\n-- docks/b.md --\n# B\n\n```yaml a.yaml\nservers: [{url: 'https://b.example'}]\npaths: {/docks: {put: {}}}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "several-specifications", Severity: diag.Warning,
		Title:   "the pages hold several specifications",
		Why:     "They become one package. The largest keeps its names, and the resources of each other one stand below a resource of its own. Where its servers are others too, its methods need another base URL than the package has; where they are the same, the finding is a note.",
		Help:    "Put the pages of each specification into a folder of its own to generate a package for each.",
		Example: "-- docks/a.md --\n# A\n\n```yaml a.yaml\nservers: [{url: 'https://a.example'}]\npaths: {/docks: {get: {}}}\n```\n-- docks/b.md --\n# B\n\n```yaml b.yaml\nservers: [{url: 'https://b.example'}]\npaths: {/docks: {put: {}}}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unnamed-fragment", Severity: diag.Warning,
		Title:   "a definition does not say of which specification it is a part",
		Why:     "The pages hold several, and the fence names neither a file nor a title nor a server. It is taken for a part of the largest.",
		Help:    "Put the pages of each specification into a folder of its own.",
		Example: "-- docks/a.md --\n# A\n\n```yaml a.yaml\npaths: {/docks: {get: {}}}\n```\n-- docks/b.md --\n# B\n\n```yaml b.yaml\npaths: {/docks: {put: {}}}\n```\n-- docks/c.md --\n# C\n\n```yaml\npaths: {/docks: {post: {}}}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "endpoint-variants", Severity: diag.Info,
		Title:   "pages print one endpoint as operations of different names",
		Why:     "An endpoint that takes many kinds of bodies has a page for each. Each is a method of its own, of one verb and path. If one of the pages is out of date, its method is one too many.",
		Help:    "Remove the page that is out of date, if one is.",
		Example: "-- docks/a.md --\n# A\n\n```yaml\npaths: {/tasks: {post: {summary: Paint a dock}}}\n```\n-- docks/b.md --\n# B\n\n```yaml\npaths: {/tasks: {post: {summary: Clean a dock}}}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "no-operations", Severity: diag.Info,
		Title:   "the pages hold parts of a specification, but none of its operations",
		Why:     "Its types are kept. Its servers and credentials are not, because no method of the package is known to use them.",
		Help:    "Add the pages that define operations, if there are some.",
		Example: "-- docks/a.md --\n# A\n\n```yaml\ncomponents: {schemas: {Dock: {type: object, properties: {a: {type: string}}}}}\n```\n",
	})
)
