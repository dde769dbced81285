package blueprint

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// body makes the body of the requests of an action, nil where none carries anything. It is
// required where all of them do.
func (b *builder) body(o *operation) *yaml.Node {
	messages := make([]*payload, 0, len(o.requests))
	all := true
	for i, m := range o.requests {
		m = b.messageOf(m)
		o.requests[i] = m
		if carries := m.body != nil || m.schema != nil || m.attributes != nil || o.attributes != nil; !carries {
			all = false
		} else {
			messages = append(messages, m)
		}
	}
	if len(o.requests) == 0 && o.attributes != nil {
		messages = []*payload{{page: o.of.page, kind: requestWord, at: o.at, attributes: o.attributes}}
	}
	if len(messages) == 0 {
		return nil
	}
	at := messages[0].page.at(messages[0].at)
	content, media, stated := b.contentNode(at, messages, o.attributes)
	if content == nil {
		return nil
	}
	o.openBody = !stated || isForm(media) && b.schemaOf(at, messages, o.attributes) == nil
	n := at.Mapping()
	if doc := docOf(messages); doc != "" {
		at.Put(n, "description", at.Text(doc))
	}
	if all {
		at.Put(n, "required", at.Flag(true))
	}
	at.Put(n, "content", content)
	return n
}

func isForm(media string) bool {
	return strings.HasPrefix(media, "multipart/") || strings.HasPrefix(media, "application/x-www-form-urlencoded")
}

// docOf is what messages say of themselves, each text once.
func docOf(messages []*payload) string {
	out := ""
	seen := map[string]bool{}
	for _, m := range messages {
		if m.doc != "" && !seen[m.doc] {
			seen[m.doc] = true
			out = joined(out, m.doc)
		}
	}
	return out
}

// responses makes the responses of an action, by status.
func (b *builder) responses(o *operation) *yaml.Node {
	at := o.of.page.at(o.at)
	n := at.Mapping()
	byStatus := map[string][]*payload{}
	var order []string
	for _, m := range o.messages {
		if m.kind != responseWord {
			continue
		}
		if byStatus[m.status] == nil {
			order = append(order, m.status)
		}
		byStatus[m.status] = append(byStatus[m.status], b.messageOf(m))
	}
	for _, status := range order {
		messages := byStatus[status]
		here := messages[0].page.at(messages[0].at)
		response := here.Mapping()
		here.Put(response, "description", here.Text(docOf(messages)))
		content, media, stated := b.contentNode(here, messages, nil)
		if content != nil {
			here.Put(response, "content", content)
		}
		if content != nil && !stated {
			o.open(status, media, messages)
		} else if content != nil && strings.HasPrefix(status, "2") && o.status == 0 {
			o.status = -1 // the type of the first success is stated
		}
		here.Put(n, status, response)
	}
	return n
}

// open notes that only examples tell what a response carries.
func (o *operation) open(status, media string, messages []*payload) {
	code, _ := strconv.Atoi(status)
	switch {
	case code >= 400:
		o.failures[status] = messages
	case code >= 200 && code < 300 && o.status == 0:
		o.openResult, o.status, o.media = true, code, media
	}
}
