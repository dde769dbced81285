package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// literalID is a segment of a path that can be but the identifier of one thing: a UUID, or many
// hexadecimal digits.
var literalID = prefilter.MustCompile(`^(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-f]{16,}|[0-9A-F]{16,})$`)

// mailAddress is a segment that is the address of somebody, as no word of a path is.
var mailAddress = prefilter.MustCompile(`^[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$`)

// standIn is a word in capitals that stands for an identifier among words in small letters.
var standIn = prefilter.MustCompile(`^(?:[A-Z][A-Z0-9]*[_-])*(?:ID|UUID|GUID|NAME|SLUG|KEY|TOKEN|HASH|NUMBER|CODE)$`)

// isStandIn reports whether a segment of a path stands for an identifier.
func isStandIn(path, segment string) bool {
	return standIn.MatchString(segment) && strings.ToUpper(path) != path && (strings.ContainsAny(segment, "_-") || segment == "ID" || segment == "UUID")
}

// withoutIDs puts slots where endpoints are stated with the identifier or the mail address of one thing, or a word in
// capitals for one, called after what stands before it or, where the page states another endpoint with a slot there, as that
// calls it: /apps/55c39e7173320a1e00ff6112 is /apps/{appId}.
func (s *document) withoutIDs(stating []statement.Finding) []statement.Finding {
	var called map[string]string
	for i, f := range stating {
		if len(f.Operations) != 1 || !strings.ContainsAny(f.Operations[0].Path, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ@") {
			continue
		}
		segments := strings.Split(f.Operations[0].Path, "/")
		changed, printed := false, false
		for k, segment := range segments {
			if k > 0 && isStandIn(f.Operations[0].Path, segment) {
				path, _, _ := statement.AsSent("/" + segments[k-1] + "/" + segment)
				segments[k], changed = path[strings.LastIndexByte(path, '/')+1:], true
				continue
			}
			mail := mailAddress.MatchString(segment)
			if k == 0 || !mail && !literalID.MatchString(segment) {
				continue
			}
			if called == nil {
				called = s.slotsByPrefix(stating)
			}
			name := called[beforeSlot(segments[:k])]
			if name == "" && mail {
				name = "email"
			} else if name == "" {
				path, _, _ := statement.AsSent("/" + segments[k-1] + "/" + segment)
				name = strings.Join(names.Slots(path), "")
			}
			segments[k], changed, printed = "{"+name+"}", true, true
		}
		if changed {
			op := statement.Operation{Verb: f.Operations[0].Verb, Path: strings.Join(segments, "/")}
			stating[i].Operations, stating[i].Example = []statement.Operation{op}, f.Example || printed
		}
	}
	return stating
}

// slotsByPrefix are the names of slots that the page states, by what stands before them.
func (s *document) slotsByPrefix(stating []statement.Finding) map[string]string {
	out := map[string]string{}
	for _, f := range stating {
		segments := strings.Split(slotPathAs(s.marks, f.Operations[0].Path), "/")
		for k, segment := range segments {
			if strings.HasPrefix(segment, "{") && strings.HasSuffix(segment, "}") {
				if at := beforeSlot(segments[:k]); out[at] == "" {
					out[at] = strings.Trim(segment, "{}")
				}
			}
		}
	}
	return out
}

// beforeSlot is what stands before a slot, whatever the slots in it are called.
func beforeSlot(segments []string) string {
	out := make([]string, len(segments))
	for i, segment := range segments {
		if out[i] = segment; strings.HasPrefix(segment, "{") {
			out[i] = "{}"
		}
	}
	return strings.Join(out, "/")
}

// mostWithOtherVerbs is how many requests of a page are compared with all that it states.
const mostWithOtherVerbs = 64

// withOtherVerb reads a command, the first thing below its heading, that requests with another
// verb a path that the page states, as an endpoint of that path.
func (s *document) withOtherVerb(q *request, stating []statement.Finding, all *statement.Known) bool {
	op := q.Operations[0]
	at := s.headingOf(q.Start)
	if !q.command || at < 0 || s.inExample(q.Start) || !s.opens(q.Finding, at) || !all.HasPath(op.Path) || s.otherVerbs >= mostWithOtherVerbs {
		return false
	}
	s.otherVerbs++
	for _, f := range stating {
		if statement.NewKnown(f.Operations).HasPath(op.Path) {
			q.Operations = []statement.Operation{{Verb: op.Verb, Path: f.Operations[0].Path}}
			return true
		}
	}
	return false
}
