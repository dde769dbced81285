package drift

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// A pair is an operation of both sides.
type pair struct {
	doc    *model.Method
	client *gofacts.Operation
	// perhaps says that the client's path has a slot where the pages have a word.
	perhaps bool
}

func (p *pair) name() string { return p.doc.Verb + " " + p.doc.Path }

// atMost returns a confidence that is no surer than that the operations are one.
func (p *pair) atMost(c Confidence) Confidence {
	if p.perhaps {
		return Perhaps
	}
	return c
}

// joinedSlots are slots of one segment with marks between them: {base}...{head} is what
// another side names as one.
var joinedSlots = regexp.MustCompile(`\{\}([^/A-Za-z0-9{}]+\{\})+`)

// template returns a path without a query and without the names of its slots.
func template(path string) string {
	path, _, _ = strings.Cut(path, "?")
	path = joinedSlots.ReplaceAllString(names.WithoutSlots(path), "{}")
	for strings.Contains(path, "//") {
		path = strings.ReplaceAll(path, "//", "/")
	}
	return "/" + strings.Trim(path, "/")
}

// A matching pairs operations.
type matching struct {
	docs    []*model.Method
	clients []*gofacts.Operation
	start           // that of most
	others  []start // those of the rest
	byKey   map[string][]*model.Method
	pairs   []*pair
	taken   map[*model.Method]bool
	used    map[*gofacts.Operation]bool
}

func (m *matching) docKey(d *model.Method) string { return m.start.docKey(d) }

func (m *matching) clientKey(o *gofacts.Operation) string { return m.start.clientKey(o) }

// pairs pairs the operations of both sides, and adds findings for those without one.
func (c *comparison) pairs(o Options) []*pair {
	m := &matching{byKey: map[string][]*model.Method{}, taken: map[*model.Method]bool{}, used: map[*gofacts.Operation]bool{}}
	for _, d := range c.api.Methods {
		m.docs = append(m.docs, d)
	}
	m.clients = c.client.Operations
	m.start, _ = startOf(m.docs, m.clients)
	for _, d := range m.docs {
		m.byKey[m.docKey(d)] = append(m.byKey[m.docKey(d)], d)
	}
	for _, op := range m.clients {
		for _, d := range c.closest(m.best(op), op) {
			m.add(d, op, false)
		}
	}
	c.otherStarts(m)
	m.loose()
	c.unpaired(m, o)
	c.report.Coverage.Documented, c.report.Coverage.Client = len(m.docs), distinct(m.clients)
	c.report.Coverage.Paired = len(m.taken)
	paired := []*gofacts.Operation{}
	for op := range m.used {
		paired = append(paired, op)
	}
	c.report.Coverage.ClientPaired = distinct(paired)
	c.report.Called = called(m)
	return slices.DeleteFunc(m.pairs, func(p *pair) bool { return p.client.Through != "" })
}

// called returns the operations of the client with what the pages have for each.
func called(m *matching) []Called {
	out := make([]Called, 0, len(m.clients))
	for _, op := range m.clients {
		o := Called{Func: op.Func, Package: op.Package, Go: op.Span, Operation: op.Verb + " " + op.Path, Through: op.Through}
		for _, p := range m.pairs {
			if p.client == op {
				o.Documented = append(o.Documented, p.name())
			}
		}
		out = append(out, o)
	}
	return out
}

func distinct(ops []*gofacts.Operation) int {
	set := map[string]bool{}
	for _, o := range ops {
		set[o.Verb+" "+template(o.Path)] = true
	}
	return len(set)
}

func (m *matching) add(d *model.Method, op *gofacts.Operation, perhaps bool) {
	m.pairs = append(m.pairs, &pair{d, op, perhaps})
	m.taken[d], m.used[op] = true, true
}

// best returns the documented operations that one of the client is: where several
// differ in constant queries only, the ones whose query the client sends.
func (m *matching) best(op *gofacts.Operation) []*model.Method {
	all := m.byKey[m.clientKey(op)]
	if rest, ok := strings.CutPrefix(template(op.Path), "/{}/"); ok && len(all) == 0 {
		all = m.byKey[op.Verb+" /"+rest] // the function is handed the base URL
	}
	if len(all) < 2 {
		return all
	}
	var fits []*model.Method
	for _, d := range all {
		same := true
		for _, q := range constantQuery(d) {
			same = same && slices.ContainsFunc(op.Query, func(f *gofacts.Field) bool { return f.Name == q })
		}
		if same {
			fits = append(fits, d)
		}
	}
	most := 0
	for _, d := range fits {
		most = max(most, len(constantQuery(d)))
	}
	return slices.DeleteFunc(fits, func(d *model.Method) bool { return len(constantQuery(d)) < most })
}

