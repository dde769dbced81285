package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/testutil"
)

// edit replaces a text that must be in a file.
func edit(t *testing.T, name, old, new string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), old) {
		t.Fatalf("%s has no %q", name, old)
	}
	write(t, name, strings.ReplaceAll(string(text), old, new))
}

func TestLockKeepsNames(t *testing.T) {
	testutil.Slow(t, "generates many packages")
	file := configFile(t, configHead+harborTarget(t, "out"))
	out, lock := filepath.Join(filepath.Dir(file), "out"), filepath.Join(filepath.Dir(file), "docgen.lock")
	r := docgen(t, "check", "--config", file)
	r.expect(t, exitFindings, "--- /dev/null\n+++ "+filepath.ToSlash(lock), lock+`: not what the docs give; run "docgen generate"`)
	if _, err := os.Stat(lock); err == nil {
		t.Fatal("check wrote docgen.lock")
	}
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "added")
	edit(t, lock, "\nrules names", "\nmethod webhooks.create = Register\nrules names")
	docgen(t, "check", "--config", file).expect(t, exitFindings, "+func (s *WebhookService) Register(", "changed")
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "changed")
	if !strings.Contains(contentOf(t, out), "func (s *WebhookService) Register(") {
		t.Error("the name of the lock does not count")
	}
	docgen(t, "check", "--config", file).expect(t, exitOK, "", "up to date")
	edit(t, lock, "\nmethod webhooks.create = Register\n", "\n")
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "changed")
	edit(t, lock, "\nrules names", "\n<<<<<<< ours\nrules names")
	docgen(t, "generate", "--config", file).expect(t, exitFailed, "", ":1: a merge is not finished")
}

// TestLockRemembersWhatWasWritten where the run then fails for another target.
func TestLockRemembersWhatWasWritten(t *testing.T) {
	file := configFile(t, configHead+harborTarget(t, "out")+"  - {docs: nowhere, output: other, package: other}\n")
	docgen(t, "generate", "--config", file).expect(t, exitFailed, "", "no such folder or file")
	lock := textOf(t, filepath.Join(filepath.Dir(file), "docgen.lock"))
	if !strings.Contains(lock, "\nservice webhooks = WebhookService\n") {
		t.Errorf("docgen.lock is %.300q", lock)
	}
}

// TestLockIsLeftAlone by what the command line changes for once.
func TestLockIsLeftAlone(t *testing.T) {
	testutil.Slow(t, "generates many packages")
	file := configFile(t, configHead+harborTarget(t, "out"))
	lock := filepath.Join(filepath.Dir(file), "docgen.lock")
	docgen(t, "generate", "--config", file, "-o", t.TempDir()).expect(t, exitOK, "", "added")
	docgen(t, "generate", "--dialects=http", "--config", file).expect(t, exitOK, "", "added")
	if _, err := os.Stat(lock); err == nil {
		t.Error("docgen.lock was written")
	}
}

func TestRename(t *testing.T) {
	testutil.Slow(t, "generates many packages")
	file := configFile(t, configHead+harborTarget(t, "out"))
	out, lock := filepath.Join(filepath.Dir(file), "out"), filepath.Join(filepath.Dir(file), "docgen.lock")
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "added")
	plain, plainLock := contentOf(t, out), contentOf(t, filepath.Dir(lock))
	write(t, file, configHead+harborTarget(t, "out", "rename:", "  resources: {webhooks: Hooks}", "  methods: {webhooks.create: Register}",
		"  types: {Parcel: Crate}", "  fields: {Parcel.id: Identifier, parcels.list.limit: Most}"))
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "changed")
	renamed := contentOf(t, out)
	for _, want := range []string{"type Crate struct", "Identifier string", "func (s *WebhookService) Register(", "WebhookRegisterParams", "Hooks WebhookService", "Most "} {
		if !strings.Contains(strings.Join(strings.Fields(renamed), " "), want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(contentOf(t, filepath.Dir(lock)), "= Crate") {
		t.Error("docgen.lock remembers a rename")
	}
	docgen(t, "check", "--config", file).expect(t, exitOK, "", "up to date")
	write(t, file, configHead+harborTarget(t, "out"))
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "changed")
	if contentOf(t, out) != plain || contentOf(t, filepath.Dir(lock)) != plainLock {
		t.Error("a rename leaves something behind")
	}
}

func TestRenameRefuses(t *testing.T) {
	testutil.Slow(t, "generates many packages")
	for rename, message := range map[string]string{
		"types: {Parcels: Crate}":               `:6:22: no type is called "Parcels"`,
		"types: {Parcel: Parcel}":               `:6:22: Parcel is called Parcel anyway`,
		"types: {Parcel: Client}":               `:6:30: Parcel cannot be called Client: the package has that name`,
		"types: {Parcel: Box, Carrier: Box}":    `cannot be called Box`,
		"methods: {parcels.get: Fetch}":         `:6:24: no method is called "parcels.get"`,
		"resources: {parcel: Box}":              `:6:26: no resource is called "parcel"`,
		"fields: {Parcel.wheels: Wheels}":       `:6:23: no field or parameter is called "Parcel.wheels"`,
		"fields: {Parcel.id: id}":               `:6:34: "id" is no name in Go`,
		"fields: {Parcel.id: A}, types: {x: Y}": `no type is called "x"`,
	} {
		file := configFile(t, configHead+harborTarget(t, "out", "rename: {"+rename+"}"))
		docgen(t, "generate", "--config", file).expect(t, exitUsage, "", message)
	}
}
