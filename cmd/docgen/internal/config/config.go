// Package config reads docgen.yaml: what to generate from which pages, and
// where to depart from what the pages say.
package config

import (
	"slices"

	"github.com/docgen-go/docgen/model/source"
)

const (
	// FileName is what the file is called. It is looked for in the folder where
	// docgen runs and in those above.
	FileName = "docgen.yaml"
	// Version is the version of the format that this docgen reads.
	Version = 1
	// SchemaURL is where the JSON Schema of the file is published.
	SchemaURL = "https://raw.githubusercontent.com/docgen-go/docgen/main/cmd/docgen/schemas/config.json"
)

// A File is a docgen.yaml.
type File struct {
	// Path is where the file was read.
	Path string `yaml:"-"`
	// Version must be the constant of that name.
	Version int `yaml:"version"`
	// Targets are the packages to generate. There is at least one, or one of Drift.
	Targets []*Target `yaml:"targets"`
	// Drift are clients that are written by hand, to compare with their pages.
	Drift []*Drift `yaml:"drift"`
	// Diff is about comparing two revisions of docs, of whatever target.
	Diff Diff `yaml:"diff"`
}

// A Drift is one client that is written by hand. Docs and Packages must be there.
type Drift struct {
	// At is where the entry stands.
	At source.Span `yaml:"-"`
	// Docs is as for a Target, Ignore a file of accepted findings, and Dir the folder that
	// packages are looked for from. All are relative to the folder of the file.
	Docs   string `yaml:"docs"`
	Ignore string `yaml:"ignore"`
	Dir    string `yaml:"dir"`
	// Packages are patterns as the go command has them.
	Packages []Text `yaml:"packages"`
	// FailOn is one of FailOn, Confidence one of Confidences.
	FailOn     Text `yaml:"fail_on"`
	Confidence Text `yaml:"confidence"`
	// Severity is by the code of a finding: one of DriftSeverities.
	Severity Pairs `yaml:"severity"`
}

// What a Drift can say.
var (
	FailOn          = []string{"error", "warning", "info", "never"}
	Confidences     = []string{"sure", "likely", "perhaps"}
	DriftSeverities = []string{"error", "warning", "info", "off"}
)

// A Target is one package. Docs, Output and Package must be there; the rest
// changes what the pages say, and each entry must have something to change.
type Target struct {
	// At is where the target stands.
	At source.Span `yaml:"-"`
	// Docs is a folder, a page, an archive or git:REV[:PATH], and Output a
	// folder. Both are relative to the folder of the file.
	Docs   string `yaml:"docs"`
	Output string `yaml:"output"`
	// Language is the language of the package, one of Languages; the first of them
	// where the file does not say it.
	Language Text `yaml:"language"`
	// Package is the name of the Go package.
	Package string `yaml:"package"`
	// PackageVersion is the version of the package, for its constant ClientVersion.
	PackageVersion Text `yaml:"package_version"`
	// Interfaces are patterns of the resources whose services have an interface.
	Interfaces Patterns `yaml:"interfaces"`
	// Module, when set, makes the output folder a module of that path.
	Module string `yaml:"module"`
	// Dialects restricts which languages' pages are read; none means all.
	Dialects []string `yaml:"dialects"`
	// Comments is how much of the text of the pages the package carries, one of
	// Comments; all of it where it is empty. "off" leaves out their examples, too.
	Comments Text `yaml:"comments"`
	// Tables is how tables of attributes are to be read, where their marks tell it
	// wrong.
	Tables Tables `yaml:"tables"`
	// BaseURL takes the place of the servers of the pages.
	BaseURL Text `yaml:"base_url"`
	// Authentication is other credentials than those of the request examples.
	Authentication Authentication `yaml:"authentication"`
	// Fixed is what requests of methods always send, besides or in place of what
	// the request examples show.
	Fixed Constants `yaml:"fixed"`
	// ListStyles are how lists are written in a query, each one of ListStyles, by
	// patterns of method.id.name. The last that matches counts.
	ListStyles Pairs `yaml:"list_styles"`
	// Envelope is what lies around the answers of methods, and Pagination how their lists
	// go on, where a reference states it once for all.
	Envelope   Envelopes   `yaml:"envelope"`
	Pagination Paginations `yaml:"pagination"`
	// Accumulate is how events of streams add up, by the IDs of methods, and Webhooks what
	// the API sends by itself, where the pages do not tell it.
	Accumulate Accumulations `yaml:"accumulate"`
	Webhooks   Webhooks      `yaml:"webhooks"`
	// FinalStatuses are the statuses after which no other follows, by TypeID.field, in
	// place of those that their names tell. With none of them no method waits.
	FinalStatuses Lists `yaml:"final_statuses"`
	// Include and Exclude are patterns of resources and methods.
	Include []Text `yaml:"include"`
	Exclude []Text `yaml:"exclude"`
	// Types are other types for fields and parameters, each a FieldType.
	Types Pairs `yaml:"types"`
	// Rename is other Go names than those that would be chosen.
	Rename Rename `yaml:"rename"`
	// Findings are other severities of findings about the pages. The last entry
	// that means a finding counts.
	Findings []*Finding `yaml:"findings"`
}

