package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/cmd/docgen/internal/laws"
	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/openapi"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// attackEnv asks for every payload in every position, every kill and every size; see
// .ci/attack, which prints the sums of the lines that these tests log.
const attackEnv = "DOCGEN_ATTACK"

func isFullAttack() bool { return os.Getenv(attackEnv) != "" }

// A toll counts what was tried and what did not hold.
type toll struct {
	name          string
	tried, failed int
}

// log prints the line that .ci/attack adds up.
func (c *toll) log(t *testing.T) {
	t.Helper()
	t.Logf("ATTACK %s: %d tried, %d held, %d failed", c.name, c.tried, c.tried-c.failed, c.failed)
}

// An attacked is what docgen makes of pages.
type attacked struct {
	set     output.Set
	reports map[string]string // what diff prints, by format
	refused bool              // a page could not be read, which is an error of the docs
}

// TestAttackPages puts payloads wherever text of a page can stand, and looks for
// any that became code, markup, or a command in what docgen writes. A full attack
// tries all in all positions, a short one every fourth payload in one position.
func TestAttackPages(t *testing.T) {
	testutil.NoRace(t, "checks texts")
	if testing.Short() {
		t.Skip("makes many packages")
	}
	positions, all, c := attackPositions(), payloads(), &toll{name: "payloads in positions"}
	if len(positions) < 27 || len(all) < 160 {
		t.Fatalf("%d positions and %d payloads", len(positions), len(all))
	}
	old := filepath.Join(t.TempDir(), "old")
	storeDocs(t, old, attackDocs("", ""))
	base := withoutAttack(t, old, positions)
	for i, payload := range all {
		for j, position := range positions {
			if !isFullAttack() && (i%4 != 0 || i/4%len(positions) != j) {
				continue
			}
			docs := attackDocs(position, payload)
			if !allValid(docs) || !laws.IsTree(docs) {
				continue // no file can have that name
			}
			prose := slices.Contains(prosePositions, position) && !strings.ContainsAny(payload, "\n\r") && !slices.Contains(stating, payload)
			c.tried++
			a := &attacked{}
			err := a.attack(t, old, docs)
			if err == nil {
				err = a.check(base, prose)
			}
			if err != nil {
				c.failed++
				t.Errorf("%q as %s: %v", payload, position, err)
			}
		}
	}
	c.log(t)
}

// withoutAttack is what docgen makes of the pages with a harmless word in each
// position.
func withoutAttack(t *testing.T, old string, positions []string) *attacked {
	t.Helper()
	base := &attacked{}
	if err := base.attack(t, old, attackDocs("", "")); err != nil {
		t.Fatalf("without an attack: %v", err)
	}
	for i, position := range append(positions, "result name") {
		word := "another"
		if i == len(positions) {
			word = "two words" // what is unread is a doubt, which has marks of its own
		}
		other := &attacked{}
		if err := other.attack(t, old, attackDocs(position, word)); err != nil {
			t.Fatalf("without an attack: %v", err)
		}
		base.reports["--format=html"] += other.reports["--format=html"]
	}
	return base
}

func allValid(docs fstest.MapFS) bool {
	for name := range docs {
		if !fs.ValidPath(name) {
			return false
		}
	}
	return true
}

// storeDocs writes pages into a folder.
func storeDocs(t *testing.T, dir string, docs fs.FS) bool {
	t.Helper()
	err := os.RemoveAll(dir)
	if err == nil {
		err = os.CopyFS(dir, docs)
	}
	return err == nil
}

// attack makes a package, exports and reports of the pages, and checks what can be
// checked without comparing.
func (a *attacked) attack(t *testing.T, old string, docs fs.FS) error {
	ctx := context.Background()
	api, found, err := parser.Parse(ctx, docs, parser.Options{})
	if err != nil {
		return err
	}
	a.refused = found.Count(diag.Error) > 0
	if a.set, _, err = emit.Go(ctx, api, emit.Options{Package: "client"}); err != nil {
		return err
	}
	if err := laws.TypeCheck(a.set); err != nil {
		return err
	}
	var inYAML, inJSON bytes.Buffer
	exported := openapi.Export(api, openapi.Options{})
	if err := exported.WriteYAML(&inYAML); err != nil {
		return err
	}
	if err := exported.WriteJSON(&inJSON); err != nil {
		return err
	}
	if err := checkForms(inYAML.Bytes(), inJSON.Bytes()); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return a.report(t, old, docs)
}

// report runs the verbs that print text.
func (a *attacked) report(t *testing.T, old string, docs fs.FS) error {
	now := filepath.Join(filepath.Dir(old), "new")
	if !storeDocs(t, now, docs) {
		return nil // this system has no such names
	}
	a.reports = map[string]string{}
	for _, args := range [][]string{
		{"lint", now, "--verbose"}, {"inspect", now, "--evidence"}, {"diff", old, now, "--format=text"}, {"diff", old, now, "--format=markdown"},
		{"diff", old, now, "--format=html"}, {"diff", old, now, "--format=github"},
	} {
		r := docgen(t, args...)
		name := args[len(args)-1]
		if r.code == exitUsage || r.code == exitFailed && !strings.Contains(r.stderr, "documents a method") {
			return fmt.Errorf("%s exits %d: %s", args[0], r.code, r.stderr)
		}
		if err := checkLog(r.stderr); err != nil {
			return fmt.Errorf("%s, standard error: %w", args[0], err)
		}
		a.reports[name] = r.stdout
		var err error
		switch name {
		case "--format=html": // compared with another one
		case "--format=github":
			err = checkGitHub(r.stdout)
		case "--format=markdown":
			err = checkMarkdown(r.stdout)
			fallthrough
		default:
			if err == nil {
				err = checkLog(r.stdout)
			}
		}
		if err != nil {
			return fmt.Errorf("%s %s: %w", args[0], name, err)
		}
	}
	return nil
}

// check compares with what becomes of the same pages without an attack.
func (a *attacked) check(base *attacked, prose bool) error {
	if err := checkCode(a.set, base.set); err != nil {
		return err
	}
	if a.reports != nil {
		if err := checkHTML(a.reports["--format=html"], base.reports["--format=html"]); err != nil {
			return fmt.Errorf("diff --format=html: %w", err)
		}
	}
	if !prose || a.refused {
		return nil
	}
	was, err := shapeOf(base.set)
	if err != nil {
		return err
	}
	is, err := shapeOf(a.set)
	if err == nil && is != was {
		err = fmt.Errorf("prose changes the syntax of the package")
	}
	return err
}
