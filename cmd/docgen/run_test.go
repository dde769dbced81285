package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args           string
		code           int
		stdout, stderr string
	}{
		{"", exitUsage, "", "Usage: docgen <command>"},
		{"--help", exitOK, "Usage: docgen <command>", ""},
		{"lint --help", exitOK, "Usage: docgen lint [<docs>]", ""},
		{"inspect -h", exitOK, "Usage: docgen inspect <docs>", ""},
		{"version --help", exitOK, "Usage: docgen version", ""},
		{"--version", exitOK, "docgen ", ""},
		{"lint --version", exitOK, "docgen ", ""},
		{"polish", exitUsage, "", "docgen: unexpected argument polish"},
		{"--polish", exitUsage, "", "docgen: unknown flag --polish"},
		{"inspect", exitUsage, "", "Run \"docgen inspect --help\" for usage."},
		{"export openapi", exitUsage, "", "Run \"docgen export openapi --help\" for usage."},
		{"lint a b", exitUsage, "", "unexpected argument b"},
		{"lint a --format=xml", exitUsage, "", `--format must be one of "text","json","github","sarif","junit","codequality" but got "xml"`},
		{"inspect", exitUsage, "", `expected "<docs>"`},
		{"inspect a --format=xml", exitUsage, "", `must be one of "json","tree","stats"`},
		{"inspect a --polish", exitUsage, "", "unknown flag --polish"},
		{"version 2", exitUsage, "", "unexpected argument 2"},
		{"version", exitOK, "docgen ", ""},
	} {
		t.Run(c.args, func(t *testing.T) {
			docgen(t, strings.Fields(c.args)...).expect(t, c.code, c.stdout, c.stderr)
		})
	}
}

func TestExitCode(t *testing.T) {
	done, cancel := context.WithCancel(context.Background())
	cancel()
	live := context.Background()
	for _, c := range []struct {
		ctx  context.Context
		err  error
		code int
		said string
	}{
		{live, nil, exitOK, ""},
		{live, errFindings, exitFindings, ""},
		{live, fmt.Errorf("lint: %w", errFindings), exitFindings, ""},
		{live, usageError{errors.New("no name")}, exitUsage, "docgen: no name\n"},
		{live, errors.New("disk full"), exitFailed, "docgen: disk full\n"},
		{done, context.Canceled, exitFailed, "docgen: interrupted\n"},
		{done, nil, exitOK, ""},
	} {
		var stderr strings.Builder
		if code := exitCode(c.ctx, c.err, &stderr); code != c.code || stderr.String() != c.said {
			t.Errorf("%v: exit code %d saying %q, want %d saying %q", c.err, code, stderr.String(), c.code, c.said)
		}
	}
}

func TestVersionLine(t *testing.T) {
	built := &debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}, Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"},
	}}
	if got, want := versionLine(built, true), "docgen v1.2.3 (commit 0123456789ab, changed) go"; !strings.HasPrefix(got, want) {
		t.Errorf("%q, want it to start with %q", got, want)
	}
	if got, want := versionLine(nil, false), "docgen (devel) go"; !strings.HasPrefix(got, want) {
		t.Errorf("%q, want it to start with %q", got, want)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestFullDiskUnderStandardOutput(t *testing.T) {
	var stderr strings.Builder
	code := run(t.Context(), []string{"version"}, fullDisk{}, &stderr)
	if want := "docgen: writing to standard output: no space left on device\n"; code != exitFailed || stderr.String() != want {
		t.Errorf("exit code %d saying %q, want %d saying %q", code, stderr.String(), exitFailed, want)
	}
}

// A panickingWriter stands for any code of docgen that is at fault.
type panickingWriter struct{}

func (panickingWriter) Write([]byte) (int, error) { panic("out of paper") }

func TestVerbsThatPanic(t *testing.T) {
	var stderr strings.Builder
	code := run(t.Context(), []string{"version"}, panickingWriter{}, &stderr)
	if want := "docgen: docgen is at fault while running version: out of paper\n\thelp: please report this"; code != exitFailed || !strings.HasPrefix(stderr.String(), want) {
		t.Errorf("exit code %d saying %q, want %d saying %q", code, stderr.String(), exitFailed, want)
	}
	if !strings.Contains(stderr.String(), "panickingWriter") {
		t.Error("the stack is not told")
	}
	fault := &diag.Fault{Doing: "rendering files.list", Span: source.Span{File: "files/list.md", Start: source.Pos{Line: 3, Column: 1}}, Value: "x"}
	if err := locate(fmt.Errorf("docs: %w", fault), "docs/"); err.Error() != "docs/files/list.md:3:1: docgen is at fault while rendering files.list: x" {
		t.Errorf("%v does not lead to the page", err)
	}
}
