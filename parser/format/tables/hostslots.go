package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
)

// hostStated is the host of the address that states an endpoint, or "".
func (r *reading) hostStated(e *endpoint) string {
	f := e.statement()
	_, rest, found := strings.Cut(r.document.text[f.Start:f.End], "://")
	if !found {
		return ""
	}
	host, _, found := strings.Cut(rest, "/")
	if !found || strings.ContainsAny(host, " \t\n`") {
		return ""
	}
	return host
}

// isHostSlot reports whether a name stands in brackets in a host.
func isHostSlot(host, name string) bool {
	if name == "" || !strings.ContainsAny(host, "{<[") {
		return false
	}
	for _, marked := range []string{"{" + name + "}", "<" + name + ">", "[" + name + "]"} {
		if strings.Contains(host, marked) {
			return true
		}
	}
	return false
}

// withoutHostSlots are attributes without those that rows list for what stands in the host of the
// address, of which a finding tells: the base URL of the client has them.
func (r *reading) withoutHostSlots(e *endpoint, as []*attribute) []*attribute {
	host := r.hostStated(e)
	if !strings.ContainsAny(host, "{<[") {
		return as
	}
	slots := names.Slots(e.op.Path)
	var out []*attribute
	for _, a := range as {
		if !isHostSlot(host, a.name.Text) || slotOf(slots, a.name.Text) != "" {
			out = append(out, a)
			continue
		}
		if !r.quiet {
			r.problems = append(r.problems, decl.Problem{
				Code: "host-parameter", Severity: diag.Info, Start: a.start, End: a.end,
				Message: quoted(a.name.Text) + " is a part of the host " + quoted(host) + "; the base URL of the client has it, and no method takes it",
				Help:    "give the client the base URL of the account, or set base_url in docgen.yaml",
			})
		}
	}
	return out
}

var _ = diag.Register(diag.Entry{
	Code: "host-parameter", Severity: diag.Info,
	Title:   "a row lists a part of the host",
	Why:     "The address of the endpoint has a name in brackets in its host, such as that of an account, and a table lists it with the parameters. Methods take no part of the host: clients have one base URL.",
	Help:    "Give the client the base URL of the account, or set base_url in docgen.yaml.",
	Example: "-- cranes.md --\n# Cranes\n\n## Turn a crane\n\n```plaintext\nPOST https://{harbour}.example/cranes/:id/turn\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `harbour` | string | yes |\n| `angle` | number | yes |\n",
})
