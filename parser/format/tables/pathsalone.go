package tables

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// writesWord is a word with which titles and segments of paths begin that tell to change something.
var writesWord = prefilter.MustCompile(`(?i)^(?:create|add|new|insert|update|edit|modify|change|delete|remove|send|login|log[ _-]?in|sign[ _-]?(?:in|up|out)|logout|log[ _-]?out|register|submit|upload|save|store|bind|unbind|reset|cancel|set|enable|disable|start|stop|publish|import|approve|reject|crear|criar|ajouter|erstellen|создать|удалить)(?:[^a-z]|$|[A-Z])`)

// readActions are the actions of titles that change nothing.
var readActions = []string{"list", "get", "search", "download", "export"}

// addPathsAlone takes the endpoints that a page states by their paths alone, without a verb, given in
// its order, for statements: where the page says that it is the reference of an API, or parts of a request or an
// answer stand below most of them. The verb is the one that docgen.yaml or the page says of all;
// else POST is taken where a body is described, or the title tells to change something and no use has
// a query, and GET where not, of which checkPathsAlone tells.
func (s *document) addPathsAlone(paths []statement.Finding) {
	paths = slices.DeleteFunc(paths, func(f statement.Finding) bool {
		return s.blockAt(f.Start) == len(s.blocks) || s.inExample(f.Start) || statement.IsBasePath(s.text[f.Start:f.End]) || announcesBase(s.text[f.Start:f.End])
	})
	if len(paths) == 0 || s.isAbout() {
		return
	}
	titled, described, labelled := 0, 0, 0
	ends := make([]int, len(paths))
	for i, f := range paths {
		ends[i] = s.sectionOfBlock(s.blockAt(f.Start))
		if i+1 < len(paths) {
			ends[i] = min(ends[i], paths[i+1].Start)
		}
		if s.isTitled(f.Start) {
			titled++
		}
		if s.hasFacts(f.End, ends[i]) || s.describesParts(f.End, ends[i]) {
			described++
		}
		if f.Labelled {
			labelled++
		}
	}
	isOne := len(paths) >= fewestAlone && (titled == len(paths) || described*3 >= len(paths)*2) ||
		labelled == len(paths) && described == len(paths)
	if !isOne {
		return
	}
	s.assumed = map[int]bool{}
	for i := range paths {
		op := &paths[i].Operations[0]
		switch {
		case op.Verb != "" && paths[i].VerbAt == 0: // a line or a command says it
		case s.marks != nil && s.marks.Verb != "":
			op.Verb, paths[i].VerbAt = s.marks.Verb, 0
		case op.Verb == "":
			op.Verb, s.assumed[paths[i].Start] = s.assumedVerb(paths[i], ends[i]), true
		}
	}
	s.mentioned = true
	s.found = append(slices.Clone(s.found), s.withVerbsBelow(paths, ends)...)
	slices.SortStableFunc(s.found, func(a, b statement.Finding) int { return a.Start - b.Start })
}

// requestFields is a title for the members of a body.
var requestFields = prefilter.MustCompile(`(?i)\brequest (?:fields|members|attributes|properties|object|json)\b`)

// verbItem is an item that says what an endpoint does with a verb: - GET to read the file.
var verbItem = prefilter.MustCompile("(?m)^[-*+][ \\t]+[`*_]*(GET|POST|PUT|PATCH|DELETE)[`*_]*(?:[ \\t:：–—-]|$)")

// withVerbsBelow gives paths of whose section items begin with verbs these instead of the one that is
// assumed, each as an endpoint.
func (s *document) withVerbsBelow(paths []statement.Finding, ends []int) []statement.Finding {
	var out []statement.Finding
	for i, f := range paths {
		var verbs []string
		if s.assumed[f.Start] {
			for _, m := range verbItem.FindAllStringSubmatch(s.text[f.End:max(f.End, ends[i])], -1) {
				verbs = append(verbs, m[1])
			}
		}
		if len(verbs) == 0 {
			out = append(out, f)
			continue
		}
		delete(s.assumed, f.Start)
		slices.Sort(verbs)
		for _, verb := range slices.Compact(verbs) {
			f.Operations = []statement.Operation{{Verb: verb, Path: f.Operations[0].Path}}
			out = append(out, f)
		}
	}
	return out
}

