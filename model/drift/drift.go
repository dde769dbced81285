// Package drift compares the source of a Go client with the reference of its API:
// which operations, members and values the code lacks, what is named or typed
// otherwise, and what the reference does not have. What is not understood is
// counted and never guessed.
//
// It is not part of the compatibility promise.
package drift

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/source"
)

// A Rule names a kind of finding, stable across releases. The catalogue of codes explains it.
type Rule = diag.Code

// The rules.
const (
	OperationMissing Rule = "operation-missing"
	OperationExtra   Rule = "operation-undocumented"
	VerbDiffers      Rule = "verb-differs"
	PathDiffers      Rule = "path-differs"
	RequestMissing   Rule = "request-member-missing"
	ResponseMissing  Rule = "response-member-missing"
	RequestExtra     Rule = "request-member-undocumented"
	ResponseExtra    Rule = "response-member-undocumented"
	NameDiffers      Rule = "member-name-differs"
	TypeDiffers      Rule = "member-type-differs"
	ResultDiffers    Rule = "result-differs"
	RequiredOmitted  Rule = "required-omitted"
	NullLost         Rule = "null-lost"
	ValuesMissing    Rule = "values-missing"
	VariantMissing   Rule = "alternative-missing"
	Deprecated       Rule = "member-deprecated"
)

// Severities are how bad each kind of finding is unless the user says otherwise: an
// error is a call that does something else than its author meant.
var Severities = map[Rule]diag.Severity{
	OperationMissing: diag.Warning, OperationExtra: diag.Info, VerbDiffers: diag.Error, PathDiffers: diag.Error,
	RequestMissing: diag.Warning, ResponseMissing: diag.Warning, RequestExtra: diag.Info, ResponseExtra: diag.Info,
	NameDiffers: diag.Error, TypeDiffers: diag.Error, ResultDiffers: diag.Error, RequiredOmitted: diag.Warning,
	NullLost: diag.Info, ValuesMissing: diag.Warning, VariantMissing: diag.Warning, Deprecated: diag.Info,
}

// Rules returns all rules, sorted.
func Rules() []Rule {
	var out []Rule
	for r := range Severities {
		out = append(out, r)
	}
	slices.Sort(out)
	return out
}

// A Confidence says how sure a finding is.
type Confidence string

// The confidences, most sure first. What is perhaps so rests on something that the
// code decides only when it runs, or that the pages do not state.
const (
	Sure    Confidence = "sure"
	Likely  Confidence = "likely"
	Perhaps Confidence = "perhaps"
)

// Rank returns the position of a confidence in their order, 0 for the most sure.
func (c Confidence) Rank() int { return slices.Index([]Confidence{Sure, Likely, Perhaps}, c) }

// A Finding is one difference. It has two locations: in the code and in the pages.
type Finding struct {
	Rule       Rule          `json:"rule"`
	Severity   diag.Severity `json:"severity"`
	Confidence Confidence    `json:"confidence"`
	// Struct is the Go type that it is about, Func the function where there is none.
	Struct string `json:"struct,omitempty"`
	Func   string `json:"func,omitempty"`
	// Member is the wire name, Operation the verb and path of one operation, and
	// Operations how many of them reach the difference.
	Member     string `json:"member,omitempty"`
	Operation  string `json:"operation,omitempty"`
	Operations int    `json:"operations,omitempty"`
	// Both says that requests lack the member as well as results, which the rule names.
	Both    bool        `json:"both,omitempty"`
	Message string      `json:"message"`
	Go      source.Span `json:"go,omitzero"`
	Page    source.Span `json:"page,omitzero"`

	// What a patch needs: the type to change, and what the pages say of the member or the values.
	Type   *gofacts.Type     `json:"-"`
	Field  *model.Field      `json:"-"`
	Order  []string          `json:"-"` // the names of the members in the order of the pages
	Values []model.EnumValue `json:"-"`
	// Documented are all values, those that the type has included.
	Documented []model.EnumValue `json:"-"`
	Input      bool              `json:"-"` // of a request
	// Additions are what to write for it, nil where it is not known.
	Additions []Addition `json:"-"`
}

// Fingerprint returns what a finding is known by: not its line and not its words.
func (f *Finding) Fingerprint() string {
	return strings.Join([]string{string(f.Rule), cmp.Or(f.Struct, f.Func), f.Member, cmp.Or(f.Struct, f.Operation)}, " ")
}

