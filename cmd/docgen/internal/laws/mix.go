package laws

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// Mixed deletes, doubles, swaps, moves and bends a few lines, as mix says; 0
// leaves them as they are.
func Mixed(text []byte, mix uint64) []byte {
	if mix == 0 {
		return text
	}
	r := rand.New(rand.NewPCG(mix, mix))
	lines := strings.SplitAfter(string(text), "\n")
	for range 1 + r.IntN(6) {
		i, j := r.IntN(len(lines)), r.IntN(len(lines))
		switch r.IntN(12) {
		case 0: // a line is lost
			lines[i] = ""
		case 1: // lines are lost
			lines = slices.Delete(lines, i, min(i+1+r.IntN(8), len(lines)))
		case 2: // two lines change places
			lines[i], lines[j] = lines[j], lines[i]
		case 3: // lines are there twice
			end := min(i+1+r.IntN(12), len(lines))
			lines = slices.Insert(lines, j, slices.Clone(lines[i:end])...)
		case 4: // a line stands deeper
			lines[i] = "  " + lines[i]
		case 5: // a line stands less deep
			lines[i] = strings.TrimPrefix(lines[i], "  ")
		case 6: // a line is cut
			lines[i] = lines[i][:r.IntN(len(lines[i])+1)]
		case 7: // a word of a line is that of another
			from, to := strings.Fields(lines[j]), strings.Fields(lines[i])
			if len(from) > 0 && len(to) > 0 {
				lines[i] = strings.Replace(lines[i], to[r.IntN(len(to))], from[r.IntN(len(from))], 1)
			}
		case 8: // the page ends
			lines = lines[:i]
		case 9: // a member has another type
			lines[i] = retyped(lines[i], mutantTypes[r.IntN(len(mutantTypes))])
		case 10: // a member has another name
			lines[i] = renamed(lines[i], mutantNames[r.IntN(len(mutantNames))])
		case 11: // a member has a name and a type that the page has elsewhere
			if name, rest, ok := strings.Cut(lines[j], ": "); ok {
				lines[i] = retyped(renamed(lines[i], strings.TrimLeft(name, " -`")), strings.Trim(rest, "`\n"))
			}
		}
		if len(lines) == 0 {
			lines = []string{""}
		}
	}
	return []byte(strings.Join(lines, ""))
}

// mutantTypes and mutantNames are what pages could hold and no generator should stumble over.
var mutantTypes = []string{
	"string", "number", "boolean", "unknown", "file", "null", "map[unknown]", "map[map[string]]", "array of array of file", "array of string or string",
	`"a" or "b" or 3 more`, `"a" or 1 or true or null`, `string or "a" or "A" or "a-b" or "a_b"`, "object { }", "object { a, b, 2 more }", "object {  } or null",
	"Error or string", "Client", "Option", "Stream", "Type object { type }", "array of Type or map[Type]", `""`, `"type"`, "1.5 or 2 or -0", "optional optional string",
	"Page", "number or string or array of number or string", "Chunk or array of Chunk",
}

var mutantNames = []string{
	"type", "error", "Error", "String", "Extra", "context", "ctx", "params", "opts", "_", "1", "-1", "+1", "$x", "a.b", "a[b]", "a b", "stream", "page", "next",
	"has_more", "data", `"quoted.name"`, "Ünïcode", "id", "ID", "Id", "func", "nil", "fields", "MarshalJSON", "limit", "cursor", "body", "Authorization", "content-type",
}

// retyped puts a type in the place of that of a member.
func retyped(line, to string) string {
	if name, rest, ok := strings.Cut(line, ": "); ok && strings.HasSuffix(rest, "`\n") {
		return name + ": " + to + "`\n"
	}
	return line
}

// renamed puts a name in the place of that of a member.
func renamed(line, to string) string {
	if name, rest, ok := strings.Cut(line, ": "); ok && strings.Contains(name, "`") {
		return name[:strings.IndexByte(name, '`')+1] + to + ": " + rest
	}
	return line
}
