package prose

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// valuesLabel is what stands before a list of all values, in the languages in which
	// references are published.
	valuesLabel = prefilter.MustCompile(`(?i)(?:(?:^|[^\pL\pN])(?:(?:allowed|available|possible|valid|accepted|permitted|supported|enum) values?|enum(?:eration)?)|可用值|可选值有?|枚举值|允许值|合法值|有效值|可取值|指定可能な値|使用可能な値|許容値|가능한 값|허용값|допустимые значения|возможные значения|valores (?:permitidos|posibles|possíveis|aceitos|aceptados)|valeurs (?:possibles|autorisées|acceptées)|(?:mögliche|erlaubte|zulässige) werte|valori (?:possibili|ammessi))[*_]*\s*[:：][*_]*[ \t]*`)
	// bareList are at least two words, parted by commas and nothing else, up to the end of
	// the line.
	bareList = prefilter.MustCompile(`^[\[(]?([A-Za-z0-9_.-]+(?:\s*[,，、|]\s*[A-Za-z0-9_.-]+)+)[\])]?[.。_*]*(?:\n|$)`)
	// valueItem is an item of a list that begins with a value and goes on with what it means.
	valueItem = prefilter.MustCompile(`^[-*] +"?([A-Za-z0-9_.-]+)"?\s*(?:[:：=(（]|[-–—] |$)`)
	listMark  = prefilter.MustCompile(`\s*[,，、|]\s*`)
)

// labelledValues are the values behind a label that announces all of them: words that are no
// code, parted by commas or in the items of a list. It returns nil where there are none.
func labelledValues(doc string) []string {
	if strings.IndexByte(doc, ':') < 0 && !strings.Contains(doc, "：") {
		return nil // the label ends in a colon
	}
	for _, at := range valuesLabel.FindAllStringIndex(doc, -1) {
		rest := doc[at[1]:]
		if m := bareList.FindStringSubmatch(rest); m != nil {
			return plainValues(listMark.Split(strings.TrimRight(m[1], "._"), -1))
		}
		if strings.HasPrefix(rest, "`") {
			if v := spanList(rest, false); len(v) >= fewest {
				return v
			}
		}
		if items, ok := strings.CutPrefix(rest, "\n"); ok {
			if v := itemValues(items); len(v) >= fewest {
				return v
			}
		}
	}
	return nil
}

// CutValues cuts the values that a label in the cell of a type announces off it.
func CutValues(cell string) (typ string, values []string) {
	at := valuesLabel.FindStringIndex(cell)
	if at == nil {
		return cell, nil
	}
	rest := strings.ReplaceAll(strings.ReplaceAll(cell[at[1]:], `"`, ""), "`", "")
	m := bareList.FindStringSubmatch(rest)
	if m == nil {
		return cell, nil
	}
	return strings.TrimRight(breakTag.ReplaceAllString(cell[:at[0]], " "), " ,;*_("), plainValues(listMark.Split(strings.TrimRight(m[1], "._"), -1))
}

// itemValues are the values that the items at the start of a text begin with.
func itemValues(text string) []string {
	var out []string
	for line := range strings.Lines(strings.TrimLeft(text, "\n")) {
		m := valueItem.FindStringSubmatch(strings.TrimRight(line, " \n"))
		if m == nil {
			break
		}
		out = append(out, m[1])
	}
	return plainValues(out)
}
