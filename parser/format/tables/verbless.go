package tables

import (
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// pathAlone is a text that is but a path, perhaps behind a label: URL: `/boats/{id}`.
var pathAlone = prefilter.MustCompile("^(?:[-*+] )?(?:[*_]*[\\pL ]{1,30}[*_]*\\s*[:：][*_]*\\s*)?`?(?:https?://[^/\\s`]+)?(/[A-Za-z][^\\s`|]*)`?$")

// checkVerbless reports paths that stand alone above a table of attributes, without a
// verb: they are no methods, and what stands below them is that of none.
func (r *reading) checkVerbless(known *statement.Known) {
	s := r.document
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != textBlock && b.kind != fenceBlock {
			continue
		}
		if c := s.callAt(b.start); c != nil {
			r.checkStrayPath(c, i, known)
			continue
		}
		text := s.text[b.start:b.end]
		if b.kind == fenceBlock {
			text = s.text[b.inner:b.innerEnd]
		}
		m := pathAlone.FindStringSubmatch(strings.TrimSpace(text))
		if m == nil || path.Ext(m[1]) != "" || announcesBase(text) || statement.IsBasePath(text) || strings.Contains(text, "://") && statement.IsPrefix(m[1]) || isStated(known, m[1]) {
			continue
		}
		if !s.hasFacts(b.end, s.sectionOfBlock(i)) {
			if isLabelled := strings.ContainsAny(strings.SplitN(text, "/", 2)[0], ":："); isLabelled && s.verbsOfCommands() {
				r.problem(b.start, b.end, "verbless-endpoint", "the path "+quoted(m[1])+" stands behind a label as those of endpoints do, without a verb, and no command below it says one: it is no method",
					"say the verb before the path, or which it is in a line of its own: Method: GET")
			} else if isLabelled && s.verbsSaidOnce() {
				r.problem(b.start, b.end, "verbless-endpoint", "the path "+quoted(m[1])+" stands behind another label than those of endpoints, without a verb: it is no method",
					"state it behind the label that the others have")
			}
			continue
		}
		r.problem(b.start, b.end, "verbless-endpoint", "the path "+quoted(m[1])+" stands above a table of attributes without a verb: it is no method, and the table is read as a type or not at all",
			"say the verb before the path, or which it is in a line of its own: Method: GET")
	}
}

// strayPath is a text that is but a path, perhaps quoted, behind a host or room for one.
var strayPath = prefilter.MustCompile("^(?:>[ \\t]*)?`?(?:https?://[^/\\s`]+|\\{\\{?[\\w.-]+\\}?\\})?(/[A-Za-z][^\\s`|]*)`?$")

// checkStrayPath reports a path alone right below a heading that is no part of the endpoint above
// it: what follows is read as that of this one.
func (r *reading) checkStrayPath(c *call, i int, known *statement.Known) {
	s := r.document
	b := &s.blocks[i]
	if b.kind != textBlock || i == 0 || s.blocks[i-1].kind != headingBlock || namesPart(s.blocks[i-1].plain) || c.isStatement(b) || b.end-b.start > longestStatement {
		return
	}
	m := strayPath.FindStringSubmatch(strings.TrimSpace(s.text[b.start:b.end]))
	if m == nil {
		return
	}
	if at, _, _ := strings.Cut(m[1], "?"); path.Ext(at) == "" && !isStated(known, at) {
		r.problem(b.start, b.end, "verbless-endpoint", "the path "+quoted(at)+" stands below a title of its own without a verb: it is no method, and what follows is read as that of the endpoint above",
			"say the verb before the path, or put both behind the labels that the others have")
	}
}

// verbsOfCommands reports whether commands say the verbs of endpoints of the page.
func (s *document) verbsOfCommands() bool {
	return slices.ContainsFunc(s.calls, func(c *call) bool { return c.stated[0].CommandAt > 0 })
}

// verbsSaidOnce reports whether a sentence says the verb of endpoints of the page.
func (s *document) verbsSaidOnce() bool {
	return slices.ContainsFunc(s.calls, func(c *call) bool { return c.stated[0].VerbAt > 0 })
}

// announcesBase reports whether what stands before a URL calls it the base of all endpoints.
func announcesBase(text string) bool {
	label, _, found := strings.Cut(text, "://")
	if i := strings.LastIndex(label, "http"); i >= 0 {
		label = label[:i]
	}
	return found && vocabulary.BaseURL.Announces(strings.Trim(prose.Plain(label), " |-*:："))
}

// wordAndPath is a line that is but a word in capitals and a path, or one word.
var wordAndPath = prefilter.MustCompile("^[`*]*([A-Z]{3,12})[`*]*\\s+`?(?:https?://[^/\\s`]+)?(/[A-Za-z:{<][^\\s`|]*|[a-z][a-z_-]*(?:\\?\\S*)?)`?$")

