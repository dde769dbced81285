package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// rpcMember is a member of a request by which one endpoint serves many methods.
var rpcMember = prefilter.MustCompile(`["']?jsonrpc["']?\s*:\s*["'][12]\.`)

// multiplexed reports whether the requests of a call name the method in their body: what
// its tables list are parameters of such methods, not members of the body.
func (c *call) multiplexed() bool {
	for _, p := range c.parts {
		if p.kind == fenceBlock && !c.isStatement(p.block) && strings.Contains(c.document.text[p.inner:p.innerEnd], "jsonrpc") && rpcMember.MatchString(c.document.text[p.inner:p.innerEnd]) {
			return true
		}
	}
	return false
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
