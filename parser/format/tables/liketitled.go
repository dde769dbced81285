package tables

import (
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	// likeQuoted begins a section of what is sent that has that of the endpoint whose title it
	// quotes: Same as "List cranes", 「クレーン一覧」と同じ, 与“起重机列表”相同.
	likeQuoted = prefilter.MustCompile("(?i)^\\s*(?:exactly )?(?:the )?same (?:parameters |fields |body )?as (?:for |in |the )*(?:\"([^\"\\n]{1,80})\"|“([^”\\n]{1,80})”|\\*\\*([^*\\n]{1,80})\\*\\*)|^\\s*[「『\"“]([^「」『』\"“”\\n]{1,80})[」』\"”]\\s*と(?:全く|まったく)?(?:同じ|同様|同一)|^\\s*(?:与|和|同)[「\"“]([^「」\"“”\\n]{1,80})[」\"”](?:的?参数)?(?:完全)?(?:相同|一致|一样)")
	// valueWord is a type or a value in code, which is no name.
	valueWord = prefilter.MustCompile(`(?i)^(?:string|integer|int|long|float|double|number|boolean|bool|object|array|true|false|null|none)$`)
	// differsThen says that something of the other endpoint is not sent, or something more is.
	differsThen = prefilter.MustCompile(`(?i)\b(?:not|no|without|except|but|minus|plus|also|additional(?:ly)?|only|instead)\b|除|以外|ただし|のみ|追加|没有|不含|但|另外`)
)

// likeTitled returns the title of the endpoint whose parameters a section of what is sent says
// to have, and whether nothing of it differs, or "".
func likeTitled(p part, text string) (name string, whole bool) {
	if p.section != vocabulary.Request && !isRequestPart(p.section) {
		return "", false
	}
	m := likeQuoted.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	return strings.Join(m[1:], ""), !differsThen.MatchString(text[len(m[0]):])
}

// titleKey is a title as texts quote it: without its number and the endpoint that it states.
func titleKey(title string) string {
	return strings.ToLower(strings.TrimSpace(besidesStatement(title)))
}

// byTitle is the operations of a page that lead their endpoints, by the titles of these. What
// several are titled is nil.
func byTitle(page []drafted) map[string]*drafted {
	out := map[string]*drafted{}
	for i := range page {
		d := &page[i]
		if !d.endpoint.leads {
			continue
		}
		key := titleKey(d.endpoint.call.title)
		if _, ok := out[key]; ok {
			d = nil
		}
		out[key] = d
	}
	return out
}

// inheritLike adds what another operation is sent in the place that a section is about.
func (d *drafted) inheritLike(from *drafted, section vocabulary.Section) {
	switch section {
	case vocabulary.Path:
	case vocabulary.Query, vocabulary.Header:
		d.inheritParams(from, string(section))
	default:
		d.inheritSent(from)
	}
}

// checkSentences reports the names in code that the sentences of a section of what is sent have, or
// a line behind a label for it, where nothing lists them and the operation has none of them.
func (d *drafted) checkSentences() {
	c, r := d.endpoint.call, d.reading
	if !d.endpoint.leads || r.quiet || len(c.stated) > 1 {
		return
	}
	for _, p := range c.told() {
		if isRequestPart(p.section) && !c.showsBeside(p) {
			d.tellLost(p.start, p.end, "the section "+quoted(p.label))
			continue
		}
		at := p.start
		for line := range strings.Lines(r.document.text[p.start:p.end]) {
			if strings.IndexByte(line, '`') > 0 && listed.NamesSent(line) {
				d.tellLost(at, at+len(line), "the line")
			}
			at += len(line)
		}
	}
}

// tellLost reports the names in code of a text that the operation has not, at what the text is.
func (d *drafted) tellLost(start, end int, what string) {
	r, text := d.reading, d.reading.document.text[start:end]
	var lost []string
	for _, m := range spanned.FindAllStringSubmatch(text, -1) {
		if d.isLost(m[1]) && !statement.IsVerb(m[1]) && !slices.Contains(lost, m[1]) && !r.spoken[start+strings.Index(text, m[0])] {
			lost = append(lost, m[1])
		}
	}
	if len(lost) == 0 || lacksIt.MatchString(text) || ofOther.MatchString(text) {
		return
	}
	r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: start, End: start + len(strings.TrimRight(text, " \t\n")),
		Message: what + " names " + strings.Join(lost, ", ") + " as what is sent, and nothing lists them: they are documentation",
		Help:    "list them with their types in a table or a list"})
}

// isLost reports whether a text in code may be a name of what is sent, and the operation has
// nothing of that name.
func (d *drafted) isLost(name string) bool {
	if _, err := strconv.ParseFloat(name, 64); err == nil || !prose.IsName(name) || valueWord.MatchString(name) {
		return false
	}
	return !d.endpoint.call.lists(name) && !d.has(name) && !d.sends(name)
}

// showsBeside reports whether the section of a part has more than texts.
func (c *call) showsBeside(p part) bool {
	return slices.ContainsFunc(c.parts, func(other part) bool {
		return other.kind != textBlock && other.kind != headingBlock && other.section == p.section && other.label == p.label
	})
}
