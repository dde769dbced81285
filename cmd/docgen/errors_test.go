package main

import (
	"regexp"
	"strings"
	"testing"
)

// goTypes are words of Go and its libraries that no error shows to a user.
var goTypes = regexp.MustCompile(`\bmain\.|unmarshal|!!|interface \{\}|\*?(json|yaml|report|drift|config|diff)\.[A-Z]|Go struct|Go value|exit status|\[\]`)

// mistakesFolder makes the folder of verbsFolder with files that are not what users take them for.
func mistakesFolder(t *testing.T) {
	t.Helper()
	verbsFolder(t)
	write(t, "swagger.yaml", "swagger: \"2.0\"\ninfo: {title: Berths, version: \"1\"}\npaths: {}\n")
	write(t, "html/berths.html", "<h1>Berths</h1>")
	write(t, "none/dir/.keep", "")
	write(t, "site.yaml", configHead+"  - {docs: 'https://docs.berths.example', output: out, package: harbor}\n")
	for name, text := range map[string]string{
		"map": "rule: x\n", "list-in-text": "- rule: [a]\n  reason: x\n", "key": "- rul: a\n", "broken": "- a\n- b: [\n", "text": "- all of it\n", "number": "- {rule: breaking, reason: 3, in: {}}\n",
	} {
		write(t, "ignore-"+name+".yaml", text)
	}
	for name, text := range map[string]string{
		"array": "[]", "version": "{\"version\":\n \"x\"}", "findings": `{"findings": [1]}`, "junk": "junk", "cut": `{"version": 1`, "other": "{}",
	} {
		write(t, "report-"+name+".json", text)
	}
}

