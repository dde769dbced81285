package vocabulary

import "strings"

// titled returns the section of a title that is made of nothing but words for what is sent
// or answered in a body: JSON Request Body Schema.
func titled(phrase string) Section {
	body, sent, answered := false, false, false
	for word := range strings.FieldsSeq(phrase) {
		switch {
		case words()["title body"].whole[word]:
			body = true
		case words()["title sent"].whole[word]:
			sent = true
		case words()["title answered"].whole[word]:
			answered = true
		case !words()["title noun"].whole[word]:
			return Unknown
		}
	}
	switch {
	case body && answered && !sent:
		return Response
	case body && sent && !answered:
		return Body
	}
	return Unknown
}
