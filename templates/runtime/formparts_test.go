package runtime

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A picture is a choice between a file and several, as packages have it.
type (
	picture struct {
		Value isPicture
		raw   json.RawMessage
	}
	isPicture interface{ isPicture() }
	oneFile   struct{ File }
	manyFiles []File
	pictureID string
)

func (oneFile) isPicture()   {}
func (manyFiles) isPicture() {}
func (pictureID) isPicture() {}

func (v picture) MarshalJSON() ([]byte, error) { return encodeValue(&v) }

func (*picture) table() *union { return &union{} }

// An album has lists of objects, with and without files.
type (
	album struct {
		Cover  picture                    `json:"cover"`
		Back   Opt[picture]               `json:"back,omitzero"`
		Pages  []albumPage                `json:"pages"`
		Owners Opt[[]map[string]any]      `json:"owners,omitzero"`
		Extra  map[string]json.RawMessage `json:"-"`
	}
	albumPage struct {
		Scan  Opt[File]                  `json:"scan,omitzero"`
		Title string                     `json:"title"`
		Texts []string                   `json:"texts"`
		Extra map[string]json.RawMessage `json:"-"`
	}
)

func (v album) MarshalJSON() ([]byte, error)         { return encodeOwn(v) }
func (v *album) UnmarshalJSON(data []byte) error     { return decodeOwn(data, v) }
func (v albumPage) MarshalJSON() ([]byte, error)     { return encodeOwn(v) }
func (v *albumPage) UnmarshalJSON(data []byte) error { return decodeOwn(data, v) }

func reader(text string) File { return File{Reader: strings.NewReader(text)} }

func TestPartsOfForms(t *testing.T) {
	for _, c := range []struct {
		name  string
		form  album
		style listStyle
		want  string
	}{
		{"one file of a choice", album{Cover: picture{Value: oneFile{reader("a")}}}, brackets, "cover=file"},
		{"several files of a choice", album{Cover: picture{Value: manyFiles{reader("a"), reader("b")}}}, brackets, "cover[]=file cover[]=file"},
		{"several files in the other style", album{Cover: picture{Value: manyFiles{reader("a"), reader("b")}}}, repeat, "cover=file cover=file"},
		{"no file of a choice", album{Cover: picture{Value: pictureID("p1")}}, repeat, "cover=p1"},
		{"a member that is newer", album{Cover: picture{Value: pictureID("p1")}, Extra: map[string]json.RawMessage{"x": json.RawMessage(`["1"]`), "pages": nil}}, brackets, "cover=p1 x[]=1"},
		{"a choice that is newer", album{Cover: picture{raw: json.RawMessage(`{"id":"p2"}`)}}, repeat, "cover[id]=p2"},
		{"an optional choice", album{Cover: picture{Value: pictureID("p1")}, Back: Some(picture{Value: oneFile{reader("a")}})}, repeat, "cover=p1 back=file"},
		{"files inside objects", album{Cover: picture{Value: pictureID("p1")}, Pages: []albumPage{
			{Title: "A", Texts: []string{"x", "y"}}, {Scan: Some(reader("s")), Title: "B", Extra: map[string]json.RawMessage{"more": json.RawMessage("1")}},
		}}, brackets, "cover=p1 pages[0][title]=A pages[0][texts][]=x pages[0][texts][]=y pages[1][scan]=file pages[1][title]=B pages[1][more]=1"},
		{"objects without files", album{Cover: picture{Value: pictureID("p1")}, Owners: Some([]map[string]any{{"id": 1}, {"id": 2, "name": "y"}})}, repeat,
			"cover=p1 owners[0][id]=1 owners[1][id]=2 owners[1][name]=y"},
	} {
		parts, err := partsOf(&c.form, c.style)
		var got []string
		for _, p := range parts {
			if p.file != nil {
				p.text = "file"
			}
			got = append(got, p.name+"="+p.text)
		}
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, %v, want %s", c.name, got, err, c.want)
		}
	}
	var closed *os.File
	for name, f := range map[string]File{"none": {}, "nil": {Reader: closed}} {
		if _, err := partsOf(&album{Cover: picture{Value: oneFile{f}}}, repeat); err == nil || !strings.Contains(err.Error(), "form field cover") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestNamesOfFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "crane.png")
	if err := os.WriteFile(path, []byte("PNG"), 0o600); err != nil {
		t.Fatal(err)
	}
	open, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	for _, c := range []struct {
		file        File
		name, media string
	}{
		{File{Reader: open}, "crane.png", "image/png"},
		{File{Name: "other.json", Reader: open}, "other.json", "application/json"},
		{File{Name: "a.png", ContentType: "image/x-own", Reader: open}, "a.png", "image/x-own"},
		{reader("x"), "file", "application/octet-stream"},
	} {
		rec := new(recorder)
		r := newRequest(http.MethodPost, "/files")
		r.setForm(&form{File: c.file}, repeat)
		if err := sendOnly(t.Context(), rec.transport(), r, nil); err != nil {
			t.Fatal(err)
		}
		head := fmt.Sprintf("filename=%q\r\nContent-Type: %s\r\n", c.name, c.media)
		if !strings.Contains(rec.body, head) {
			t.Errorf("no %q in %q", head, rec.body)
		}
		_, _ = open.Seek(0, 0)
	}
}

// A form without files is sent in one piece of known length.
func TestFormsWithoutFiles(t *testing.T) {
	rec := new(recorder)
	r := newRequest(http.MethodPost, "/albums")
	r.setForm(&album{Cover: picture{Value: pictureID("p1")}}, repeat)
	if err := sendOnly(t.Context(), rec.transport(), r, nil); err != nil || rec.got.ContentLength != int64(len(rec.body)) || rec.got.GetBody == nil {
		t.Errorf("sent %d of %d bytes: %v", rec.got.ContentLength, len(rec.body), err)
	}
	r.setContent("image/png", reader("content"))
	if err := sendOnly(t.Context(), rec.transport(), r, nil); err != nil || rec.got.ContentLength != 7 || rec.body != "content" {
		t.Errorf("sent %q with length %d: %v", rec.body, rec.got.ContentLength, err)
	}
}

func TestURLForms(t *testing.T) {
	rec := new(recorder)
	r := newRequest(http.MethodPost, "/albums")
	r.setURLForm(&album{Cover: picture{Value: pictureID("a b&c")}, Owners: Some([]map[string]any{{"id": 1}})}, repeat)
	err := sendOnly(t.Context(), rec.transport(), r, nil)
	if want := "cover=a+b%26c&owners%5B0%5D%5Bid%5D=1"; err != nil || rec.body != want || rec.got.Header.Get("Content-Type") != "application/x-www-form-urlencoded" {
		t.Errorf("sent %q as %q: %v", rec.body, rec.got.Header.Get("Content-Type"), err)
	}
	r.setURLForm(&album{Cover: picture{Value: oneFile{reader("a")}}}, repeat)
	if err := sendOnly(t.Context(), rec.transport(), r, nil); err == nil || !strings.Contains(err.Error(), "form field cover") {
		t.Errorf("a file: %v", err)
	}
}
