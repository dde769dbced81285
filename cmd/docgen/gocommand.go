package main

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// commandPath is what the go command knows docgen by.
const commandPath = "github.com/docgen-go/docgen/cmd/docgen"

// goCommand runs docgen in the module of the working folder: as a tool of it
// where its go.mod says so, else by version.
func goCommand() (string, error) {
	dir, err := filepath.Abs(".")
	if err != nil {
		return "", err
	}
	for {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && isTool(string(text)) {
			return "go tool docgen", nil
		}
		above := filepath.Dir(dir)
		if err == nil || above == dir {
			return "go run " + commandPath + "@" + cmp.Or(releaseVersion(), "latest"), nil
		}
		dir = above
	}
}

// isTool reports whether a go.mod names docgen in a tool directive, alone or in
// a block. No other directive has the path of a command.
func isTool(gomod string) bool {
	for line := range strings.Lines(gomod) {
		line, _, _ = strings.Cut(line, "//")
		if slices.Contains(strings.Fields(line), commandPath) {
			return true
		}
	}
	return false
}
