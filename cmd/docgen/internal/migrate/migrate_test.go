package migrate

import (
	"go/format"
	"strings"
	"testing"
)

// TestApply makes edits that stand beside and within each other.
func TestApply(t *testing.T) {
	const text = "a = some[Kind](KindOpen), b"
	at := func(part string) int { return strings.Index(text, part) }
	out, moved := apply([]byte(text), []edit{
		{at("some"), at("KindOpen"), ""}, {at("Kind]"), at("Kind]") + 4, "State"}, {at("KindOpen"), at("KindOpen") + 8, "StateOpen"},
		{at("), b"), at("), b") + 1, ""}, {0, 1, "x.a"}, {at("some"), at("some"), "("}, {at(", b"), at(", b"), ")"},
	})
	if string(out) != "x.a = (StateOpen), b" {
		t.Errorf("got %s", out)
	}
	if n := moved(at("b")); n < 0 || string(out[n:]) != "b" {
		t.Errorf("the last is at %d", n)
	}
}

// TestSameToken follows tokens into the text as gofmt writes it.
func TestSameToken(t *testing.T) {
	const plain = "package p\n\nvar v = T{\n\tA: f(1),\n\tLonger: g(2),\n}\n"
	formatted, err := format.Source([]byte(plain))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"f(1)", "g(2)", "Longer", "}"} {
		at := sameToken([]byte(plain), formatted, strings.Index(plain, part))
		if !strings.HasPrefix(string(formatted[at:]), part) {
			t.Errorf("%s is at %q", part, formatted[at:])
		}
		if line, column := position(formatted, at); strings.Index(strings.Split(string(formatted), "\n")[line-1], part) != column-1 {
			t.Errorf("%s is in line %d, column %d", part, line, column)
		}
	}
}

const (
	before = `package p
type Client struct { Crates CrateService; Lids LidService }
type CrateService struct{}
type LidService struct{}
type Crate struct { ID string ` + "`json:\"id\"`" + `; Lid Lid ` + "`json:\"lid\"`" + ` }
type Lid struct { Kind LidKind ` + "`json:\"kind\"`" + ` }
type LidKind string
const LidKindOpen LidKind = "open"
type Stray struct { Deep string ` + "`json:\"deep\"`" + ` }
func (s *CrateService) Get(ctx context.Context, id string, params CrateGetParams, opts ...Option) (*Crate, error) {
	r := newRequest("GET", "/crates/{id}"); r.setQuery("full", &params.Full, repeat); return nil, nil }
func (s *CrateService) List(ctx context.Context, opts ...Option) (*Crate, error) { r := newRequest("GET", "/crates"); return nil, nil }
func (s *CrateService) ListAutoPaging(ctx context.Context, opts ...Option) iter.Seq2[Crate, error] { return eachItem(s.List(ctx)) }
func (s *LidService) Get(ctx context.Context, id string, opts ...Option) (*Lid, error) { r := newRequest("GET", "/lids/{id}"); return nil, nil }
type CrateGetParams struct { Full Opt[bool] ` + "`json:\"-\"`" + ` }
func WithKey(secret string) Option { return withSecret("key", secret) }
func NewLid(kind LidKind) Lid { return Lid{} }
`
	after = `package p
type Client struct { Boxes BoxService; Covers CoverService }
type BoxService struct{}
type CoverService struct{}
type Box struct { Ident string ` + "`json:\"id\"`" + `; Cover Opt[Cover] ` + "`json:\"lid\"`" + ` }
type Cover struct { Kind CoverKind ` + "`json:\"kind\"`" + ` }
type CoverKind string
const CoverKindWide CoverKind = "open"
type Loose struct { Deep string ` + "`json:\"deep\"`" + ` }
func (s *BoxService) Fetch(ctx context.Context, id string, opts ...Option) (*Box, error) {
	var params BoxFetchParams
	opts = takeParams(opts, &params)
	r := newRequest("GET", "/crates/{id}"); r.setQuery("full", &params.Whole, repeat); return nil, nil }
func (s *BoxService) All(ctx context.Context, opts ...Option) (*Box, error) { r := newRequest("GET", "/crates"); return nil, nil }
func (s *BoxService) AllAutoPaging(ctx context.Context, opts ...Option) iter.Seq2[Box, error] { return eachItem(s.All(ctx)) }
func (s *CoverService) Get(ctx context.Context, id string, opts ...Option) (*Cover, error) { r := newRequest("GET", "/lids/{id}"); return nil, nil }
type BoxFetchParams struct { Whole Opt[bool] ` + "`json:\"-\"`" + ` }
func WithSecret(secret string) Option { return withSecret("key", secret) }
func NewCover(kind CoverKind) Cover { return Cover{} }
`
)

// TestNames finds what has become of every name of a package in which nothing is called
// as it was.
func TestNames(t *testing.T) {
	old, err := read(Source{"p.go": []byte(before)})
	if err != nil {
		t.Fatal(err)
	}
	now, err := read(Source{"p.go": []byte(after)})
	if err != nil {
		t.Fatal(err)
	}
	renamed, hints := pair(old, now).names()
	for was, want := range map[string]string{
		"Client.Crates": "Client.Boxes", "Client.Lids": "Client.Covers", "CrateService": "BoxService", "LidService": "CoverService",
		"Crate": "Box", "Crate.ID": "Box.Ident", "Crate.Lid": "Box.Cover", "Lid": "Cover", "Lid.Kind": "Cover.Kind", "LidKind": "CoverKind",
		"LidKindOpen": "CoverKindWide", "Stray": "Loose", "CrateService.Get": "BoxService.Fetch", "CrateService.List": "BoxService.All",
		"CrateService.ListAutoPaging": "BoxService.AllAutoPaging", "CrateGetParams": "BoxFetchParams", "CrateGetParams.Full": "BoxFetchParams.Whole",
		"WithKey": "WithSecret", "NewLid": "NewCover",
	} {
		if renamed[was] != want {
			t.Errorf("%s is %q, want %s", was, renamed[was], want)
		}
	}
	if want := "was Cover and is Opt[Cover]: read it with Get or Or"; hints["Crate.Lid"] != want {
		t.Errorf("the hint is %q, want %q", hints["Crate.Lid"], want)
	}
	for name, hint := range hints {
		if strings.Contains(hint, "any more") {
			t.Errorf("%s %s", name, hint)
		}
	}
}
