package tables

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// jsonScalar is a value of JSON outside of strings.
	jsonScalar = prefilter.MustCompile(`-?[0-9][0-9.eE+-]*|\btrue\b|\bfalse\b`)
	// wordNeed is what stands beside a word for a type: (optional), | null.
	wordNeed = prefilter.MustCompile(`(?i)\s*(?:[(\[]\s*(?:optional|required|nullable|mandatory)\s*[)\]]|[,;|]\s*(?:optional|required|nullable|null|none|undefined|mandatory)\b|\bor null\b|\?)\s*$`)
	// listOfWord is a word for a list of values of a type.
	listOfWord = prefilter.MustCompile(`(?i)^(?:(?:array|list)(?:\s+of\s+|<|\[)(\w+)[>\]]?|(\w+)\[\]|\[(\w+)\])$`)
)

// typeStarts are the beginnings of words for types.
var typeStarts = []string{"int", "str", "bool", "num", "float", "doub", "dec", "long", "uint", "obj", "arr", "list", "date", "time", "uuid", "guid", "any", "file", "byte", "char", "text", "url", "email", "map"}

// unmistakable are words for types that are no values of anything else.
var unmistakable = map[string]bool{"int": true, "str": true, "bool": true, "float": true, "double": true, "int32": true, "int64": true, "integer": true, "boolean": true, "uint": true, "long": true}

// kindKeys are members that hold words for types as values.
var kindKeys = map[string]bool{"type": true, "format": true, "kind": true, "datatype": true, "data_type": true, "dataType": true, "$type": true, "fieldType": true, "field_type": true}

// typedWords gives examples most of whose values are words for types values of these, and tells of it:
// {"x": "int", "name": "str"} is no object of texts.
func (r *reading) typedWords(examples []decl.Example) []decl.Example {
	for i := range examples {
		ex := &examples[i]
		text := &ex.Text
		if ex.Request != nil {
			text = &ex.Request.Body
		}
		typed, unsaid, ok := wordsToValues(*text)
		if !ok {
			continue
		}
		if as, _, _ := sketch(*text, 0); len(as) > 0 {
			continue // which says more than the types
		}
		if ex.Text == *text {
			ex.Text = typed
		}
		*text, ex.Decoded, ex.Value = typed, false, nil
		message := "most values of the example are words for types: they are taken for these"
		if unsaid != "" {
			message += ", and what it says of null or need, as of " + quoted(unsaid) + ", is in no type"
		}
		if !r.quiet {
			severity := diag.Info
			if unsaid != "" {
				severity = diag.Warning
			}
			r.problems = append(r.problems, decl.Problem{Code: "words-as-values", Severity: severity, Start: ex.Start, End: ex.End, Message: message,
				Help: "list the members in a table, with their types and whether they have to be sent"})
		}
	}
	return examples
}

// wordsToValues is JSON with values for the words for types that most values of it are; unsaid is a
// member of which it says that it may be null or missing.
func wordsToValues(text string) (out, unsaid string, ok bool) {
	if len(text) < shortestBare || text[0] != '{' && text[0] != '[' || !mayWord(text) || !json.Valid([]byte(text)) {
		return "", "", false
	}
	var b strings.Builder
	words, leaves, changed, sure := 0, 0, 0, false
	key, last := "", 0
	for {
		start, end, after, ok := nextString(text, last)
		if !ok {
			break
		}
		between := text[last:start]
		leaves += len(jsonScalar.FindAllStringIndex(between, -1))
		b.WriteString(between)
		last = after
		token := text[start+1 : end-1]
		value, word := "", ""
		switch {
		case after > end:
			key = token
		case !kindKeys[key]:
			leaves++
			if value, word = valueOfWord(token); value != "" {
				words++
			}
		}
		if value == "" || value == `"string"` {
			b.WriteString(text[start:after])
		} else {
			changed++
			b.WriteString(value)
		}
		sure = sure || unmistakable[word]
		if value != "" && unsaid == "" && wordNeed.MatchString(token) {
			unsaid = key
		}
	}
	b.WriteString(text[last:])
	if changed == 0 || words*2 <= leaves || words < 2 && !sure {
		return "", "", false
	}
	return b.String(), unsaid, true
}

// nextString returns where the next string of valid JSON begins and ends from an offset on; after is where the
// colon behind it ends, if there is one.
func nextString(text string, from int) (start, end, after int, ok bool) {
	i := strings.IndexByte(text[from:], '"')
	if i < 0 {
		return 0, 0, 0, false
	}
	start = from + i
	for end = start + 1; end < len(text) && text[end] != '"'; end++ {
		if text[end] == '\\' {
			end++
		}
	}
	if end >= len(text) {
		return 0, 0, 0, false
	}
	end++
	rest := strings.TrimLeft(text[end:], " \t\r\n")
	if strings.HasPrefix(rest, ":") {
		return start, end, len(text) - len(rest) + 1, true
	}
	return start, end, end, true
}

// mayWord reports whether a string of JSON that is a value begins as a word for a type does.
func mayWord(text string) bool {
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], '"')
		if i < 0 {
			return false
		}
		at += i
		before := strings.TrimRight(text[:at], " \t\r\n\f")
		if before == "" || strings.IndexByte(":[,", before[len(before)-1]) < 0 {
			continue
		}
		word := text[at+1:]
		if word != "" && strings.IndexByte("$<([", word[0]) >= 0 {
			word = word[1:]
		}
		if slices.ContainsFunc(typeStarts, func(start string) bool { return hasPrefixFold(word, start) }) {
			return true
		}
	}
}

// valueOfWord is a value of the type that a text says and nothing else, with the word for that.
func valueOfWord(text string) (value, word string) {
	if len(text) > longestPlaceholder {
		return "", ""
	}
	word = strings.ToLower(strings.TrimSpace(text))
	for next := wordNeed.ReplaceAllString(word, ""); next != word; next = wordNeed.ReplaceAllString(word, "") {
		word = next
	}
	word = strings.Trim(word, "$<>")
	if m := listOfWord.FindStringSubmatch(word); m != nil {
		if element, _ := valueOfWord(m[1] + m[2] + m[3]); element != "" {
			return "[" + element + "]", word
		}
		return "", ""
	}
	switch value = standsFor(vocabulary.TypeOf(word)); value {
	case "null":
		return "", ""
	}
	return value, word
}

var _ = diag.Register(diag.Entry{
	Code: "words-as-values", Severity: diag.Info,
	Title:   "the values of an example are words for types",
	Why:     "Most values of the example are words such as int and string. The members have these types; with the words for values, all of them would be strings. What an example says of members that may be null or missing is in no type.",
	Help:    "List the members in a table, with their types and whether they have to be sent.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\nExample response:\n\n```json\n{\"id\": \"int\", \"name\": \"str\"}\n```\n",
})
