package output

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const mine = "package mine\n"

// forge puts a journal and kept files into an output folder, as somebody could
// who sends a change to the repository.
func forge(t *testing.T, dir string, j any, kept ...string) {
	t.Helper()
	text, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{journalName: string(text)}
	for i, content := range kept {
		files[storedName("old", i)] = content
	}
	put(t, dir, files)
}

// TestForgedJournals has journals that docgen did not write. Nothing outside of
// the folder and nothing written by hand changes, whatever they say.
func TestForgedJournals(t *testing.T) {
	old := string(file("old"))
	changed := func(path string) journal {
		return journal{journalVersion, []renameStep{{Change{path, Changed}, digest([]byte(old)), digest([]byte(mine))}}}
	}
	added := func(path string) journal {
		return journal{journalVersion, []renameStep{{Change{path, Added}, "", digest([]byte(mine))}}}
	}
	for name, c := range map[string]struct {
		journal any
		kept    string
		refused bool
	}{
		"overwrites outside":         {changed("../outside.go"), old, true},
		"removes outside":            {added("../outside.go"), old, true},
		"absolute":                   {changed("/etc/hosts"), old, true},
		"through a link":             {changed("link/outside.go"), old, true},
		"removes through a link":     {added("link/outside.go"), old, true},
		"into the stage":             {changed(stageName + "/x"), old, true},
		"moves what is not docgen's": {journal{journalVersion, []renameStep{{Change{"mine.go", Changed}, digest([]byte(mine)), digest([]byte(mine))}}}, mine, true},
		"another file was kept":      {journal{journalVersion, []renameStep{{Change{"mine.go", Changed}, digest([]byte("x")), digest([]byte(mine))}}}, old, true},
		"overwrites what is by hand": {changed("mine.go"), old, false},
		"removes what is by hand":    {added("mine.go"), old, false},
		"no digests":                 {[]Change{{"mine.go", Changed}}, old, true},
		"unknown kind":               {journal{journalVersion, []renameStep{{Change{"mine.go", "moved"}, "a", "b"}}}, old, true},
		"of a later version":         {journal{journalVersion + 1, nil}, old, true},
		"twice":                      {journal{journalVersion, append(changed("a.go").Changes, changed("a.go").Changes...)}, old, true},
		"no journal at all":          {"hello", old, true},
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			dir := filepath.Join(parent, "pkg")
			put(t, parent, map[string]string{"outside.go": mine, "pkg/mine.go": mine})
			if err := os.Symlink("..", filepath.Join(dir, "link")); err != nil {
				t.Skip(err)
			}
			forge(t, dir, c.journal, c.kept)
			_, err := Set{"a.go": file("a")}.Write(t.Context(), dir)
			if (err != nil) != c.refused {
				t.Errorf("got %v, want an error: %v", err, c.refused)
			}
			for _, path := range []string{"outside.go", "pkg/mine.go"} {
				if content, err := os.ReadFile(filepath.Join(parent, path)); err != nil || string(content) != mine {
					t.Errorf("%s is now %q (%v)", path, content, err)
				}
			}
			if _, err := os.Stat(filepath.Join(parent, "a.go")); err == nil {
				t.Error("a file was written outside of the folder")
			}
		})
	}
}

// TestDamagedJournalSaysWhatToDo holds the message for a journal that cannot be
// read, of Write, Recover and Compare alike.
func TestDamagedJournalSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, map[string]string{journalName: `{"version":1,"changes":[{"pa`})
	_, write := Set{"a.go": file("a")}.Write(t.Context(), dir)
	_, compare := Set{"a.go": file("a")}.Compare(t.Context(), dir)
	for verb, err := range map[string]error{"write": write, "compare": compare, "recover": Recover(t.Context(), dir)} {
		var damaged *JournalError
		if !errors.As(err, &damaged) || !strings.Contains(err.Error(), "remove the folder "+filepath.Join(dir, stageName)) {
			t.Errorf("%s: %v", verb, err)
		}
	}
	if err := os.RemoveAll(filepath.Join(dir, stageName)); err != nil {
		t.Fatal(err)
	}
	if _, err := (Set{"a.go": file("a")}).Write(t.Context(), dir); err != nil {
		t.Errorf("after doing what the message says: %v", err)
	}
}

// TestLinksInTheFolder has links where a write would go. Each is refused before
// anything is written.
func TestLinksInTheFolder(t *testing.T) {
	for link, target := range map[string]string{
		"sub": "../elsewhere", "sub/deep": "../../elsewhere", stageName: "../elsewhere", stageName + "/old": "../../elsewhere",
		journalName: "../../elsewhere/journal",
	} {
		parent := t.TempDir()
		put(t, parent, map[string]string{"elsewhere/keep.go": mine, "elsewhere/journal": mine, "pkg/mine.go": mine})
		at := filepath.Join(parent, "pkg", filepath.FromSlash(link))
		if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(filepath.FromSlash(target), at); err != nil {
			t.Skip(err)
		}
		before := read(t, filepath.Join(parent, "elsewhere"))
		_, err := Set{"a.go": file("a"), "sub/deep/b.go": file("b")}.Write(t.Context(), filepath.Join(parent, "pkg"))
		if err == nil {
			t.Errorf("a link %s was followed", link)
		}
		if got := read(t, filepath.Join(parent, "elsewhere")); !same(got, before) {
			t.Errorf("link %s: outside there is now %v", link, got)
		}
		if _, err := os.Stat(filepath.Join(parent, "pkg", "a.go")); err == nil {
			t.Errorf("link %s: a part of the set was written", link)
		}
	}
}

// FuzzJournal has any text for a journal: no panic, nothing outside of the
// folder, nothing that was written by hand.
func FuzzJournal(f *testing.F) {
	f.Add(`{"version":1,"changes":[{"path":"mine.go","kind":"changed","old":"a","new":"b"}]}`)
	f.Add(`{"version":1,"changes":[{"path":"../outside.go","kind":"added","new":"b"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		parent := t.TempDir()
		dir := filepath.Join(parent, "pkg")
		before := map[string]string{"outside.go": mine, "pkg/mine.go": mine}
		put(t, parent, before)
		put(t, dir, map[string]string{journalName: text, storedName("old", 0): string(file("old"))})
		_ = Recover(t.Context(), dir)
		if got := packageFiles(t, parent); got["outside.go"] != mine || got["pkg/mine.go"] != mine {
			t.Errorf("%q left %v", text, got)
		}
	})
}