// Coverage says how much was compared.
type Coverage struct {
	// Documented and Client are operations of either side, Paired those that both
	// have: of the documented ones, and of the client's.
	Documented   int `json:"documented"`
	Paired       int `json:"paired"`
	Client       int `json:"client"`
	ClientPaired int `json:"clientPaired"`
	// Members are those of all structs that paired operations reach, Compared those
	// that have a documented counterpart or stand in a struct that has one.
	Members  int `json:"members"`
	Compared int `json:"compared"`
	// Agreed are compared members without a sure or likely finding that is no note.
	Agreed int `json:"agreed"`
	// Bodies are documented bodies and results, of which Unknown could not be compared.
	Bodies  int `json:"bodies"`
	Unknown int `json:"unknown"`
}

// A Report is what a comparison found.
type Report struct {
	Findings []*Finding `json:"findings"`
	Coverage Coverage   `json:"coverage"`
	// Unread are the requests and results that could not be compared, and why.
	Unread []string `json:"notCompared"`
	// Called are the operations that functions of the client send, sorted by path and verb.
	Called []Called `json:"operations"`
	// Matches are the members and constants that both sides have, sorted by struct and name.
	Matches []Match `json:"matches"`
}

// A Match is a member or a constant of the code that the pages document.
type Match struct {
	Struct string `json:"struct"`
	// Member is the wire name, or the value of a constant.
	Member string      `json:"member"`
	Value  bool        `json:"value,omitempty"` // of a constant
	Go     source.Span `json:"go"`
	Page   source.Span `json:"page,omitzero"`
}

// Called is one operation that an exported function sends.
type Called struct {
	Func    string      `json:"func"`
	Package string      `json:"package"`
	Go      source.Span `json:"go"`
	// Operation is the verb and path that the code has, Documented those that the pages
	// have for it: several where they print variants of one address.
	Operation  string   `json:"operation"`
	Documented []string `json:"documented,omitempty"`
	// Through is the exported function that it calls and that sends the request.
	Through string `json:"through,omitempty"`
}

// Options say what to compare.
type Options struct {
	// Older is an older revision of the pages. What it has is no longer documented where
	// the pages lack it, and with Since set only what it lacks is reported.
	Older *model.API
	Since bool
	// Additions asks for what to write for each finding, which takes a while.
	Additions bool
}

// A comparison is the state of one run.
type comparison struct {
	api    *model.API
	client *gofacts.Client
	report *Report
	found  map[string]*Finding
	// structs are what was learnt of each Go struct.
	structs map[structKey]*structUse
	order   []structKey
	seen    map[pairKey]bool
	members map[*gofacts.Field]bool // reached; true where compared
	op      *pair                   // the one that is compared
	unsure  bool                    // what is compared is one of several that alternatives state of one member
	line    source.Span             // where the pages state the member that is compared, or what it is in
	paired  []*pair
	habits  *habits
	matched map[string]bool
	// best is how many members of a documented object the struct has that has most.
	best map[*model.Type]int
	// views are how many structs stand for it.
	views map[*model.Type]int
	// stated are the operations of each file in the order in which it states them.
	stated map[string][]*model.Method
	// either are the unions of the types that alternatives state of one member.
	either map[[2]*model.Type]*model.Type
	merged map[*model.Type]bool
}

type pairKey struct {
	doc           *model.Type
	typ           *gofacts.Type
	input, unsure bool
}

// Compare returns how a client differs from its reference.
func Compare(api *model.API, client *gofacts.Client, o Options) *Report {
	c := newComparison(api, client)
	c.compare(o)
	c.doubtRequired()
	c.dropEmbedding()
	c.joinDirections()
	if o.Older != nil {
		before := Compare(o.Older, client, Options{})
		c.wentMembers(before)
		if o.Since {
			c.dropKnown(before)
		}
	}
	c.finish(o)
	if o.Additions {
		c.suggest()
	}
	return c.report
}

func newComparison(api *model.API, client *gofacts.Client) *comparison {
	return &comparison{api: api, client: client, report: &Report{}, found: map[string]*Finding{}, structs: map[structKey]*structUse{},
		seen: map[pairKey]bool{}, either: map[[2]*model.Type]*model.Type{}, merged: map[*model.Type]bool{}, members: map[*gofacts.Field]bool{}, matched: map[string]bool{}, habits: newHabits(client.Types)}
}

// compare compares all operations that both sides have.
func (c *comparison) compare(o Options) {
	c.paired = c.pairs(o)
	for _, p := range c.paired {
		c.op, c.line = p, source.Span{}
		c.request(p)
		c.line = source.Span{}
		c.response(p)
	}
	c.finishStructs()
}

