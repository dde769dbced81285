package vocabulary

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// A Need is what a cell says of whether an attribute is required.
type Need uint8

// The needs. Unsaid is a cell that says nothing of it.
const (
	Unsaid Need = iota
	Yes
	No
	Conditional
)

// NeedOf returns what the cell of a column of Required says.
func NeedOf(cell string) Need {
	if strings.Contains(cell, ":") {
		cell = shortcodes.Replace(cell)
	}
	phrase := key(cell)
	if phrase == "" {
		if star := strings.TrimSpace(cell); star == "*" || star == `\*` {
			return Yes
		}
		return Unsaid
	}
	phrase = withoutSymbol(strings.ReplaceAll(phrase, "\ufe0f", "")) // a mark before the word, as a picture or not
	for _, try := range []string{phrase, withoutNote(phrase)} {
		switch {
		case words()["conditional"].whole[try]:
			return Conditional
		case words()["yes"].whole[try]:
			if try != phrase && strings.Contains(phrase, "(") && hasCondition(phrase) {
				return Conditional
			}
			return Yes
		case words()["no"].whole[try]:
			return No
		}
	}
	return needOfSentence(phrase)
}

// shortcodes are names of the pictures that cells say yes and no with, as Markdown of some
// sites has them.
var shortcodes = strings.NewReplacer(
	":x:", "❌", ":heavy_multiplication_x:", "✖", ":negative_squared_cross_mark:", "❌", ":no_entry:", "❌", ":no_entry_sign:", "🚫",
	":heavy_check_mark:", "✔", ":white_check_mark:", "✅", ":ballot_box_with_check:", "☑", ":o:", "⭕",
)

// IsNothing reports whether the name of a row says that its table lists nothing.
func IsNothing(name string) bool { return words()["nothing"].whole[key(name)] }

// IsNeed reports whether a cell is but a word that says yes or no.
func IsNeed(cell string) bool {
	phrase := key(cell)
	return words()["yes"].whole[phrase] || words()["no"].whole[phrase]
}

// hasCondition reports whether a remark behind a yes sets a condition.
func hasCondition(phrase string) bool {
	for _, w := range []string{" if ", "(if ", " when ", "(when ", " unless ", "(unless ", "conditional", "only ", " for ", "(for "} {
		if strings.Contains(phrase, w) {
			return true
		}
	}
	return conditionSaid.MatchString(phrase)
}

// needOfSentence reads a cell that goes on behind its first word: "yes, if a is
// set" is a condition, "no, unless b" is one too.
func needOfSentence(phrase string) Need {
	if n := needOfClause(phrase); n != Unsaid {
		return n
	}
	first, rest, ok := strings.Cut(phrase, " ")
	if !ok {
		return Unsaid
	}
	first = strings.Trim(first, ",;*.:")
	switch {
	case strings.HasSuffix(rest, " only") || rest == "only": // `multipart/form-data` only
		return Conditional
	case first == "one" && strings.HasPrefix(rest, "of "), first == "either":
		return Conditional
	case words()["conditional"].whole[first], words()["yes"].whole[first] && rest != "":
		return Conditional
	case words()["no"].whole[first]:
		return No
	}
	for _, w := range []string{" if ", " when ", " unless ", " depends ", " conditional", "如果", "当", "若"} {
		if strings.Contains(phrase, w) {
			return Conditional
		}
	}
	return Unsaid
}

// conditionSaid is what conditions are said with in Chinese.
var conditionSaid = prefilter.MustCompile(`如果|若[^干]|除非|取决|二选一|至少|条件|情况|场景|当[^前日天月年地]|时(?:[)）,，。;；必才需]|$)`)

// needOfClause reads a cell in Chinese that goes on behind a mark: 否,默认 30. What sets a
// condition behind a yes makes it one.
func needOfClause(phrase string) Need {
	i := strings.IndexAny(phrase, ",;。、(")
	if i <= 0 || phrase[0] < 0x80 {
		return Unsaid
	}
	first, rest := strings.TrimSpace(phrase[:i]), phrase[i:]
	switch {
	case words()["no"].whole[first]:
		return No
	case words()["conditional"].whole[first]:
		return Conditional
	case !words()["yes"].whole[first]:
		return Unsaid
	}
	if conditionSaid.MatchString(rest) {
		return Conditional
	}
	return Yes
}

// IsOptional reports whether the head of a column of needs asks the other way
// round: whether an attribute is optional.
func IsOptional(head string) bool {
	switch withoutNote(strings.TrimRight(key(head), "?")) {
	case "optional", "opcional", "facultatif", "optionnel", "facoltativo":
		return true
	}
	return words()["optional"].whole[withoutNote(strings.TrimRight(key(head), "?"))]
}
