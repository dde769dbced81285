package captured

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A section is what the capture shows of one file.
type section struct {
	// name is the path of the file and state what became of it ("created"),
	// where the capture says so.
	name, state string
	// gone says that the capture counts no line as added.
	gone   bool
	lines  []diffLine
	unread []diffLine
	at     int32
}

// A tally is a number of files and of lines that were added and removed, as a
// capture sums them up.
type tally struct {
	files, added, removed int
	at                    int32
}

var (
	fileLine  = regexp.MustCompile(`^(\S+) \+([\d,]+) [−-]([\d,]+)(?: +([a-z]+))?$`)
	totalLine = regexp.MustCompile(`^([\d,]+) files? changed,? \+([\d,]+) [−-]([\d,]+)`)
)

// sections cuts a capture where lines have no number: labels of the site, and
// names of files. total is the sum that the capture states, if it does.
func sections(text []byte) (out []section, total *tally) {
	var lines []numbered
	var next section
	flush := func() {
		if len(lines) > 0 {
			next.at = lines[0].at
			if next.lines, next.unread = split(lines); len(next.lines) > 0 {
				next.flip()
				out = append(out, next) // else a number among labels of the site
			}
			next, lines = section{}, nil
		}
	}
	at := int32(0)
	for line := range bytes.Lines(text) {
		at++
		s := strings.TrimRight(string(line), "\r\n")
		switch {
		case strings.Trim(s, blanks) == "":
		case isDigit(s[0]) && !totalLine.MatchString(s):
			lines = append(lines, numbered{s, at})
		default:
			flush()
			if m := totalLine.FindStringSubmatch(s); m != nil && total == nil {
				total = &tally{number(m[1]), number(m[2]), number(m[3]), at}
			} else if m := fileLine.FindStringSubmatch(s); m != nil {
				next.name, next.state, next.gone = m[1], m[4], number(m[2]) == 0 && number(m[3]) > 0
			}
		}
	}
	flush()
	return out, total
}

func number(s string) int {
	n, _ := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	return n
}

// flip reads a file as deleted that looks as if it was created: the numbers
// don't tell, but the capture says so.
func (s *section) flip() {
	on, ok := s.whole()
	if !ok || on == before || !s.gone && s.state != "deleted" && s.state != "removed" {
		return
	}
	for i, r := range s.lines {
		s.lines[i] = diffLine{old: r.new, oldText: r.newText, at: r.at}
	}
}

// count sums up the lines that are on one side only.
func (s *section) count() (added, removed int) {
	for _, r := range s.lines {
		if r.changed() && r.new > 0 {
			added++
		}
		if r.changed() && r.old > 0 {
			removed++
		}
	}
	return added, removed
}

// whole reports whether the file is on one side only, and shown from its first
// line to its last.
func (s *section) whole() (on side, ok bool) {
	for i, r := range s.lines {
		if r.both() || r.cut || r.old+r.new != i+1 {
			return after, false
		}
	}
	if len(s.lines) == 0 || len(s.unread) > 0 {
		return after, false
	}
	return s.lines[0].new > 0, true
}

// hasItem reports whether something in the file has the form of a declaration.
func (s *section) hasItem() bool {
	return slices.ContainsFunc(s.lines, func(r diffLine) bool {
		_, ok := itemCode(strings.TrimPrefix(r.newText, " "))
		return ok && !r.both()
	})
}
