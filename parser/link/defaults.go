package link

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// value is a printed value: in backticks or quotes, a number with separators of
// thousands, or a bare word.
const value = "(?:`\"?([^`\"]+)\"?`|\"([^\"]+)\"|'([^']+)'|(-?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|-?[A-Za-z0-9][^\\s,;()`\"']*))"

var (
	// defaultProse finds the words before a default: defaults to x, default: x,
	// default is x, (default x), **Default:** x.
	defaultProse = prefilter.MustCompile(`(?:[Dd]efault(?:s|ing) to|[Dd]efault(?: value)?\**(?: is| of|:| =|=)|[Dd]efault)\**:?\**(?: |(?:[:=]))` + value)
	// defaultMark finds a value that is marked as the default.
	defaultMark = prefilter.MustCompile(value + ` \((?:the |by )?default(?: value)?\)`)
	// elsewhere finds what makes a default depend on something else than on the
	// value being left out.
	elsewhere = prefilter.MustCompile(`^[` + "`" + `"']?,? (?:if|when|for|unless|except|on|in|otherwise)\b`)
	leftOut   = prefilter.MustCompile(`^[` + "`" + `"']?,? (?:if|when|unless) (?:it is |this is |the (?:field|parameter|value) is )?(?:not |un|otherwise )?(?:absent|given|left out|missing|omitted|passed|present|provided|sent|set|specified|supplied|unset)`)
	// subjectBefore finds a name right before the words about a default.
	subjectBefore = prefilter.MustCompile("`([^`]+)`(?: (?:field|parameter|property|value|option))? $")
)

// readDefault finds the first sentence about the default of the member itself.
func (p *prose) readDefault(name, doc string) {
	for _, find := range []*prefilter.Pattern{defaultProse, defaultMark} {
		if find == defaultMark && !strings.Contains(doc, " (default") && !strings.Contains(doc, " (the default") && !strings.Contains(doc, " (by default") {
			continue
		}
		for _, m := range find.FindAllStringSubmatchIndex(doc, -1) {
			if of := subjectBefore.FindStringSubmatch(doc[:m[0]]); of != nil && of[1] != name {
				continue // "`other` defaults to"
			}
			if rest := doc[m[1]:]; elsewhere.MatchString(rest) && !leftOut.MatchString(rest) {
				continue
			}
			group := func(i int) string {
				if m[2*i] < 0 {
					return ""
				}
				return doc[m[2*i]:m[2*i+1]]
			}
			bare := group(4)
			p.hasDefault, p.quoted = true, bare == ""
			p.defaultValue = group(1) + group(2) + group(3) + strings.TrimRight(bare, ".:*")
			return
		}
	}
}

// inferDefault takes a default from prose where it is a value of the type.
func inferDefault(f *model.Field, t *model.Type, said prose) {
	if f.Default != "" || !said.hasDefault || t == nil {
		return
	}
	if l := defaultLiteral(t, said); l != "" {
		f.Default, f.Evidence = l, f.Evidence.With(model.FactDefault, model.SourceProse)
	}
}

func defaultLiteral(t *model.Type, said prose) model.Literal {
	text := said.defaultValue
	if strings.ContainsAny(text, "<>{}") {
		return "" // a pattern with placeholders, not a value
	}
	switch t.Kind {
	case model.KindNumber, model.KindInteger:
		if n := digits(text); isNumber(n) {
			return model.Literal(n)
		}
	case model.KindBoolean:
		if b := strings.ToLower(text); b == "true" || b == "false" {
			return model.Literal(b) // Python's True is JSON's true
		}
	case model.KindString:
		if said.quoted && text != "null" {
			return quoteLiteral(text)
		}
	case model.KindEnum:
		return enumLiteral(t.Enum, text)
	case model.KindConst:
		if t.Literal == quoteLiteral(text) {
			return t.Literal
		}
	}
	return ""
}

func enumLiteral(e *model.Enum, text string) model.Literal {
	for _, v := range e.Values {
		if string(v.Literal) == text || v.Literal == quoteLiteral(text) {
			return v.Literal
		}
	}
	return ""
}

func quoteLiteral(s string) model.Literal { return model.Literal(`"` + s + `"`) }

// isNumber reports whether a text is a number in JSON.
func isNumber(s string) bool {
	first := strings.TrimLeft(s, " \t\r\n")
	return first != "" && (first[0] == '-' || first[0] >= '0' && first[0] <= '9') && json.Valid([]byte(s))
}
