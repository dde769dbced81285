package main

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
)

// A wireFact is one difference in words that fit both programs.
type wireFact struct {
	operation, in string // the ID of a method; request, response or ""
	what          what
	name          string // of the member, "" for a whole body or a declared type
	value         string // of an enum, or the type of an alternative

	// The rest is no part of the fact: how bad the program finds it, and its
	// words.
	severity diff.Severity
	says     string
}

type what string

const (
	isOperationAdded   what = "operation added"
	isOperationRemoved what = "operation removed"
	isOperationRenamed what = "operation renamed"
	isMemberAdded      what = "field or parameter added"
	isMemberRemoved    what = "field or parameter removed"
	isNeed             what = "required or optional"
	isNull             what = "nullable"
	isValueAdded       what = "value added"
	isValueRemoved     what = "value removed"
	isValuesOpen       what = "other values allowed"
	isVariantAdded     what = "alternative added"
	isVariantRemoved   what = "alternative removed"
	isDefaultValue     what = "default"
	isLimit            what = "limit"
	isValueType        what = "type"
	isDeprecated       what = "deprecated"
	isUndeprecated     what = "no longer deprecated"
	isCredential       what = "credential"
	isParamRenamed     what = "path parameter renamed"
	isDeclaration      what = "type that no method uses"
	isBodyNeed         what = "body required or optional"
	isMapping          what = "discriminator mapping"
	isDocument         what = "tags, components and version of the document"
)

// kinds are what docgen calls the same.
var kinds = map[diff.Kind][]what{
	diff.ResourceAdded: {isOperationAdded}, diff.MethodAdded: {isOperationAdded},
	diff.ResourceRemoved: {isOperationRemoved}, diff.MethodRemoved: {isOperationRemoved},
	diff.ResourceRenamed: {isOperationRenamed}, diff.MethodRenamed: {isOperationRenamed}, diff.MethodMoved: {isOperationRenamed},
	diff.PathChanged: {isOperationRemoved, isOperationAdded}, diff.VerbChanged: {isOperationRemoved, isOperationAdded},
	diff.ParamAddedOptional: {isMemberAdded}, diff.ParamAddedRequired: {isMemberAdded}, diff.ConstantAdded: {isMemberAdded},
	diff.ParamRemovedOptional: {isMemberRemoved}, diff.ParamRemovedRequired: {isMemberRemoved}, diff.ConstantRemoved: {isMemberRemoved},
	diff.FieldAddedOptional: {isMemberAdded}, diff.FieldAddedRequired: {isMemberAdded},
	diff.FieldRemovedOptional: {isMemberRemoved}, diff.FieldRemovedRequired: {isMemberRemoved},
	diff.FieldRenamed: {isMemberRemoved, isMemberAdded}, diff.FieldMoved: {isMemberRemoved, isMemberAdded}, diff.ParamMoved: {isMemberRemoved, isMemberAdded}, diff.PathParamRenamed: {isParamRenamed},
	diff.BecameRequired: {isNeed}, diff.BecameOptional: {isNeed},
	diff.BecameNullable: {isNull}, diff.NeverNull: {isNull},
	diff.EnumValueAdded: {isValueAdded}, diff.KnownValueAdded: {isValueAdded},
	diff.EnumValueRemoved: {isValueRemoved}, diff.KnownValueRemoved: {isValueRemoved},
	diff.EnumOpened: {isValuesOpen}, diff.EnumClosed: {isValuesOpen},
	diff.VariantAdded: {isVariantAdded}, diff.VariantRemoved: {isVariantRemoved},
	diff.DefaultAdded: {isDefaultValue}, diff.DefaultRemoved: {isDefaultValue}, diff.DefaultChanged: {isDefaultValue},
	diff.LimitTightened: {isLimit}, diff.LimitLoosened: {isLimit},
	diff.TypeChanged: {isValueType}, diff.TypeNarrowed: {isValueType}, diff.TypeWidened: {isValueType},
	diff.LiteralOther: {isValueType}, diff.FormatChanged: {isValueType},
	diff.Deprecated: {isDeprecated}, diff.Undeprecated: {isUndeprecated},
	diff.CredentialAdded: {isCredential}, diff.CredentialChanged: {isCredential}, diff.CredentialRemoved: {isCredential},
	// What oasdiff says of these stands with the methods.
	diff.ServerChanged: {}, diff.ClientCredentialAdded: {}, diff.ClientCredentialRemoved: {}, diff.ClientCredentialChanged: {},
	diff.TypeAdded: {isDeclaration}, diff.TypeRemoved: {isDeclaration},
}

