package links

import (
	"html"
	"strings"
)

// definitions returns the destinations of reference links by their labels. Of
// several with one label the first counts.
func definitions(text string) map[string]string {
	out := map[string]string{}
	var open fence
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if open.step(line) || !strings.Contains(line, "]:") {
			continue
		}
		name, target, ok := definition(line)
		if _, taken := out[name]; ok && !taken {
			out[name] = target
		}
	}
	return out
}

// definition reads `[label]: destination "title"`.
func definition(line string) (name, target string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t>"), "[")
	if !ok {
		return "", "", false
	}
	name, rest, ok = strings.Cut(rest, "]:")
	if name = label(name); !ok || name == "" || strings.ContainsAny(name, "[]") {
		return "", "", false
	}
	// What follows reads like the parentheses of a link.
	target, _, ok = destination(rest + ")")
	return name, target, ok && target != ""
}

// maxLabel bounds a label, as CommonMark does.
const maxLabel = 999

// label is the form in which labels are compared.
func label(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(text), " "))
}

// reference ends a bracket whose text, or the label behind it, is defined. n is
// the length of that label with its brackets.
func (s *scanner) reference(b bracket, end int) (target string, n int, ok bool) {
	start := b.at + 1
	if b.image {
		start++
	}
	name := s.line[start:end]
	if rest, found := strings.CutPrefix(s.line[end+1:], "["); found {
		if inner, _, closed := strings.Cut(rest[:min(len(rest), maxLabel+1)], "]"); closed {
			n = len(inner) + 2
			if strings.TrimSpace(inner) != "" {
				name = inner
			}
		}
	}
	if len(name) > maxLabel || len(s.defined) == 0 {
		return "", 0, false
	}
	if target, ok = s.defined[label(name)]; !ok {
		return "", 0, false
	}
	return target, n, true
}

// href reads an attribute of HTML or of a component, whose tag may go over several
// lines, and returns where the next thing begins.
func (s *scanner) href(i int) int {
	rest, ok := strings.CutPrefix(s.line[i:], "href=")
	if !ok || i > 0 && s.line[i-1] != ' ' && s.line[i-1] != '\t' || rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return i + 1
	}
	end := strings.IndexByte(rest[1:min(len(rest), maxTarget)], rest[0])
	if end < 0 {
		return i + 1
	}
	if target := html.UnescapeString(rest[1 : 1+end]); target != "" {
		s.found = append(s.found, Link{target, false})
	}
	return i + len("href=") + end + 2
}