// TestErrorsSayWhatToDo names what users name by mistake. Each error says what it is and what
// to do, and none has words of Go.
func TestErrorsSayWhatToDo(t *testing.T) {
	mistakesFolder(t)
	const address = "https://docs.berths.example"
	for args, c := range map[string]struct {
		code int
		said string
	}{
		"init " + address:                             {exitUsage, `run "docgen pull ` + address + ` -o docs"`},
		"check " + address:                            {exitUsage, `run "docgen pull`},
		"drift " + address + " . -C client":           {exitUsage, `run "docgen pull`},
		"history " + address:                          {exitUsage, `run "docgen pull`},
		"verify ok --openapi " + address:              {exitUsage, "download the document and name the file"},
		"generate --config site.yaml":                 {exitUsage, `site.yaml:3:5: docs: ` + address + `: an address; pages are read from files only: run "docgen pull`},
		"lint docs.berths.example/api":                {exitFailed, `"docgen pull https://docs.berths.example/api -o docs" if this is a site`},
		"inspect swagger.yaml":                        {exitFindings, "convert it first"},
		"export openapi swagger.yaml":                 {exitFindings, "no method was read from swagger.yaml; see the errors above"},
		"generate swagger.yaml -o sw":                 {exitFindings, "see the errors above"},
		"diff ok swagger.yaml":                        {exitFailed, "convert it first"},
		"verify ok --openapi swagger.yaml":            {exitFailed, "convert it first"},
		"lint html":                                   {exitFailed, `files of other kinds (1 .html): where a site has its pages as Markdown too, "docgen pull`},
		"lint empty":                                  {exitFailed, "empty: no pages; name a folder that holds Markdown files (.md) or OpenAPI documents"},
		"generate ok -o ok.md":                        {exitUsage, "--output is the folder of a package but ok.md is a file"},
		"check ok -o ok.md":                           {exitUsage, "--output is the folder of a package but ok.md is a file"},
		"pull https://x.test -o ok.md":                {exitUsage, "--output is the folder of pages but ok.md is a file"},
		"history ok --site ok.md":                     {exitUsage, "--site is the folder of a site but ok.md is a file"},
		"export ok":                                   {exitUsage, `the format is missing: write "docgen export openapi ok"`},
		"export":                                      {exitUsage, `write "docgen export openapi DOCS"`},
		"export --output x.yaml ok":                   {exitUsage, `write "docgen export openapi --output x.yaml ok"`},
		"ok":                                          {exitUsage, `a verb comes first: "docgen inspect ok" shows`},
		"ispect ok":                                   {exitUsage, `did you mean "inspect"?`},
		"drift ok ./nowhere -C client":                {exitFailed, "the Go code cannot be read:\n\tstat "},
		"drift ok ./... -C ok":                        {exitFailed, "the Go code cannot be read:\n\tpattern ./...: "},
		"diff ok new --ignore ignore-map.yaml":        {exitUsage, "ignore-map.yaml:1:1: the file must be a list but is keys and values\n\thelp: an ignore file is a list"},
		"drift ok . --ignore ignore-map.yaml":         {exitUsage, "ignore-map.yaml:1:1: the file must be a list"},
		"diff ok new --ignore ignore-key.yaml":        {exitUsage, `ignore-key.yaml:1:3: unknown key "rul"; did you mean rule?`},
		"drift ok . --ignore ignore-key.yaml":         {exitUsage, `unknown key "rul"; did you mean rule?`},
		"diff ok new --ignore ignore-broken.yaml":     {exitUsage, "ignore-broken.yaml:2:1: this is not YAML"},
		"diff ok new --ignore ignore-text.yaml":       {exitUsage, "ignore-text.yaml:1:3: an entry of the file must have keys and values but is the text all of it"},
		"diff ok new --ignore ignore-number.yaml":     {exitUsage, "ignore-number.yaml:1:35: in must be text but is keys and values"},
		"diff ok new --ignore ok":                     {exitUsage, "--ignore: ok is a folder; name a file"},
		"diff ok new --baseline report-array.json":    {exitUsage, "--baseline: report-array.json:1:1: this is not such a report: it is an array; write the file with docgen diff --format json"},
		"drift ok . --baseline report-array.json":     {exitUsage, "write the file with docgen drift --format json"},
		"diff ok new --baseline report-version.json":  {exitUsage, "report-version.json:2:4: version must not be a string"},
		"diff ok new --baseline report-findings.json": {exitUsage, "findings must not be a number"},
		"diff ok new --baseline report-junk.json":     {exitUsage, "report-junk.json:1:1: this is no JSON"},
		"diff ok new --baseline report-cut.json":      {exitUsage, "this is no JSON"},
		"diff ok new --baseline report-other.json":    {exitUsage, "is no report of version"},
	} {
		t.Run(args, func(t *testing.T) {
			r := docgen(t, strings.Fields(args)...)
			r.expect(t, c.code, r.stdout, c.said)
			if word := goTypes.FindString(r.stderr); word != "" {
				t.Errorf("%q is a word of Go in %s", word, r.stderr)
			}
		})
	}
}

// TestMissingFiles holds every argument that names a file or folder to one exit code.
func TestMissingFiles(t *testing.T) {
	verbsFolder(t)
	for _, args := range []string{
		"check nowhere -o out", "diff ok nowhere", "diff nowhere ok", "diff ok new --ignore nowhere", "diff ok new --baseline nowhere", "diff ok new --config nowhere",
		"diff ok new --format template --template nowhere", "drift nowhere . -C client", "drift ok . -C client --ignore nowhere", "drift ok . -C client --baseline nowhere",
		"drift ok . -C client --since nowhere", "export openapi nowhere", "generate nowhere -o fresh", "generate --config nowhere", "history nowhere",
		"inspect nowhere", "inspect nowhere.md", "inspect nowhere.zip", "lint nowhere", "lint ok --config nowhere", "verify nowhere --openapi ok.yaml", "verify ok --openapi nowhere",
	} {
		docgen(t, strings.Fields(args)...).expect(t, exitFailed, "", "nowhere")
	}
	t.Chdir(t.TempDir())
	write(t, "ok/berths.md", harborPage)
	docgen(t, "generate", "ok").expect(t, exitUsage, "", `--output is missing, and there is no docgen.yaml in this folder or above: name the folder of the package with -o DIR, or write a docgen.yaml for it with "docgen init ok"`)
}
