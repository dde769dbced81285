package vocabulary

import "strings"

// NeedInRules returns whether a cell of rules has one that asks for its subject or leaves it out:
// "required, positive", `required|string|max:255`, "optional; at most 20". Values in code, of which
// each is a span of its own, are none.
func NeedInRules(cell string) Need {
	cell = strings.TrimSpace(cell)
	if inner := strings.Trim(cell, "`"); len(inner) == len(cell)-2 && !strings.Contains(inner, "`") {
		cell = inner
	}
	need := Unsaid
	for rule := range strings.FieldsFuncSeq(strings.ReplaceAll(cell, `\|`, "|"), isRuleMark) {
		if strings.Contains(rule, "`") {
			continue
		}
		found := Unsaid
		switch rule = key(rule); {
		case words()["title required"].whole[rule]:
			found = Yes
		case words()["title optional"].whole[rule]:
			found = No
		}
		if found == Unsaid {
			continue
		}
		if need != Unsaid && need != found {
			return Unsaid // values, such as required and optional
		}
		need = found
	}
	return need
}

// isRuleMark reports whether a letter parts rules.
func isRuleMark(r rune) bool { return strings.ContainsRune(",;|，、；.。\n", r) }
