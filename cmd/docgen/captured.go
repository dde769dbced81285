package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/parser"
)

// captured reads both revisions that one captured page shows, as far as it
// shows what differs. What it shows and could not be placed is printed.
func (s *session) captured(ref string) (before, after *reference, size touched, err error) {
	docs, err := docsfs.Open(s.ctx, ref, docsfs.DefaultLimits)
	if err != nil {
		return nil, nil, size, err
	}
	defer func() { err = errors.Join(err, docs.Close()) }()
	sides := docs.Sides
	if sides == nil {
		return nil, nil, size, usageError{fmt.Errorf("%s is one revision; name the new one too (only a captured page that shows both side by side holds two)", ref)}
	}
	if before, err = s.side(docs, sides.Old); err != nil {
		return nil, nil, size, err
	}
	if after, err = s.side(docs, sides.New); err != nil {
		return nil, nil, size, err
	}
	summarize(s.stderr, (&reference{found: docs.Found, prefix: docs.Prefix}).located(), true)
	return before, after, touched{sides.Files, sides.Added, sides.Removed}, nil
}

// side reads one revision of a captured page.
func (s *session) side(docs *docsfs.Docs, side fs.FS) (*reference, error) {
	api, found, err := parser.Parse(s.ctx, side, parser.Options{Dialects: s.dialects})
	return &reference{api: api, found: found, prefix: docs.Prefix}, err
}
