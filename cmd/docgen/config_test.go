package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// configFile writes a docgen.yaml into a folder of its own.
func configFile(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "docgen.yaml")
	write(t, name, text)
	return name
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// harborTarget is a target with the pages of Harbor and more lines of it.
func harborTarget(t *testing.T, output string, more ...string) string {
	t.Helper()
	docs, err := filepath.Abs(harbor)
	if err != nil {
		t.Fatal(err)
	}
	lines := append([]string{"  - docs: " + docs, "output: " + output, "package: harbor"}, more...)
	return strings.Join(lines, "\n    ") + "\n"
}

const configHead = "version: 1\ntargets:\n"

func TestGenerateReadsTheNearestConfig(t *testing.T) {
	file := configFile(t, configHead+harborTarget(t, "out/one")+harborTarget(t, "out/two", "module: harbor.example/go", "dialects: [http]"))
	root := filepath.Dir(file)
	deep := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(deep, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Chdir(deep)
	r := docgen(t, "generate")
	r.expect(t, exitOK, "", filepath.Join("..", "..", "out", "one")+": ")
	r.expect(t, exitOK, "", filepath.Join("..", "..", "out", "two")+": ")
	if _, err := os.Stat(filepath.Join(root, "out", "two", "go.mod")); err != nil {
		t.Error(err)
	}
	t.Chdir(t.TempDir())
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "; no file changed; ")
	docgen(t, "generate", "--config", file, "--package", "port").expect(t, exitUsage, "", "for one target, but docgen.yaml has several")
	docgen(t, "generate").expect(t, exitUsage, "", `no docgen.yaml in this folder or above; write one with "docgen init"`)
	docgen(t, "generate", "--config", "nowhere.yaml").expect(t, exitFailed, "", "nowhere.yaml: no such file")
}

func TestGenerateFlagsOverrideTheConfig(t *testing.T) {
	file := configFile(t, configHead+harborTarget(t, "out"))
	elsewhere := filepath.Join(t.TempDir(), "port")
	docgen(t, "generate", "--config", file, "-o", elsewhere, "--package", "port").expect(t, exitOK, "", elsewhere+": ")
	if !strings.Contains(contentOf(t, elsewhere), "\npackage port\n") {
		t.Error("--package does not count")
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(file), "out")); err == nil {
		t.Error("the output of the file was written all the same")
	}
}

func TestGenerateOverrides(t *testing.T) {
	file := configFile(t, configHead+harborTarget(t, "out", "base_url: https://eu.harbor.example", "include: [webhooks, parcels.retrieve]",
		`exclude: ["*.delete"]`, "types: {Parcel.id: any}"))
	docgen(t, "generate", "--config", file).expect(t, exitOK, "", "out: ")
	source := contentOf(t, filepath.Join(filepath.Dir(file), "out"))
	for _, want := range []string{"https://eu.harbor.example", "func (s *WebhookService) New(", "func (s *ParcelService) Get("} {
		if !strings.Contains(source, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, unwanted := range []string{"func (s *WebhookService) Delete(", "func (s *ParcelService) List(", "ShipmentService"} {
		if strings.Contains(source, unwanted) {
			t.Errorf("there is %s", unwanted)
		}
	}
}

func TestGenerateRefusesWhatChangesNothing(t *testing.T) {
	for more, message := range map[string]string{
		"include: [parcel]":             `docgen.yaml:6:15: "parcel" is no resource or method of the pages`,
		"exclude: [parcels.burn]":       `docgen.yaml:6:15: "parcels.burn" is no resource or method of the pages`,
		"types: {Parcel.wheels: any}":   `docgen.yaml:6:13: no field or parameter is called "Parcel.wheels"`,
		"types: {Parcel.id: string}":    `docgen.yaml:6:13: Parcel.id is of type string already`,
		"types: {Parcel.id: 'integre'}": `docgen.yaml:6:24: "integre" is no type; did you mean integer?`,
	} {
		file := configFile(t, configHead+harborTarget(t, "out", more))
		docgen(t, "generate", "--config", file).expect(t, exitUsage, "", message)
		if _, err := os.Stat(filepath.Join(filepath.Dir(file), "out")); err == nil {
			t.Errorf("%s: written all the same", more)
		}
	}
}
