package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/statement"
)

// gerunds are verbs of titles besides those of actions, with what a method does then.
var gerunds = map[string]string{"describ": "get", "rerunn": "rerun", "terminat": "terminate", "paus": "pause", "resum": "resume"}

// ofGerund is the verb of a title that says with its -ing what a method does: list of "Listing boats". It is "" for other
// words, and for what the request does not do.
func ofGerund(word string, op statement.Operation) string {
	stem, ok := strings.CutSuffix(word, "ing")
	if !ok || len(stem) < 3 {
		return ""
	}
	if base := gerunds[stem]; base != "" {
		return base
	}
	bases := []string{stem, stem + "e"}
	if n := len(stem); stem[n-1] == stem[n-2] {
		bases = append(bases, stem[:n-1])
	}
	for _, base := range bases {
		action := actions[base]
		if action == "" || (action == "list" || action == "get") && op.Verb != "GET" || action == "list" && names.EndsInSlot(op.Path) || op.Verb == "GET" && (action == "create" || action == "update" || action == "delete") {
			continue
		}
		return base
	}
	return ""
}

// behindShared is a path without the segments before that of its resource, where the paths of all
// endpoints of the page, several, begin with them.
func (s *document) behindShared(path []string, resource string) []string {
	for k := range min(len(path), s.sharedSegments()) {
		if len(withoutResource(path[k:k+1], resource)) == 0 {
			return path[k:]
		}
	}
	return path
}

// sharedSegments is how many segments the paths of all endpoints of a page, several, begin with.
func (s *document) sharedSegments() int {
	if s.sharedPath != nil || len(s.calls) < fewestBare {
		return len(s.sharedPath)
	}
	s.sharedPath = []string{}
	for i, c := range s.calls {
		own := segments(slotPathAs(s.marks, c.stated[0].Operations[0].Path))
		if i == 0 {
			s.sharedPath = append(s.sharedPath, own...)
		}
		n := 0
		for n < len(own) && n < len(s.sharedPath) && own[n] == s.sharedPath[n] {
			n++
		}
		s.sharedPath = s.sharedPath[:n]
	}
	return len(s.sharedPath)
}
