package prefilter

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNeeds holds what is derived of expressions.
func TestNeeds(t *testing.T) {
	for pattern, want := range map[string]string{
		`same`:                             "same",
		`(?i)same`:                         "same|ſ",
		`(?i)look`:                         "look|\u212a",
		`(?i)\bi[fns]\b`:                   "if|in|is|iſ|ſ",
		`(?:take|accept)s? a .*list`:       "accept a |accepts a |take a |takes a ",
		`(?:take|accept)s? an? .*unlikely`: "unlikely",
		"`([^`]+)`":                        "`",
		`x+y`:                              "x",
		`x*y`:                              "y",
		`x*`:                               "",
		`.`:                                "",
		`[^a]b?`:                           "",
		`must|`:                            "",
		`(?i)É必填`:                          "必填",
		`(?i)é`:                            "",
		`(?i)défaut`:                       "faut",
		`(?i)жж`:                           "ЖЖ|Жж|жЖ|жж",
		"\ufffd\\pL":                       "",
		"[\ufffc-\ufffe]":                  "",
		`(?i)default(?:s)? (?:is|to)|默认(?:值)?`: "default is|default to|defaults is|defaults to|ſ|默认|默认值",
		`a{2,3}[0-9]{2}`: "aa|aaa",
	} {
		p := MustCompile(pattern)
		var got []string
		if p.needs != nil {
			got = wordsOf(p.needs)
		}
		slices.Sort(got)
		if strings.Join(got, "|") != want {
			t.Errorf("%s needs %q, want %q", pattern, got, want)
		}
	}
}

// TestStarts holds what matches of expressions begin with.
func TestStarts(t *testing.T) {
	for pattern, want := range map[string]string{
		`same`:                     "same",
		`(?i)\b(?:same|like)s? \(`: "like (|likes (|same (|sames (",
		`(?:take|accept)s? .*`:     "accept |accepts |take |takes ",
		"`([^`]+)`":                "`",
		`-?[0-9]+`:                 "-0|-1|-2|-3|-4|-5|-6|-7|-8|-9|0|1|2|3|4|5|6|7|8|9",
		`(?i)é`:                    "É|é",
		`a([0-9]{1,15})b`:          "a0|a1|a2|a3|a4|a5|a6|a7|a8|a9",
		`^same`:                    "none",
		`(?m)^same`:                "same",
		`[a-z]+same`:               "none",
		`a*same`:                   "none",
		`(?:same)*x.`:              "none",
	} {
		p := MustCompile(pattern)
		got := []string{"none"}
		if p.starts != nil {
			if got = wordsOf(p.starts.words); p.starts.words.few != nil {
				got = p.starts.words.few
			}
		}
		slices.Sort(got)
		if strings.Join(got, "|") != want {
			t.Errorf("matches of %s begin with %q, want %q", pattern, got, want)
		}
	}
}

// wordsOf are the words of literals.
func wordsOf(l *literals) []string {
	var out []string
	for c := range l.begin {
		if b := l.begin[c]; b.second != 0 && !(l.folds && 'A' <= c && c <= 'Z') {
			for _, w := range l.groups[b.group] {
				out = append(out, string([]byte{byte(c)})+w)
			}
		}
	}
	return out
}

// TestFirst holds by which bytes texts begin that a pattern for their beginning matches.
func TestFirst(t *testing.T) {
	for pattern, want := range map[string]string{
		`^a`: "a", `(?i)^a\b`: "Aa", `^\s*[>#]`: "\t\n\f\r #>", `^a*`: "any", `^$`: "any", `a`: "any", `(?m)^a`: "any", `^(?:a|b?c)`: "abc", `^a|b`: "any", `^a|^b`: "ab", `(?:^|b)a`: "any",
	} {
		p := MustCompile(pattern)
		got := ""
		for c := range 0x80 {
			if p.first != nil && p.first[c] {
				got += string(rune(c))
			}
		}
		if p.first == nil {
			got = "any"
		} else if !p.first[0x80] || !p.first[0xff] {
			t.Errorf("%s: letters beyond ASCII are not taken", pattern)
		}
		if got != want {
			t.Errorf("%s begins with %q, want %q", pattern, got, want)
		}
	}
}

// TestLast holds by which bytes texts end that a pattern for their end matches.
func TestLast(t *testing.T) {
	for pattern, want := range map[string]string{
		`a$`: "a", `(?i)\ba$`: "Aa", `[>#]\s*$`: "\t\n\f\r #>", `a*$`: "any", `^$`: "any", `a`: "any", `(?m)a$`: "any", `(?:a|bc?)$`: "abc", `a$|b`: "any", `ab$|cd$`: "bd",
		`(?:a|b)(?:c|$)`: "any", `(?i)^(same|k+?)\z`: "EKek", `^[^.]*same[^.]*:$|^x.y[:：]$`: ":", `(?:ab){2}x?$`: "bx",
	} {
		p := MustCompile(pattern)
		got := ""
		for c := range 0x80 {
			if p.last != nil && p.last[c] {
				got += string(rune(c))
			}
		}
		if p.last == nil {
			got = "any"
		} else if !p.last[0x80] || !p.last[0xff] {
			t.Errorf("%s: letters beyond ASCII are not taken", pattern)
		}
		if got != want {
			t.Errorf("%s ends with %q, want %q", pattern, got, want)
		}
	}
}

