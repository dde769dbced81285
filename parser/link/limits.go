package link

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// Words of limits in the languages in which references are published, as alternatives of a
// pattern: what stands before the greatest and the least number, what stands behind it, and
// what is counted where it is letters. English ones are apart (see englishMost): there a
// description of a text often counts letters of something else.
const (
	mostWords = `≤|最大|最多|最长|最長|不超过|不超過|上限|최대|` +
		`máximo(?: de)?|máx\.?|como máximo|no más de|hasta|no máximo|até|maximum(?: de| of)?|au plus|au maximum|jusqu'à|max(?:imal)?\.?|höchstens|bis zu|massimo|al massimo|fino a|` +
		`максимум|макс\.?|не более|не больше|не длиннее|maksymalnie|maks\.?|nie więcej niż|maksimum|en fazla|tối đa|maximaal`
	leastWords = `≥|最小|最少|最短|至少|不少于|최소|` +
		`mínimo(?: de)?|mín\.?|al menos|no menos de|pelo menos|minimum(?: de| of)?|au moins|min(?:destens|imal)?\.?|minimo|almeno|` +
		`минимум|мин\.?|не менее|не меньше|не короче|minimalnie|co najmniej|en az|tối thiểu|minimaal`
	englishMostWords  = `max(?:imum|\.)?(?: length)?(?: is| of|:)?|up to|at most|(?:no|not) (?:more|longer) than|(?:not|cannot|can't) exceed|limited to`
	englishLeastWords = `at least|min(?:imum|\.)?(?: length)?(?: is| of|:)?|(?:no|not) (?:fewer|less|shorter) than`
	englishNumber     = "`?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})`?"
	englishLetters    = `(?: (?:unicode|utf-8|alphanumeric))? ?(?:characters?|chars?)(?: (?:long|in length|max(?:imum)?))?` + limitEnd
	mostBehind        = `以内|以下|以內|まで|이내|이하`
	leastBehind       = `以上|이상`
	letterWords       = `文字|字符|個字符|个字符|個字元|字元|글자|자|` +
		`caracteres|caractères|zeichen|caratteri|символ(?:ов|а)?|знак(?:ов|а)?|znak(?:ów|i)|karakter|ký tự|tekens`
	// limitNumber is a number with marks of code around it, limitEnd what ends what is said of it.
	limitNumber = "\\s*[:：]?\\s*`?([0-9]{1,9})`?"
	limitEnd    = `\s*(?:[.;,)）。；，、\n]|$)`
)

var (
	mostLetters    = prefilter.MustCompile(`(?i)(?:^|[^\pL])(?:` + mostWords + `)` + limitNumber + `\s*(?:` + letterWords + `)` + limitEnd)
	leastLetters   = prefilter.MustCompile(`(?i)(?:^|[^\pL])(?:` + leastWords + `)` + limitNumber + `\s*(?:` + letterWords + `)` + limitEnd)
	lettersAtMost  = prefilter.MustCompile("`?([0-9]{1,9})`?\\s*(?:" + letterWords + `)\s*(?:` + mostBehind + `)` + limitEnd)
	lettersAtLeast = prefilter.MustCompile("`?([0-9]{1,9})`?\\s*(?:" + letterWords + `)\s*(?:` + leastBehind + `)` + limitEnd)
	lettersRange   = prefilter.MustCompile(`(?i)(?:^|[^\pL0-9.-])([0-9]{1,9})\s*(?:-|–|~|～|〜)\s*([0-9]{1,9})\s*(?:` + letterWords + `)` + limitEnd)
	// English limits are letters of which nothing more is said, since one of "up to 20 characters
	// per tag" is none of the text, and numbers that are called a length.
	englishMost    = prefilter.MustCompile(`(?i)\b(?:` + englishMostWords + `) ` + englishNumber + englishLetters)
	englishLeast   = prefilter.MustCompile(`(?i)\b(?:` + englishLeastWords + `) ` + englishNumber + englishLetters)
	englishLongest = prefilter.MustCompile(`(?i)\bmax(?:imum)?\.?[ -]?length(?: is| of|:| =)? ?` + englishNumber + limitEnd)
	// mostMarked and leastMarked are limits behind a mark of mathematics.
	mostMarked      = prefilter.MustCompile("(?:≤|<=) ?" + englishNumber + englishLetters)
	leastMarked     = prefilter.MustCompile("(?:≥|>=) ?" + englishNumber + englishLetters)
	englishShortest = prefilter.MustCompile(`(?i)\bmin(?:imum)?\.?[ -]?length(?: is| of|:| =)? ?` + englishNumber + limitEnd)
	englishRange    = prefilter.MustCompile(`(?i)(?:^|[^\pL0-9.,-]|\bbetween )([0-9]{1,9})(?: ?[-–~] ?| to | and )([0-9]{1,9})` + englishLetters)
	// countsLetters is a word of which each of these patterns needs one.
	countsLetters = prefilter.MustCompile(`(?i)char|length|` + letterWords)
	// mostValue and leastValue are limits of a number.
	mostValue  = prefilter.MustCompile(`(?i)(?:^|[^\pL])(?:` + mostWords + `)` + "\\s*[:：]?\\s*`?(-?[0-9]{1,15})`?" + limitEnd)
	leastValue = prefilter.MustCompile(`(?i)(?:^|[^\pL])(?:` + leastWords + `)` + "\\s*[:：]?\\s*`?(-?[0-9]{1,15})`?" + limitEnd)
	// ofEach says that a limit is one of parts of a value.
	ofEach = prefilter.MustCompile(`(?i)\b(?:each|every|per|cada|chaque|jede[rsmn]?|ogni|każdy)\b|кажд|各|每|각`)
	// mayBeEmpty says that a text may have no letters besides: empty or 2-100 characters.
	mayBeEmpty = prefilter.MustCompile(`(?i)\b(?:empty|blank)\b`)
	digit      = prefilter.MustCompile(`[0-9]`)
)

