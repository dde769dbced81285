package feeds

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"
)

const root = "../../.."

// xmllint returns what the grammar of Atom says of a text. Without the program the test
// is skipped.
func xmllint(t *testing.T, text string) (string, bool) {
	t.Helper()
	program, err := exec.LookPath("xmllint")
	if err != nil {
		if os.Getenv("DOCGEN_FEEDS_REQUIRED") != "" {
			t.Fatal("no xmllint; install it (Debian has a package libxml2-utils)")
		}
		t.Skip("no xmllint")
	}
	cmd := exec.Command(program, "--noout", "--nonet", "--relaxng", "atom.rng", "-")
	cmd.Stdin = strings.NewReader(text)
	out, err := cmd.CombinedOutput()
	return string(out), err == nil
}

func jsonFeed(t *testing.T, text string) []gojsonschema.ResultError {
	t.Helper()
	schema, err := os.ReadFile("jsonfeed.json")
	if err != nil {
		t.Fatal(err)
	}
	result, err := gojsonschema.Validate(gojsonschema.NewBytesLoader(schema), gojsonschema.NewStringLoader(text))
	if err != nil {
		t.Fatal(err)
	}
	return result.Errors()
}

// sites are the arguments of histories whose feeds differ: with and without an address,
// with dates, without, and with titles that are an attack.
var sites = map[string][]string{
	"address":    {"--title", "Harbor", "--url", "https://history.test/harbor", "2026-01-01=testdata/harbor-old", "2026-02-01=testdata/harbor", "2026-03-01=testdata/harbor-next"},
	"no address": {"2026-01-01=testdata/harbor-old", "2026-02-01=testdata/harbor"},
	"no dates":   {"v1=testdata/harbor-old", "v2=testdata/harbor"},
	"one":        {"2026-01-01=testdata/harbor-old"},
	"hostile":    {"--title", "</title>]]>\x01\u202e&lt;<script>alert(1)</script>\"", "--url", "https://history.test/a%20b/ü/", "v1=testdata/harbor-old", "v2=testdata/harbor"},
}

// TestFeeds writes sites and holds their feeds against the grammars.
func TestFeeds(t *testing.T) {
	for name, args := range sites {
		t.Run(name, func(t *testing.T) {
			dir, err := filepath.Abs(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command("go", append([]string{"run", "./cmd/docgen", "history", "--site", dir}, args...)...)
			cmd.Dir, cmd.Env = root, append(os.Environ(), "DOCGEN_CACHE=off")
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			text, err := os.ReadFile(filepath.Join(dir, "feed.json"))
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range jsonFeed(t, string(text)) {
				t.Errorf("feed.json: %s", fault)
			}
			if text, err = os.ReadFile(filepath.Join(dir, "feed.xml")); err != nil {
				t.Fatal(err)
			}
			distinct(t, text)
			if said, ok := xmllint(t, string(text)); !ok {
				t.Errorf("feed.xml: %s", said)
			}
		})
	}
}

// distinct holds what no grammar can: IDs that differ.
func distinct(t *testing.T, text []byte) {
	t.Helper()
	var feed struct {
		ID      string `xml:"id"`
		Entries []struct {
			ID string `xml:"id"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(text, &feed); err != nil || len(feed.Entries) == 0 {
		t.Fatalf("%d entries: %v", len(feed.Entries), err)
	}
	seen := map[string]bool{feed.ID: true}
	for _, e := range feed.Entries {
		if seen[e.ID] {
			t.Errorf("the ID %s is there twice", e.ID)
		}
		seen[e.ID] = true
	}
}

// TestGrammarsBite demands that the grammars refuse what is no feed.
func TestGrammarsBite(t *testing.T) {
	const fine = `<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title><id>urn:a:b</id><updated>2026-01-01T00:00:00Z</updated><author><name>a</name></author>` +
		`<entry><title>a</title><id>urn:a:c</id><updated>2026-01-01T00:00:00Z</updated><link href="a"/></entry></feed>`
	if said, ok := xmllint(t, fine); !ok {
		t.Fatal(said)
	}
	for _, c := range []struct{ from, to string }{
		{"<id>urn:a:b</id>", ""}, {"<id>urn:a:b</id>", "<id>no address</id>"}, {"<title>a</title>", "<title>a</title><title>b</title>"},
		{"2026-01-01T00:00:00Z", "2026-01-01"}, {"2026-01-01T00:00:00Z", "2026-02-30T00:00:00Z"}, {"<name>a</name>", ""}, {`<link href="a"/>`, ""}, {`<link href="a"/>`, `<link/>`},
		{`<link href="a"/>`, `<link href="a"/><more/>`}, {"http://www.w3.org/2005/Atom", "http://www.w3.org/2005/Other"},
	} {
		if _, ok := xmllint(t, strings.Replace(fine, c.from, c.to, 1)); ok {
			t.Errorf("%q for %q is no fault", c.to, c.from)
		}
	}
	const item = `{"version": "https://jsonfeed.org/version/1.1", "title": "a", "items": [{"id": "a", "content_text": "a", "url": "https://a.test/", "date_published": "2026-01-01T00:00:00Z"}]}`
	if faults := jsonFeed(t, item); len(faults) > 0 {
		t.Fatal(faults)
	}
	for _, c := range []struct{ from, to string }{
		{`"title": "a", `, ""}, {"version/1.1", "version/2"}, {`"content_text": "a", `, ""}, {`"id": "a", `, ""}, {"https://a.test/", "a.html"},
		{"2026-01-01T00:00:00Z", "2026-01-01"}, {`"items"`, `"_x": "a", "items"`}, {`"items"`, `"more": {}, "items"`},
	} {
		if len(jsonFeed(t, strings.Replace(item, c.from, c.to, 1))) == 0 {
			t.Errorf("%q for %q is no fault", c.to, c.from)
		}
	}
}
