package docsfs

import (
	"io"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// maxManifest is how much of a manifest is read, in bytes: more than the manifest of
// the largest snapshot that a pull can make.
const maxManifest = 256 << 20

// inspectSnapshot notes where the docs are a snapshot that a limit of pull cut short.
// They are read as they are, but nobody should take what they lack for removed.
func inspectSnapshot(docs *Docs) {
	f, err := docs.Open(pull.ManifestFile)
	if err != nil {
		return // most docs have none
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxManifest))
	if err != nil {
		return // whoever reads the folder says so
	}
	if reason, line := pull.IncompleteReason(text); reason != "" {
		at := source.Span{File: pull.ManifestFile, Start: source.Pos{Line: line, Column: 3}}
		docs.Found.Add("incomplete-snapshot", diag.Warning, at, "the pages were pulled in part: %s", reason)
	}
}
