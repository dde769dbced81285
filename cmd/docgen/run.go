package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/model/verify"
	"github.com/docgen-go/docgen/parser"
)

// commands is the command line: one field for each verb.
type commands struct {
	ShowVersion kong.VersionFlag `name:"version" help:"Show the version of docgen."`

	Check      checkCmd      `cmd:"" help:"Show whether Go packages are what the reference pages give, and the differences."`
	Completion completionCmd `cmd:"" help:"Write what completes the command line in a shell: bash, zsh or fish."`
	Diff       diffCmd       `cmd:"" help:"Show what changed between two revisions of reference pages, and how bad it is."`
	Drift      driftCmd      `cmd:"" help:"Show where a Go client that is written by hand differs from the reference pages of its API."`
	Export     exportCmd     `cmd:"" help:"Write what the pages say in another format."`
	History    historyCmd    `cmd:"" help:"Show since when each thing of a reference exists, and what each revision changed."`
	Generate   generateCmd   `cmd:"" help:"Write a Go package for the API that reference pages describe."`
	GitDriver  gitDriverCmd  `cmd:"" help:"Show what changed in one page, for git (see gitattributes, diff)."`
	Help       helpCmd       `cmd:"" help:"Show what a verb does, with its flags and examples."`
	Init       initCmd       `cmd:"" help:"Write a docgen.yaml and a go:generate line for the package in this folder."`
	Inspect    inspectCmd    `cmd:"" help:"Show what docgen reads in reference pages."`
	Lint       lintCmd       `cmd:"" help:"Show what became of every byte of the pages, and what is wrong with them."`
	Pull       pullCmd       `cmd:"" help:"Take a snapshot of pages that are published."`
	Rules      rulesCmd      `cmd:"" help:"Show the rules that diff judges changes by, and the codes of findings about pages."`
	Verify     verifyCmd     `cmd:"" help:"Compare reference pages with an OpenAPI document."`
	Version    versionCmd    `cmd:"" help:"Show the version of docgen."`
}

// readFlags are for the verbs that read pages.
type readFlags struct {
	Dialects []string `placeholder:"NAME" help:"Read only the pages of these dialects; by default all that are there are read and fused. They are ${dialects}."`
}

// AfterApply tells the session what to read.
func (f *readFlags) AfterApply(s *session) error {
	s.dialects = f.Dialects
	return nil
}

// docsFlags are for the verbs that read the pages which DOCS names.
type docsFlags struct {
	readFlags

	Config string `placeholder:"FILE" help:"Take from this file what findings about the pages count as, and not from the nearest docgen.yaml, in this folder or above. The target that reads the same DOCS counts."`
}

// AfterApply tells the session where to look for what findings count as.
func (f *docsFlags) AfterApply(s *session) error {
	s.config = f.Config
	return f.readFlags.AfterApply(s)
}

const description = `Typed Go packages from the Markdown pages of API references.

Take the pages of a site with "docgen pull URL -o docs", look around with "docgen
inspect docs", and begin a package with "docgen init ../docs" in its folder.
"docgen help VERB" shows what a verb does, with examples.

Exit codes: 0 fine, 1 findings (such as errors in the docs), 2 wrong usage (the command line, or what
docgen.yaml or a file that a flag names says), 3 could not run. A file or folder that is named and is not
there is 3, whichever argument or flag names it.`

const docsHelp = "A folder, a page (.md), an OpenAPI document (.yaml, .json), an archive (.zip, .tar.gz, .txtar), a captured comparison or git:REV[:PATH]."

// run does what the arguments say and returns the exit code. An interrupt ends
// it early and in order; a second one kills the process as usual.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)

	s := &session{ctx: ctx, stdout: stdout, stderr: stderr, progress: newProgress(stderr)}
	if len(args) == 0 {
		s.parseArgs([]string{"--help"}, stderr)
		return exitUsage
	}
	cmd, code := s.parseArgs(args, stdout)
	if cmd == nil {
		return code
	}
	defer s.close()
	return exitCode(ctx, diag.Guard("running "+cmd.Command(), source.Span{}, func() error { return cmd.Run(s) }), stderr)
}

// newParser returns the command line with what its help says, and further options.
func newParser(options ...kong.Option) *kong.Kong {
	k := kong.Must(&commands{}, append([]kong.Option{kong.Name("docgen"), kong.Description(description), newParserVars(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true})}, options...)...)
	for _, leaf := range k.Model.Leaves(false) {
		leaf.Detail = examplesText(verbOfNode(leaf))
	}
	return k
}

// newParserVars returns what help texts have in them that is known elsewhere.
func newParserVars() kong.Vars {
	return kong.Vars{
		"docs": docsHelp, "judged": kindList(verify.SignedKinds()), "kinds": kindList(verify.Kinds()),
		"dialects": strings.Join(parser.Dialects(), ", "), "version": currentVersion(), "references": strings.Join(knownNames(), ", "),
	}
}

// verbOfNode returns a command as users write it, without the name of the program.
func verbOfNode(n *kong.Node) string {
	names := []string{n.Name}
	for p := n.Parent; p != nil && p.Type == kong.CommandNode; p = p.Parent {
		names = append([]string{p.Name}, names...)
	}
	return strings.Join(names, " ")
}

// parseArgs returns the chosen command with its flags, or nil and the exit code where the command
// line is wrong or asks for nothing but help, which goes to helpTo.
func (s *session) parseArgs(args []string, helpTo io.Writer) (*kong.Context, int) {
	code, help := -1, &helpWriter{Writer: helpTo}
	k := newParser(kong.Bind(s), kong.Writers(help, s.stderr), kong.Exit(func(c int) { code = c }))
	cmd, err := k.Parse(args)
	if help.err != nil {
		return nil, exitCode(context.Background(), outputError(help.err), s.stderr)
	}
	if code >= 0 {
		return nil, code
	}
	if err != nil {
		fmt.Fprintf(s.stderr, "docgen: %s\nRun \"docgen%s --help\" for usage.\n", usageText(args, err), verbOf(err))
		return nil, exitUsage
	}
	return cmd, exitOK
}

// verbOf is the verb whose usage was wrong, with a space before it, if there is one.
func verbOf(err error) string {
	var wrong *kong.ParseError
	if !errors.As(err, &wrong) || wrong.Context.Selected() == nil {
		return ""
	}
	_, verb, _ := strings.Cut(wrong.Context.Selected().FullPath(), " ")
	return " " + verb
}

// A helpWriter keeps the error of what is written, which for the library is one
// of the command line.
type helpWriter struct {
	io.Writer
	err error
}

func (w *helpWriter) Write(text []byte) (int, error) {
	n, err := w.Writer.Write(text)
	w.err = cmp.Or(w.err, err)
	return n, err
}
