package parser_test

import (
	"slices"
	"strings"
	"testing"
)

// checkFacts compares each line of want with the facts. A line beginning with
// "!" must not be among them, one ending in the word "..." stands for any rest,
// and a "*" for any run of characters within a word.
func checkFacts(t *testing.T, want string, facts []string) {
	n := 0
	for line := range strings.Lines(want) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		pattern, absent := strings.CutPrefix(line, "!")
		found := slices.ContainsFunc(facts, func(f string) bool { return factMatches(pattern, f) })
		if found == absent {
			t.Errorf("%s\n%s", complaint(pattern, absent), near(pattern, facts))
		}
	}
	if n == 0 {
		t.Error("the case states no facts")
	}
}

func complaint(pattern string, absent bool) string {
	if absent {
		return "false fact: " + pattern
	}
	return "missing fact: " + pattern
}

func factMatches(pattern, fact string) bool {
	want, got := strings.Fields(pattern), strings.Fields(fact)
	for i, w := range want {
		switch {
		case w == "..." && i == len(want)-1:
			return true
		case i >= len(got) || !wordMatches(w, got[i]):
			return false
		}
	}
	return len(want) == len(got)
}

func wordMatches(pattern, word string) bool {
	parts := strings.Split(pattern, "*")
	rest, ok := strings.CutPrefix(word, parts[0])
	if len(parts) == 1 || !ok {
		return pattern == word
	}
	last := len(parts) - 1
	for _, p := range parts[1:last] {
		if _, rest, ok = strings.Cut(rest, p); !ok {
			return false
		}
	}
	return strings.HasSuffix(rest, parts[last])
}

// near lists the facts about the same subject, or of the same kind.
func near(pattern string, facts []string) string {
	words := strings.Fields(pattern)
	for n := min(2, len(words)); n > 0; n-- {
		var b strings.Builder
		prefix := strings.Join(words[:n], " ")
		for _, f := range facts {
			if strings.HasPrefix(f, prefix) {
				b.WriteString("\thave: " + f + "\n")
			}
		}
		if b.Len() > 0 {
			return b.String()
		}
	}
	return "\thave: nothing of the kind\n"
}
