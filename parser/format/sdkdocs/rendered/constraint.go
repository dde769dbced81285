package rendered

import "regexp"

// constraints are the facts that lost the colon between their key and value.
// What could be a word of prose, such as "formatted", is none.
var constraints = []*regexp.Regexp{
	regexp.MustCompile(`^(minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf|minLength|maxLength|` +
		`minItems|maxItems|minProperties|maxProperties)(-?\d[\d.eE+-]*)$`),
	regexp.MustCompile(`^(format)(int\d+|uint\d+|float|double|decimal|unixtime|date|date-time|time|duration|uri|url|uri-\w+|` +
		`uuid\d?|email|hostname|ipv[46]|byte|binary|base64\w*|password|regex|json|json-pointer)$`),
	regexp.MustCompile(`^(pattern)([\^(\[].*)$`),
	regexp.MustCompile(`^(default)(-?\d[\d.]*|true|false|null|"[^"]*")$`),
	regexp.MustCompile(`^(uniqueItems)(true|false)$`),
}

// constraint reads a paragraph such as `maxLength64` and returns it as newer
// published pages print it.
func constraint(p paragraph) (string, bool) {
	line, ok := p.single()
	if !ok {
		return "", false
	}
	for _, re := range constraints {
		if m := re.FindStringSubmatch(line); m != nil {
			return m[1] + ": " + unescape(m[2]), true
		}
	}
	return "", false
}