// describesParts reports whether a title or a label between two offsets announces what an endpoint is
// sent or answers.
func (s *document) describesParts(from, to int) bool {
	return s.announces(from, to, func(section vocabulary.Section, _ string) bool {
		return isFactSection(section) || section == vocabulary.RequestExample || section == vocabulary.ResponseExample
	})
}

// announces reports whether a title or a label between two offsets opens a section of a kind.
func (s *document) announces(from, to int, is func(section vocabulary.Section, title string) bool) bool {
	for i := s.blockAt(from); i < len(s.blocks) && s.blocks[i].start < to; i++ {
		b := &s.blocks[i]
		if b.end <= from || b.kind != headingBlock && b.kind != textBlock {
			continue
		}
		title, ok := b.plain, b.kind == headingBlock
		if !ok {
			title, ok = labelOf(s.text[b.start:b.end])
		}
		if !ok {
			continue
		}
		if section, _ := s.sectionOf(title); is(section, title) {
			return true
		}
	}
	return false
}

// assumedVerb is the verb with which an endpoint is likely to be called that is stated by its path
// alone, and whose section ends at an offset.
func (s *document) assumedVerb(f statement.Finding, end int) string {
	isBody := func(section vocabulary.Section, title string) bool {
		return section == vocabulary.Body || section == vocabulary.Form || requestFields.MatchString(title)
	}
	if s.announces(f.End, end, isBody) {
		return "POST"
	}
	title := ""
	if at := s.headingOf(f.Start); at >= 0 {
		title = strings.TrimLeft(s.blocks[at].plain, "0123456789.、 ")
	}
	path := f.Operations[0].Path
	if strings.Contains(s.text[f.Start:end], path+"?") {
		return "GET" // a use of it has a query
	}
	last := path[strings.LastIndexByte(strings.TrimRight(path, "/"), '/')+1:]
	if action := vocabulary.ActionOf(title); action != "" && !slices.Contains(readActions, action) || writesWord.MatchString(title) || writesWord.MatchString(last) {
		return "POST"
	}
	return "GET"
}

// fewestAlone is how many paths make a reference of a page whose titles say no more.
const fewestAlone = 2

// mostRelated is how many places one finding names besides its own.
const mostRelated = 20

// checkPathsAlone tells of the verbs that nothing says.
func (r *reading) checkPathsAlone() {
	var first *decl.Problem
	count := map[string]int{}
	for _, c := range r.document.calls {
		for _, f := range c.stated {
			if !r.document.assumed[f.Start] {
				continue
			}
			op := f.Operations[0]
			count[op.Verb]++
			if first == nil {
				first = &decl.Problem{Code: "assumed-verb", Start: f.Start, End: f.Start + len(strings.TrimRight(r.document.text[f.Start:f.End], " \t\r\n")),
					Help: "say the verb before each path, once for all (All endpoints are called with GET), or in docgen.yaml (tables: verb: GET)"}
			} else if len(first.Related) < mostRelated {
				first.Related = append(first.Related, diag.Related{Span: r.document.file.Span(f.Start, f.End), Message: "taken as " + op.String()})
			}
			if first.Message == "" {
				first.Message = op.String()
			}
		}
	}
	if first == nil {
		return
	}
	first.Message = fmt.Sprintf("%d endpoints are stated by paths alone, and nothing says with which verb they are called: GET is taken for %d, POST for %d that have a body or are titled as what changes something, as in %s",
		count["GET"]+count["POST"], count["GET"], count["POST"], first.Message)
	r.problems = append(r.problems, *first)
}

var _ = diag.Register(diag.Entry{
	Code: "assumed-verb", Severity: diag.Warning,
	Title:   "no page says the verbs of endpoints",
	Why:     "The page states endpoints by their paths alone, and neither a line nor a command says with which verb they are called. POST is taken where a body is described or the title tells to change something, GET elsewhere. Requests with the wrong verb fail.",
	Help:    "Say the verb before each path, or once for all in a sentence or in docgen.yaml.",
	Example: "-- cranes.md --\n# Cranes API\n\n## List the cranes\n\nEndpoint: `/cranes`\n\n| Parameter | Type | Description |\n|---|---|---|\n| `idle` | boolean | Only these. |\n\n## Turn a crane\n\nEndpoint: `/cranes/turn`\n\nBody:\n\n| Field | Type | Description |\n|---|---|---|\n| `angle` | number | How far. |\n",
})
