package prefilter

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of what is derived: of the texts that a part of an expression matches, and of the
// letters of a class.
const (
	mostTexts   = 64
	mostLetters = 16
	mostNeeded  = 250
)

// A knowledge is what is known of the matches of a part of an expression.
type knowledge struct {
	// texts are all that the part matches, or nil where they are too many.
	texts []string
	// needs are words of which each match holds one, or nil where none are known.
	needs []string
}

// neededBy returns the words of which each match of an expression holds one, or nil.
func neededBy(tree *syntax.Regexp) *literals {
	folds := hasFold(tree)
	k := know(tree)
	words := better(k.needs, k.texts)
	if len(words) == 0 || slices.Contains(words, "") || len(words) > mostNeeded {
		return nil
	}
	if folds {
		words = folded(words)
	}
	slices.Sort(words)
	return newLiterals(slices.Compact(words), folds)
}

// folded returns words in small letters, with what else is one of their letters in either
// case: the long s and the sign of Kelvin.
func folded(words []string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		w = lower(w)
		out = append(out, w)
		if strings.Contains(w, "s") {
			out = append(out, "ſ")
		}
		if strings.Contains(w, "k") {
			out = append(out, "\u212a")
		}
	}
	return out
}

// lower makes the capitals of ASCII small.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r | 0x20
		}
		return r
	}, s)
}

// hasFold reports whether a part of an expression takes letters in either case.
func hasFold(re *syntax.Regexp) bool {
	return re.Op == syntax.OpLiteral && re.Flags&syntax.FoldCase != 0 || slices.ContainsFunc(re.Sub, hasFold)
}

// know returns what is known of the matches of a part of a simplified expression.
func know(re *syntax.Regexp) knowledge {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return knowledge{texts: []string{""}}
	case syntax.OpLiteral:
		return knowLiteral(re)
	case syntax.OpCharClass:
		return knowledge{texts: lettersOf(re)}
	case syntax.OpCapture:
		return know(re.Sub[0])
	case syntax.OpPlus:
		k := know(re.Sub[0])
		return knowledge{needs: better(k.needs, k.texts)}
	case syntax.OpQuest:
		if k := know(re.Sub[0]); k.texts != nil && len(k.texts) < mostTexts {
			return knowledge{texts: append(slices.Clone(k.texts), "")}
		}
	case syntax.OpConcat:
		return knowSequence(re.Sub)
	case syntax.OpAlternate:
		return knowChoice(re.Sub)
	}
	return knowledge{}
}

// knowLiteral knows a literal. Of one with letters that match other ones too, beyond ASCII,
// it knows the best of what stands between these and of two of them in all cases.
func knowLiteral(re *syntax.Regexp) knowledge {
	varies := func(i int) bool {
		r := re.Rune[i]
		return r == utf8.RuneError || re.Flags&syntax.FoldCase != 0 && r >= utf8.RuneSelf && unicode.SimpleFold(r) != r
	}
	var needs []string
	from := 0 // of what stands behind such a letter
	for i := range re.Rune {
		if varies(i) {
			needs = better(needs, []string{string(re.Rune[from:i])})
			from = i + 1
			if i > 0 && varies(i-1) {
				needs = better(needs, joined(casesOf(re.Rune[i-1]), casesOf(re.Rune[i])))
			}
		}
	}
	if from == 0 {
		return knowledge{texts: []string{string(re.Rune)}}
	}
	return knowledge{needs: better(needs, []string{string(re.Rune[from:])})}
}

// casesOf returns a letter in all cases, or nothing for what stands for broken text.
func casesOf(r rune) []string {
	if r == utf8.RuneError {
		return nil
	}
	out := []string{string(r)}
	for c := unicode.SimpleFold(r); c != r; c = unicode.SimpleFold(c) {
		out = append(out, string(c))
	}
	return out
}

// lettersOf returns the letters of a class of few.
func lettersOf(re *syntax.Regexp) []string {
	var out []string
	for i := 0; i+1 < len(re.Rune); i += 2 {
		first, last := re.Rune[i], re.Rune[i+1]
		if int(last-first) >= mostLetters-len(out) || first <= utf8.RuneError && utf8.RuneError <= last {
			return nil
		}
		for r := first; r <= last; r++ {
			out = append(out, string(r))
		}
	}
	return out
}

// knowSequence knows parts that follow each other: all texts that they match together, as
// long as these are few, and the best of what parts need.
func knowSequence(parts []*syntax.Regexp) knowledge {
	whole := true // all parts match few texts
	texts := []string{""}
	var needs []string
	for _, part := range parts {
		k := know(part)
		if k.texts != nil && len(k.texts)*len(texts) <= mostTexts {
			texts = joined(texts, k.texts)
			continue
		}
		whole = false
		needs = better(better(needs, texts), k.needs)
		texts = []string{""}
		if k.texts != nil {
			texts = k.texts
		}
	}
	if whole {
		return knowledge{texts: texts}
	}
	return knowledge{needs: better(needs, texts)}
}