// closest leaves of several documented operations that have one path those whose members
// a client's operation has most of: pages print variants of one address as operations of
// their own.
func (c *comparison) closest(docs []*model.Method, op *gofacts.Operation) []*model.Method {
	if len(docs) < 2 {
		return docs
	}
	var out []*model.Method
	best := -1.0
	for _, d := range docs {
		score := c.likeness(d, op)
		if score > best {
			best, out = score, nil
		}
		if score == best {
			out = append(out, d)
		}
	}
	return out
}

// likeness returns which share of the members of both sides are the same, down to
// those of members, and in case of doubt whether their names are.
func (c *comparison) likeness(d *model.Method, op *gofacts.Operation) float64 {
	documented, held := map[string]bool{}, map[string]bool{}
	if d.Body != nil {
		c.documentedNames(documented, "", d.Body.Type, 0)
	}
	for _, p := range d.Params {
		if p.Location == model.LocationQuery {
			documented["."+p.Name] = true
			c.documentedNames(documented, "."+p.Name, p.Type, 1)
		}
	}
	for _, h := range holdersOf(op) {
		heldNames(held, "", h, 0)
	}
	if d.Returns != nil && op.Result != nil {
		c.documentedNames(documented, "=", d.Returns.Type, 0)
		heldNames(held, "=", op.Result, 0)
	}
	same := 0
	for n := range documented {
		if held[n] {
			same++
		}
	}
	words := 0
	for _, w := range names.Words(d.ID) {
		if strings.Contains(names.Letters(op.Func), names.Letters(w)) {
			words++
		}
	}
	return float64(2*same)/float64(max(len(documented)+len(held), 1)) + float64(words)/10000
}

// likenessDepth is how deep members are compared to tell variants of an operation apart.
const likenessDepth = 4

func (c *comparison) documentedNames(out map[string]bool, prefix string, t *model.Type, depth int) {
	t = c.api.Resolve(t)
	for t != nil && (t.Kind == model.KindArray || t.Kind == model.KindMap) {
		t = c.api.Resolve(t.Elem)
	}
	u := c.objectOf(t)
	if u == nil || depth > likenessDepth {
		return
	}
	for _, d := range u.fields {
		name := prefix + "." + d.Name
		if !out[name] {
			out[name] = true
			c.documentedNames(out, name, d.Type, depth+1)
		}
	}
}

func heldNames(out map[string]bool, prefix string, t *gofacts.Type, depth int) {
	for t != nil && (t.Kind == gofacts.List || t.Kind == gofacts.Map) {
		t = t.Elem
	}
	if t == nil || depth > likenessDepth {
		return
	}
	for _, f := range slices.Concat(t.Fields, t.Alternatives) {
		name := prefix + "." + wireName(f)
		if slices.Contains(t.Alternatives, f) {
			name = prefix
		}
		if name == prefix || !out[name] {
			out[name] = true
			heldNames(out, name, f.Type, depth+1)
		}
	}
}

// constantQuery returns the names of what an operation always sends in its query.
func constantQuery(d *model.Method) []string {
	var out []string
	for _, q := range d.Query {
		out = append(out, q.Name)
	}
	if _, query, ok := strings.Cut(d.Path, "?"); ok {
		for _, pair := range strings.Split(query, "&") {
			name, _, _ := strings.Cut(pair, "=")
			out = append(out, name)
		}
	}
	return out
}

// loose pairs what is left where a slot of one side is a word of the other, or where the client ends a path with the
// format that it asks for, which pages state in words.
func (m *matching) loose() {
	named := namedSegments(m.docs, m.docKey)
	for _, op := range m.clients {
		if m.used[op] {
			continue
		}
		key := m.clientKey(op)
		for _, d := range m.docs {
			if plain, ok := strings.CutSuffix(key, ".{}"); ok && plain == m.docKey(d) {
				m.add(d, op, true)
			}
			if d.Verb == op.Verb && fitsSlots(key, m.docKey(d)) && !namesResource(key, m.docKey(d), named) {
				if fits, stated := slotsFit(d, op); fits {
					m.add(d, op, !stated)
				}
			}
		}
	}
}

// fitsSlots reports whether two templates are the same but for slots of one that are
// words of the other.
func fitsSlots(a, b string) bool {
	as, bs := strings.Split(a, "/"), strings.Split(b, "/")
	if len(as) != len(bs) {
		return false
	}
	words := 0
	for i := range as {
		switch {
		case as[i] == bs[i]:
			if i > 0 && as[i] != "{}" {
				words++
			}
		case as[i] != "{}" && bs[i] != "{}":
			return false
		}
	}
	return words > 0
}

