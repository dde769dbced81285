package tables

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/script"
	"github.com/docgen-go/docgen/parser/statement"
)

// An endpoint is one verb and path of a call.
type endpoint struct {
	call *call
	// index is the place of the statement in the call.
	index int
	op    statement.Operation // its path has slots in braces
	key   string
	id    string
	// leads says that the endpoint names the method, where several state it.
	leads bool
	// onPageOf says that the endpoint that leads it stands on the same page.
	onPageOf bool
}

// isLesser reports whether another statement of the endpoint says more of it: in more
// rows, or, on another page, in a block that states fewer endpoints beside it, as a list
// of changes does.
func (e *endpoint) isLesser(than *endpoint) bool {
	a, b := e.call, than.call
	return a.rows < b.rows || a.rows == b.rows && a.document != b.document && len(a.stated) > len(b.stated)
}

// isMention reports whether the endpoint is but repeated: what leads it stands
// elsewhere, and nothing is listed here.
func (e *endpoint) isMention() bool {
	return !e.leads && !e.call.isStrong() && !(e.onPageOf && (e.call.showsAnswer() || e.printsQuery()))
}

// showsAnswer reports whether a block holds a fence beside its statements, which may
// show what another answer of the endpoint has.
func (c *call) showsAnswer() bool {
	return slices.ContainsFunc(c.parts, func(p part) bool { return p.kind == fenceBlock && !c.isStatement(p.block) })
}

// statement is where the page states the endpoint.
func (e *endpoint) statement() statement.Finding { return e.call.stated[e.index] }

// title is what the page says of the endpoint alone, where several share their heading or that is
// but a path, or the heading. A comment that is no title may be about but a part of it: by its number.
func (e *endpoint) title() string {
	said := e.statement().Said
	if said != "" && len(e.call.stated) > 1 && (saysAction(said) || unicode.IsUpper([]rune(said)[0])) {
		return said
	}
	if said != "" && strings.HasPrefix(strings.Trim(e.call.title, "`*_ "), "/") {
		return said
	}
	return e.call.title
}

// numberedPath is a title that is but a number and a path: 3、`/v1/boats`.
var numberedPath = prefilter.MustCompile("^(?:[0-9]+(?:\\.[0-9]+)*|[一二三四五六七八九十]+)[、.．)）]\\s*(`?/[^\\s`]+`?)$")

// withoutPathLabel is a title without the label or the number before a path that is all of it: URL: /v1/boats.
func withoutPathLabel(title string) string {
	if m := numberedPath.FindStringSubmatch(title); m != nil {
		return m[1]
	}
	label, value, ok := strings.Cut(title, ":")
	value = strings.Trim(value, " *_")
	if ok && statement.LabelsPath(label) && strings.HasPrefix(strings.Trim(value, "`"), "/") && !strings.Contains(value, " ") {
		return value
	}
	return title
}

// actions are first words of titles that say what a method does, and the name that
// it has for that.
var actions = map[string]string{
	"list": "list", "get": "get", "show": "get", "retrieve": "get", "fetch": "get", "read": "get", "view": "get", "find": "get", "query": "query",
	"create": "create", "add": "add", "new": "create", "update": "update", "edit": "update", "modify": "update", "change": "update", "patch": "update",
	"delete": "delete", "del": "delete", "remove": "remove", "destroy": "delete", "set": "set", "replace": "replace", "upload": "upload", "download": "download",
	"search": "search", "cancel": "cancel", "enable": "enable", "disable": "disable", "start": "start", "stop": "stop", "send": "send",
	"approve": "approve", "reject": "reject", "close": "close", "open": "open", "merge": "merge", "move": "move", "copy": "copy", "import": "import",
	"export": "export", "archive": "archive", "unarchive": "unarchive", "restore": "restore", "validate": "validate", "verify": "verify", "test": "test",
	"subscribe": "subscribe", "unsubscribe": "unsubscribe", "join": "join", "leave": "leave", "invite": "invite", "accept": "accept", "rotate": "rotate",
	"revoke": "revoke", "reset": "reset", "retry": "retry", "run": "run", "trigger": "trigger", "execute": "execute", "share": "share", "place": "place",
	"transfer": "transfer", "withdraw": "withdraw", "batch": "batch", "bulk": "bulk", "block": "block", "unblock": "unblock", "lock": "lock", "unlock": "unlock",
	"star": "star", "unstar": "unstar", "follow": "follow", "unfollow": "unfollow", "assign": "assign", "unassign": "unassign", "resolve": "resolve",
	"publish": "publish", "unpublish": "unpublish", "activate": "activate", "deactivate": "deactivate", "register": "register", "refresh": "refresh",
	"mark": "mark", "begin": "begin", "execut": "execute", "check": "check", "confirm": "confirm", "count": "count", "fork": "fork", "rename": "rename", "save": "save", "submit": "submit", "bind": "bind", "unbind": "unbind", "attach": "attach", "detach": "detach",
}

