package main

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

// eachLine rewrites the lines outside of fences.
func eachLine(text string, rewrite func(line string) string) string {
	lines := strings.Split(text, "\n")
	fenced := false
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "```") {
			fenced = !fenced
		} else if !fenced {
			lines[i] = rewrite(line)
		}
	}
	return strings.Join(lines, "\n")
}

func replaceAll(re *regexp.Regexp, by string) func(string) string {
	return func(text string) string {
		return eachLine(text, func(line string) string { return re.ReplaceAllString(line, by) })
	}
}

var (
	anyHeading  = regexp.MustCompile(`^(#{1,5} )`)
	lowHeading  = regexp.MustCompile(`^#(#+ )`)
	verbOfPage  = regexp.MustCompile("(?m)^\\*\\*[a-zA-Z]+\\*\\* `/")
	methodTitle = regexp.MustCompile("(?m)^(#+ .*)(\n\n\\*\\*[a-z]+\\*\\* `/)")
	namedObject = regexp.MustCompile("^( *- `[A-Z][A-Za-z0-9]*) = object \\{")
	newObject   = regexp.MustCompile("^( *- `[A-Z][A-Za-z0-9]*) object \\{")
	numbered    = regexp.MustCompile("^( *- `)UnionMember[0-9]+ = ")
	anyBullet   = regexp.MustCompile("^( *)- ")
	anyItem     = regexp.MustCompile("^( *)- `")

	deeper = replaceAll(anyHeading, "#$1")
	stars  = replaceAll(anyBullet, "$1* ")

	withStatus = replaceAll(regexp.MustCompile(`^(#+ Response)$`), "$1 (200)")
	withEquals = replaceAll(newObject, "$1 = object {")
)

// isMethodPage reports whether a page is about one method and starts with it.
func isMethodPage(text string) bool {
	return strings.HasPrefix(text, "## ") && len(verbOfPage.FindAllString(text, 2)) == 1
}

func higher(text string) string {
	if !isMethodPage(text) {
		return text
	}
	return replaceAll(lowHeading, "$1")(text)
}

func longTitles(text string) string { return methodTitle.ReplaceAllString(text, "$1 of the Harbor$2") }

func capitalVerbs(text string) string {
	return verbOfPage.ReplaceAllStringFunc(text, strings.ToUpper)
}

func newSections(text string) string {
	names := strings.NewReplacer("# Path Parameters", "# Path parameters", "# Query Parameters", "# Query parameters",
		"# Header Parameters", "# Headers", "# Body Parameters", "# Body parameters")
	return strings.ReplaceAll(eachLine(text, names.Replace), "\n```http\n", "\n```bash\n")
}

func withoutEquals(text string) string {
	return replaceAll(numbered, "$1")(replaceAll(namedObject, "$1 object {")(text))
}

var members = regexp.MustCompile("(object) \\{ [^{}]*[^{} ] \\}`$")

// bareObjects takes the list of members from objects whose members follow.
func bareObjects(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if anyItem.MatchString(line) && hasItemBelow(lines[i+1:], indentOf(line)) {
			lines[i] = members.ReplaceAllString(line, "$1`")
		}
	}
	return strings.Join(lines, "\n")
}

