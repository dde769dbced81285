package main

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/diff"
)

// An oasdiffEntry is one entry of "oasdiff changelog --format json".
type oasdiffEntry struct {
	ID          string `json:"id"`
	Text        string `json:"text"`
	Level       int    `json:"level"` // 3 ERR, 2 WARN, 1 INFO
	OperationID string `json:"operationId"`
}

// A message says what the entries of an ID are about, and which of the words in
// their back quotes are the name and the value.
type message struct {
	id          string // a regular expression
	what        what
	name, value int // counted from 0, or absent
}

const absent = -1

// messages are those that have been seen. Another one fails the test, so that
// somebody reads it before it is counted.
var messages = []message{
	{`endpoint-added`, isOperationAdded, absent, absent},
	{`api(-path)?-removed-without-deprecation`, isOperationRemoved, absent, absent},
	{`api-operation-id-removed`, isOperationRenamed, absent, absent},
	{`endpoint-deprecated`, isDeprecated, absent, absent},
	{`endpoint-reactivated`, isUndeprecated, absent, absent},
	{`api-security-(added|removed)`, isCredential, absent, absent},
	{`api-tag-(added|removed)|api-version-not-bumped|api-schema-removed|api-security-component-(added|removed)`, isDocument, absent, 0},
	{`request-body-became-(optional|required)`, isBodyNeed, absent, absent},
	{`new-(optional|required)-request-property|response-(optional|required)-property-added`, isMemberAdded, 0, absent},
	{`request-property-removed|response-(optional|required)-property-removed`, isMemberRemoved, 0, absent},
	{`new-(optional|required)-request-parameter`, isMemberAdded, 1, absent},
	{`request-parameter-removed`, isMemberRemoved, 1, absent},
	{`(request|response)-property-became-(required|optional)`, isNeed, 0, absent},
	{`request-parameter-became-(required|optional)`, isNeed, 1, absent},
	{`(request|response)-property-became-(not-)?nullable`, isNull, 0, absent},
	{`(request|response)-property-enum-value-added`, isValueAdded, 1, 0},
	{`response-property-enum-value-removed`, isValueRemoved, 1, 0},
	{`request-property-enum-value-removed`, isValueRemoved, 1, 0},
	{`request-parameter-enum-value-added`, isValueAdded, 2, 0},
	{`request-parameter-enum-value-removed`, isValueRemoved, 2, 0},
	{`request-parameter-property-enum-value-added`, isValueAdded, 3, 0},
	{`request-parameter-property-enum-value-removed`, isValueRemoved, 3, 0},
	{`(request|response)-property-(one|any)-of-added`, isVariantAdded, 1, 0},
	{`(request|response)-property-(one|any)-of-removed`, isVariantRemoved, 1, 0},
	{`response-body-(one|any)-of-added`, isVariantAdded, absent, 0},
	{`(request|response)-(property|body)-discriminator-mapping-(added|deleted)`, isMapping, absent, absent},
	{`request-parameter-default-value-(added|removed|changed)`, isDefaultValue, 1, absent},
	{`request-parameter-(min|max)(?:-length)?-(set|unset|increased|decreased)`, isLimit, 1, absent},
	{`(request|response)-property-(min|max)(?:-length)?-(set|unset|increased|decreased)`, isLimit, 0, absent},
	{`(request|response)-property-type-(changed|generalized|specialized)`, isValueType, 0, absent},
	{`request-parameter-type-(changed|generalized|specialized)`, isValueType, 1, absent},
	{`request-parameter-deprecated`, isDeprecated, 1, absent},
}

var quoted = regexp.MustCompile("`([^`]*)`")

// oasdiffFacts reads a changelog of n entries.
func oasdiffFacts(t *testing.T, changelog string) (facts []wireFact, n int) {
	t.Helper()
	var entries []oasdiffEntry
	if err := json.Unmarshal([]byte(changelog), &entries); err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		facts = append(facts, e.facts(t)...)
	}
	return facts, len(entries)
}

// facts is what an entry says: one fact, or one for each alternative it lists.
func (e oasdiffEntry) facts(t *testing.T) []wireFact {
	t.Helper()
	for _, m := range messages {
		if !regexp.MustCompile("^(" + m.id + ")$").MatchString(e.ID) {
			continue
		}
		var words []string
		for _, w := range quoted.FindAllStringSubmatch(e.Text, -1) {
			words = append(words, w[1])
		}
		f := wireFact{operation: e.OperationID, in: e.position(), what: m.what, severity: oasdiffSeverity[e.Level], says: e.ID}
		if m.name != absent {
			f.name = lastName(words[m.name])
		}
		if m.value == absent {
			return []wireFact{f}
		}
		return f.withValues(words[m.value])
	}
	t.Errorf("oasdiff says something unheard of, which messages should explain: %s: %s", e.ID, e.Text)
	return nil
}

var oasdiffSeverity = map[int]diff.Severity{3: diff.Breaking, 2: diff.Warning, 1: diff.Info}

func (e oasdiffEntry) position() string {
	switch {
	case strings.Contains(e.ID, "response-"):
		return "response"
	case strings.Contains(e.ID, "request-"), strings.Contains(e.ID, "security"):
		return "request"
	}
	return ""
}

// withValues makes a fact of each component that an entry lists, or one of a
// value.
func (f wireFact) withValues(list string) []wireFact {
	f.value = list
	if f.what != isVariantAdded && f.what != isVariantRemoved {
		return []wireFact{f}
	}
	var out []wireFact
	for _, v := range strings.Split(list, ", ") {
		f.value = strings.TrimPrefix(v, "#/components/schemas/")
		out = append(out, f)
	}
	return out
}

var (
	inBrackets = regexp.MustCompile(`(one|any|all)Of\[[^\]]*\]`)
	structural = map[string]bool{"items": true, "additionalProperties": true, "": true}
)

// lastName is the last name on a way such as data/items/role/anyOf[#1].
func lastName(way string) string {
	segments := strings.Split(inBrackets.ReplaceAllString(way, ""), "/")
	for len(segments) > 0 && structural[segments[len(segments)-1]] {
		segments = segments[:len(segments)-1]
	}
	if len(segments) == 0 {
		return ""
	}
	last := segments[len(segments)-1]
	return last[strings.LastIndexByte(last, '.')+1:]
}
