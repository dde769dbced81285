package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/cmd/docgen/internal/lock"
)

// callPage is a page of one operation whose example sends the headers to a host.
func callPage(resource, host string, headers ...string) string {
	page := "# " + resource + "\n\n## List\n\n**get** `/v1/" + resource + "`\n\n### Returns\n\n- `id: string`\n\n### Example\n\n```http\ncurl https://" + host + "/v1/" + resource
	for _, h := range headers {
		page += " \\\n    -H \"" + h + "\""
	}
	return page + "\n```\n"
}

// quay lays out a reference of two operations and a docgen.yaml for it, generates
// the package, and returns the folder.
func quay(t *testing.T) string {
	t.Helper()
	file := configFile(t, configHead+"  - {docs: docs, output: quay, package: quay}\n")
	dir := filepath.Dir(file)
	t.Chdir(dir)
	for _, resource := range []string{"boats", "ropes"} {
		addPage(t, resource, callPage(resource, "api.quay.example", "Authorization: Bearer $QUAY_API_KEY"))
	}
	docgen(t, "generate").expect(t, exitOK, "", "added")
	if text := textOf(t, lock.FileName); !strings.Contains(text, "\nserver https://api.quay.example\ncredential quay_api_key bearer env QUAY_API_KEY\n") {
		t.Fatalf("docgen.lock is\n%s", text)
	}
	return dir
}

func addPage(t *testing.T, resource, page string) {
	t.Helper()
	writePages(t, "docs", map[string]string{resource + "/list.md": page})
}

// configure writes the docgen.yaml of quay with more keys.
func configure(t *testing.T, more ...string) {
	t.Helper()
	write(t, "docgen.yaml", configHead+"  - docs: docs\n    output: quay\n    package: quay\n    "+strings.Join(more, "\n    ")+"\n")
}

// TestServerIsLocked adds pages whose examples call another host, which come
// before all others.
func TestServerIsLocked(t *testing.T) {
	t.Setenv(cache.Env, t.TempDir())
	t.Setenv("CI", "")
	quay(t)
	if err := os.CopyFS("old", os.DirFS("docs")); err != nil {
		t.Fatal(err)
	}
	before, locked := contentOf(t, "quay"), textOf(t, lock.FileName)
	for _, resource := range []string{"aaa", "aab", "aac"} {
		addPage(t, resource, callPage(resource, "quay.thief.example", "Authorization: Bearer $QUAY_API_KEY"))
	}
	const told = `aaa/list.md:13:1: error: clients would call https://quay.thief.example, and docgen.lock has https://api.quay.example [locked-server]` +
		"\n\thelp: put the one that is meant under the target in docgen.yaml: base_url: \"https://quay.thief.example\" (or \"https://api.quay.example\")\n"
	for _, args := range [][]string{{"generate"}, {"generate", "--keep-going"}, {"check"}, {"check", "--keep-going"}, {"generate", "docs"}, {"generate", "-o", "other"}} {
		r := docgen(t, args...) // the second time out of the cache
		r.expect(t, exitFindings, "", told)
		r.expect(t, exitFindings, "", "secrets would go elsewhere than docgen.lock says")
	}
	if contentOf(t, "quay") != before || textOf(t, lock.FileName) != locked {
		t.Error("something was written")
	}
	if _, err := os.Stat("other"); err == nil {
		t.Error("something was written elsewhere")
	}
	docgen(t, "diff", "old", "docs").expect(t, exitFindings, "default server changed: https://api.quay.example → https://quay.thief.example", "")

	configure(t, `base_url: "https://api.quay.example"`)
	docgen(t, "generate").expect(t, exitOK, "", "added")
	if text := textOf(t, "quay/client.go"); !strings.Contains(text, `"https://api.quay.example"`) || strings.Contains(text, "thief") {
		t.Errorf("the client is\n%s", text)
	}
	configure(t, `base_url: "https://quay.thief.example"`)
	docgen(t, "generate").expect(t, exitOK, "", "changed")
	configure(t)
	docgen(t, "check").expect(t, exitOK, "", "up to date")
	if text := textOf(t, lock.FileName); !strings.Contains(text, "\nserver https://quay.thief.example\n") {
		t.Errorf("docgen.lock is\n%s", text)
	}
}

// accepting finds the entry of docgen.yaml that a finding prints.
var accepting = regexp.MustCompile(`(?m)^\thelp: to accept it, put under the target in docgen.yaml: (.*)$`)