// readOurs takes the findings apart: each once for every method and position
// that shows it.
func (c *comparison) readOurs(t *testing.T) {
	t.Helper()
	for _, f := range apart(c.findings) {
		for _, id := range f.Reach {
			switch f.Kind {
			case diff.MethodMoved, diff.MethodRenamed:
				c.before[id] = f.Old
			case diff.ResourceRenamed:
				c.before[id] = f.Old + strings.TrimPrefix(id, f.New)
			}
		}
		if kinds[f.Kind] == nil {
			t.Errorf("docgen reports a kind that the comparison should learn: %s", f.Kind)
		}
		for _, w := range kinds[f.Kind] {
			c.ours = append(c.ours, spread(f, w)...)
		}
	}
}

// apart is a finding for each location of findings.
func apart(findings []diff.Finding) (out []diff.Finding) {
	for _, f := range findings {
		for _, l := range f.Locations {
			one := f
			one.Resource, one.Method, one.Type, one.At, one.Old, one.New = l.Resource, l.Method, l.Type, l.At, l.Old, l.New
			one.Reach, one.Requests, one.Responses = l.Reach, l.Requests, l.Responses
			out = append(out, one)
		}
	}
	return out
}

// spread is a finding for each method and position.
func spread(f diff.Finding, w what) []wireFact {
	fact := wireFact{what: w, name: lastOf(f.At), value: valueOf(f), says: string(f.Kind)}
	if f.Kind == diff.FieldRenamed && w == isMemberRemoved {
		fact.name = f.Old
	}
	in := f.In
	if len(in) == 0 {
		in = []diff.Position{""}
	}
	var out []wireFact
	for _, position := range in {
		for _, method := range reachIn(f, position) {
			fact.operation, fact.in, fact.severity = method, string(position), severityIn(f, position)
			out = append(out, fact)
		}
	}
	return out
}

// reachIn are the methods that show a finding in one position.
func reachIn(f diff.Finding, in diff.Position) []string {
	switch {
	case len(f.Reach) == 0:
		return []string{""}
	case len(f.In) < 2:
		return f.Reach
	case in == diff.Request:
		return f.Requests
	}
	return f.Responses
}

// severityIn is how bad a finding is in one of its positions.
func severityIn(f diff.Finding, in diff.Position) diff.Severity {
	for _, id := range f.Rules {
		if rule, ok := rules.Lookup(id); ok && rule.In == in && !f.Inferred {
			return rule.Severity
		}
	}
	return f.Severity
}

// valueOf is the value or the alternative that came or went. An alternative
// without a name has none.
func valueOf(f diff.Finding) string {
	text := f.Old + f.New
	switch f.Kind {
	case diff.EnumValueAdded, diff.EnumValueRemoved, diff.KnownValueAdded, diff.KnownValueRemoved:
		if s, err := strconv.Unquote(text); err == nil {
			return s
		}
		return text
	case diff.TypeAdded, diff.TypeRemoved:
		return f.Type
	case diff.VariantAdded, diff.VariantRemoved:
		if !strings.Contains(text, " ") {
			return text[strings.LastIndexByte(text, '.')+1:]
		}
	}
	return ""
}

var (
	choice = regexp.MustCompile(`\([^)]*\)|\[\]|\{\}`)
	whole  = map[string]bool{"body": true, "returns": true, "stream": true}
)

// lastOf is the last name on a way such as returns.data[].role.
func lastOf(at string) string {
	at = choice.ReplaceAllString(at, "")
	if whole[at] {
		return ""
	}
	return at[strings.LastIndexByte(at, '.')+1:]
}