// Rename is Go names by what has them, as the pages or the model call it.
type Rename struct {
	Resources Pairs `yaml:"resources"` // the field that leads to a service
	Methods   Pairs `yaml:"methods"`
	Types     Pairs `yaml:"types"`
	// Fields are TypeID.field, and method.id.name for parameters.
	Fields Pairs `yaml:"fields"`
}

// All is the entries of all kinds.
func (r Rename) All() Pairs { return slices.Concat(r.Resources, r.Methods, r.Types, r.Fields) }

// Diff is how changes between two revisions are classified.
type Diff struct {
	// Severity is by the ID of a rule: breaking, warning or info.
	Severity Pairs `yaml:"severity"`
	// Deprecation is what is asked of deprecations before something goes.
	Deprecation Deprecation `yaml:"deprecation"`
	// Mild are patterns of methods that promise nothing yet, such as beta.**: what
	// would break is a warning where nothing else shows it.
	Mild []Text `yaml:"mild"`
}

// A Deprecation is a policy.
type Deprecation struct {
	At source.Span `yaml:"-"`
	// Days is how long something has to be deprecated.
	Days int `yaml:"days"`
}

// Languages are what packages can be generated in.
var Languages = []string{"go"}

// Tables is how tables of attributes are read. What it does not say is concluded
// from the marks in the tables.
type Tables struct {
	// Unmarked is what a parameter is that no word or mark of its row calls required
	// or optional: one of UnmarkedParameters.
	Unmarked Text `yaml:"unmarked"`
	// Optional and Required are marks beside a name, Nullable is one beside a name or a
	// type.
	Optional Text `yaml:"optional"`
	Required Text `yaml:"required"`
	Nullable Text `yaml:"nullable"`
	// Nesting is how names are nested, one of Nestings, and Slots how paths print their
	// slots, one of SlotStyles.
	Nesting Text `yaml:"nesting"`
	Slots   Text `yaml:"slots"`
	// Verb is with which verb endpoints are called that are stated by their paths alone, one
	// of TableVerbs.
	Verb Text `yaml:"verb"`
	// Words are further words of cells and heads, Sections further titles of sections.
	Words    TableWords    `yaml:"words"`
	Sections TableSections `yaml:"sections"`
}

// TableWords are words besides those that docgen knows: of what is required, and the
// heads of columns.
type TableWords struct {
	Yes         []Text `yaml:"yes"`
	No          []Text `yaml:"no"`
	Name        []Text `yaml:"name"`
	Type        []Text `yaml:"type"`
	Required    []Text `yaml:"required"`
	Default     []Text `yaml:"default"`
	Description []Text `yaml:"description"`
	Location    []Text `yaml:"location"`
	Values      []Text `yaml:"values"`
	Example     []Text `yaml:"example"`
}

// TableSections are titles besides those that docgen knows.
type TableSections struct {
	Request       []Text `yaml:"request"`
	Query         []Text `yaml:"query"`
	Path          []Text `yaml:"path"`
	Header        []Text `yaml:"header"`
	Body          []Text `yaml:"body"`
	Form          []Text `yaml:"form"`
	Response      []Text `yaml:"response"`
	Errors        []Text `yaml:"errors"`
	Documentation []Text `yaml:"documentation"`
}

// Lists are the words by the key of their list.
func (w *TableWords) Lists() map[string][]Text {
	return map[string][]Text{
		"yes": w.Yes, "no": w.No, "name": w.Name, "type": w.Type, "required": w.Required, "default": w.Default,
		"description": w.Description, "location": w.Location, "values": w.Values, "example": w.Example,
	}
}

// Lists are the titles by the key of their list.
func (s *TableSections) Lists() map[string][]Text {
	return map[string][]Text{
		"request": s.Request, "query": s.Query, "path": s.Path, "header": s.Header, "body": s.Body, "form": s.Form,
		"response": s.Response, "errors": s.Errors, "documentation": s.Documentation,
	}
}

// Nestings are what Tables.Nesting can be, SlotStyles what Tables.Slots can be.
var (
	Nestings   = []string{"marks", "dots", "flat"}
	SlotStyles = []string{"colon", "braces", "angles"}
	// TableVerbs are what Tables.Verb can be.
	TableVerbs = []string{"GET", "POST", "PUT", "PATCH", "DELETE"}
)

// UnmarkedParameters are what parameters without a mark can be.
var UnmarkedParameters = []string{"required", "optional"}

// Comments are how much of the text of the pages a package can carry: none, neither
// descriptions nor tests made of examples, the first sentence of each description, or all.
var Comments = []string{"off", "summary", "full"}

// A Text is a word of the file with its place.
type Text struct {
	Value string
	At    source.Span
}

// Pairs are the entries of a mapping, in the order of the file.
type Pairs []Pair

// Patterns are patterns of IDs. In the file they can be true, which means all.
type Patterns []Text

// Lists are the entries of a mapping to lists, in the order of the file.
type Lists []List

// A List is one entry of a mapping to lists.
type List struct {
	Key    Text
	Values []Text
}

// A Pair is one entry of a mapping.
type Pair struct{ Key, Value Text }
