package runtime

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/textproto"
	"net/url"
	"path/filepath"
	"strings"
)

// A File is content to upload. Where Name is empty the server sees that of the
// Reader, which an *os.File has, or else that of the field. Where ContentType is
// empty it follows from the ending of the name, and else is
// application/octet-stream. A Reader that can seek is read again where a request
// is sent again.
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

// name is how the file is called, or "".
func (f File) name() string {
	if f.Name != "" {
		return f.Name
	}
	if named, ok := f.Reader.(interface{ Name() string }); ok {
		return filepath.Base(named.Name())
	}
	return ""
}

// mediaType is what the file contains.
func (f File) mediaType(otherwise string) string {
	return cmp.Or(f.ContentType, otherwise, mime.TypeByExtension(filepath.Ext(f.name())), "application/octet-stream")
}

// setForm makes a multipart form the body. Files are read while the request is
// sent. A form can be sent again where all its files can be read again.
func (r *request) setForm(form object, style listStyle) {
	parts, err := partsOf(form, style)
	if err != nil {
		r.fail("body", "", err)
		return
	}
	var files []File
	for _, p := range parts {
		if p.file != nil {
			files = append(files, *p.file)
		}
	}
	boundary := multipart.NewWriter(io.Discard).Boundary()
	r.contentType, r.length = "multipart/form-data; boundary="+boundary, -1
	if len(files) == 0 {
		var b bytes.Buffer
		_ = writeParts(&b, boundary, parts) // a buffer takes all
		r.setBytes(b.Bytes())
		return
	}
	rewind, ok := rewinder(files)
	r.once = !ok
	var last *formPipe
	r.body = func() (io.ReadCloser, error) {
		if last != nil {
			last.stop()
		}
		if err := rewind(last == nil); err != nil {
			return nil, err
		}
		last = newFormPipe(boundary, parts)
		return last, nil
	}
}

// setURLForm makes a form that is written like a query the body. It cannot hold
// files.
func (r *request) setURLForm(form object, style listStyle) {
	parts, err := partsOf(form, style)
	values := url.Values{}
	for _, p := range parts {
		if p.file != nil && err == nil {
			err = fmt.Errorf("form field %s: a file cannot be sent in a form of this kind", p.name)
		}
		values.Add(p.name, p.text)
	}
	if err != nil {
		r.fail("body", "", err)
		return
	}
	r.contentType = "application/x-www-form-urlencoded"
	r.setBytes([]byte(values.Encode()))
}

// setBytes makes bytes the body.
func (r *request) setBytes(raw []byte) {
	r.length = int64(len(raw))
	r.body = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(raw)), nil }
}

// A formPipe gives a form while it is written. Closing it ends the writer.
type formPipe struct {
	*io.PipeReader
	ended chan struct{}
}

func newFormPipe(boundary string, parts []part) *formPipe {
	pr, pw := io.Pipe()
	p := &formPipe{pr, make(chan struct{})}
	go func() {
		defer close(p.ended)
		pw.CloseWithError(writeParts(pw, boundary, parts))
	}()
	return p
}

// stop ends the writer and waits for it, because what it reads is read again.
func (p *formPipe) stop() {
	_ = p.Close()
	<-p.ended
}

// setContent makes the content of a file the body.
func (r *request) setContent(contentType string, f File) {
	if err := f.check(); err != nil {
		r.fail("body", "", err)
		return
	}
	rewind, ok := rewinder([]File{f})
	r.contentType, r.length, r.once = f.mediaType(contentType), -1, !ok
	if ok {
		r.length = lengthOf(f.Reader.(io.Seeker))
	}
	first := true
	r.body = func() (io.ReadCloser, error) {
		err := rewind(first)
		first = false
		return io.NopCloser(f.Reader), err
	}
}

// rewinder returns what sets files to where they are now, and whether that is
// possible. The first time there is nothing to do.
func rewinder(files []File) (rewind func(first bool) error, ok bool) {
	var starts []int64
	ok = true
	for _, f := range files {
		s, seeks := f.Reader.(io.Seeker)
		at := int64(0)
		if seeks {
			var err error
			at, err = s.Seek(0, io.SeekCurrent) // pipes are files that cannot
			seeks = err == nil
		}
		starts, ok = append(starts, at), ok && seeks
	}
	return func(first bool) error {
		for i := range starts {
			if first {
				break
			}
			s, seeks := files[i].Reader.(io.Seeker)
			if !seeks {
				return errors.New("a file cannot be read again")
			}
			if _, err := s.Seek(starts[i], io.SeekStart); err != nil {
				return fmt.Errorf("read a file again: %w", err)
			}
		}
		return nil
	}, ok
}

// lengthOf is how much is left to read, or -1.
func lengthOf(s io.Seeker) int64 {
	at, err := s.Seek(0, io.SeekCurrent)
	if err != nil {
		return -1
	}
	end, err := s.Seek(0, io.SeekEnd)
	if _, back := s.Seek(at, io.SeekStart); err != nil || back != nil {
		return -1
	}
	return max(end-at, 0)
}

func writeParts(to io.Writer, boundary string, parts []part) error {
	w := multipart.NewWriter(to)
	if err := w.SetBoundary(boundary); err != nil {
		return err
	}
	for _, p := range parts {
		var err error
		if p.file == nil {
			err = w.WriteField(p.name, p.text)
		} else {
			err = writeFile(w, p.name, *p.file)
		}
		if err != nil {
			return fmt.Errorf("form field %s: %w", p.name, err)
		}
	}
	return w.Close()
}

var quoteEscaper = strings.NewReplacer("\\", "\\\\", `"`, "\\\"", "\r", "%0D", "\n", "%0A")

func writeFile(w *multipart.Writer, name string, f File) error {
	h := textproto.MIMEHeader{}
	h.Set("Content-Disposition", fmt.Sprintf(`form-data; name="%s"; filename="%s"`,
		quoteEscaper.Replace(name), quoteEscaper.Replace(cmp.Or(f.name(), name))))
	h.Set("Content-Type", f.mediaType(""))
	part, err := w.CreatePart(h)
	if err != nil {
		return err
	}
	_, err = io.Copy(part, f.Reader)
	return err
}
