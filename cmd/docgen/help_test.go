package main

import (
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// TestExamplesOfHelp parses every example that help shows, and demands one for every verb.
func TestExamplesOfHelp(t *testing.T) {
	if got := slices.Sorted(maps.Keys(examples)); !slices.Equal(got, verbs()) {
		t.Fatalf("examples of %v, verbs %v", got, verbs())
	}
	for verb, list := range examples {
		help := docgen(t, append([]string{"help"}, strings.Fields(verb)...)...)
		if help.code != exitOK || help.stdout != docgen(t, append(strings.Fields(verb), "--help")...).stdout {
			t.Errorf("help %s is not what --help says: %d %s", verb, help.code, help.stderr)
		}
		for _, e := range list {
			if !strings.Contains(help.stdout, "\n    docgen "+e.args+"\n") {
				t.Errorf("%s --help has no line %q", verb, e.args)
			}
			line, _, _ := strings.Cut(e.args, " > ")
			args, err := exec.Command("bash", "-c", `printf '%s\n' `+line).Output()
			if err != nil {
				t.Skip("no bash")
			}
			words := strings.Split(strings.TrimSuffix(string(args), "\n"), "\n")
			cmd, err := newParser(kong.Bind(&session{})).Parse(words)
			if err != nil {
				t.Errorf("docgen %s: %v", e.args, err)
			} else if verbOfNode(cmd.Selected()) != verb {
				t.Errorf("docgen %s is no example of %s", e.args, verb)
			}
		}
	}
}

// TestHelpHasValues demands that the help of a flag names every value that it can have.
func TestHelpHasValues(t *testing.T) {
	some := 0
	for _, v := range completedVerbs() {
		for _, f := range v.Flags {
			for _, value := range f.Values {
				some++
				if !strings.Contains(f.Help, value) {
					t.Errorf("%s --%s: the help has no word of %s: %s", v.Name, f.Name, value, f.Help)
				}
			}
		}
	}
	if some < 50 {
		t.Errorf("only %d values of flags are known", some)
	}
}

// bashComplete returns what bash offers for the words of a command line, the last of
// which is being written.
func bashComplete(t *testing.T, script string, words ...string) []string {
	t.Helper()
	const ask = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _docgen; printf '%s\n' "${COMPREPLY[@]}"`
	out, err := exec.Command("bash", append([]string{"--norc", "-c", ask, "bash", script, "docgen"}, words...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", words, err, out)
	}
	return strings.Fields(string(out))
}

// TestCompletionOfBash asks a real bash.
func TestCompletionOfBash(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("no bash")
	}
	script := filepath.Join(t.TempDir(), "docgen.bash")
	write(t, script, docgen(t, "completion", "bash").stdout)
	for line, want := range map[string][]string{
		"di":                            {"diff"},
		"--v":                           {"--version"},
		"export ":                       {"openapi"},
		"export openapi --ou":           {"--output"},
		"diff --format co":              {"comment", "codequality"},
		"diff --format = js":            {"json"},
		"diff --format =":               {"text", "markdown", "comment", "html", "json", "github", "sarif", "junit", "codequality", "template"},
		"diff old new --fail-on ne":     {"never"},
		"diff old ne":                   nil, // files
		"diff old new -o re":            nil,
		"inspect docs --form":           {"--format"},
		"inspect docs --dialects http ": nil,
		"inspect --dialects ht":         {"http"},
		"completion z":                  {"zsh"},
		"verify docs --judge en":        {"enum-values"},
		"help git":                      {"git-driver"},
	} {
		got := bashComplete(t, script, strings.Split(line, " ")...)
		if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
			t.Errorf("%q: %v, want %v", line, got, want)
		}
	}
}

// TestCompletionOfShells has each shell that is there read its script.
func TestCompletionOfShells(t *testing.T) {
	for shell, flags := range map[string][]string{"bash": {"-n"}, "zsh": {"-f", "-n"}, "fish": {"--no-config", "--no-execute"}} {
		t.Run(shell, func(t *testing.T) {
			text := docgen(t, "completion", shell).stdout
			for _, v := range completedVerbs() {
				if !strings.Contains(text, v.Name) && !strings.Contains(text, strings.Fields(v.Name)[1]) {
					t.Errorf("nothing of %s", v.Name)
				}
				for _, f := range v.Flags {
					if !strings.Contains(text, "--"+f.Name) && !strings.Contains(text, "-l "+f.Name) {
						t.Errorf("nothing of --%s", f.Name)
					}
				}
			}
			if _, err := exec.LookPath(shell); err != nil {
				t.Skip("no " + shell)
			}
			script := filepath.Join(t.TempDir(), "script")
			write(t, script, text)
			if out, err := exec.Command(shell, append(flags, script)...).CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// TestCompletionOfFish asks a real fish.
func TestCompletionOfFish(t *testing.T) {
	if _, err := exec.LookPath("fish"); err != nil {
		t.Skip("no fish")
	}
	script := filepath.Join(t.TempDir(), "docgen.fish")
	write(t, script, docgen(t, "completion", "fish").stdout)
	for line, want := range map[string]string{
		"docgen di": "diff", "docgen export ": "openapi", "docgen export openapi --ou": "--output", "docgen diff --format js": "json", "docgen completion z": "zsh",
	} {
		out, err := exec.Command("fish", "--no-config", "-c", `source $argv[1]; complete -C $argv[2]`, script, line).CombinedOutput()
		if got, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\t"); err != nil || got != want {
			t.Errorf("%q: %q %v, want %s", line, out, err, want)
		}
	}
}
