package drift

import "github.com/docgen-go/docgen/model/diag"

// What the findings are about is a client and its reference; each example is both.
var (
	_ = diag.Register(diag.Entry{
		Code: OperationMissing, Severity: diag.Warning,
		Title:   "no function of the client calls a documented operation",
		Why:     "Every exported function is run on symbols to the requests that it makes; none of them has this verb and path. Deprecated operations are left out.",
		Help:    "Add a function, or put the operation into the file of --ignore with the reason why the client does without.",
		Example: "// the pages have GET /v1/ferries; no function of the client calls it\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: OperationExtra, Severity: diag.Info,
		Title:   "a function calls what the pages do not document",
		Why:     "The address may be gone, or may never have been documented. It is sure, and a warning, where an older revision of the pages (--since) has it, and perhaps else: pages are rarely complete.",
		Help:    "Look whether the server still knows the address.",
		Example: "func (c *Client) Tides() error { return c.get(\"/v1/tides\") } // not in the pages\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: VerbDiffers, Severity: diag.Error,
		Title:   "a function calls a documented path with another verb",
		Why:     "The pages have the path with one verb that no function calls, and the function calls it with one that they do not have.",
		Help:    "Use the verb of the pages.",
		Example: "http.NewRequest(\"PUT\", base+\"/v1/ships/\"+id+\"/moorings\", body) // the pages have POST\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: PathDiffers, Severity: diag.Error,
		Title:   "a function calls a path that is likely a slip for a documented one",
		Why:     "One word of the path differs by a letter or two, nobody calls the documented path, and the pages do not have the one that is called.",
		Help:    "Use the path of the pages.",
		Example: "\"/v1/ships/\" + id + \"/mooring\" // the pages have /moorings\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: RequestMissing, Severity: diag.Warning,
		Title:   "the client cannot send a documented member",
		Why:     "Neither the struct that is sent nor the function has it, so that who uses the client cannot say it.",
		Help:    "Add the member; --format patch shows it in the client's own words and --write adds it.",
		Example: "type ListOptions struct {\n\tPage int `url:\"page\"` // the pages have flag, too\n}\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: ResponseMissing, Severity: diag.Warning,
		Title:   "the client drops a documented member of a result",
		Why:     "The struct that the answer is decoded into has no member of that name.",
		Help:    "Add the member; --format patch shows it in the client's own words and --write adds it.",
		Example: "type Ship struct {\n\tID string `json:\"id\"` // the pages have tags, too\n}\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: RequestExtra, Severity: diag.Info,
		Title:   "the client sends a member that the pages do not document",
		Why:     "No operation that the struct is sent for has it in the pages. It is sure, and a warning, where it had it in an older revision of them (--since).",
		Help:    "Look whether the server still reads it.",
		Example: "type CreateShip struct {\n\tColour string `json:\"colour\"` // not in the pages\n}\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: ResponseExtra, Severity: diag.Info,
		Title:   "the client expects a member that the pages do not document",
		Why:     "No result that the struct stands for has it in the pages. It is sure, and a warning, where it had it in an older revision of them (--since).",
		Help:    "Look whether the server still sends it.",
		Example: "type Ship struct {\n\tColour string `json:\"colour\"` // not in the pages\n}\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: NameDiffers, Severity: diag.Error,
		Title:   "a member has likely a misspelt name",
		Why:     "One struct lacks a documented member and has an undocumented one whose name differs by a letter or two. Such a member is always empty.",
		Help:    "Give the tag the name of the pages.",
		Example: "CreatedAt time.Time `json:\"create_at\"` // the pages have created_at\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: TypeDiffers, Severity: diag.Error,
		Title:   "a member has a type that cannot hold what the pages state",
		Why:     "Decoding fails, or what is sent is refused. It is reported only where the page states the type, not where an example shows it.",
		Help:    "Change the type of the member.",
		Example: "Length string `json:\"length\"` // the pages have number\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: ResultDiffers, Severity: diag.Error,
		Title:   "an answer is read into something else than the pages document",
		Why:     "The documented result and the Go type share no member, or one is a list and the other is not. Its members are not compared.",
		Help:    "Look at the result of the operation in the pages.",
		Example: "var ship Ship // the pages have a list of ships\njson.NewDecoder(res.Body).Decode(&ship)\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: RequiredOmitted, Severity: diag.Warning,
		Title:   "a required member is left out where it has its zero value",
		Why:     "omitempty drops 0 and false, which the server then misses.",
		Help:    "Take omitempty out of the tag, or make the member a pointer.",
		Example: "Berth int `json:\"berth,omitempty\"` // required\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: NullLost, Severity: diag.Info,
		Title:   "a documented null cannot be told from a zero value",
		Why:     "The member is a plain value; null leaves it as it was.",
		Help:    "Make the member a pointer where the difference matters.",
		Example: "Note string `json:\"note\"` // the pages have string or null\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: ValuesMissing, Severity: diag.Warning,
		Title:   "a type lacks constants for documented values",
		Why:     "The type has constants for some of the documented values only.",
		Help:    "Add the constants; --format patch shows them in the client's own words and --write adds them.",
		Example: "const FlagNL Flag = \"nl\" // the pages have dk, too\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: VariantMissing, Severity: diag.Warning,
		Title:   "a union lacks a documented alternative",
		Why:     "Each documented alternative is given the one of the Go union that is most like it, none twice; for this one none is left, and no other holds all of its members.",
		Help:    "Add the alternative to the union.",
		Example: "type CargoUnion struct {\n\tOfCrate *Crate `json:\",inline\"` // the pages have a barrel, too\n}\n", Case: "TestCompare",
	})
	_ = diag.Register(diag.Entry{
		Code: Deprecated, Severity: diag.Info,
		Title:   "a member is deprecated in the pages and not in the client",
		Why:     "The comment of the member has no \"Deprecated:\".",
		Help:    "Add a paragraph to its comment that begins with \"Deprecated:\".",
		Example: "Note string `json:\"note\"` // deprecated in the pages\n", Case: "TestCompare",
	})
)