// checkVerbs reports paths that stand alone behind a word that is no verb, and verbs alone
// before a word that is no path: they are no methods, and what stands below them is that
// of none.
func (r *reading) checkVerbs() {
	s := r.document
	for i := range s.blocks {
		b := &s.blocks[i]
		start, end := b.start, b.end
		switch b.kind {
		case fenceBlock:
			start, end = b.inner, b.innerEnd
		case headingBlock, textBlock:
		default:
			continue
		}
		if end-start < longestStatement {
			r.checkVerb(start, strings.Split(s.text[start:end], "\n"), b.kind == fenceBlock)
		}
	}
}

// checkVerb reports such lines among those of a block from an offset on, if all of them are
// a word in capitals and what may be a path.
func (r *reading) checkVerb(at int, lines []string, fenced bool) {
	var found [][]string
	for _, line := range lines {
		m := wordAndPath.FindStringSubmatch(strings.TrimLeft(strings.TrimSpace(line), "# "))
		if m == nil && strings.TrimSpace(line) != "" || !fenced && len(found) > 0 {
			return
		}
		found = append(found, m)
	}
	for i, m := range found {
		start := at
		at += len(lines[i]) + 1
		if m == nil || path.Ext(m[2]) != "" {
			continue
		}
		end := start + len(strings.TrimRight(lines[i], " \t"))
		switch isVerb := statement.IsVerb(m[1]); {
		case !isVerb && m[2][0] == '/':
			r.problem(start, end, "unknown-verb", quoted(m[1])+" is no verb of HTTP that docgen knows: "+quoted(m[2])+" is no method, and what stands below it belongs to none",
				"if it is a verb under another name, write that of HTTP")
		case isVerb && m[2][0] != '/' && fenced && !strings.Contains(m[2], "/") && len(r.endpoints) > 0:
			r.problem(start, end, "path-without-slash", "behind the verb stands "+quoted(m[2])+", which is no path: it is no method, and what stands below it belongs to none",
				"begin the path with a slash")
		}
	}
}

// longestStatement is how many bytes the lines of statements may take.
const longestStatement = 1000

// checkOwnerless reports tables that a label announces as parameters of a request where
// no endpoint is stated above them.
func (r *reading) checkOwnerless() {
	s := r.document
	for _, t := range s.types {
		i := s.blockAt(t.block.start)
		if section := s.announced(i); t.call != nil || t.enum || t.choice || !isFactSection(section) || section == vocabulary.Response || r.isShared(i) {
			continue
		}
		r.problem(t.block.start, t.block.table.HeadRow.End, "ownerless-parameters", "this table lists parameters of a request, but no endpoint is stated above it: it is read as a type that no method uses, unless a link leads to it",
			"state the endpoint, a verb and a path alone, above the table")
	}
}

// isShared reports whether a heading above a block says that it is about many endpoints.
func (r *reading) isShared(i int) bool {
	s := r.document
	for at := s.headed[i]; at >= 0; at = s.tip[at] {
		if sharedWord.MatchString(s.blocks[at].plain) {
			return true
		}
	}
	return false
}

var sharedWord = prefilter.MustCompile(`(?i)\b(?:common|shared|global|general|public|standard|pagination|paging|authentication|authorization|signature|websocket|events?|webhooks?)\b|公共|通用|全局|分页|鉴权|签名|认证|推送|回调`)

// isStated reports whether an endpoint has a path, with any verb.
func isStated(known *statement.Known, path string) bool {
	for _, verb := range []string{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"} {
		if known.Has(statement.Operation{Verb: verb, Path: path}) {
			return true
		}
	}
	return false
}

// sectionOfBlock is where the section of a block ends: at the next heading that is not below
// the last one before it, or below the block where it is a heading.
func (s *document) sectionOfBlock(i int) int {
	level := 7
	if at := s.headed[i]; s.blocks[i].kind == headingBlock {
		level = s.blocks[i].level
	} else if at >= 0 {
		level = s.blocks[at].level
	}
	for i++; i < len(s.blocks); i++ {
		if s.blocks[i].kind == headingBlock && s.blocks[i].level <= level {
			return s.blocks[i].start
		}
	}
	return len(s.text)
}

var _ = diag.Register(diag.Entry{
	Code: "unknown-verb", Severity: diag.Warning,
	Title:   "a path stands behind a word that is no verb",
	Why:     "A verb of HTTP and a path state an endpoint. With another word they state none: it is not in the model, and neither is what the page says of it.",
	Help:    "Write the verb of HTTP with which the endpoint is called.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Stop a crane\n\n```plaintext\nHALT /cranes/:id\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `slowly` | boolean | yes |\n",
})

var _ = diag.Register(diag.Entry{
	Code: "path-without-slash", Severity: diag.Warning,
	Title:   "a verb stands alone before a word that is no path",
	Why:     "A verb of HTTP and a path state an endpoint, and a path has a slash. Without one nothing is stated: it is not in the model, and neither is what the page says of it.",
	Help:    "Begin the path with a slash.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## List the cranes\n\n```plaintext\nGET cranes\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `idle` | boolean | no |\n",
})