// unpaired adds findings for operations that only one side has.
func (c *comparison) unpaired(m *matching, o Options) {
	older := map[string]bool{}
	if o.Older != nil {
		for _, d := range o.Older.Methods {
			older[d.Verb+" "+template(d.Path)] = true
		}
	}
	near := c.misnamed(m)
	for _, d := range m.docs {
		if m.taken[d] || near[d] || d.Deprecated != "" || slices.ContainsFunc(m.byKey[m.docKey(d)], func(e *model.Method) bool { return m.taken[e] }) {
			continue
		}
		confidence := Sure
		if c.mayCall(d) || m.mayStand(d) {
			confidence = Perhaps
		}
		c.add(&Finding{Rule: OperationMissing, Confidence: confidence, Operation: d.Verb + " " + d.Path, Page: d.Span,
			Message: "no function calls " + d.Verb + " " + d.Path + titled(d)})
	}
	for _, op := range m.clients {
		if m.used[op] || op.Through != "" {
			continue
		}
		f := &Finding{Rule: OperationExtra, Confidence: Perhaps, Func: op.Func, Operation: op.Verb + " " + op.Path, Go: op.Span,
			Message: "the pages do not document " + op.Verb + " " + op.Path}
		if older[op.Verb+" "+strings.TrimPrefix(template(op.Path), m.prefix)] {
			f.Confidence, f.Message = Sure, "the pages no longer document "+op.Verb+" "+op.Path
		}
		c.add(f)
		if f.Confidence == Sure {
			f.Severity = diag.Warning
		}
	}
}

// mayCall reports whether a function that sends a request of which nothing is known has the name of an operation: the
// words of the last part of its path that is neither a slot nor a value.
func (c *comparison) mayCall(d *model.Method) bool {
	word := ""
	for _, s := range segments(d.Path) {
		if !isSlot(s) && s != "" && !isValue(s) {
			word = names.Letters(names.Singular(s))
		}
	}
	return word != "" && slices.ContainsFunc(c.client.Unresolved, func(u gofacts.Unresolved) bool {
		return !u.Generic && strings.Contains(names.Letters(u.Func), word) &&
			!slices.ContainsFunc(c.client.Operations, func(o *gofacts.Operation) bool { return o.Func == u.Func && o.Package == u.Package })
	})
}

func titled(d *model.Method) string {
	if d.Title == "" {
		return ""
	}
	return fmt.Sprintf(" (%s)", d.Title)
}

// misnamed adds findings for operations that both sides have under verbs or paths that
// differ, and returns those of the pages. They count as used.
func (c *comparison) misnamed(m *matching) map[*model.Method]bool {
	out := map[*model.Method]bool{}
	for _, op := range m.clients {
		if m.used[op] || op.Through != "" {
			continue
		}
		verb, path, _ := strings.Cut(m.clientKey(op), " ")
		var best *model.Method
		rule := Rule("")
		for _, d := range m.docs {
			docVerb, docPath, _ := strings.Cut(m.docKey(d), " ")
			switch {
			case m.taken[d] || out[d] || d.Deprecated != "":
			case (docPath == path || m.sameElsewhere(d, op)) && docVerb != verb && (writes(docVerb) && writes(verb) || c.sameAction(m, d, op, docPath)) && !c.otherVerb(m, op, path):
				best, rule = d, VerbDiffers
			case docVerb == verb && nearPath(path, docPath) && best == nil:
				best, rule = d, PathDiffers
			}
		}
		if best == nil {
			continue
		}
		out[best], m.used[op] = true, true
		f := &Finding{Rule: rule, Confidence: Likely, Func: op.Func, Operation: best.Verb + " " + best.Path, Go: op.Span, Page: best.Span,
			Message: fmt.Sprintf("the function calls %s %s, the pages have %s %s", op.Verb, op.Path, best.Verb, best.Path)}
		c.add(f)
	}
	return out
}

// sameAction reports whether pages and client mean the same by a path that each has under one verb only: the function
// begins with the words of the title, "SetHedge" with those of "Set hedges", two at least.
func (c *comparison) sameAction(m *matching, d *model.Method, op *gofacts.Operation, docPath string) bool {
	if slices.ContainsFunc(m.docs, func(e *model.Method) bool {
		_, path, _ := strings.Cut(m.docKey(e), " ")
		return e != d && path == docPath
	}) {
		return false
	}
	called, title := names.Words(op.Func[strings.LastIndexByte(op.Func, '.')+1:]), names.Words(strings.ReplaceAll(d.Title, " ", "_"))
	n := 0
	for n < min(len(called), len(title)) && strings.EqualFold(names.Singular(called[n]), names.Singular(title[n])) {
		n++
	}
	return n >= 2
}

// writes reports whether a verb is one of those that are taken for each other: rarely somebody
// reads or deletes where something is to be written.
func writes(verb string) bool { return verb == "POST" || verb == "PUT" || verb == "PATCH" }

// otherVerb reports whether the client calls the path with several verbs that the pages
// do not pair.
func (c *comparison) otherVerb(m *matching, op *gofacts.Operation, path string) bool {
	return slices.ContainsFunc(m.clients, func(o *gofacts.Operation) bool {
		_, p, _ := strings.Cut(m.clientKey(o), " ")
		return o != op && o.Verb != op.Verb && p == path && !m.used[o]
	})
}

func sortedNames(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for n := range set {
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Compare(a, b) })
	return out
}
