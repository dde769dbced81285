package tables_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/parser/openapi"
)

// formatsCorpus returns a folder beside the corpus.
func formatsCorpus(tb testing.TB, name string) string {
	tb.Helper()
	dir := filepath.Join(corpustest.Dir(tb, ""), "..", filepath.FromSlash(name))
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("DOCGEN_CORPUS_REQUIRED") != "" {
			tb.Fatal(err)
		}
		tb.Skip("no such pages: ", err)
	}
	return dir
}

func parsed(t *testing.T, dir string) *model.API {
	t.Helper()
	api, _, err := parser.Parse(t.Context(), os.DirFS(dir), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return api
}

var (
	plaintextFence = regexp.MustCompile("(?ms)^```plaintext *\\n(.*?)^```")
	fencedVerb     = regexp.MustCompile(`^(GET|POST|PUT|PATCH|DELETE|HEAD)\s+(?:-\S+ +"[^"]*" +)?(\S+)`)
	suffixMark     = regexp.MustCompile(`\[\.[^\]]*\]`)
	slotMark       = regexp.MustCompile(`:[A-Za-z_]\w*|<[^<>]*>|\{[^{}]*\}`)
)

// operationKey is a verb and a path without names of slots, suffixes that may be missing,
// host, version and query.
func operationKey(verb, path string) string {
	path, _, _ = strings.Cut(path, "?")
	if i := strings.Index(path, "://"); i >= 0 {
		path = path[i+3+strings.IndexByte(path[i+3:], '/'):]
	}
	path = "/" + strings.Trim(strings.TrimPrefix(path, "/api/v4"), "/")
	return verb + " " + slotMark.ReplaceAllString(suffixMark.ReplaceAllString(path, ""), "{}")
}

// TestCorpusGitLabStatements holds that each verb and path that a line of a plaintext
// fence states is an operation, whatever its slots are called.
func TestCorpusGitLabStatements(t *testing.T) {
	dir := formatsCorpus(t, "formats/tables/gitlab-14.10")
	known := map[string]bool{}
	for _, m := range parsed(t, dir).Methods {
		known[operationKey(m.Verb, m.Path)] = true
	}
	distinct := map[string]bool{}
	pages, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, fence := range plaintextFence.FindAllStringSubmatch(string(text), -1) {
			for line := range strings.Lines(fence[1]) {
				m := fencedVerb.FindStringSubmatch(strings.TrimSpace(line))
				if m == nil {
					continue
				}
				distinct[m[1]+" "+m[2]] = true
				// One line is a request to a made-up feature.
				if key := operationKey(m[1], m[2]); !known[key] && !strings.Contains(line, "features/my_user_feature") {
					t.Errorf("%s: %s is no operation", filepath.Base(page), key)
				}
			}
		}
	}
	t.Logf("%d distinct statements of %d operations", len(distinct), len(known))
	if len(distinct) < 1080 {
		t.Error("the search finds too few statements")
	}
}

// A shared counts what two sides say of the same thing.
type shared struct{ both, agree int }

func (s *shared) add(agree bool) {
	s.both++
	if agree {
		s.agree++
	}
}

func (s *shared) percent() float64 { return 100 * float64(s.agree) / float64(s.both) }

// TestCorpusGitLab holds what is read of parameters, wherever they travel, and of the
// names of response members to the official document. That one is four years younger:
// only what the pages say is compared, and each thing that the document lacks has to
// stand on the page.
func TestCorpusGitLab(t *testing.T) {
	dir := formatsCorpus(t, "formats/tables/gitlab-14.10")
	file := formatsCorpus(t, "truth/gitlab/openapi-2026-07.yaml")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	spec, _, err := openapi.Read(t.Context(), file, data)
	if err != nil {
		t.Fatal(err)
	}
	c := &gitlabCheck{t: t, dir: dir, docs: parsed(t, dir), spec: spec, texts: map[string]string{}}
	of := map[string]*model.Method{}
	for _, m := range spec.Methods {
		of[operationKey(m.Verb, m.Path)] = m
	}
	for _, m := range c.docs.Methods {
		if s := of[operationKey(m.Verb, m.Path)]; s != nil {
			c.sent(m, s)
			c.received(m, s)
		}
	}
	for _, bar := range []struct {
		what          string
		got           shared
		facts, fewest float64
	}{
		{"names of parameters", c.names, 1600, 97},
		{"required", c.required, 1550, 98.5},
		{"types of parameters", c.types, 1540, 96},
		{"names of response members", c.members, 5900, 95.3},
		{"names of response members without the lists of projects", c.others, 5700, 97.5},
	} {
		t.Logf("%-60s %5d of %5d: %.2f %%", bar.what, bar.got.agree, bar.got.both, bar.got.percent())
		if bar.got.percent() < bar.fewest || float64(bar.got.agree) < bar.facts {
			t.Errorf("%s: %.2f %% of %d, want %v of %v", bar.what, bar.got.percent(), bar.got.both, bar.fewest, bar.facts)
		}
	}
}

