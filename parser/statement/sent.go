package statement

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	digits = prefilter.MustCompile(`^[0-9]+$`)
	// idValue is a segment that can be but a value: a UUID, hexadecimal digits, or letters and
	// digits in a row behind a prefix.
	idValue = prefilter.MustCompile(`^(?:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?:[a-z]{1,8}[_-])?[0-9a-zA-Z]{12,})$`)
	// plainValue is what one of many may be called: c1, crane-7.
	plainValue = prefilter.MustCompile(`^[0-9A-Za-z_-]+$`)
	// standIn is a word in capitals for which the caller puts a value: CRANE_ID, YOUR-KEY, ID.
	standIn = prefilter.MustCompile(`^(?:[A-Z]+(?:[_-][A-Z]+)+|ID|UUID)$`)
	// plainSegment is a word of a path, with what says its format.
	plainSegment = prefilter.MustCompile(`^[a-zA-Z][a-zA-Z_-]*(?:\.(?:json|xml|csv))?$`)
	// versionNumber is the number of a version among the words of a path: 1.2, 2.0.1.
	versionNumber = prefilter.MustCompile(`^[0-9]{1,3}(?:\.[0-9]{1,3})+$`)
	// shellVariable is a variable of a shell for which the caller puts a value.
	shellVariable = prefilter.MustCompile(`^\$\{?([A-Za-z_][A-Za-z0-9_]*)\}?$`)
)

// AsSent returns the path of a request that was sent, with slots for the values in it: numbers,
// identifiers, and what stands for them, each called after the segment before it or by its own
// name. It returns the values, and reports whether nothing else in the path may be one.
func AsSent(path string) (template string, values []string, ok bool) {
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if i == 0 || s == "" && i+1 == len(segments) {
			continue
		}
		file, ext := s, ""
		if before, after, dotted := strings.Cut(s, "."); dotted && digits.MatchString(before) {
			file, ext = before, "."+after
		}
		switch variable := shellVariable.FindStringSubmatch(s); {
		case version.MatchString(strings.ToLower(s)), strings.ContainsAny(s, "{<") && variable == nil, strings.HasPrefix(s, ":"):
		case variable != nil:
			segments[i] = "{" + strings.ToLower(variable[1]) + "}"
		case standIn.MatchString(s):
			values = append(values, s)
			name := strings.ReplaceAll(strings.ToLower(s), "-", "_")
			if name = strings.TrimPrefix(name, "your_"); name == "id" || name == "uuid" {
				name = slotAfter(segments[i-1])
			}
			segments[i] = "{" + name + "}"
		case plainSegment.MatchString(s):
		case versionNumber.MatchString(s) && i+1 < len(segments):
		case digits.MatchString(file) && i+1 < len(segments) && (i == 1 || prefixWords[segments[i-1]]): // a version
		case digits.MatchString(file), strings.ContainsAny(s, "0123456789") && (idValue.MatchString(s) || plainValue.MatchString(s) && names.SingularName(segments[i-1]) != segments[i-1]):
			values = append(values, s)
			segments[i] = "{" + slotAfter(segments[i-1]) + "}" + ext
		default:
			return path, nil, false
		}
	}
	return strings.Join(segments, "/"), values, len(path) > 1
}

// slotAfter is the name of a slot behind a segment: crane_id behind cranes.
func slotAfter(segment string) string {
	if segment == "" || strings.ContainsAny(segment, "{}<:") || actionWords[segment] {
		return "id"
	}
	return strings.ReplaceAll(names.SingularName(segment), "-", "_") + "_id"
}
