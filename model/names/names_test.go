package names

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for in, want := range map[string][2]string{ // words, parts
		"parcel_id":       {"parcel id", "parcel id"},
		"List Parcels":    {"List Parcels", "List Parcels"},
		"harborParcelID":  {"harbor Parcel ID", "harbor Parcel ID"},
		"created_at[gte]": {"created at gte", "created at gte"},
		"HTTPServer":      {"HTTP Server", "HTTPServer"},
		"userIDs":         {"user IDs", "user IDs"},
		"userIDsOnly":     {"user IDs Only", "user IDs Only"},
		"harbor2Alpha":    {"harbor2 Alpha", "harbor2Alpha"},
		"größe über":      {"größe über", "größe über"},
		"--":              {"", ""},
		"":                {"", ""},
	} {
		if got := strings.Join(Words(in), " "); got != want[0] {
			t.Errorf("Words(%q) is %q, want %q", in, got, want[0])
		}
		if got := strings.Join(Parts(in), " "); got != want[1] {
			t.Errorf("Parts(%q) is %q, want %q", in, got, want[1])
		}
	}
}

func TestSingular(t *testing.T) {
	for plural, want := range map[string]string{
		// by rule
		"parcels": "parcel", "entries": "entry", "boxes": "box", "classes": "class", "branches": "branch", "crashes": "crash",
		"addresses": "address", "databases": "database", "responses": "response", "licenses": "license", "courses": "course",
		"houses": "house", "clauses": "clause", "causes": "cause", "purchases": "purchase", "releases": "release", "buzzes": "buzz",
		"statuses": "status", "Statuses": "Status", "STATUSES": "STATUS", "buses": "bus", "bonuses": "bonus", "viruses": "virus", "campuses": "campus",
		"analyses": "analysis", "ties": "tie", "keys": "key", "topics": "topic", "metrics": "metric", "ids": "id", "Files": "File",
		"prices": "price", "devices": "device", "invoices": "invoice", "services": "service", "archives": "archive", "curves": "curve",
		// by themselves
		"indices": "index", "Indices": "Index", "matrices": "matrix", "vertices": "vertex", "axes": "axis", "criteria": "criterion",
		"children": "child", "people": "person", "leaves": "leaf", "movies": "movie", "cookies": "cookie", "caches": "cache", "Caches": "Cache",
		"quizzes": "quiz", "aliases": "alias", "biases": "bias", "gases": "gas", "lenses": "lens", "heroes": "hero", "uses": "use", "excuses": "excuse",
		"apis": "api", "APIs": "API", "IDs": "ID", "GPUs": "GPU", "gpus": "gpu", "menus": "menu",
		// no plurals
		"status": "status", "business": "business", "access": "access", "analysis": "analysis", "series": "series", "News": "News", "Species": "Species",
		"gas": "gas", "dock": "dock", "": "", "s": "s", "is": "is", "analytics": "analytics", "dns": "dns", "DNS": "DNS", "data": "data", "media": "media",
		"alias": "alias", "bias": "bias", "canvas": "canvas", "lens": "lens", "windows": "window", "kubernetes": "kubernetes", "https": "https", "größe": "größe",
	} {
		if got := Singular(plural); got != want {
			t.Errorf("Singular(%q) is %q, want %q", plural, got, want)
		}
		if again := Singular(want); again != want {
			t.Errorf("Singular(%q) is %q and not itself", want, again)
		}
	}
}

func TestSingularName(t *testing.T) {
	for name, want := range map[string]string{
		"ParcelStatuses": "ParcelStatus", "ParcelIndices": "ParcelIndex", "BetaSessionListParamsStatuses": "BetaSessionListParamsStatus",
		"parcel_ids": "parcel_id", "userIDs": "userID", "Statuses": "Status", "depot-caches": "depot-cache", "items_": "items_", "": "", "--": "--",
	} {
		if got := SingularName(name); got != want {
			t.Errorf("SingularName(%q) is %q, want %q", name, got, want)
		}
	}
}

func TestSlots(t *testing.T) {
	for path, want := range map[string][]string{
		"/parcels": nil, "/parcels/{id}": {"id"}, "/a/{x}/b/{y}/{x}": {"x", "y"}, "/a/{x": nil, "/a/}{x}": {"x"}, "/a/{y{x}": {"x"}, "/{}": {""}, "/a/{x}.{y}": {"x", "y"},
	} {
		if got := Slots(path); !slices.Equal(got, want) {
			t.Errorf("Slots(%q) is %q, want %q", path, got, want)
		}
	}
	if got := WithoutSlots("/a/{x}/b/{y}"); got != "/a/{}/b/{}" {
		t.Errorf("got %q", got)
	}
	if got := Template("/a/{x}/b/{y", strings.ToUpper); got != "/a/{X}/b/{y" {
		t.Errorf("got %q", got)
	}
	if i, j := SlotIndex("/a/{x}/{y}", "y"), SlotIndex("/a/{x}", "z"); i != 1 || j != -1 {
		t.Errorf("got %d and %d", i, j)
	}
}

// Plurals finds what the singulars of the test came from.
func TestPlurals(t *testing.T) {
	for word, want := range map[string]string{
		"Status": "Statuses", "Index": "Indices Indexes Indexs", "child": "children childs", "Cache": "Caches", "entry": "entries entrys", "Person": "People Persons",
		"API": "APIs APIS", "house": "houses", "bus": "buses", "parcel": "parcels", "class": "classes", "": "",
	} {
		if got := strings.Join(Plurals(word), " "); got != want {
			t.Errorf("Plurals(%q) is %q, want %q", word, got, want)
		}
	}
}

func FuzzSingular(f *testing.F) {
	for _, word := range []string{"statuses", "ies", "İes", "IDs", "\xffs", "xes"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if len(Singular(word)) > len(word)+len("on") {
			t.Errorf("Singular(%q) is longer", word)
		}
		SingularName(word)
		for _, s := range Slots(word) {
			if SlotIndex(word, s) < 0 {
				t.Errorf("%q has the slot %q and does not find it", word, s)
			}
		}
	})
}

// FuzzWords holds that texts of ASCII have the words that their runes give.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{"HTTPServer", "userIDs", "a_b-C", "X1Y2z", "URLs", "Ids", "aB c", "__", "IDsOf", "Ss"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range text {
			if r >= 0x80 {
				return
			}
		}
		// A letter of another alphabet at the end takes the way of runes.
		slow := Words(text + " \u00e4")
		if fast := Words(text); !slices.Equal(fast, slow[:len(slow)-1]) {
			t.Errorf("%q: %q, want %q", text, fast, slow[:len(slow)-1])
		}
	})
}
