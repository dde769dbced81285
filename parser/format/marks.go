package format

// Marks is what the caller says of the marks by which a reference in tables tells its
// facts. What it leaves open is concluded from the pages.
type Marks struct {
	// Unmarked is what parameters are that nothing calls required or optional:
	// "required" or "optional".
	Unmarked string
	// Optional and Required are marks beside a name, Nullable is one beside a name or a
	// type, such as "?", "*" or "(n)".
	Optional, Required, Nullable string
	// Nesting is how names are nested: "marks" before them, "dots" and brackets in them,
	// or "flat" where they are not.
	Nesting string
	// Slots is how paths print their slots: "colon", "braces" or "angles".
	Slots string
	// Verb is with which verb endpoints are called that are stated by their paths alone.
	Verb string
	// Words are further words: "yes" and "no" in cells of what is required, and the heads
	// of columns: "name", "type", "required", "default", "description", "location",
	// "values", "example".
	Words map[string][]string
	// Sections are further titles of sections: "request", "query", "path", "header",
	// "body", "form", "response", "errors", "documentation".
	Sections map[string][]string
}