// byVerb is what a method does where its title does not say it.
var byVerb = map[string]string{"LIST": "list", "GET": "get", "POST": "post", "PUT": "put", "PATCH": "patch", "DELETE": "delete", "HEAD": "head"}

// endpoints names the endpoints of all pages. Those with one verb and path are one
// method; the first one names it.
func endpoints(documents []*document) []*endpoint {
	var all []*endpoint
	resourceOf := newResources(documents)
	byKey := map[string]*endpoint{}
	groups := map[string][]*endpoint{}
	var order []string
	for _, s := range documents {
		for _, c := range s.calls {
			c.resource = resourceOf.resource(c)
			seen := map[string]bool{}
			for i, f := range c.stated {
				op := statement.Operation{Verb: f.Operations[0].Verb, Path: slotPathAs(s.marks, f.Operations[0].Path)}
				e := &endpoint{call: c, index: i, op: op, key: op.Key()}
				if seen[e.key] {
					continue
				}
				seen[e.key] = true
				all = append(all, e)
				if have := byKey[e.key]; have == nil || have.isLesser(e) {
					byKey[e.key] = e
				}
			}
		}
	}
	for _, e := range all {
		if r := e.call.resource; byKey[e.key] == e {
			if groups[r] == nil {
				order = append(order, r)
			}
			groups[r] = append(groups[r], e)
		}
	}
	for _, r := range order {
		nameMethods(r, groups[r])
	}
	for _, e := range all {
		e.id = byKey[e.key].id
		e.leads = byKey[e.key] == e
		e.onPageOf = byKey[e.key].call.document == e.call.document
	}
	return slices.DeleteFunc(all, func(e *endpoint) bool {
		mention := e.isMention()
		if mention && e.onPageOf && e.isTitled(byKey[e.key]) {
			e.call.document.again = append(e.call.document.again, e)
		}
		return mention
	})
}

// resources knows in which resource the endpoints of a page are.
type resources struct {
	// prefix is the folder that holds all pages with endpoints.
	prefix string
	// gathered are the folders most of whose pages have one endpoint each.
	gathered map[string]bool
	// pages is how many pages have endpoints.
	pages int
}

func newResources(documents []*document) *resources {
	h := &resources{gathered: map[string]bool{}}
	single, all := map[string]int{}, map[string]int{}
	first := true
	for _, s := range documents {
		if len(s.calls) == 0 {
			continue
		}
		h.pages++
		dir := path.Dir(s.page.Path)
		all[dir]++
		if len(s.calls) == 1 {
			single[dir]++
		}
		if first {
			h.prefix, first = dir, false
		}
		for h.prefix != "." && dir != h.prefix && !strings.HasPrefix(dir, h.prefix+"/") {
			h.prefix = path.Dir(h.prefix)
		}
	}
	for dir, n := range single {
		h.gathered[dir] = n > 1 && n*2 > all[dir] && (dir != h.prefix || len(all) == 1 && n > 8)
	}
	return h
}

// deepestGroup is how many headings stand above those that gather endpoints.
const deepestGroup = 3

// resource is the ID of the resource of a call: the heading that gathers several
// calls where the page has several such, else the folder of pages with one endpoint
// each, else the page.
func (h *resources) resource(c *call) string {
	if of, _ := rpcParts(c.rpcName()); of != "" {
		return of
	}
	depth := 0
	for h.pages == 1 && depth < deepestGroup && !c.document.gathers(depth) && !strings.HasPrefix(c.crumb(depth+1), "/") {
		depth++ // one page is the whole reference
	}
	if title := c.crumb(depth); title != "" && c.document.gathers(depth) {
		if id := latin(withoutRemark(title)); id != "" {
			return id
		}
		return h.fromPath(c)
	}
	dir := path.Dir(c.document.page.Path)
	rel := strings.Trim(strings.TrimPrefix(dir, h.prefix), "/")
	if h.prefix == "." {
		rel = strings.Trim(dir, "./")
	}
	var parts []string
	for p := range strings.SplitSeq(rel, "/") {
		if id := latin(p); id != "" {
			parts = append(parts, id)
		}
	}
	if h.gathered[dir] && len(c.document.calls) == 1 && len(parts) > 0 {
		return strings.Join(parts, ".")
	}
	name := stem(c.document.page.Path)
	if folder := latin(path.Base(dir)); len(c.document.calls) == 1 && actions[latin(name)] != "" && folder != "" {
		return folder // boats/list.md
	}
	if name == "index" || name == "README" || name == "readme" || name == "_index" || len(parts) == 0 && h.gathered[dir] {
		return h.fromPath(c)
	}
	if id := latin(name); id != "" {
		return id
	}
	return h.fromPath(c)
}

