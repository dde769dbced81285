package main

import (
	"bufio"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/docgen-go/docgen/model/release"
)

type versionCmd struct{}

// Run prints the version that the go command has built in.
func (versionCmd) Run(s *session) error {
	return s.print(func(w *bufio.Writer) error {
		_, err := fmt.Fprintln(w, currentVersion())
		return err
	})
}

// currentVersion returns the version of this program in one line.
func currentVersion() string { return versionLine(debug.ReadBuildInfo()) }

func versionLine(info *debug.BuildInfo, ok bool) string {
	version, commit := "(devel)", ""
	if ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	if ok {
		commit = commitOf(info)
	}
	return fmt.Sprintf("docgen %s%s %s %s/%s", version, commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// releaseVersion returns what generated files name as their maker: the version of a
// release or of a commit, and nothing for a build that nobody else can repeat.
func releaseVersion() string { return release.Version() }

// commitOf is the commit in brackets, with a mark where the sources were
// changed, or nothing where the build does not know.
func commitOf(info *debug.BuildInfo) string {
	commit, changed := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = ", changed"
		}
	}
	if commit == "" {
		return ""
	}
	return fmt.Sprintf(" (commit %.12s%s)", commit, changed)
}
