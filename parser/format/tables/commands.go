package tables

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/curl"
)

// A sentRequest is what a text requests, or why it requests nothing.
type sentRequest struct {
	request *model.Request
	err     error
}

// requestIn returns the request that a text of the page makes, as [curl.Read] does. Many passes
// ask for that of each example, which is read once; none of them changes it.
func (s *document) requestIn(text string) (*model.Request, error) {
	sent, ok := s.sentRequests[text]
	if !ok {
		sent.request, sent.err = curl.Read(text)
		if s.sentRequests == nil {
			s.sentRequests = map[string]sentRequest{}
		}
		s.sentRequests[text] = sent
	}
	return sent.request, sent.err
}