// fromPath is a resource by the first segment of a path.
func (h *resources) fromPath(c *call) string {
	if s := segments(slotPathAs(c.document.marks, c.stated[0].Operations[0].Path)); len(s) > 0 {
		return s[0]
	}
	return "api"
}

// fileOrder is the place of a file among others before its name, with the first letter of that, or the day on
// which a site shows it: 03.boats, 03-boats, _03-boats, 2003-03-03-boats.
var fileOrder = prefilter.MustCompile(`^_?(?:[0-9]{1,3}\.|[0-9]{2}[_-]|[0-9]{4}-[0-9]{2}-[0-9]{2}-)\pL`)

// latin is a title as an ID, or "" where it has no latin letters.
func latin(title string) string {
	title = script.Unaccented(unnumbered(title))
	if fileOrder.MatchString(title) {
		title = strings.TrimLeft(title, "0123456789._-")
	}
	id := link.Slug(title)
	words := strings.Split(id, "_")
	for len(words) > 1 && slices.Contains([]string{"api", "apis", "resource", "endpoints", "endpoint", "rest"}, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	id = strings.Join(words, "_")
	for _, r := range id {
		if r >= 0x80 {
			return ""
		}
	}
	if id != "" && id[0] >= '0' && id[0] <= '9' {
		id = "v" + id
	}
	return id
}

// nameMethods names the methods of a resource: each by the shortest of its names that
// no other has.
func nameMethods(resource string, es []*endpoint) {
	names := make([][]string, len(es))
	taken := map[string]bool{}
	for i, e := range es {
		names[i] = candidates(resource, e)
	}
	open := make([]int, len(es))
	for i := range es {
		open[i] = i
	}
	for level := 0; len(open) > 0 && level < 8; level++ {
		count := map[string]int{}
		for _, i := range open {
			count[at(names[i], level)]++
		}
		var rest []int
		for _, i := range open {
			n := at(names[i], level)
			if n == "" || taken[n] || count[n] > 1 {
				rest = append(rest, i)
				continue
			}
			es[i].id = resource + "." + n
		}
		for _, i := range open {
			if es[i].id != "" {
				taken[strings.TrimPrefix(es[i].id, resource+".")] = true
			}
		}
		open = rest
	}
	numbered := map[string]int{} // the last number behind a name
	for _, i := range open {
		base := names[i][len(names[i])-1]
		for n := max(numbered[base], 2); ; n++ {
			numbered[base] = n
			if name := base + "_" + itoa(n); !taken[name] {
				taken[name] = true
				es[i].id = resource + "." + name
				break
			}
		}
	}
}

func at(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return ""
}

// longestName is how many words a name made of a title has.
const longestName = 7

// longestEntry is how many words an entry of an index has at most that names the method.
const longestEntry = 4

// candidates are the names of a method, the shortest first. Of those that only the
// first word of a title tells, the method has the name whose title says no more.
func candidates(resource string, e *endpoint) []string {
	path := segments(e.op.Path)
	last := append([]string{byVerb[e.op.Verb]}, path[max(0, len(path)-2):]...)
	full := append([]string{byVerb[e.op.Verb]}, path...)
	byPath := []string{strings.Join(last, "_"), strings.Join(full, "_"), strings.Join(full, "_")}
	if slots := names.Slots(e.op.Path); len(slots) > 0 {
		byPath[2] = strings.Join(append(full, "by", strings.Join(slots, "_")), "_")
	}
	if name := e.call.rpcName(); name != "" {
		_, method := rpcParts(name)
		return append([]string{method, snake(name)}, byPath...)
	}
	title := besidesStatement(e.title())
	if m := remarkBehind.FindStringSubmatch(title); m != nil && e.call.document.indexed && vocabulary.IsRemark(m[2]) {
		title = m[1]
	}
	id := latin(capitalNote.ReplaceAllString(title, ""))
	if id == "" {
		id = latin(title)
	}
	if e.call.unnamed || (e.call.document.indexed || e.call.beside || e.title() != e.call.title || e.call.document.entries != nil && e.call.document.onlyStated) && strings.Count(id, "_") >= longestEntry {
		id = "" // a sentence, and no title
	}
	words := strings.Split(id, "_")
	if id == "" || e.title() == e.call.document.title && len(e.call.document.calls) > 1 {
		return e.untitled(resource, title, path, byPath)
	}
	if action, rest := vocabulary.LatinAction(words); action != "" && actions[words[0]] == "" {
		words = append([]string{action}, rest...)
	} else if base := cmp.Or(ofGerund(words[0], e.op), ofThirdPerson(title, words)); base != "" && len(words) > 1 {
		words = append([]string{base}, words[1:]...)
	}
	action := actions[words[0]]
	rest := withoutArticles(words)
	if action != "" {
		rest = withoutArticles(words[1:])
	}
	own := withoutResource(rest, resource)
	var out []string
	if action == "get" && e.op.Verb == "GET" && !names.EndsInSlot(e.op.Path) && len(own) == 0 && isPlural(rest) {
		action = "list"
	}
	if action != "" && len(own) == 0 {
		out = append(out, action)
	} else {
		out = append(out, "")
	}
	prefix := []string{}
	if action != "" {
		prefix = append(prefix, words[0])
	}
	out = append(out, strings.Join(append(prefix[:len(prefix):len(prefix)], head7(own)...), "_"), strings.Join(append(prefix[:len(prefix):len(prefix)], head7(rest)...), "_"))
	if own := e.call.distinct(path); own != "" && e.title() == e.call.title {
		for i := range out {
			if out[i] != "" {
				out[i] += "_" + own
			}
		}
	}
	if noted := latin(title); noted != id {
		byPath = append([]string{noted}, byPath...)
	}
	return append(out, byPath...)
}

// untitled are the names of a method of which no title says what it does, given those by its path.
func (e *endpoint) untitled(resource, title string, path, byPath []string) []string {
	if action := e.pathAction(path); action != "" {
		return append([]string{action, strings.Join(append(slices.Clone(path[max(0, len(path)-2):len(path)-1]), action), "_")}, byPath...)
	}
	does := restful(e.op)
	if said := vocabulary.ActionOf(title); said != "" && e.call.title != e.call.document.title && (said != "get" || does != "list") {
		does = said
	}
	own := withoutResource(e.call.document.behindShared(path, resource), resource)
	if len(own) > 0 {
		does += "_" + strings.Join(own[max(0, len(own)-2):], "_")
	}
	if does == "get" && !names.EndsInSlot(e.op.Path) {
		return append([]string{does, "list"}, byPath...) // beside the one of a thing
	}
	return append([]string{does, does}, byPath...)
}

// capitalNote is what a title says in capitals of who may call the endpoint: New order (TRADE).
var capitalNote = prefilter.MustCompile(`\s+\([A-Z][A-Z_]+(?:[ ,/&-]+[A-Z_]+)*\)\s*$`)

// distinct is what a path has of names that not all endpoints of its call have, where
// there are several.
func (c *call) distinct(path []string) string {
	if len(c.stated) == 1 {
		return ""
	}
	var out []string
	for _, s := range path {
		for _, f := range c.stated {
			if !slices.Contains(segments(slotPathAs(c.document.marks, f.Operations[0].Path)), s) {
				out = append(out, s)
				break
			}
		}
	}
	return strings.Join(out, "_")
}

// restful is what a request does with what its path names.
func restful(op statement.Operation) string {
	one := names.EndsInSlot(op.Path)
	switch {
	case op.Verb == "GET" && !one:
		path := strings.TrimSuffix(op.Path, "/")
		last := path[strings.LastIndexByte(path, '/')+1:]
		if names.Singular(last) != last {
			return "list"
		}
		return "get"
	case op.Verb == "POST":
		return "create"
	case op.Verb == "PUT" || op.Verb == "PATCH":
		return "update"
	}
	return byVerb[op.Verb]
}

func firstOf(path []string) string {
	if len(path) == 0 {
		return ""
	}
	first, _, _ := strings.Cut(path[len(path)-1], "_")
	return first
}

func head7(words []string) []string { return words[:min(len(words), longestName)] }

// isPlural reports whether words end in a plural.
func isPlural(words []string) bool {
	return len(words) > 0 && names.Singular(words[len(words)-1]) != words[len(words)-1]
}
