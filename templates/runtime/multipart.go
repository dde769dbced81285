package runtime

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/textproto"
	"reflect"
	"strings"
)

// A File is content to upload. Name and ContentType may be empty: the server
// then sees the name of the field and application/octet-stream.
type File struct {
	Name        string
	ContentType string
	Reader      io.Reader
}

// NewFile is a File with a name.
func NewFile(name string, r io.Reader) File { return File{Name: name, Reader: r} }

// MarshalJSON refuses: a file travels beside JSON, never in it.
func (f File) MarshalJSON() ([]byte, error) {
	return nil, fmt.Errorf("file %q cannot be written as JSON", f.Name)
}

// UnmarshalJSON refuses: a file travels beside JSON, never in it.
func (f *File) UnmarshalJSON([]byte) error {
	return fmt.Errorf("a file cannot be read from JSON")
}

// setForm makes a multipart form the body. Files are read while the
// request is sent, so the form can be sent once.
func (r *request) setForm(form object, style listStyle) {
	pr, pw := io.Pipe()
	w := multipart.NewWriter(pw)
	r.contentType, r.length = w.FormDataContentType(), -1
	r.body = func() (io.ReadCloser, error) {
		go func() { pw.CloseWithError(writeForm(w, form, style)) }()
		return pr, nil
	}
}

// setContent makes the content of a file the body.
func (r *request) setContent(contentType string, f File) {
	r.contentType, r.length = cmp.Or(f.ContentType, contentType, "application/octet-stream"), -1
	if f.Reader == nil {
		r.fail("body", "", errors.New("the file has no Reader"))
	}
	r.body = func() (io.ReadCloser, error) { return io.NopCloser(f.Reader), nil }
}

func writeForm(w *multipart.Writer, form object, style listStyle) error {
	fields, _ := split(form)
	for _, f := range fields {
		if err := writePart(w, f, style); err != nil {
			return fmt.Errorf("form field %s: %w", f.name, err)
		}
	}
	return w.Close()
}

func writePart(w *multipart.Writer, f field, style listStyle) error {
	if files, ok := filesOf(f.at); ok {
		return writeFiles(w, f.name, files, style)
	}
	if f.fill != "" && isZero(f.at) {
		return w.WriteField(f.name, textOf([]byte(f.fill)))
	}
	var failed error
	err := flatten(f.name, f.at, style, func(name, text string) {
		failed = cmp.Or(failed, w.WriteField(name, text))
	})
	return cmp.Or(failed, err)
}

// filesOf returns the files that at points at, and whether it can hold any.
func filesOf(at any) ([]File, bool) {
	switch v := at.(type) {
	case *File:
		return []File{*v}, true
	case *[]File:
		return *v, true
	case *Opt[File]:
		if f, ok := v.Get(); ok {
			return []File{f}, true
		}
		return nil, true
	case *Opt[[]File]:
		return v.Or(nil), true
	case interface{ held() any }:
		if inner := v.held(); inner != nil {
			return filesOf(inner)
		}
		return nil, false
	}
	return filesIn(reflect.ValueOf(at).Elem())
}

// held is where the value of o is, or nil.
func (o Opt[T]) held() any {
	if o.value == nil {
		return nil
	}
	return o.value
}

// filesIn returns the files of a union that holds some: one, or a list.
func filesIn(v reflect.Value) ([]File, bool) {
	if v.Kind() != reflect.Struct {
		return nil, false
	}
	if v = v.FieldByName("Value"); !v.IsValid() || v.Kind() != reflect.Interface || v.IsNil() {
		return nil, false
	}
	v = reflect.Indirect(v.Elem())
	if list := reflect.TypeFor[[]File](); v.Type().ConvertibleTo(list) {
		return v.Convert(list).Interface().([]File), true
	}
	if v.Kind() == reflect.Struct {
		if f := v.FieldByName("File"); f.IsValid() && f.Type() == reflect.TypeFor[File]() {
			return []File{f.Interface().(File)}, true
		}
	}
	return nil, false
}

func writeFiles(w *multipart.Writer, name string, files []File, style listStyle) error {
	if style == brackets && len(files) > 1 {
		name += "[]"
	}
	for _, f := range files {
		if err := writeFile(w, name, f); err != nil {
			return err
		}
	}
	return nil
}

var quoteEscaper = strings.NewReplacer("\\", "\\\\", `"`, "\\\"", "\r", "%0D", "\n", "%0A")

func writeFile(w *multipart.Writer, name string, f File) error {
	if f.Reader == nil {
		return fmt.Errorf("file %q has no Reader", f.Name)
	}
	h := textproto.MIMEHeader{}
	h.Set("Content-Disposition", fmt.Sprintf(`form-data; name="%s"; filename="%s"`,
		quoteEscaper.Replace(name), quoteEscaper.Replace(cmp.Or(f.Name, name))))
	h.Set("Content-Type", cmp.Or(f.ContentType, "application/octet-stream"))
	part, err := w.CreatePart(h)
	if err != nil {
		return err
	}
	_, err = io.Copy(part, f.Reader)
	return err
}
