package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// note remembers one more name that the Go pages give to a type. They have two
// for a type that is both sent and received.
func (l *linker) note(id, name string) {
	if name != "" && !slices.Contains(l.sdkNames[id], name) {
		l.sdkNames[id] = append(l.sdkNames[id], name)
	}
}

// nameTypes decides which of its names a type has: docgen declares it once, so
// one that is only sent has the name of what is sent, and any other the name of
// what is received, without the suffix that tells the two apart.
func (l *linker) nameTypes() {
	sent, received := l.sent(), l.received()
	for t := range l.eachType() {
		names := l.sdkNames[t.ID]
		if len(names) == 0 {
			continue
		}
		t.SDKName = strings.TrimSuffix(names[0], "Resp")
		if sent[t.ID] && !received[t.ID] && (t.Type.Kind == model.KindObject || t.Type.Kind == model.KindUnion) {
			t.SDKName = sentName(t.SDKName)
		}
	}
}

// sentName is the name of a type that is only sent. The SDKs that these pages
// document mark it, and the pages leave the mark out.
func sentName(name string) string {
	if strings.Contains(name, "Param") {
		return name
	}
	return name + "Param"
}

// sent are the IDs of the types that requests can hold.
func (l *linker) sent() map[string]bool {
	out := map[string]bool{}
	for _, m := range l.methods {
		for _, p := range m.Params {
			l.reach(p.Type, out)
		}
		if m.Body != nil {
			l.reach(m.Body.Type, out)
		}
	}
	return out
}

// received are the IDs of the types that responses can hold.
func (l *linker) received() map[string]bool {
	out := map[string]bool{}
	for _, m := range l.methods {
		if m.Returns != nil {
			l.reach(m.Returns.Type, out)
		}
		if m.Streaming != nil {
			l.reach(m.Streaming.Type, out)
		}
	}
	return out
}

func (l *linker) reach(t *model.Type, seen map[string]bool) {
	if t == nil {
		return
	}
	if t.Kind == model.KindRef {
		if n := l.named[t.Ref]; n != nil && !seen[t.Ref] {
			seen[t.Ref] = true
			l.reach(n.Type, seen)
		}
		return
	}
	l.reach(t.Elem, seen)
	for _, f := range t.Fields {
		l.reach(f.Type, seen)
	}
	for _, v := range t.Variants {
		l.reach(v.Type, seen)
	}
}