// hasItemBelow reports whether lines that stand deeper than an item hold one.
func hasItemBelow(lines []string, indent int) bool {
	for _, line := range lines {
		switch {
		case line == "":
		case indentOf(line) <= indent:
			return false
		case anyItem.MatchString(line):
			return true
		}
	}
	return false
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

var (
	constant = regexp.MustCompile("^ *- `[^`]*: (?:optional )?(\"[^\"` ]*\")`$")
	literal  = regexp.MustCompile("^ *- `(\"[^\"` ]*\")`$")
)

// constantsOnce drops the item that repeats the value of a constant, where it
// says nothing else.
func constantsOnce(text string) string {
	var out []string
	value, at := "", -1
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		indent := indentOf(line)
		if m := literal.FindStringSubmatch(line); m != nil && m[1] == value && indent == at+2 && bare(lines[i+1:], indent) {
			continue
		}
		if m := constant.FindStringSubmatch(line); m != nil {
			value, at = m[1], indent
		} else if line != "" && indent <= at {
			value, at = "", -1
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// bare reports whether nothing stands below an item of the indentation.
func bare(lines []string, indent int) bool {
	for _, line := range lines {
		if line != "" {
			return indentOf(line) <= indent
		}
	}
	return true
}

// tight drops the blank line before an item that follows another block of its
// list.
func tight(text string) string {
	lines := strings.Split(text, "\n")
	kept := lines[:0:0]
	fenced := false
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "```") {
			fenced = !fenced
		}
		inList := i > 0 && (anyBullet.MatchString(lines[i-1]) || indentOf(lines[i-1]) > 0)
		if !fenced && line == "" && inList && i+1 < len(lines) && anyItem.MatchString(lines[i+1]) {
			continue
		}
		kept = append(kept, line)
	}
	return strings.Join(kept, "\n")
}

func frontMatter(text string) string {
	return "---\ntitle: \"A page: of a harbor\"\nurl: https://docs.harbor.example/page\nlast_updated: 2026-01-01\n---\n\n" + text
}

// narrow breaks the lines of descriptions at 80 characters.
func narrow(text string) string {
	return eachLine(text, func(line string) string {
		if len(line) <= 80 || strings.HasPrefix(line, "#") || strings.Contains(line, "|") || anyItem.MatchString(line) || verbOfPage.MatchString(line) {
			return line
		}
		return wrap(line)
	})
}

// blockStart is a word that would start another block at the start of a line.
var blockStart = regexp.MustCompile(`^([-*+>=#~]|[0-9]+[.)]|\x60\x60\x60)`)

func wrap(line string) string {
	indent := strings.Repeat(" ", indentOf(line))
	words := strings.Fields(line)
	if anyBullet.MatchString(line) {
		indent += "  "
		words = append([]string{words[0] + " " + words[1]}, words[2:]...)
	}
	out := strings.Repeat(" ", indentOf(line)) + words[0]
	width := len(out)
	for _, w := range words[1:] {
		if width+1+len(w) > 80 && !blockStart.MatchString(w) {
			out, width = out+"\n"+indent+w, len(indent)+len(w)
			continue
		}
		out, width = out+" "+w, width+1+len(w)
	}
	return out
}

// markedFolders is the layout resources/r/subresources/s/methods/m, below the
// folder of a dialect.
func markedFolders(name, text string) string {
	words := strings.Split(strings.TrimSuffix(name, ".md"), "/")
	if !verbOfPage.MatchString(text) {
		return name
	}
	var folders []string
	if slices.Contains(otherDialects, words[0]) {
		folders, words = words[:1:1], words[1:]
	}
	for i, w := range words {
		kind := "subresources"
		switch {
		case i == 0:
			kind = "resources"
		case i == len(words)-1 && isMethodPage(text):
			kind = "methods"
		}
		folders = append(folders, kind, w)
	}
	return path.Join(append(folders, "index.md")...)
}

// exampleFence is that of an example; those in descriptions are nested.
var exampleFence = regexp.MustCompile("(?m)^```")

// wide nests by four spaces; what stands in fences moves with them.
func wide(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.Repeat(" ", indentOf(line)) + line
	}
	return strings.Join(lines, "\n")
}

var ofNamedType = regexp.MustCompile("^ *- `(?:[^`]*: (?:optional )?(?:array of )?)?([A-Z][A-Za-z0-9]+)(?:(?: =)? object [^`]*)?`$")

// expandedOnce prints what is in a named type the first time in a section only.
func expandedOnce(text string) string {
	lines := strings.Split(text, "\n")
	var out []string
	seen := map[string]string{}
	for i := 0; i < len(lines); i++ {
		out = append(out, lines[i])
		if strings.HasPrefix(lines[i], "#") {
			clear(seen)
		}
		m := ofNamedType.FindStringSubmatch(lines[i])
		if m == nil {
			continue
		}
		from, to := below(lines, i)
		inside := dedented(lines[from:to], indentOf(lines[i]))
		switch {
		case inside == "":
		case seen[m[1]] == "":
			seen[m[1]] = inside
		case seen[m[1]] == inside:
			out = append(out, lines[i+1:from]...)
			i = to - 1
		}
	}
	return strings.Join(out, "\n")
}

// below is where the items in the one at line i start and end.
func below(lines []string, i int) (from, to int) {
	indent := indentOf(lines[i])
	for to = i + 1; to < len(lines) && (lines[to] == "" || indentOf(lines[to]) > indent); to++ {
		if from == 0 && anyItem.MatchString(lines[to]) {
			from = to
		}
	}
	if from == 0 {
		from = to
	}
	return from, to
}

func dedented(lines []string, indent int) string {
	var out []string
	for _, line := range lines {
		out = append(out, line[min(indent, len(line)):])
	}
	return strings.Join(out, "\n")
}
