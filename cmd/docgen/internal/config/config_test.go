package config

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/model/source"
)

const smallest = "version: 1\ntargets:\n  - docs: docs/harbor\n    output: internal/harbor\n    package: harbor\n"

const auth = "    authentication:\n      add:\n        "

// full has every key.
const full = smallest + `    language: go
    module: harbor.example/go
    dialects: [http, go]
    comments: summary
    tables:
      unmarked: required
      optional: "(o)"
      required: "(r)"
      nullable: "(n)"
      nesting: dots
      slots: colon
      verb: POST
      words: {"yes": [ja], "no": [nein], name: [Merkmal], type: [Art], required: [Pflicht], default: [sonst], description: [Sinn], location: [Ort], values: [Werte], example: [etwa]}
      sections: {request: [Anfrage], query: [Suche], path: [Pfad], header: [Kopf], body: [Rumpf], form: [Formular], response: [Antwort], errors: [Fehler], documentation: [Hinweise]}
    base_url: https://eu.harbor.example/v1
    authentication:
      add:
        session: {scheme: header, name: X-Session, prefix: "Session ", env: HARBOR_SESSION}
      replace:
        harbor_api_key: {scheme: bearer}
      remove: [harbor_admin_token]
    fixed:
      beta.**: {query: {beta: "true"}, headers: {harbor-beta: routes}, omit: [mode]}
    list_styles: {"**": comma, "*.list.ids": brackets}
    envelope: {"**": {result: data, members: {code: integer, trace: optional string}, errors: {code: integer, message: string or null}}}
    pagination:
      parcels.*: {form: cursor, items: data, params: {cursor: optional string}, param: cursor, next: page/next, more: page/more}
      "**": {form: number, items: data, param: page, first: 0, current: page/number, pages: page/last}
      routes.list: {form: offset, param: skip, total: total}
      berths.list: {form: last, param: after, element: id}
    accumulate:
      talks.create: {whole: talk, list: lines, element: line, index: at, delta: more, message: said, texts: {json: input}, replaced: [id]}
    webhooks: {event: Event, signature_header: Sign, id_header: Id, timestamp_header: Sign, timestamp_prefix: t=, signature_prefix: v1=, signature_encoding: base64, secret_encoding: hex, secret_prefix: k_, algorithm: sha512, tolerance: 60, signed: "{id}.{timestamp}.{body}"}
    final_statuses: {Parcel.status: [lost]}
    package_version: 1.4.0
    interfaces: [parcels]
    include: [parcels]
    exclude:
      - "*.delete"
    types:
      Parcel.weight: integer
    rename:
      resources: {parcels: Packages}
      methods: {parcels.list: All}
      types: {Parcel: Package}
      fields: {Parcel.id: Identifier}
    findings:
      - {code: unpaged-list, pages: "admin/**", as: accepted, reason: these lists come whole}
      - code: unknown-result
        as: error
        reason: a method without a result is of no use here
  - docs: git:v2:docs
    output: internal/port
    package: port
diff:
  severity: {field-removed: info}
`

