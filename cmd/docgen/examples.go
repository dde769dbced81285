package main

import "strings"

// An example is a command line that --help shows, and what it does.
type example struct{ args, does string }

// examples are those of each verb, without the name of the program.
var examples = map[string][]example{
	"check": {
		{"check", "hold all packages of the nearest docgen.yaml against their pages"},
		{"check --stat", "count the lines that differ in each file"},
		{"check docs -o internal/harbor", "without a docgen.yaml"},
	},
	"completion": {
		{"completion bash > /etc/bash_completion.d/docgen", "for all users of bash"},
		{"completion zsh > ~/.zfunc/_docgen", "for zsh, with ~/.zfunc in fpath"},
		{"completion fish > ~/.config/fish/completions/docgen.fish", "for fish"},
	},
	"diff": {
		{"diff git:v1.2.0:docs docs", "what changed since a tag"},
		{"diff old new --used-by ./...", "only what reaches this module's code"},
		{"diff old new --format html -o report.html", "as one file for a browser"},
		{"diff old new --only breaking,warning --fail-on never", "only the worst, and exit with 0"},
	},
	"drift": {
		{"drift docs ./...", "where the client in this module differs from its reference"},
		{"drift docs ./... --since git:v1.4:docs", "only what the pages gained since"},
		{"drift docs ./... --format patch", "a patch for what the client lacks"},
	},
	"export openapi": {
		{"export openapi docs -o openapi.yaml", "write an OpenAPI document"},
		{"export openapi docs > openapi.yaml", "the same to standard output"},
	},
	"generate": {
		{"generate", "write all packages of the nearest docgen.yaml"},
		{"generate docs -o internal/harbor", "write one package without a docgen.yaml"},
		{"generate docs -o internal/harbor --verbose", "and list every finding"},
	},
	"git-driver": {
		{"git-driver berths.md a.md 0 100644 b.md 0 100644", "what git calls; set it up with git config diff.docgen.command \"docgen git-driver\""},
	},
	"help": {
		{"help diff", "explain diff"},
		{"help export openapi", "explain a verb of two words"},
	},
	"history": {
		{"history git:v1.0..HEAD:docs", "what each commit changed"},
		{"history git:v1.0..HEAD:docs --of messages.create.max_tokens", "since when one thing exists"},
		{"history snapshots --site public", "a site with feeds of a folder of dated snapshots"},
	},
	"init": {
		{"init", "for pages in the folder docs"},
		{"init --from openai", "for a reference that docgen knows, with the command that takes its pages"},
		{"init --list", "list the references that docgen knows"},
		{"init ../reference --package harbor", "for pages elsewhere"},
	},
	"inspect": {
		{"inspect docs", "methods and types as a tree"},
		{"inspect docs --evidence", "and where each fact stands, and who said it"},
		{"inspect docs --format json", "all facts, with a published schema"},
	},
	"lint": {
		{"lint docs", "what became of every byte, and every finding"},
		{"lint docs --summary", "only what was read, concluded and found, in numbers"},
		{"lint docs --verbose", "and every note"},
		{"lint --explain unread-facts", "what a code means and what to do"},
	},
	"pull": {
		{"pull https://docs.harbor.example/api -o docs", "take the pages below an address"},
		{"pull https://docs.harbor.example/llms.txt --dry-run", "show what an index leads to"},
		{"pull https://docs.harbor.example/api -o docs --date", "keep a snapshot for each day"},
	},
	"rules": {
		{"rules", "all rules and codes"},
		{"rules unread-facts", "one of them, with an example"},
		{"rules --about changes --format markdown", "the rules of diff as a page"},
	},
	"verify": {
		{"verify docs --openapi openapi.json", "how far pages and document agree"},
		{"verify docs --openapi openapi.json --min 99.5", "and exit with 1 below that"},
	},
	"version": {
		{"version", "show the version"},
	},
}

// examplesText returns the examples of a verb as its help shows them.
func examplesText(verb string) string {
	list := examples[verb]
	if len(list) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("Examples:\n\n")
	for _, e := range list {
		b.WriteString("    # " + e.does + "\n    docgen " + e.args + "\n")
	}
	return b.String()
}
