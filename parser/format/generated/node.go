package generated

import "github.com/docgen-go/docgen/parser/openapi/tree"

func (s *pageText) at(offset int) tree.Position { return tree.Position{File: s.number, Offset: offset} }