// joined returns each text with each end.
func joined(texts, ends []string) []string {
	out := make([]string, 0, len(texts)*len(ends))
	for _, text := range texts {
		for _, end := range ends {
			out = append(out, text+end)
		}
	}
	return out
}

// knowChoice knows parts of which one matches.
func knowChoice(parts []*syntax.Regexp) knowledge {
	var all knowledge
	few, needed := true, true
	for _, part := range parts {
		k := know(part)
		few = few && k.texts != nil
		all.texts = append(all.texts, k.texts...)
		needs := better(k.needs, k.texts)
		needed = needed && needs != nil
		all.needs = append(all.needs, needs...)
	}
	if !few || len(all.texts) > mostTexts {
		all.texts = nil
	}
	if !needed {
		all.needs = nil
	}
	return all
}

// better returns the one of two lists of words of which a text is less likely to hold
// one; no list and one with the empty word, which all texts hold, are the worst.
func better(a, b []string) []string {
	if len(b) == 0 || slices.Contains(b, "") {
		return a
	}
	if len(a) == 0 || slices.Contains(a, "") || likelihood(b) < likelihood(a) {
		return b
	}
	return a
}

// likelihood estimates how often one of the words begins at a byte of a text.
func likelihood(words []string) float64 {
	sum := 0.0
	for _, w := range words {
		p := 1.0
		for i := range len(w) {
			if strings.IndexByte(" etaoinsr", w[i]|0x20) >= 0 {
				p /= 12
			} else {
				p /= 40
			}
		}
		sum += p
	}
	return sum
}

// firstBytes returns the bytes that texts begin with that an expression matches, if it
// matches at the beginning of texts only and never the empty one, or nil.
func firstBytes(tree *syntax.Regexp) *[256]bool {
	if !has(tree, syntax.OpBeginText) {
		return nil
	}
	prog, err := syntax.Compile(tree)
	if err != nil {
		return nil
	}
	type state struct {
		pc uint32
		// anchored says that the text begins here.
		anchored bool
	}
	first := &[256]bool{}
	seen := make([]bool, 2*len(prog.Inst))
	for next := []state{{pc: uint32(prog.Start)}}; len(next) > 0; {
		at := next[len(next)-1]
		next = next[:len(next)-1]
		known := &seen[2*at.pc]
		if at.anchored {
			known = &seen[2*at.pc+1]
		}
		if *known {
			continue
		}
		*known = true
		switch inst := &prog.Inst[at.pc]; inst.Op {
		case syntax.InstMatch:
			return nil
		case syntax.InstAlt, syntax.InstAltMatch:
			next = append(next, state{inst.Out, at.anchored}, state{inst.Arg, at.anchored})
		case syntax.InstEmptyWidth:
			begins := syntax.EmptyOp(inst.Arg)&syntax.EmptyBeginText != 0
			next = append(next, state{inst.Out, at.anchored || begins})
		case syntax.InstCapture, syntax.InstNop:
			next = append(next, state{inst.Out, at.anchored})
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			if !at.anchored {
				return nil
			}
			for c := range first {
				first[c] = first[c] || c >= utf8.RuneSelf || inst.MatchRune(rune(c))
			}
		}
	}
	return first
}

// lastBytes returns the bytes that texts end with that an expression matches, if it matches
// up to the end of texts only and never the empty one, or nil. All bytes of a letter beyond
// ASCII are as good as its first one to [firstBytes].
func lastBytes(tree *syntax.Regexp) *[256]bool { return firstBytes(reversed(tree)) }

// reversed returns an expression of the same texts read from their end.
func reversed(re *syntax.Regexp) *syntax.Regexp {
	out := *re
	switch re.Op {
	case syntax.OpBeginText:
		out.Op = syntax.OpEndText
	case syntax.OpEndText:
		out.Op = syntax.OpBeginText
	case syntax.OpBeginLine:
		out.Op = syntax.OpEndLine
	case syntax.OpEndLine:
		out.Op = syntax.OpBeginLine
	case syntax.OpLiteral:
		out.Rune = slices.Clone(re.Rune)
		slices.Reverse(out.Rune)
	}
	out.Sub = make([]*syntax.Regexp, len(re.Sub))
	for i, sub := range re.Sub {
		out.Sub[i] = reversed(sub)
	}
	if re.Op == syntax.OpConcat {
		slices.Reverse(out.Sub)
	}
	return &out
}