// A gitlabCheck compares the pages with the document.
type gitlabCheck struct {
	t          *testing.T
	dir        string
	docs, spec *model.API
	texts      map[string]string

	names, required, types, members, others shared
}

// stands holds that a page has a name, as a second look at its text finds it.
func (c *gitlabCheck) stands(page, name, where string) {
	if _, ok := c.texts[page]; !ok {
		text, err := os.ReadFile(filepath.Join(c.dir, filepath.FromSlash(page)))
		if err != nil {
			c.t.Fatal(err)
		}
		c.texts[page] = string(text)
	}
	if !strings.Contains(c.texts[page], name) {
		c.t.Errorf("%s: %q does not stand on %s", where, name, page)
	}
}

// sentOf are the parameters of a request outside its path, by name up to a bracket.
func sentOf(api *model.API, m *model.Method) map[string]*model.Field {
	out := map[string]*model.Field{}
	add := func(f *model.Field) {
		name, rest, _ := strings.Cut(f.Name, "[")
		if out[name] == nil {
			out[name] = f
			if rest != "" && rest != "]" { // not[labels]: one member of not
				out[name] = &model.Field{Name: name, Type: &model.Type{Kind: model.KindMap}, Span: f.Span}
			}
		}
	}
	for _, p := range m.Params {
		if p.Location == model.LocationQuery {
			add(&p.Field)
		}
	}
	if m.Body != nil {
		for _, f := range fieldsOf(api, m.Body.Type, 0) {
			add(f)
		}
	}
	return out
}

// fieldsOf are the members of an object, of the elements of a list, or of alternatives.
func fieldsOf(api *model.API, t *model.Type, depth int) []*model.Field {
	if t = api.Resolve(t); t == nil || depth > 6 {
		return nil
	}
	var out []*model.Field
	switch t.Kind {
	case model.KindObject:
		out = t.Fields
	case model.KindUnion:
		for _, v := range t.Variants {
			out = append(out, fieldsOf(api, v.Type, depth+1)...)
		}
	case model.KindArray:
		out = fieldsOf(api, t.Elem, depth+1)
	}
	return out
}

// jsonTypes are the types of JSON that values of a type have.
func jsonTypes(api *model.API, t *model.Type) []string {
	var out []string
	switch t = api.Resolve(t); t.Kind {
	case model.KindUnion:
		for _, v := range t.Variants {
			out = append(out, jsonTypes(api, v.Type)...)
		}
	case model.KindEnum:
		out = append(out, string(t.Enum.Base))
	case model.KindConst:
		kind := "integer"
		if t.Literal[0] == '"' {
			kind = "string"
		}
		out = append(out, kind)
	case model.KindDate, model.KindDateTime:
		out = append(out, "string")
	case model.KindMap:
		out = append(out, "object")
	default:
		out = append(out, string(t.Kind))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (c *gitlabCheck) sent(docs, spec *model.Method) {
	have, want := sentOf(c.docs, docs), sentOf(c.spec, spec)
	for name, f := range have {
		g := want[name]
		c.names.add(g != nil)
		if g == nil {
			c.stands(f.Span.File, name, docs.ID)
			continue
		}
		c.required.add(f.Required == g.Required)
		c.types.add(slices.Equal(jsonTypes(c.docs, f.Type), jsonTypes(c.spec, g.Type)))
	}
}

// shortLists are operations whose result the document has in the form that strangers
// get; the pages show both.
var shortLists = []string{"GET /projects", "GET /users/{}/projects", "GET /users/{}/starred_projects"}

func (c *gitlabCheck) received(docs, spec *model.Method) {
	if docs.Returns == nil || spec.Returns == nil {
		return
	}
	long := slices.Contains(shortLists, docs.Verb+" "+names.WithoutSlots(docs.Path))
	c.compare(docs, docs.Returns.Type, spec.Returns.Type, long, 0)
}

// compare compares the members of two objects wherever both have some.
func (c *gitlabCheck) compare(m *model.Method, docs, spec *model.Type, long bool, depth int) {
	want := map[string]*model.Field{}
	for _, f := range fieldsOf(c.spec, spec, 0) {
		want[f.Name] = f
	}
	seen := map[string]bool{}
	for _, f := range fieldsOf(c.docs, docs, 0) {
		if seen[f.Name] || len(want) == 0 {
			continue
		}
		seen[f.Name] = true
		g := want[f.Name]
		c.members.add(g != nil)
		if !long {
			c.others.add(g != nil)
		}
		switch {
		case g == nil:
			c.stands(f.Span.File, f.Name, m.ID)
		case depth < 8:
			c.compare(m, f.Type, g.Type, long, depth+1)
		}
	}
}