// TestParseFollowsAliases wherever a value can stand.
func TestParseFollowsAliases(t *testing.T) {
	file, err := Parse("docgen.yaml", []byte(smallest+"    module: &m harbor.example/go\n    types: &t {Parcel.weight: &i integer, Parcel.pieces: *i}\n"+
		"  - {docs: docs, output: other, package: other, module: *m, types: *t}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range file.Targets {
		if target.Module != "harbor.example/go" || len(target.Types) != 2 || target.Types[1].Value.Value != "integer" {
			t.Errorf("got %+v", target)
		}
	}
}

// What full says of envelopes and of pagination.
var (
	fullEnvelope = Envelopes{{
		Pattern: Text{Value: "**"}, Result: Text{Value: "data"}, Members: Pairs{{Text{Value: "code"}, Text{Value: "integer"}}, {Text{Value: "trace"}, Text{Value: "optional string"}}},
		Errors: Pairs{{Text{Value: "code"}, Text{Value: "integer"}}, {Text{Value: "message"}, Text{Value: "string or null"}}},
	}}
	fullPagination = Paginations{
		{
			Pattern: Text{Value: "parcels.*"}, Form: Text{Value: "cursor"}, Items: Text{Value: "data"}, Params: Pairs{{Text{Value: "cursor"}, Text{Value: "optional string"}}},
			Param: Text{Value: "cursor"}, Next: Text{Value: "page/next"}, More: Text{Value: "page/more"},
		},
		{
			Pattern: Text{Value: "**"}, Form: Text{Value: "number"}, Items: Text{Value: "data"}, Param: Text{Value: "page"}, First: new(int),
			Current: Text{Value: "page/number"}, Pages: Text{Value: "page/last"},
		},
		{Pattern: Text{Value: "routes.list"}, Form: Text{Value: "offset"}, Param: Text{Value: "skip"}, Total: Text{Value: "total"}},
		{Pattern: Text{Value: "berths.list"}, Form: Text{Value: "last"}, Param: Text{Value: "after"}, Element: Text{Value: "id"}},
	}
)

var fullWebhooks = Webhooks{
	Event: Text{Value: "Event"}, SignatureHeader: Text{Value: "Sign"}, IDHeader: Text{Value: "Id"}, TimestampHeader: Text{Value: "Sign"},
	TimestampPrefix: Text{Value: "t="}, SignaturePrefix: Text{Value: "v1="}, SignatureEncoding: Text{Value: "base64"},
	SecretEncoding: Text{Value: "hex"}, SecretPrefix: Text{Value: "k_"}, Algorithm: Text{Value: "sha512"}, Tolerance: 60,
	Signed: Text{Value: "{id}.{timestamp}.{body}"},
}

func TestParse(t *testing.T) {
	got, err := Parse("docgen.yaml", []byte(full))
	if err != nil {
		t.Fatal(err)
	}
	want := &File{Path: "docgen.yaml", Version: 1, Targets: []*Target{
		{
			Docs: "docs/harbor", Output: "internal/harbor", Package: "harbor",
			Language: Text{Value: "go"},
			Module:   "harbor.example/go", Dialects: []string{"http", "go"},
			BaseURL: Text{Value: "https://eu.harbor.example/v1"},
			Authentication: Authentication{
				Add: Credentials{{
					ID: Text{Value: "session"}, Scheme: Text{Value: "header"}, Name: Text{Value: "X-Session"},
					Prefix: Text{Value: "Session "}, Env: Text{Value: "HARBOR_SESSION"},
				}},
				Replace: Credentials{{ID: Text{Value: "harbor_api_key"}, Scheme: Text{Value: "bearer"}}},
				Remove:  []Text{{Value: "harbor_admin_token"}},
			},
			Comments: Text{Value: "summary"}, Tables: Tables{
				Unmarked: Text{Value: "required"}, Optional: Text{Value: "(o)"}, Required: Text{Value: "(r)"}, Nullable: Text{Value: "(n)"},
				Nesting: Text{Value: "dots"}, Slots: Text{Value: "colon"}, Verb: Text{Value: "POST"},
				Words: TableWords{
					Yes: []Text{{Value: "ja"}}, No: []Text{{Value: "nein"}}, Name: []Text{{Value: "Merkmal"}}, Type: []Text{{Value: "Art"}}, Required: []Text{{Value: "Pflicht"}},
					Default: []Text{{Value: "sonst"}}, Description: []Text{{Value: "Sinn"}}, Location: []Text{{Value: "Ort"}}, Values: []Text{{Value: "Werte"}}, Example: []Text{{Value: "etwa"}},
				},
				Sections: TableSections{
					Request: []Text{{Value: "Anfrage"}}, Query: []Text{{Value: "Suche"}}, Path: []Text{{Value: "Pfad"}}, Header: []Text{{Value: "Kopf"}}, Body: []Text{{Value: "Rumpf"}},
					Form: []Text{{Value: "Formular"}}, Response: []Text{{Value: "Antwort"}}, Errors: []Text{{Value: "Fehler"}}, Documentation: []Text{{Value: "Hinweise"}},
				},
			},
			Fixed: Constants{{
				Pattern: Text{Value: "beta.**"}, Query: Pairs{{Text{Value: "beta"}, Text{Value: "true"}}},
				Headers: Pairs{{Text{Value: "harbor-beta"}, Text{Value: "routes"}}}, Omit: []Text{{Value: "mode"}},
			}},
			ListStyles: Pairs{{Text{Value: "**"}, Text{Value: "comma"}}, {Text{Value: "*.list.ids"}, Text{Value: "brackets"}}},
			Envelope:   fullEnvelope, Pagination: fullPagination,
			PackageVersion: Text{Value: "1.4.0"}, Interfaces: Patterns{{Value: "parcels"}},
			FinalStatuses: Lists{{Text{Value: "Parcel.status"}, []Text{{Value: "lost"}}}},
			Accumulate: Accumulations{{
				Method: Text{Value: "talks.create"}, Whole: Text{Value: "talk"}, List: Text{Value: "lines"}, Element: Text{Value: "line"},
				Index: Text{Value: "at"}, Delta: Text{Value: "more"}, Message: Text{Value: "said"},
				Texts: Pairs{{Text{Value: "json"}, Text{Value: "input"}}}, Replaced: []Text{{Value: "id"}},
			}},
			Webhooks: fullWebhooks,
			Include:  []Text{{Value: "parcels"}}, Exclude: []Text{{Value: "*.delete"}},
			Types: Pairs{{Text{Value: "Parcel.weight"}, Text{Value: "integer"}}},
			Rename: Rename{
				Resources: Pairs{{Text{Value: "parcels"}, Text{Value: "Packages"}}},
				Methods:   Pairs{{Text{Value: "parcels.list"}, Text{Value: "All"}}},
				Types:     Pairs{{Text{Value: "Parcel"}, Text{Value: "Package"}}},
				Fields:    Pairs{{Text{Value: "Parcel.id"}, Text{Value: "Identifier"}}},
			},
			Findings: []*Finding{
				{Code: Text{Value: "unpaged-list"}, Pages: Text{Value: "admin/**"}, As: Text{Value: "accepted"}, Reason: Text{Value: "these lists come whole"}},
				{Code: Text{Value: "unknown-result"}, As: Text{Value: "error"}, Reason: Text{Value: "a method without a result is of no use here"}},
			},
		},
		{Docs: "git:v2:docs", Output: "internal/port", Language: Text{Value: "go"}, Package: "port"},
	}, Diff: Diff{Severity: Pairs{{Text{Value: "field-removed"}, Text{Value: "info"}}}}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(source.Span{})); diff != "" {
		t.Error(diff)
	}
	if at := got.Targets[0].Types[0].Key.At.String(); at != "docgen.yaml:46:7" {
		t.Errorf("the key of a pair is at %s", at)
	}
}

// wrong are files with faults, and the message that each must give.
var wrong = []struct{ text, message string }{
	{"", "docgen.yaml:1:1: the file is empty"},
	{"version: [", "docgen.yaml:1:1: this is not YAML: "},
	{smallest + "\tx", "docgen.yaml:5:1: this is not YAML: found a tab"},
	{smallest + "---\nversion: 1\n", "docgen.yaml:6:1: a second document"},
	{"- 1", "docgen.yaml:1:1: the file must have keys and values but is a list"},
	{"{}", "docgen.yaml:1:1: version is missing"},
	{strings.Replace(smallest, "1", "2", 1), "docgen.yaml:1:1: version 2: this docgen reads version 1"},
	{strings.Replace(smallest, "1", "one", 1), "docgen.yaml:1:10: version must be a whole number but is the text one"},
	{"version: 1\ntargets: []", "docgen.yaml:1:1: there are no targets"},
	{"version: 1\ntargets: {}", "docgen.yaml:2:10: targets must be a list but is keys and values"},
	{"version: 1\ntargets: [x]", "docgen.yaml:2:11: an entry of targets must have keys and values but is the text x"},
	{smallest + "    accumulate: {talks.create: {delta: more}}\n", "docgen.yaml:6:18: accumulate of talks.create has neither whole nor list"},
	{smallest + "    accumulate: {talks.create: {list: lines}}\n", "docgen.yaml:6:39: events of talks.create cannot have this without index"},
	{smallest + "    accumulate: {talks.create: {whole: talk, index: at}}\n", "docgen.yaml:6:53: events of talks.create cannot have this without list"},
	{smallest + "    accumulate: {talks.create: {whole: talk, texts: {a: b}}}\n", "docgen.yaml:6:54: texts are of elements of a list"},
	{smallest + "    webhooks: {}\n", "docgen.yaml:6:15: webhooks have neither event nor signature_header"},
	{smallest + "    webhooks: {event: Event, algorithm: sha1}\n", "docgen.yaml:6:41: webhooks are signed as Standard Webhooks says, unless signature_header"},
	{smallest + "    webhooks: {signature_header: \"a b\"}\n", `docgen.yaml:6:34: "a b" is no name of a header`},
	{smallest + "    webhooks: {signature_header: Sign, algorithm: md5}\n", `docgen.yaml:6:51: docgen does not know "md5"`},
	{smallest + "    webhooks: {signature_header: Sign, signed: x}\n", "docgen.yaml:6:48: signed has no {body}: anybody could change it"},
	{smallest + "    webhooks: {signature_header: Sign, timestamp_header: At, signed: \"{body}\"}\n", "docgen.yaml:6:70: signed has no {timestamp}: anybody could change it"},
	{smallest + "    webhooks: {signature_header: Sign, id_header: Id}\n", "docgen.yaml:6:34: signed has no {id}"},
	{smallest + "    webhooks: {signature_header: Sign, signed: \"{id}{body}\"}\n", "docgen.yaml:6:48: signed has {id}, but no id_header says where it is"},
	{smallest + "    webhooks: {signature_header: Sign, tolerance: 60}\n", "docgen.yaml:6:15: webhooks without a timestamp_header cannot have a tolerance"},
	{smallest + "    webhooks: {signature_header: Sign, timestamp_header: At, signed: \"{timestamp}{body}\", tolerance: -1}\n", "docgen.yaml:6:15: the tolerance of webhooks is -1 seconds"},
	{"version: 1\ntarget: []", `docgen.yaml:2:1: unknown key "target"; did you mean targets?`},
	{"version: 1\ntargets:\n  - docs: a\n    output: b", "docgen.yaml:3:5: the target has no package"},
	{smallest + "    pakage: x", `docgen.yaml:6:5: unknown key "pakage"; did you mean package?`},
	{smallest + "    Base-URL: x", `docgen.yaml:6:5: unknown key "Base-URL"; did you mean base_url?`},
	{smallest + "    wheels: 4", `docgen.yaml:6:5: unknown key "wheels"; it must be one of docs, output, `},
	{smallest + "    docs: x", `docgen.yaml:6:5: the key "docs" is in line 3 already`},
	{smallest + "    module: 3", "docgen.yaml:6:13: module must be text but is the number 3; put it in quotes"},
	{smallest + "    module: no", ""},
	{smallest + "    module: true", "docgen.yaml:6:13: module must be text but is the truth value true"},
	{smallest + "    module:", "docgen.yaml:6:12: module must be text but is missing"},
	{smallest + "    module: ''", "docgen.yaml:6:13: module is empty"},
	{smallest + "    dialects: http", "docgen.yaml:6:15: dialects must be a list but is the text http"},
	{smallest + "    dialects: [1]", "docgen.yaml:6:16: an entry of dialects must be text but is the number 1"},
	{smallest + "    base_url: harbor.example", "docgen.yaml:6:15: base_url must be an http or https URL"},
	{smallest + "    base_url: https://harbor.example?a=b", "docgen.yaml:6:15: base_url must be an http or https URL"},
	{smallest + auth + "k: {scheme: berer}", `docgen.yaml:8:21: "berer" is no scheme; did you mean bearer?`},
	{smallest + auth + "k: {env: K}", "docgen.yaml:8:9: k has no scheme; it must be one of basic, bearer, header, query"},
	{smallest + auth + "k: bearer", "docgen.yaml:8:12: add.k must have keys and values but is the text bearer"},
	{smallest + auth + "k: {scheme: bearer, header: X}", `docgen.yaml:8:29: unknown key "header"; it must be one of scheme, `},
	{smallest + auth + "k: {scheme: header}", "docgen.yaml:8:9: k has no name; scheme header needs that of the header"},
	{smallest + auth + "k: {scheme: query}", "docgen.yaml:8:9: k has no name; scheme query needs that of the query parameter"},
	{smallest + auth + "k: {scheme: basic, name: X}", "docgen.yaml:8:34: scheme basic has no name; take it out"},
	{smallest + auth + "k: {scheme: query, name: x, prefix: y}", "docgen.yaml:8:45: scheme query has no prefix; only header has one"},
	{smallest + auth + "k: {scheme: header, name: 'a b'}", `docgen.yaml:8:35: "a b" is no name of a header`},
	{smallest + auth + `k: {scheme: header, name: x, prefix: "\n"}`, `docgen.yaml:8:46: "\n" cannot stand in a header`},
	{smallest + auth + "k: {scheme: bearer, env: $K}", `docgen.yaml:8:34: "$K" is no name of an environment variable`},
	{smallest + auth + "k-1: {scheme: bearer}", `docgen.yaml:8:9: "k-1" is no ID of a credential; begin it with a letter`},
	{smallest + "    authentication: {remove: k}", "docgen.yaml:6:30: remove must be a list but is the text k"},
	{smallest + "    fixed: {beta.**: {query: {beta: true}}}", "docgen.yaml:6:37: query.beta must be text but is the truth value true; put it in quotes"},
	{smallest + "    fixed: {beta.**: {header: {beta: x}}}", `docgen.yaml:6:23: unknown key "header"; did you mean headers?`},
	{smallest + "    fixed: {beta.**: {}}", "docgen.yaml:6:13: beta.** has neither query nor headers nor omit"},
	{smallest + "    fixed: {beta.**: {headers: {'a b': x}}}", `docgen.yaml:6:33: "a b" is no name of a header`},
	{smallest + "    package_version: 1 4", `docgen.yaml:6:22: package_version must be letters, digits`},
	{smallest + "    interfaces: true", ""},
	{smallest + "    interfaces: false", "docgen.yaml:6:17: interfaces must be a list but is the truth value false"},
	{smallest + "    interfaces: parcels", "docgen.yaml:6:17: interfaces must be a list but is the text parcels"},
	{smallest + "    final_statuses: {Parcel.status: lost}", "docgen.yaml:6:37: final_statuses.Parcel.status must be a list but is the text lost"},
	{smallest + "    list_styles: {'**': commas}", `docgen.yaml:6:25: "commas" is no way to write a list; did you mean comma?`},
	{smallest + "    envelope: {'**': {reslut: data}}", `docgen.yaml:6:23: unknown key "reslut"; did you mean result?`},
	{smallest + "    envelope: {'**': {}}", `docgen.yaml:6:16: ** has neither result nor errors`},
	{smallest + "    envelope: {'**': {members: {a: string}, errors: {b: string}}}", `docgen.yaml:6:16: ** has members but no result`},
	{smallest + "    envelope: {'**': {result: data, members: {data: any}}}", `docgen.yaml:6:47: data is the result`},
	{smallest + "    envelope: {'**': {errors: {code: array integer}}}", `docgen.yaml:6:38: "array integer" is no type: write a type as in `},
	{smallest + "    envelope: {'**': {errors: {code: optional}}}", `docgen.yaml:6:38: "optional" says no type`},
	{smallest + "    pagination: {'**': {param: page}}", `docgen.yaml:6:18: ** has no form; it must be one of cursor, `},
	{smallest + "    pagination: {'**': {form: numbers, param: page}}", `docgen.yaml:6:31: "numbers" is no way to turn pages; did you mean number?`},
	{smallest + "    pagination: {'**': {form: cursor, param: page}}", `docgen.yaml:6:18: ** has no next, which the form cursor needs`},
	{smallest + "    pagination: {'**': {form: number, param: page, next: a}}", `docgen.yaml:6:58: the form number has no next; take it out`},
	{smallest + "    pagination: {'**': {form: link, first: 1}}", `docgen.yaml:6:18: the form link has no first; take it out`},
	{smallest + "    pagination: {'**': {form: number, param: page, first: one}}", `docgen.yaml:6:59: first must be a whole number`},
	{smallest + "    types: {Parcel.id: array strng}", `docgen.yaml:6:24: "array strng" is no type: write a type as in `},
	{smallest + "    types: [Parcel.id]", "docgen.yaml:6:12: types must have keys and values but is a list"},
	{smallest + "    tables: {nesting: dot}", `docgen.yaml:6:23: names cannot be nested by "dot"; did you mean dots?`},
	{smallest + "    tables: {slots: brace}", `docgen.yaml:6:21: paths cannot print slots with "brace"; did you mean braces?`},
	{smallest + "    tables: {words: {nmae: [x]}}", `docgen.yaml:6:22: unknown key "nmae"; did you mean name?`},
	{smallest + "    language: rust", `docgen.yaml:6:15: docgen writes no packages in "rust"`},
	{smallest + "    findings: [{code: unpaged-list, as: accepted}]", `docgen.yaml:6:16: the finding has no reason`},
	{smallest + "    findings: [{code: unpaged-list, as: accepted, reason: ' '}]", `docgen.yaml:6:16: the finding has no reason`},
	{smallest + "    findings: [{as: info, reason: why}]", `docgen.yaml:6:16: the finding has no code`},
	{smallest + "    findings: [{code: Unpaged, as: info, reason: why}]", `docgen.yaml:6:23: "Unpaged" is no code of a finding`},
	{smallest + "    findings: [{code: unpaged-list, as: ignored, reason: why}]", `docgen.yaml:6:41: findings cannot count as "ignored"`},
	{smallest + "    findings: [{code: unpaged-list, pages: '[', as: info, reason: why}]", `docgen.yaml:6:44: "[" is no pattern of pages`},
	{smallest + "    rename: {types: {Parcel: package}}", `docgen.yaml:6:30: "package" is no name in Go`},
	{smallest + "    rename: {type: {Parcel: Package}}", `docgen.yaml:6:14: unknown key "type"; did you mean types?`},
	{smallest + "diff: {severity: {x: fatal}}", `docgen.yaml:6:22: "fatal" is no severity; it must be one of breaking, `},
	{smallest + "diff: {deprecation: {days: 0}}", `docgen.yaml:6:21: deprecation asks for 0 days`},
	{smallest + "diff: {deprecation: {}}", `docgen.yaml:6:21: deprecation asks for 0 days`},
	{smallest + "diff: {deprecation: {days: many}}", `docgen.yaml:6:28: days must be a whole number`},
	{smallest + "diff: {level: {}}", `docgen.yaml:6:8: unknown key "level"; it must be one of severity`},
	{strings.Replace(smallest, "package: harbor", "package: a-b", 1), `docgen.yaml:3:5: package: "a-b" is no name for a Go package`},
	{smallest + "  - {docs: a, output: ./internal/harbor/, package: b}", "docgen.yaml:6:5: output ./internal/harbor/ is that of the target in line 3"},
}

func TestParseRefuses(t *testing.T) {
	for _, c := range wrong {
		_, err := Parse("docgen.yaml", []byte(c.text))
		if c.message == "" {
			if err != nil {
				t.Errorf("%q: %v", c.text, err)
			}
			continue
		}
		var faults Faults
		if !errors.As(err, &faults) || !strings.HasPrefix(err.Error(), c.message) {
			t.Errorf("%q\n got %v\nwant %s", c.text, err, c.message)
		}
	}
}

func TestParseNamesAllFaults(t *testing.T) {
	_, err := Parse("docgen.yaml", []byte(smallest+"    modul: x\n    dialects: x\n"))
	var faults Faults
	if !errors.As(err, &faults) || len(faults) != 2 {
		t.Errorf("got %v, want two faults", err)
	}
}

func TestFindAndLoad(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(deep, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Find(deep); !errors.Is(err, ErrNotFound) {
		t.Errorf("found something: %v", err)
	}
	want := filepath.Join(root, FileName)
	if err := os.WriteFile(want, []byte(smallest), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Find(deep)
	if err != nil || got != want {
		t.Fatalf("found %s, %v; want %s", got, err, want)
	}
	if file, err := Load(got); err != nil || file.Path != want || len(file.Targets) != 1 {
		t.Errorf("got %v, %v", file, err)
	}
	if _, err := Load(filepath.Join(deep, FileName)); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("a file that is not there: %v", err)
	}
}

func TestLoadRefusesWhatNobodyWrote(t *testing.T) {
	name := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(name, make([]byte, maxBytes+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(name); err == nil || !strings.Contains(err.Error(), "more than the limit") {
		t.Errorf("got %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(full)
	for _, c := range wrong {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, err := Parse("docgen.yaml", []byte(text))
		if (file == nil) == (err == nil) {
			t.Errorf("got %v and %v", file, err)
		}
	})
}

func TestMatchID(t *testing.T) {
	for _, c := range []struct {
		pattern, id string
		want        bool
	}{
		{"**", "parcels.list", true},
		{"beta.**", "beta.routes.list", true},
		{"beta.**", "parcels.list", false},
		{"**.list", "beta.routes.list", true},
		{"**.list", "list", true},
		{"*.list", "beta.routes.list", false},
		{"beta.**.list", "beta.list", true},
		{"beta.*.list", "beta.routes.list", true},
		{"par*.list", "parcels.list", true},
		{"parcels", "parcels.list", false},
	} {
		if got := MatchID(c.pattern, c.id); got != c.want {
			t.Errorf("%s of %s: %t", c.pattern, c.id, got)
		}
	}
}
