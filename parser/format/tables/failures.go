package tables

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// failureWord is what a text says above an example of what is answered when a call
// fails.
var failureWord = prefilter.MustCompile(`(?i)\b(?:errors?|fail(?:s|ed|ing|ures?)?|unsuccessful|invalid|rejected|denied|unauthorized|forbidden|not found)\b|错误|失败|失敗|エラー|오류|실패`)

// failureMembers are members of which answers to calls that fail are made.
var failureMembers = map[string]bool{
	"message": true, "messages": true, "msg": true, "error": true, "errors": true, "error_code": true, "error_message": true, "error_description": true,
	"errorcode": true, "errormessage": true, "code": true, "status": true, "detail": true, "details": true, "reason": true, "documentation_url": true, "type": true,
}

// longestFailure is how many bytes an answer has that says why a call failed.
const longestFailure = 2 << 10

// statusText is a text that begins with the status of a call that failed.
var statusText = prefilter.MustCompile(`^[45][0-9][0-9]\b`)

// showsFailure reports whether a response example shows what is answered when the call
// fails: it is made of members of errors only, and its message says so, or, where
// another example was shown, the text above it.
func (r *reading) showsFailure(above *part, text string, shown bool) bool {
	if name, ok := firstMember(text); ok && !failureMembers[strings.ToLower(name)] {
		return false
	}
	var members map[string]any
	if len(text) > longestFailure || json.Unmarshal([]byte(text), &members) != nil || len(members) == 0 {
		return false
	}
	failed := false
	for name, v := range members {
		if !failureMembers[strings.ToLower(name)] {
			return false
		}
		message, _ := v.(string)
		failed = failed || statusText.MatchString(message)
	}
	if failed || !shown || above == nil || above.kind != textBlock {
		return failed
	}
	lines := strings.Split(strings.TrimSpace(r.document.text[above.start:above.end]), "\n")
	return failureWord.MatchString(prose.Plain(lines[len(lines)-1]))
}

// firstMember is the name of the first member of an object, where no escape is in it.
func firstMember(text string) (string, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, " \t\r\n"), "{")
	if ok {
		rest, ok = strings.CutPrefix(strings.TrimLeft(rest, " \t\r\n"), `"`)
	}
	name, _, closed := strings.Cut(rest, `"`)
	return name, ok && closed && !strings.Contains(name, `\`)
}

// failed tells of an example of a failure, which is no part of the result.
func (r *reading) failed(p part) {
	if !r.quiet {
		r.problems = append(r.problems, decl.Problem{
			Code: "failure-example", Severity: diag.Info, Start: p.inner, End: p.innerEnd,
			Message: "the example shows what a failed call answers; it is no part of the result",
		})
	}
}