// letters are how many letters a description says that a text has at least and at most, or
// nil. What counts anything else, or each part of a text, says nothing.
func letters(doc string) (least, most *int64) {
	if !digit.MatchString(doc) || !countsLetters.MatchString(doc) || ofEach.MatchString(doc) {
		return nil, nil
	}
	m := lettersRange.FindStringSubmatch(doc)
	if m == nil {
		m = onlyMatch(englishRange, doc)
	}
	if m != nil {
		least, most = length(m[1]), length(m[2])
		switch {
		case *least > *most:
			return nil, nil
		case *least == 0 || mayBeEmpty.MatchString(doc):
			return nil, most
		}
		return least, most
	}
	return firstLength(doc, leastLetters, lettersAtLeast, englishLeast, englishShortest, leastMarked),
		firstLength(doc, mostLetters, lettersAtMost, englishMost, englishLongest, mostMarked)
}

// onlyMatch is the match of a pattern in a description that matches it once, or nil: several
// are of parts.
func onlyMatch(p *prefilter.Pattern, doc string) []string {
	if all := p.FindAllStringSubmatch(doc, -1); len(all) == 1 {
		return all[0]
	}
	return nil
}

// firstLength is the number that the first of the patterns finds that matches, or nil. One
// that finds several numbers says nothing: they are of parts.
func firstLength(doc string, patterns ...*prefilter.Pattern) *int64 {
	for _, p := range patterns {
		found := p.FindAllStringSubmatch(doc, -1)
		for _, m := range found {
			if m[1] != found[0][1] {
				return nil
			}
		}
		if len(found) > 0 {
			return length(found[0][1])
		}
	}
	return nil
}

func length(digits string) *int64 {
	n, err := strconv.ParseInt(strings.ReplaceAll(digits, ",", ""), 10, 64)
	if err != nil {
		return nil
	}
	return &n
}

// inferLengths takes how many letters a text has from prose.
func inferLengths(f *model.Field, doc string) {
	if f.Limits != nil || f.Type.Kind != model.KindString || f.Type.Format != "" {
		return
	}
	least, most := letters(flowed(doc))
	if least == nil && most == nil {
		return
	}
	f.Limits = &model.Limits{MinLength: least, MaxLength: most}
	f.Evidence = f.Evidence.With(model.FactLimits, model.SourceProse)
}

// readForeignRange reads limits of a number in other languages than English.
func (p *prose) readForeignRange(doc string) {
	if !digit.MatchString(doc) || !strings.ContainsFunc(doc, func(r rune) bool { return r >= 0x80 }) {
		return
	}
	if m := mostValue.FindStringSubmatch(doc); m != nil && p.maximum == "" {
		p.maximum = m[1]
	}
	if m := leastValue.FindStringSubmatch(doc); m != nil && p.minimum == "" {
		p.minimum = m[1]
	}
}
