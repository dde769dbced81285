package tables

import (
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// sentTitle is a title that says that it is about what is sent.
var sentTitle = prefilter.MustCompile(`(?i)\b(?:requests?|post|put|patch|sent|send|input)\b|请求|請求|入参|提交|リクエスト|요청|запрос|solicitud|petición|requisição|requête|anfrage|richiesta`)

// ofAnswer is the section of a title for a body or headers that stands below one for the
// answer, where the request was described before it: they are those of the answer.
func ofAnswer(before, section vocabulary.Section, asked bool, title string) vocabulary.Section {
	if before != vocabulary.Response && before != vocabulary.ResponseHeader || !asked || sentTitle.MatchString(title) {
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

// ofFailure is the section of a title for an answer below the status of a failure: what that
// answer holds is of errors, too, unless the title has a status of its own.
func ofFailure(before, section vocabulary.Section, status, own int) vocabulary.Section {
	if before == vocabulary.Errors && status >= 400 && own == 0 && section == vocabulary.Response {
		return vocabulary.Errors
	}
	return section
}

// isAsked reports whether a section describes a request.
func isAsked(s vocabulary.Section) bool {
	return s == vocabulary.Request || isRequestPart(s)
}

// An order is what stood above a part of a call: it tells whose parameters a label means
// that says but parameters.
type order struct {
	asked    bool // a section describes the request
	listed   bool // a table below a section about what is sent
	answered bool // and below that one, what is answered
	below    bool // the last heading is about the answer
}

// add notes a block of a section.
func (o *order) add(b *block, section, own vocabulary.Section) {
	o.asked = o.asked || isAsked(section)
	switch {
	case b.kind == tableBlock && isAsked(own):
		o.listed = true
	case b.kind == fenceBlock && (own == vocabulary.Response || own == vocabulary.ResponseExample):
		o.answered = o.listed
	}
}

// section is that of a title that says but parameters, below a section of its own or not:
// those of the request are listed already, and the answer has been shown since, or a heading
// for the answer stands right above, so that these are members of it.
func (o *order) section(s vocabulary.Section, title string) vocabulary.Section {
	if s == vocabulary.Request && (o.answered || o.below) && !sentTitle.MatchString(title) {
		return vocabulary.Response
	}
	return s
}

// headed is the section of a heading, which ends what the one before it was about.
func (o *order) headed(s vocabulary.Section, title string) vocabulary.Section {
	o.below = false
	return o.section(s, title)
}
