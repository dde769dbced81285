package migrate

import (
	"go/ast"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// A pairing says what the names of the old package are called in the new one.
type pairing struct {
	old, now *facts
	// types are the new names of types by the old ones.
	types map[string]string
	taken map[string]bool
	queue []string // old types whose members are to be looked at
}

// pair finds the types that stand for each other: first what methods of one verb and
// path take and give, then what has one name, then what alone has one structure.
func pair(old, now *facts) *pairing {
	p := &pairing{old: old, now: now, types: map[string]string{}, taken: map[string]bool{}}
	for _, id := range slices.Sorted(maps.Keys(old.methods)) {
		was := old.methods[id]
		is, ok := now.methods[id]
		if !ok {
			continue
		}
		p.pair(owner(was.name), owner(is.name))
		p.unify(was.results, is.results)
		p.unify(was.params, is.params)
		p.params(was, is)
	}
	p.follow()
	for _, name := range slices.Sorted(maps.Keys(old.types)) {
		p.pair(name, name)
	}
	p.follow()
	p.alike()
	p.follow()
	p.helpers()
	return p
}

func owner(name string) string {
	o, _, _ := strings.Cut(name, ".")
	return o
}

// pair notes that two types stand for each other, where neither stands for another one
// already.
func (p *pairing) pair(old, now string) {
	a, b := p.old.types[old], p.now.types[now]
	if a == nil || b == nil || a.kind != b.kind || p.types[old] != "" || p.taken[now] || old != now && p.now.types[old] != nil && p.keeps(old) {
		return
	}
	p.types[old], p.taken[now] = now, true
	p.queue = append(p.queue, old)
}

// keeps reports whether a type of the old name still is what it was: as long as it has
// most of its members, another type beside it is not it.
func (p *pairing) keeps(name string) bool {
	a, b := p.old.types[name], p.now.types[name]
	same := 0
	for wire := range a.fields {
		if _, ok := b.fields[wire]; ok {
			same++
		}
	}
	return a.kind == b.kind && a.kind != "interface" && 2*same >= len(a.fields)
}

// params pairs the structs of parameters, whether they are an argument or an option.
func (p *pairing) params(was, is methodFacts) {
	a, b := p.paramsOf(p.old, was), p.paramsOf(p.now, is)
	if a != "" && b != "" {
		p.pair(a, b)
	}
}

// paramsOf is the name of the struct of parameters of a method, or "": its argument, or
// the option that is called as the service and the method are.
func (p *pairing) paramsOf(f *facts, m methodFacts) string {
	if t := argument(f, m); t != "" {
		return t
	}
	service, method, _ := strings.Cut(m.name, ".")
	for _, ending := range []string{"Service", "ResourceService"} {
		if name := strings.TrimSuffix(service, ending) + method + "Params"; f.types[name] != nil {
			return name
		}
	}
	return ""
}

// argument is the struct of parameters among the arguments of a method, or "".
func argument(of *facts, m methodFacts) string {
	for _, t := range m.params {
		known := of.types[t]
		if known != nil && known.kind == "struct" && (strings.HasSuffix(t, "Params") || strings.HasSuffix(t, "Request")) {
			return t
		}
	}
	return ""
}

var identifier = regexp.MustCompile(`[\pL_][\pL\pN_]*`)

// unify pairs the types that two lists of texts name, where they name as many.
func (p *pairing) unify(old, now []string) {
	for i := range min(len(old), len(now)) {
		a, b := p.named(p.old, old[i]), p.named(p.now, now[i])
		if len(a) != len(b) {
			continue
		}
		for i := range a {
			p.pair(a[i], b[i])
		}
	}
}

// named are the types of the package in a text, without those of the runtime.
func (p *pairing) named(f *facts, text string) []string {
	var out []string
	for _, word := range identifier.FindAllString(text, -1) {
		if word != "Opt" && word != "Stream" && word != "Option" && ast.IsExported(word) && f.types[word] != nil {
			out = append(out, word)
		}
	}
	return out
}

// follow pairs what members of paired types hold.
func (p *pairing) follow() {
	for len(p.queue) > 0 {
		name := p.queue[0]
		p.queue = p.queue[1:]
		a, b := p.old.types[name], p.now.types[p.types[name]]
		for _, wire := range slices.Sorted(maps.Keys(a.fields)) {
			if g, ok := b.fields[wire]; ok {
				p.unify([]string{a.fields[wire].typ}, []string{g.typ})
			}
		}
		p.pair(name+"Variant", p.types[name]+"Variant")
	}
}

// alike pairs types that are the only ones of their structure on both sides.
func (p *pairing) alike() {
	by := func(f *facts, known func(string) bool) map[string][]string {
		values := map[string][]string{}
		for key := range f.consts {
			typ, value, _ := strings.Cut(key, " ")
			values[typ] = append(values[typ], value)
		}
		out := map[string][]string{}
		for _, name := range slices.Sorted(maps.Keys(f.types)) {
			if known(name) {
				continue
			}
			t := f.types[name]
			parts := slices.Concat(slices.Collect(maps.Keys(t.fields)), values[name])
			if len(parts) > 0 {
				slices.Sort(parts)
				key := t.kind + " " + strings.Join(parts, "\x00")
				out[key] = append(out[key], name)
			}
		}
		return out
	}
	old := by(p.old, func(name string) bool { return p.types[name] != "" })
	now := by(p.now, func(name string) bool { return p.taken[name] })
	for _, key := range slices.Sorted(maps.Keys(old)) {
		if a, b := old[key], now[key]; len(a) == 1 && len(b) == 1 {
			p.pair(a[0], b[0])
		}
	}
}

// helpers pairs unions by what no member tells: their interfaces.
func (p *pairing) helpers() {
	for _, old := range slices.Sorted(maps.Keys(p.types)) {
		p.pair(old+"Variant", p.types[old]+"Variant")
	}
}

// names are the new names of all that has another one, by the old name as gouses has
// it, and hints for what the new package has in another form or not at all.
func (p *pairing) names() (renamed, hints map[string]string) {
	renamed, hints = map[string]string{}, map[string]string{}
	note := func(old, now string, ok bool) {
		switch {
		case !ok:
			hints[old] = "is not in the package any more"
		case old != now:
			renamed[old] = now
		}
	}
	for name, t := range p.old.types {
		to, ok := p.types[name]
		note(name, to, ok)
		if !ok {
			continue
		}
		for wire, f := range t.fields {
			g, ok := p.field(f, wire, p.now.types[to])
			note(name+"."+f.name, to+"."+g.name, ok)
			if was := p.translate([]string{f.typ})[0]; ok && was != g.typ {
				hints[name+"."+f.name] = "was " + was + " and is " + g.typ + howToRead(was, g.typ)
			}
		}
	}
	for id, m := range p.old.methods {
		n, ok := p.now.methods[id]
		note(m.name, n.name, ok)
		if ok && !(slices.Equal(p.translate(m.params), n.params) && slices.Equal(p.translate(m.results), n.results)) {
			hints[m.name] = "takes (" + strings.Join(n.params, ", ") + ") and gives (" + strings.Join(n.results, ", ") + ")"
		}
	}
	for key, name := range p.old.consts {
		typ, value, _ := strings.Cut(key, " ")
		if p.old.types[typ] == nil {
			continue // of no type of the package: what it is may change
		}
		to, ok := p.now.consts[p.types[typ]+" "+value]
		note(name, to, ok)
	}
	for name, f := range p.old.funcs {
		to, ok := p.function(name, f)
		note(name, to, ok)
	}
	return renamed, hints
}

// howToRead says how a member is read that is an Opt and was none.
func howToRead(was, is string) string {
	switch {
	case is == "Opt["+was+"]":
		return ": read it with Get or Or"
	case is == constType:
		return ": it is written by itself, and String is what was read"
	}
	return ""
}

// field is what a field has become: that of the same wire name or, for one that leads to
// a service, that which leads to the same.
func (p *pairing) field(f fieldFacts, wire string, now *typeFacts) (fieldFacts, bool) {
	g, ok := now.fields[wire]
	if to := p.types[f.typ]; !ok && strings.HasPrefix(wire, "go ") && to != "" {
		for _, wire := range slices.Sorted(maps.Keys(now.fields)) {
			if now.fields[wire].typ == to && strings.HasPrefix(wire, "go ") {
				return now.fields[wire], true
			}
		}
	}
	return g, ok
}

// function is the new name of a function: the same, that which sets the same credential,
// or the only new one that makes the same of the same, by what it returns or by its types.
func (p *pairing) function(name string, f funcFacts) (string, bool) {
	if g, ok := p.now.funcs[name]; ok && g.credential == f.credential {
		return name, true
	}
	if f.credential != "" {
		for to, g := range p.now.funcs {
			if g.credential == f.credential {
				return to, true
			}
		}
		return "", false
	}
	var found, same []string
	for to, g := range p.now.funcs {
		if _, was := p.old.funcs[to]; !was && slices.Equal(p.translate(f.params), g.params) && slices.Equal(p.translate(f.results), g.results) {
			found = append(found, to)
			if f.made != "" && p.translate([]string{f.made})[0] == g.made {
				same = append(same, to)
			}
		}
	}
	if len(same) == 1 {
		found = same
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// translate are texts with the new names of types.
func (p *pairing) translate(texts []string) []string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = identifier.ReplaceAllStringFunc(text, func(word string) string {
			if to := p.types[word]; to != "" {
				return to
			}
			return word
		})
	}
	return out
}
