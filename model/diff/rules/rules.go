// Package rules says how bad each kind of change is. [Default] classifies the changes
// that package diff finds:
//
//	findings := rules.Default().Classify(diff.Compare(before, after).Changes)
//
// To weigh them otherwise, change severities of [All] and give the list to
// [diff.NewRules].
//
// Rules are data: a rule names a kind and a position, classifies them, and carries
// the pages before and after, which document the rule and test it. They come in
// twins, a change and its opposite, so that neither direction is forgotten.
package rules

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diff"
)

// All returns every rule, in the order of the catalogue.
func All() []diff.Rule {
	var out []diff.Rule
	for _, family := range [][]twin{apis, access, methods, bodies, failures, lists, events, params, styles, fields, values, directions, limits, types, unions, enums, valueNames, declarations, deprecations} {
		for _, t := range family {
			out = append(out, t.rules()...)
		}
	}
	return out
}

// Default returns all rules, ready to classify.
func Default() *diff.Rules { return diff.NewRules(All()) }

// Lookup returns the rule with the ID.
func Lookup(id string) (diff.Rule, bool) {
	all := All()
	i := slices.IndexFunc(all, func(r diff.Rule) bool { return r.ID == id })
	if i < 0 {
		return diff.Rule{}, false
	}
	return all[i], true
}

// A twin is a change and its opposite. Before and after are what the pages
// say: of the opposite they change places. Where the change is classified by
// position they are items of a section, else whole sections or files.
type twin struct {
	before, after string
	there, back   classification
	// waiver says why there is no opposite, where back is empty.
	waiver string
}

// either makes a twin of a change that is its own opposite.
func either(before, after string, v classification) twin {
	return twin{before: before, after: after, there: v, back: v}
}

// A classification tells how bad one kind of change is: by position, or as such.
type classification struct {
	kind     diff.Kind
	message  string
	request  outcome
	response outcome
	always   outcome
}

// An outcome is how bad it is, and what follows for a program.
type outcome struct {
	severity diff.Severity
	why      string
}

func breaking(why string) outcome { return outcome{diff.Breaking, why} }
func warning(why string) outcome  { return outcome{diff.Warning, why} }
func info(why string) outcome     { return outcome{diff.Info, why} }

// sections are where the items of an example stand.
var sections = map[diff.Position]string{
	diff.Request:  "### Body Parameters\n\n",
	diff.Response: "### Returns\n\n",
}

func (t twin) rules() []diff.Rule {
	var out []diff.Rule
	for _, in := range []diff.Position{"", diff.Request, diff.Response} {
		there, ok := t.rule(t.there, in)
		if !ok {
			continue
		}
		there.Before, there.After = example(in, t.before), example(in, t.after)
		back, ok := t.rule(t.back, in)
		if !ok {
			there.Waiver = t.waiver
			out = append(out, there)
			continue
		}
		back.Before, back.After = there.After, there.Before
		there.Mirror, back.Mirror = back.ID, there.ID
		out = append(out, there)
		if back.ID != there.ID { // a change may be its own opposite
			out = append(out, back)
		}
	}
	return out
}

func (t twin) rule(v classification, in diff.Position) (diff.Rule, bool) {
	o := map[diff.Position]outcome{"": v.always, diff.Request: v.request, diff.Response: v.response}[in]
	r := diff.Rule{ID: string(v.kind), Kind: v.kind, In: in, Severity: o.severity, Message: v.message, Why: o.why}
	if in != "" {
		r.ID = string(in) + "-" + r.ID
	}
	return r, o.severity != ""
}

// example puts items into the section of their position. Text that brings a
// heading or files of its own stays as it is.
func example(in diff.Position, text string) string {
	if in == "" || strings.HasPrefix(text, "#") || strings.HasPrefix(text, "-- ") {
		return text
	}
	return sections[in] + text
}
