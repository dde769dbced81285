package naming

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A memberRule says how most names follow from the wire name and from what the
// owner is called, so that a table need not list them. What it gives is one to
// one: no two members of a scope that a table does not list can have one name by
// it, whatever members the pages come to have. So a name stays with its member
// although nobody noted that the member was there.
//
// A rule never changes. Who wants other names, or other initialisms, adds one.
type memberRule struct {
	// name makes an exported name of a wire name, and words takes it apart into
	// the lower-case words of the wire name that it stands for.
	name  func(wire string) string
	words func(name string) []string
}

// memberRules are by their number, which tables hold.
var memberRules = map[int]memberRule{
	1: {name: func(wire string) string { return exported(camel(signed(wire))) }, words: wordsOfName},
}

// The entries of a table that say how the names are made that it does not list.
var (
	membersKey      = NewKey("rules", "members")
	fieldCasingKey  = NewKey("rules", "casing", "fields")
	valueCasingKey  = NewKey("rules", "casing", "values")
	aliasKind       = "alias"    // in place of type: what is called so is another type
	locationKind    = "location" // of a method: where the parameters travel that are not listed, unless in the body
	reservedEndings = []string{"Params", "Variant", "AutoPaging", "Streaming", "Service"}
)

// latestMembers is the number of the rule for tables that have none yet.
func latestMembers() int { return slices.Max(slices.Collect(maps.Keys(memberRules))) }

// casings write words as wire names.
var casings = map[string]func(words []string) string{
	"snake": func(ws []string) string { return strings.Join(ws, "_") },
	"kebab": func(ws []string) string { return strings.Join(ws, "-") },
	"upper": func(ws []string) string { return strings.ToUpper(strings.Join(ws, "_")) },
	"camel": func(ws []string) string { return ws[0] + strings.Join(titles(ws[1:]), "") },
	"title": func(ws []string) string { return strings.Join(titles(ws), "") },
}

func titles(ws []string) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return out
}

// wordsOfName takes a name in CamelCase apart. Of two ways to do so it always
// takes the one with the longest initialism.
func wordsOfName(name string) []string {
	var out []string
	for rest := strings.TrimLeft(name, "_"); rest != ""; rest = strings.TrimLeft(rest, "_") {
		n := initialismAt(rest)
		for i := 1; n == 0; i++ {
			if i == len(rest) || rest[i] == '_' || 'A' <= rest[i] && rest[i] <= 'Z' {
				n = i
			}
		}
		out = append(out, strings.ToLower(rest[:n]))
		rest = rest[n:]
	}
	return out
}

// initialismAt returns how long the longest initialism is that a text begins with
// and behind which a word may begin, or 0.
func initialismAt(text string) int {
	for n := min(len(text), longestInitialism); n > 1; n-- {
		if initialisms[strings.ToLower(text[:n])] == text[:n] && (n == len(text) || !isLower(text[n])) {
			return n
		}
	}
	return 0
}

func isLower(b byte) bool { return 'a' <= b && b <= 'z' }

var longestInitialism = len(slices.MaxFunc(slices.Collect(maps.Values(initialisms)), func(a, b string) int { return len(a) - len(b) }))

// An implied gives the names that a table does not list.
type implied struct {
	table  Table
	rule   memberRule
	fields func([]string) string // casings
	values func([]string) string
	// types and services are the Go names that the table lists, services without
	// their ending.
	types, services map[string]bool
	// names are the rules that the names of the table were chosen by, and bases its types:
	// see basesOf.
	names Rules
	bases map[string]string
	// methods are the listed names of methods and accessors by the ID of their
	// resource and the name.
	methods map[[2]string]Key
}

// newImplied returns what a table does not list, nil where it lists everything.
func newImplied(t Table) *implied {
	n, err := strconv.Atoi(t[membersKey])
	rule, known := memberRules[n]
	if err != nil || !known || casings[t[fieldCasingKey]] == nil || casings[t[valueCasingKey]] == nil {
		return nil
	}
	i := &implied{table: t, rule: rule, fields: casings[t[fieldCasingKey]], values: casings[t[valueCasingKey]],
		types: map[string]bool{}, services: map[string]bool{}, methods: map[[2]string]Key{}}
	for key, name := range t {
		switch parts := key.tuple(); parts[0] {
		case "type":
			i.types[name] = true
		case "service":
			i.services[strings.TrimSuffix(name, "Service")] = true
		case "method", "accessor":
			resource, _ := cutLast(parts[1])
			i.methods[[2]string{resource, name}] = key
		}
	}
	if i.names = rulesOf([]Table{t}); i.names >= RulesTags {
		i.bases = basesOf(i.types)
	}
	return i
}