// TestCredentialsAreLocked adds, changes and removes credentials, and accepts each
// change as the finding says.
func TestCredentialsAreLocked(t *testing.T) {
	for name, c := range map[string]struct {
		headers         []string
		both            bool // on all pages
		told, entry, in string
	}{
		"added": {
			headers: []string{"Authorization: Bearer $QUAY_API_KEY", "X-Trace-Token: $QUAY_TRACE_TOKEN"},
			told:    "error: the pages have the credential quay_trace_token as header X-Trace-Token from the variable QUAY_TRACE_TOKEN, and docgen.lock has no credential quay_trace_token [locked-credential]",
			entry:   `authentication: {accept: {"quay_trace_token": {scheme: header, name: "X-Trace-Token", env: "QUAY_TRACE_TOKEN"}}}`,
			in:      `env: "QUAY_TRACE_TOKEN"`,
		},
		"variable of somebody else": {
			headers: []string{"Authorization: Bearer $QUAY_API_KEY", "X-Trace-Token: $AWS_SECRET_ACCESS_KEY"},
			told:    "the pages have the credential aws_secret_access_key as header X-Trace-Token, and docgen.lock has no",
			entry:   `authentication: {accept: {"aws_secret_access_key": {scheme: header, name: "X-Trace-Token"}}}`,
			in:      `name: "X-Trace-Token", env: ""`,
		},
		"another header": {
			headers: []string{"X-Quay-Key: $QUAY_API_KEY"}, both: true,
			told:  "the pages have the credential quay_api_key as header X-Quay-Key from the variable QUAY_API_KEY, and docgen.lock has the credential quay_api_key as bearer from",
			entry: `authentication: {accept: {"quay_api_key": {scheme: header, name: "X-Quay-Key", env: "QUAY_API_KEY"}}}`,
			in:    `name: "X-Quay-Key"`,
		},
		"a prefix": {
			headers: []string{"Authorization: Token $QUAY_API_KEY"}, both: true,
			told:  `the pages have the credential quay_api_key as header Authorization with the prefix "Token " from`,
			entry: `authentication: {accept: {"quay_api_key": {scheme: header, name: "Authorization", prefix: "Token ", env: "QUAY_API_KEY"}}}`,
			in:    `prefix: "Token "`,
		},
		"removed": {
			both:  true,
			told:  "error: the pages have no credential quay_api_key, and docgen.lock has the credential quay_api_key as bearer from",
			entry: `authentication: {accept: {"quay_api_key": {scheme: none}}}`,
			in:    "var credentials = []credential{}",
		},
	} {
		t.Run(name, func(t *testing.T) {
			quay(t)
			before := contentOf(t, "quay")
			for _, resource := range []string{"boats", "ropes"}[:map[bool]int{false: 1, true: 2}[c.both]] {
				addPage(t, resource, callPage(resource, "api.quay.example", c.headers...))
			}
			r := docgen(t, "generate", "--keep-going")
			r.expect(t, exitFindings, "", c.told)
			entry := accepting.FindStringSubmatch(r.stderr)
			if entry == nil || entry[1] != c.entry {
				t.Fatalf("accepts %q, want %q in\n%s", entry, c.entry, r.stderr)
			}
			if contentOf(t, "quay") != before {
				t.Error("something was written")
			}
			docgen(t, "check").expect(t, exitFindings, "", c.told)
			configure(t, entry[1])
			docgen(t, "generate").expect(t, exitOK, "", "changed")
			if text := strings.Join(strings.Fields(textOf(t, "quay/client.go")), " "); !strings.Contains(text, strings.Join(strings.Fields(c.in), " ")) {
				t.Errorf("no %s in\n%s", c.in, text)
			}
			configure(t) // what was accepted is locked
			docgen(t, "check").expect(t, exitOK, "", "up to date")
		})
	}
}

// TestAcceptedIsAsserted has an entry that says otherwise than the pages.
func TestAcceptedIsAsserted(t *testing.T) {
	quay(t)
	for entry, fault := range map[string]string{
		"quay_api_key: {scheme: header, name: X}": "docgen.yaml:6:31: the pages have the credential quay_api_key as bearer from the variable QUAY_API_KEY: change the entry, or take it out",
		"other: {scheme: bearer}":                 "docgen.yaml:6:31: the pages have no credential other: change the entry, or take it out",
		"quay_api_key: {scheme: none}":            "the pages have the credential quay_api_key",
		"quay_api_key: {scheme: none, env: X}":    "scheme none has no env; take it out",
		"quay_api_key: {scheme: no}":              `"no" is no scheme`,
	} {
		configure(t, "authentication: {accept: {"+entry+"}}")
		docgen(t, "generate").expect(t, exitUsage, "", fault)
	}
	configure(t, "authentication: {accept: {quay_api_key: {scheme: bearer, env: QUAY_API_KEY}, gone: {scheme: none}}}")
	docgen(t, "check").expect(t, exitOK, "", "up to date")
}

// TestUnrelatedVariables reads no variable whose name the pages have from
// somewhere else, until docgen.yaml names it.
func TestUnrelatedVariables(t *testing.T) {
	quay(t)
	addPage(t, "boats", callPage("boats", "api.quay.example", "Authorization: Bearer $QUAY_API_KEY", "X-Trace-Token: $GITHUB_TOKEN"))
	configure(t, "authentication: {accept: {github_token: {scheme: header, name: X-Trace-Token}}}")
	docgen(t, "generate").expect(t, exitOK, "", "boats/list.md:13:1: warning: FromEnv does not read GITHUB_TOKEN for the credential github_token: its name has nothing of the title, the host or the package of the API [unrelated-variable]")
	text := textOf(t, "quay/client.go")
	if strings.Contains(text, "GITHUB_TOKEN") {
		t.Errorf("the client reads it:\n%s", text)
	}
	if !strings.Contains(text, "//   - QUAY_API_KEY for WithQuayAPIKey\nfunc FromEnv() Option {") {
		t.Errorf("FromEnv does not say what it reads:\n%s", text)
	}
	configure(t, "authentication: {accept: {github_token: {scheme: header, name: X-Trace-Token, env: GITHUB_TOKEN}}}")
	docgen(t, "generate").expect(t, exitOK, "", "3 changed") // client.go, the README, docgen.sum
	if text := textOf(t, "quay/client.go"); !strings.Contains(text, "//   - GITHUB_TOKEN for WithGithubToken\n") {
		t.Errorf("the client does not read what docgen.yaml names:\n%s", text)
	}
}

// TestOldLockTakesFacts reads a docgen.lock of a time before it held them.
func TestOldLockTakesFacts(t *testing.T) {
	quay(t)
	full := textOf(t, lock.FileName)
	edit(t, lock.FileName, "server https://api.quay.example\ncredential quay_api_key bearer env QUAY_API_KEY\n", "")
	docgen(t, "generate").expect(t, exitOK, "", "no file changed")
	if textOf(t, lock.FileName) != full {
		t.Error("docgen.lock does not hold the facts")
	}
}
