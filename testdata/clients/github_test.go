package clients

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const goGithub = "github.com/google/go-github/v84"

// wrongComments are the comments that say something else than the code, and what the code
// calls. Both were read. Twins are apart.
var wrongComments = map[string]string{
	"(*AppsService).CreateAttachment":                                         "POST /content_references/{}/attachments", // the path that is documented now is not called
	"(*ReactionsService).DeleteTeamDiscussionCommentReactionByOrgIDAndTeamID": "DELETE /organizations/{}/team/{}/discussions/{}/comments/{}/reactions/{}",
	"(*ReactionsService).DeleteTeamDiscussionReactionByOrgIDAndTeamID":        "DELETE /organizations/{}/team/{}/discussions/{}/reactions/{}",
	"(*TeamsService).GetTeamMembershipByID":                                   "GET /organizations/{}/team/{}/memberships/{}",
}

// twins are starts of paths that the vendor does not document: the comments name the
// documented operation that does the same, with names for the numbers that the code sends.
var twins = []struct{ called, documented string }{
	{"/organizations/{}/team/{}", "/orgs/{}/teams/{}"},
	{"/repositories/{}/", "/repos/{}/{}/"},
}

var metaOperation = regexp.MustCompile(`^//\s*meta:operation (\S+) (\S+)`)

// TestGithubComments holds the operations that are found in go-github against those
// that its authors wrote above each function.
func TestGithubComments(t *testing.T) {
	said := commented(t, filepath.Join(source(t, goGithub), "github"))
	if len(said) < 1100 {
		t.Fatalf("only %d functions have a comment", len(said))
	}
	docs := filepath.Join(t.TempDir(), "openapi.json")
	writeOpenAPI(t, docs, said)
	r, _ := drift(t, ".", docs, goGithub+"/github")
	found := map[string][]string{}
	for _, op := range r.Operations {
		for _, name := range append(slices.Clone(op.Documented), op.Operation)[:max(1, len(op.Documented))] {
			if name = unslotted(name); !slices.Contains(found[op.Func], name) {
				found[op.Func] = append(found[op.Func], name)
			}
		}
	}
	some, exact, wrong := 0, 0, 0
	for _, fn := range sortedKeys(said) {
		want, got := said[fn], found[fn]
		slices.Sort(want)
		slices.Sort(got)
		if len(got) > 0 {
			some++
		}
		switch {
		case slices.Equal(want, got):
			exact++
			continue
		case slices.Equal(want, documentedTwins(got)), len(got) == 1 && got[0] == wrongComments[fn]:
			wrong++
			continue
		}
		t.Logf("%s: the comment has %v, the code calls %v", fn, want, got)
	}
	right := len(said) - wrong
	t.Logf("%d functions with a comment, %d of which are wrong; %.2f %% yield an operation, %.2f %% of the others exactly those of the comment", len(said), wrong, 100*share(some, len(said)), 100*share(exact, right))
	if share(some, len(said)) < 0.99 || share(exact, right) < 0.98 || wrong > 37 {
		t.Error("the bars are 99 % and 98 %, and 37 wrong comments")
	}
}

// documentedTwins returns operations with the paths that comments have for them.
func documentedTwins(ops []string) []string {
	var out []string
	for _, op := range ops {
		for _, t := range twins {
			op = strings.Replace(op, " "+t.called, " "+t.documented, 1)
		}
		out = append(out, op)
	}
	return out
}

// commented returns the operations that comments name, by function.
func commented(t *testing.T, dir string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	fset := token.NewFileSet()
	packages, err := parser.ParseDir(fset, dir, func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range packages["github"].Files {
		for _, d := range file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Doc == nil || fn.Recv == nil {
				continue
			}
			for _, c := range fn.Doc.List {
				if m := metaOperation.FindStringSubmatch(c.Text); m != nil {
					name := "(" + goType(fn.Recv.List[0].Type) + ")." + fn.Name.Name
					if op := unslotted(m[1] + " " + m[2]); !slices.Contains(out[name], op) {
						out[name] = append(out[name], op)
					}
				}
			}
		}
	}
	return out
}

func goType(e ast.Expr) string {
	if p, ok := e.(*ast.StarExpr); ok {
		return "*" + goType(p.X)
	}
	return e.(*ast.Ident).Name
}

var slot = regexp.MustCompile(`\{[^}]*\}`)

// unslotted returns an operation without the names of its slots.
func unslotted(op string) string { return slot.ReplaceAllString(op, "{}") }

// writeOpenAPI writes the operations of the comments as a document.
func writeOpenAPI(t *testing.T, name string, said map[string][]string) {
	t.Helper()
	paths := map[string]map[string]any{}
	for _, ops := range said {
		for _, op := range ops {
			verb, path, _ := strings.Cut(op, " ")
			n := 0
			var parameters []map[string]any
			path = slot.ReplaceAllStringFunc(path, func(string) string {
				n++
				slotName := "p" + string(rune('a'+n))
				parameters = append(parameters, map[string]any{"name": slotName, "in": "path", "required": true, "schema": map[string]any{"type": "string"}})
				return "{" + slotName + "}"
			})
			if paths[path] == nil {
				paths[path] = map[string]any{}
			}
			paths[path][strings.ToLower(verb)] = map[string]any{"parameters": parameters, "responses": map[string]any{"204": map[string]any{"description": "ok"}}}
		}
	}
	text, err := json.Marshal(map[string]any{"openapi": "3.1.0", "info": map[string]any{"title": "GitHub", "version": "1"}, "servers": []any{map[string]any{"url": "https://api.github.test"}}, "paths": paths})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