// nameOf returns the name that the table has for what has a key without listing it, or "".
func (i *implied) nameOf(parts tuple) string {
	if i == nil {
		return ""
	}
	switch parts[0] {
	case "field":
		if i.table.nameOf("type", parts[1]) != "" {
			return i.member(parts[2])
		}
	case "param":
		main := i.table.nameOf(locationKind, parts[1])
		if parts[2] == main || main == "" && parts[2] == string(LocationBody) {
			return i.member(parts[3])
		}
	case "value":
		return i.value(i.table.nameOf("type", parts[1]), parts[2])
	case "variant":
		if name := i.table.nameOf("type", parts[1]); name != "" {
			return name + "Variant"
		}
	case "constructor":
		return i.constructor(parts[1], parts[2])
	case "method":
		return i.method(parts[1])
	case "params":
		return i.params(parts[1])
	case "streaming", "paging":
		if name := i.methodName(parts[1]); name != "" {
			return name + map[string]string{"streaming": "Streaming", "paging": "AutoPaging"}[parts[0]]
		}
	}
	return ""
}

// member returns the name of a field if its wire name is the one that the name
// stands for.
func (i *implied) member(wire string) string {
	name := i.inverse(wire, i.fields)
	if slices.Contains(objectMembers, name) {
		return ""
	}
	return name
}

// inverse returns the name of a wire name that is made again of the words of the
// name, and "" for others.
func (i *implied) inverse(wire string, casing func([]string) string) string {
	if wire == "" {
		return ""
	}
	name := i.rule.name(wire)
	if ws := i.rule.words(name); len(ws) == 0 || casing(ws) != wire {
		return ""
	}
	return name
}

// value returns the name of a constant of a type. The longest name of a type that
// the constant's name begins with is that of its own type.
func (i *implied) value(owner, literal string) string {
	var wire string
	if owner == "" || json.Unmarshal([]byte(literal), &wire) != nil || literal != strconv.Quote(wire) {
		return ""
	}
	ending := i.inverse(wire, i.values)
	name := join(owner, ending)
	if ending == "" || hasReservedEnding(name) || longestPrefix(i.types, name) != owner {
		return ""
	}
	return name
}

func hasReservedEnding(name string) bool {
	return slices.ContainsFunc(reservedEndings, func(ending string) bool { return strings.HasSuffix(name, ending) })
}

// longestPrefix returns the longest of the names that a name begins with.
func longestPrefix(names map[string]bool, name string) string {
	for n := len(name); n > 0; n-- {
		if names[name[:n]] {
			return name[:n]
		}
	}
	return ""
}

// method returns the name of an operation of a resource that the table has.
func (i *implied) method(id string) string {
	resource, wire := cutLast(id)
	if resource == "" || i.table.nameOf("service", resource) == "" {
		return ""
	}
	name := i.verb(i.inverse(wire, i.fields))
	if name == "" || hasReservedEnding(name) || i.methods[[2]string{resource, name}] != "" {
		return ""
	}
	return name
}

// verb returns the name of an operation for that of its wire name: creating and
// retrieving are New and Get, which nothing else is then.
func (i *implied) verb(name string) string {
	if name == "" {
		return ""
	}
	ws := i.rule.words(name)
	verb := map[string]string{"create": "New", "retrieve": "Get"}[ws[0]]
	switch {
	case ws[0] == "new" || ws[0] == "get":
		return ""
	case verb == "":
		return name
	case len(ws) == 1:
		return verb
	}
	rest := i.inverse(i.fields(ws[1:]), i.fields)
	if rest == "" {
		return ""
	}
	return verb + rest
}

// methodName returns the name of an operation, listed or not.
func (i *implied) methodName(id string) string {
	if name := i.table.nameOf("method", id); name != "" {
		return name
	}
	return i.method(id)
}

// params returns the name of the struct for the parameters of an operation.
func (i *implied) params(id string) string {
	resource, _ := cutLast(id)
	service, ok := strings.CutSuffix(i.table.nameOf("service", resource), "Service")
	method := i.methodName(id)
	name := service + method + "Params"
	if !ok || method == "" || longestPrefix(i.services, name) != service {
		return ""
	}
	return name
}

// cutLast cuts the ID of an operation or resource into that of the resource above
// and its own name.
func cutLast(id string) (resource, name string) {
	dot := strings.LastIndexByte(id, '.')
	return id[:max(dot, 0)], id[dot+1:]
}
