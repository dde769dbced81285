package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// rpcMember is a member of a request by which one endpoint serves many methods, rpcMethod
	// the name of one.
	rpcMember = prefilter.MustCompile(`["']?jsonrpc["']?\s*:\s*["'][12]\.`)
	rpcMethod = prefilter.MustCompile(`["']method["']\s*:\s*["']([^"'\n]{1,100})["']`)
)

// rpcNamed is the method that a request of a call names in its body, in JSON-RPC; ok reports
// whether one does.
func (c *call) rpcNamed() (name string, ok bool) {
	for _, p := range c.parts {
		if p.kind != fenceBlock || c.isStatement(p.block) {
			continue
		}
		if text := c.document.text[p.inner:p.innerEnd]; strings.Contains(text, "jsonrpc") && rpcMember.MatchString(text) {
			if m := rpcMethod.FindStringSubmatch(text); m != nil {
				name = m[1]
			}
			return name, true
		}
	}
	return "", false
}

// multiplexed reports whether the requests of a call name the method in their body: what
// its tables list are parameters of such methods, not members of the body.
func (c *call) multiplexed() bool {
	_, ok := c.rpcNamed()
	return ok && !c.document.besideRPC()
}

// besideRPC reports whether the page shows each of its endpoints by a call in JSON-RPC, too: no
// endpoint has two methods, and several have one.
func (s *document) besideRPC() bool {
	methods := map[string]string{}
	for _, c := range s.calls {
		name, ok := c.rpcNamed()
		if !ok {
			continue
		}
		key := c.stated[0].Operations[0].Key()
		if have, known := methods[key]; known && have != name {
			return false
		}
		methods[key] = name
	}
	return len(methods) > 1
}

// showsRPC reports whether a part shows a call in JSON-RPC beside the endpoint that it stands for.
func (s *document) showsRPC(p part) bool {
	text := s.text[p.inner:p.innerEnd]
	return strings.Contains(text, "jsonrpc") && rpcMember.MatchString(text) && s.besideRPC()
}

// unreadMultiplexed reports the tables of such a call.
func (r *reading) unreadMultiplexed(e *endpoint) {
	for _, p := range e.call.parts {
		if p.kind != tableBlock || e.call.isStatement(p.block) || !p.head.isFacts() && !(isFactSection(p.section) && p.head.isDescribed(p.table)) || r.isType(p.block) {
			continue
		}
		r.read[p.block] = true
		r.unread(p.start, p.end, "method-in-body", "the requests to "+e.op.String()+" name a method in their body (JSON-RPC), and this table is about one of these: docgen has one method for each verb and path, so nothing of it was read",
			"call the endpoint by its method in Go with a body of your own")
	}
}
