package tables

import "github.com/docgen-go/docgen/parser/format/tables/vocabulary"

// ofAnswer is the section of a title for a body or headers that stands below one for the
// answer, where the request was described before it: they are those of the answer.
func ofAnswer(before, section vocabulary.Section, asked bool) vocabulary.Section {
	if before != vocabulary.Response && before != vocabulary.ResponseHeader || !asked {
		return section
	}
	switch section {
	case vocabulary.Body:
		return vocabulary.Response
	case vocabulary.Header:
		return vocabulary.ResponseHeader
	}
	return section
}

// isAsked reports whether a section describes a request.
func isAsked(s vocabulary.Section) bool {
	return s == vocabulary.Request || isRequestPart(s)
}