// wentMembers makes sure of the members that the pages do not document where an older revision of them does.
func (c *comparison) wentMembers(before *Report) {
	had := map[string]bool{}
	for _, m := range before.Matches {
		had[m.Struct+" "+m.Member] = !m.Value
	}
	for _, f := range c.report.Findings {
		if (f.Rule == RequestExtra || f.Rule == ResponseExtra) && had[f.Struct+" "+f.Member] {
			f.Confidence, f.Severity = Sure, diag.Warning
			f.Message = strings.Replace(f.Message, "the pages have no ", "the pages no longer have ", 1)
		}
	}
}

// dropKnown leaves out the findings that an older revision of the pages gives, too.
func (c *comparison) dropKnown(before *Report) {
	known := map[string]bool{}
	for _, f := range before.Findings {
		f.Know(known)
	}
	c.report.Findings = slices.DeleteFunc(c.report.Findings, func(f *Finding) bool { return f.KnownBy(known) })
}

// add adds a finding, or counts an operation more of one that is there.
func (c *comparison) add(f *Finding) {
	f.Severity = Severities[f.Rule]
	if c.unsure {
		f.Confidence = Perhaps
	}
	key := f.Fingerprint()
	if have := c.found[key]; have != nil {
		have.Operations++
		if f.Confidence.Rank() < have.Confidence.Rank() { // what is surer is what it rests on
			have.Confidence, have.Operation, have.Message, have.Page = f.Confidence, f.Operation, f.Message, f.Page
		}
		return
	}
	f.Operations = max(f.Operations, 1)
	c.found[key] = f
	c.report.Findings = append(c.report.Findings, f)
}

// finish leaves out what the older revision had, sorts and counts.
func (c *comparison) finish(o Options) {
	slices.SortStableFunc(c.report.Findings, func(a, b *Finding) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.Struct, "~"), cmp.Or(b.Struct, "~")), cmp.Compare(a.Func, b.Func), cmp.Compare(a.Operation, b.Operation),
			cmp.Compare(a.Member, b.Member), cmp.Compare(a.Rule, b.Rule))
	})
	c.reachMembers()
	wrong := map[string]bool{}
	for _, f := range c.report.Findings {
		if f.Severity != diag.Info && f.Confidence != Perhaps && f.Struct != "" {
			wrong[f.Struct+" "+f.Member] = true
		}
	}
	blind := map[*gofacts.Type]int{}
	for f, compared := range c.members {
		if !compared && f.Owner != nil {
			blind[f.Owner]++
		}
	}
	for t, n := range blind {
		c.report.Unread = append(c.report.Unread, fmt.Sprintf("%s: %d of %d members have no documented counterpart to compare with", cmp.Or(t.GoName, "a struct without a name"), n, len(t.Fields)+len(t.Alternatives)))
	}
	for f, compared := range c.members {
		c.report.Coverage.Members++
		if compared {
			c.report.Coverage.Compared++
			if f.Owner == nil || !wrong[f.Owner.GoName+" "+wireName(f)] {
				c.report.Coverage.Agreed++
			}
		}
	}
	slices.SortFunc(c.report.Matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.Struct, b.Struct), cmp.Compare(a.Member, b.Member), cmp.Compare(a.Go.File, b.Go.File), cmp.Compare(a.Go.Start.Offset, b.Go.Start.Offset))
	})
	slices.Sort(c.report.Unread)
	c.report.Unread = slices.Compact(c.report.Unread)
}

// match notes a member or a constant that both sides have.
func (c *comparison) match(m Match) {
	key := m.Struct + " " + m.Member + " " + m.Go.String()
	if !c.matched[key] && m.Struct != "" && !m.Go.IsZero() {
		c.matched[key] = true
		c.report.Matches = append(c.report.Matches, m)
	}
}

// reachMembers notes the members of all structs that paired operations reach.
func (c *comparison) reachMembers() {
	seen := map[*gofacts.Type]bool{}
	var walk func(t *gofacts.Type)
	walk = func(t *gofacts.Type) {
		if t == nil || seen[t] {
			return
		}
		seen[t] = true
		walk(t.Elem)
		for _, f := range slices.Concat(t.Fields, t.Alternatives) {
			if _, ok := c.members[f]; !ok {
				c.members[f] = false
			}
			walk(f.Type)
		}
	}
	for _, p := range c.paired {
		walk(p.client.Result)
		walk(p.client.Stream)
		walk(p.client.Body)
		for _, t := range slices.Concat(p.client.QueryFrom, p.client.Params) {
			walk(t)
		}
	}
}

// unread notes that something could not be compared.
func (c *comparison) unread(what, why string) {
	c.report.Coverage.Unknown++
	c.report.Unread = append(c.report.Unread, c.op.client.Func+" ("+c.op.name()+"): "+what+": "+why)
}
