package docsfs

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/tools/txtar"
)

// openZip lists a zip file; its pages are unpacked when they are read. The
// sizes that the list declares are binding: archive/zip fails an entry that
// unpacks to more.
func openZip(_ context.Context, file string, t *tree) (io.Closer, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, fmt.Errorf("not a zip archive: %w", err)
	}
	for _, f := range z.File {
		if f.Mode().IsDir() {
			continue
		}
		if !f.Mode().IsRegular() {
			t.skipLink(f.Name)
			continue
		}
		if _, err := t.add(f.Name, int64(f.UncompressedSize64), f.Open); err != nil {
			return nil, errors.Join(err, z.Close())
		}
	}
	return z, nil
}

// openTxtar reads a txtar file, the one archive that is held in memory: it is
// text that somebody wrote by hand.
func openTxtar(_ context.Context, file string, t *tree) (io.Closer, error) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		return nil, err
	}
	for _, f := range a.Files {
		open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(f.Data)), nil }
		if _, err := t.add(f.Name, int64(len(f.Data)), open); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// openTarGz unpacks the pages one behind the other into one temporary file,
// because a tar.gz can only be read from its start.
func openTarGz(ctx context.Context, file string, t *tree) (io.Closer, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("not a gzip archive: %w", err)
	}
	s, err := newSpool()
	if err != nil {
		return nil, err
	}
	if err := s.unpack(ctx, tar.NewReader(z), t); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// A spool is a temporary file with the content of many.
type spool struct {
	file *os.File
	size int64
}

func newSpool() (*spool, error) {
	f, err := os.CreateTemp("", "docgen-*.spool")
	if err != nil {
		return nil, err
	}
	// Where the system allows it, the name goes at once, so that not even a
	// killed run leaves the file. Close removes what remains.
	_ = os.Remove(f.Name())
	return &spool{file: f}, nil
}

func (s *spool) Close() error {
	err := s.file.Close()
	_ = os.Remove(s.file.Name())
	return err
}

func (s *spool) unpack(ctx context.Context, r *tar.Reader, t *tree) error {
	for {
		h, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("not a whole tar archive: %w", err)
		case ctx.Err() != nil:
			return ctx.Err()
		case h.Typeflag == tar.TypeLink || h.Typeflag == tar.TypeSymlink:
			t.skipLink(h.Name)
			continue
		case h.Typeflag != tar.TypeReg:
			continue
		}
		at := s.size
		open := func() (io.ReadCloser, error) {
			return io.NopCloser(io.NewSectionReader(s.file, at, h.Size)), nil
		}
		if ok, err := t.add(h.Name, h.Size, open); err != nil {
			return err
		} else if !ok {
			continue
		}
		n, err := io.Copy(s.file, r)
		s.size += n
		if err != nil {
			return fmt.Errorf("unpacking %q: %w", h.Name, err)
		}
	}
}