// FuzzPrefilter holds that no text is kept from a pattern that matches it, whatever the
// pattern.
func FuzzPrefilter(f *testing.F) {
	for _, pattern := range []string{
		`(?i)\b(?:same|identical)\b[^.]{0,9}(?:body|k)`, `^(?i:x)[ſs]`, `(?i)strasse|ß`, `(?m)^a.*$`, `(a|b)+?c{0,2}`, `[^\x00-\x{10FFFF}]`, `^\s*$|x`, `\xff`, `(?s).a`, `(?i)[k-s]+é`, `[[:^alpha:]]b`,
		`\b(?:sam|x)(e)?\b`, `(?m)(?:^same|x$)`, `(?i)Éa*|(same)(body)?`, `\Bame`, `(?:ab|x+)y|identical`, `\xffa|bc`,
		`same.{0,3}\b`, `(?m)sa..$`, `^x.*:$|y[:：]$`, `(?i)k$`, `a\xff?$`, `(?s)same .`, `sam.$`, `(?:same ){2,3}b?`,
		`\b(same) ?[a-z]*\b`, `(?m)^[ \t]*(?:the )?(same)[^\n]*$`, `(?i)[a-z]+ (k)?same.*`, `(?m)^(same)?\b.*x$`,
	} {
		for _, text := range []string{"", "no\nthe same x\n\nsame\nbody same k\nsam", "the same body", "IDENTICAL K", "ſame", "\u212a", "x", "É", "\xff\xfe", "\ufffd", "a\nb", strings.Repeat("x", 300) + "same body", "a same\nsame e"} {
			f.Add(pattern, text)
		}
	}
	f.Fuzz(func(t *testing.T, pattern, text string) {
		if len(pattern) > 100 || len(text) > 1000 {
			t.Skip()
		}
		plain, err := regexp.Compile(pattern)
		if err != nil {
			t.Skip()
		}
		p := MustCompile(pattern)
		for _, s := range []string{text, strings.ToUpper(text), strings.ToLower(text)} {
			at := plain.FindStringIndex(s)
			if (at != nil) != p.MatchString(s) || (at != nil) != p.Match([]byte(s)) {
				t.Errorf("%q does not try %q, where it matches %v", pattern, s, at)
			}
			if got, want := p.FindStringSubmatchIndex(s), plain.FindStringSubmatchIndex(s); !slices.Equal(got, want) {
				t.Errorf("%q finds %v in %q, want %v", pattern, got, s, want)
			}
			if got, want := p.FindSubmatchIndex([]byte(s)), plain.FindSubmatchIndex([]byte(s)); !slices.Equal(got, want) {
				t.Errorf("%q finds %v in the bytes of %q, want %v", pattern, got, s, want)
			}
			if got, want := p.FindAllStringIndex(s, -1), plain.FindAllStringIndex(s, -1); !slices.EqualFunc(got, want, slices.Equal) {
				t.Errorf("%q finds all of %v in %q, want %v", pattern, got, s, want)
			}
			for _, n := range []int{-1, 0, 2} {
				if got, want := p.FindAllStringSubmatchIndex(s, n), plain.FindAllStringSubmatchIndex(s, n); !slices.EqualFunc(got, want, slices.Equal) {
					t.Errorf("%q finds %v in %q, want %v (%d)", pattern, got, s, want, n)
				}
				if got, want := p.FindAllStringSubmatch(s, n), plain.FindAllStringSubmatch(s, n); !slices.EqualFunc(got, want, slices.Equal) {
					t.Errorf("%q finds %q in %q, want %q (%d)", pattern, got, s, want, n)
				}
				if got, want := p.FindAllString(s, n), plain.FindAllString(s, n); !slices.Equal(got, want) {
					t.Errorf("%q finds %q in %q, want %q (%d)", pattern, got, s, want, n)
				}
				if got, want := p.FindAllSubmatchIndex([]byte(s), n), plain.FindAllSubmatchIndex([]byte(s), n); !slices.EqualFunc(got, want, slices.Equal) {
					t.Errorf("%q finds %v in the bytes of %q, want %v (%d)", pattern, got, s, want, n)
				}
			}
			if got, want := p.ReplaceAllString(s, "<$1>"), plain.ReplaceAllString(s, "<$1>"); got != want {
				t.Errorf("%q makes %q of %q, want %q", pattern, got, s, want)
			}
			if got, want := p.ReplaceAllStringFunc(s, strings.ToUpper), plain.ReplaceAllStringFunc(s, strings.ToUpper); got != want {
				t.Errorf("%q makes %q of %q, want %q", pattern, got, s, want)
			}
			if got, want := p.FindStringSubmatch(s), plain.FindStringSubmatch(s); !slices.Equal(got, want) {
				t.Errorf("%q finds %q in %q, want %q", pattern, got, s, want)
			}
		}
	})
}

// TestRepeated holds that digits of which there may be many may be few: what begins a match
// is known up to where it gets too long.
func TestRepeated(t *testing.T) {
	const pattern = `\[(-?[0-9]{1,15}), ?([0-9]{1,15})\]`
	p, want := MustCompile(pattern), regexp.MustCompile(pattern)
	for _, text := range []string{"[1, 2]", "[10, 2]", "at [100,2000]", "[-12, 3] [4, 5]", "[a, 1]", "[123456789012345,1]"} {
		if got := p.FindAllString(text, -1); !slices.Equal(got, want.FindAllString(text, -1)) {
			t.Errorf("%q: found %q, want %q", text, got, want.FindAllString(text, -1))
		}
	}
}
