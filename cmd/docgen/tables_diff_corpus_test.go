package main

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/parser"
	endpoints "github.com/docgen-go/docgen/parser/statement"
)

// TestCorpusTableRows holds the comparison of two revisions of a reference in tables against
// a second and simpler one: the names that rows of tables and items of lists have between a
// statement of an endpoint and the next one. Each name that only one side prints is a change
// of the method, or the models show why not.
func TestCorpusTableRows(t *testing.T) {
	var apis [2]*model.API
	var rows [2]map[string]map[string]bool // names by endpoint
	for i, name := range []string{"gitlab-9", "gitlab-14.10"} {
		ref := tableReferences[name]
		dir := tablesCorpus(t, ref.pages)
		api, _, err := parser.Parse(t.Context(), os.DirFS(dir), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		apis[i], rows[i] = api, rowsByEndpoint(ref, pageTexts(t, dir))
	}
	told := toldNames(diff.Compare(apis[0], apis[1]).Changes)
	known := [2]map[string]map[string]bool{namesByEndpoint(apis[0]), namesByEndpoint(apis[1])}
	both, differ, reported, shown := 0, 0, 0, 0
	for _, key := range slices.Sorted(maps.Keys(rows[0])) {
		if rows[1][key] == nil {
			continue
		}
		both++
		id := methodAt(apis[1], key)
		for i, other := range []int{1, 0} {
			for _, name := range slices.Sorted(maps.Keys(rows[i][key])) {
				if rows[other][key][name] {
					continue
				}
				differ++
				switch {
				case told[id][name] || told[id][name+"[]"]:
					reported++
				case slipsOfPages[key+" "+name] != "", known[0][key][name] && known[1][key][name]:
					shown++ // one side says it in other words than in a row
				default:
					t.Errorf("%s (%s): only side %d has %q, and no change says so (old model %t, new %t)", key, id, i, name, known[0][key][name], known[1][key][name])
				}
			}
		}
	}
	t.Logf("%d endpoints on both sides, %d names of rows differ: %d reported, %d that both models have", both, differ, reported, shown)
	if both < 150 || differ < 500 || reported < differ*3/4 {
		t.Error("the search finds too little, or the comparison does")
	}
}

// slipsOfPages are rows that name something else than what they describe, by endpoint.
var slipsOfPages = map[string]string{
	"DELETE /projects/{}/snippets/{}/award_emoji/{} issue_iid": "it describes the slot of the snippet",
}

var (
	fenceLine = regexp.MustCompile("^```")
	rowItem   = regexp.MustCompile("^(?:\\|\\s*`?|[-*]\\s*`)([A-Za-z_][A-Za-z0-9_]*)(?:\\[\\])?`?\\s*(?:\\||\\()")
)

// rowsByEndpoint finds the names between a statement and the next one, in small letters.
func rowsByEndpoint(ref tableReference, texts map[string]string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, page := range slices.Sorted(maps.Keys(texts)) {
		if !ref.needs.MatchString(texts[page]) {
			continue
		}
		key, fenced := "", false
		lines := strings.Split(texts[page], "\n")
		for i, line := range lines {
			switch m := ref.stated.FindStringSubmatch(line); {
			case fenceLine.MatchString(line):
				fenced = !fenced
			case fenced && m != nil:
				key = endpoints.Operation{Verb: m[1], Path: strings.TrimSpace(m[2])}.Key()
				if out[key] == nil {
					out[key] = map[string]bool{}
				}
			case strings.HasPrefix(line, "#"):
				key = ""
			case !fenced && key != "" && (i+1 == len(lines) || !separator.MatchString(lines[i+1])): // no head
				if m := rowItem.FindStringSubmatch(line); m != nil {
					out[key][strings.ToLower(m[1])] = true
				}
			}
		}
	}
	return out
}

// toldNames are the names of parameters and members in the changes of each method, in small
// letters, by the ID of the method in either revision.
func toldNames(changes []diff.Change) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	note := func(id string, words ...string) {
		if out[id] == nil {
			out[id] = map[string]bool{}
		}
		for _, w := range words {
			out[id][strings.ToLower(w)] = true
		}
	}
	for _, c := range changes {
		for _, s := range c.Subjects {
			for _, id := range append([]string{s.OldMethod, s.NewMethod}, c.Reach...) {
				for _, step := range slices.Concat(s.OldPath, s.NewPath) {
					note(id, step.Name)
				}
				note(id, c.OldValues...)
				note(id, c.NewValues...)
			}
		}
		for _, l := range c.Locations {
			for _, id := range append(slices.Clone(l.Reach), l.Method) {
				for _, m := range l.Members {
					note(id, strings.FieldsFunc(m.At, func(r rune) bool { return r == '.' || r == '[' || r == ']' })...)
				}
			}
		}
	}
	return out
}

// namesByEndpoint are the names of parameters and of members at any depth that a method
// has, in small letters.
func namesByEndpoint(api *model.API) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	names := namesByPage(api)
	for _, m := range api.Methods {
		out[endpoints.Operation{Verb: m.Verb, Path: m.Path}.Key()] = names[m.ID]
	}
	return out
}

func methodAt(api *model.API, key string) string {
	for _, m := range api.Methods {
		if (endpoints.Operation{Verb: m.Verb, Path: m.Path}).Key() == key {
			return m.ID
		}
	}
	return ""
}
