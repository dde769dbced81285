package rules

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// months are the names of the months in the languages of references, in the forms that
// stand beside a day, with common short ones.
var months = monthsOf(`
	january jan enero ene janeiro janvier janv januar jänner gennaio gen январь января янв styczeń stycznia januari ocak
	february feb febrero fevereiro fev février févr februar febbraio февраль февраля фев luty lutego februari şubat
	march mar marzo março mars märz март марта marzec marca maret mart
	april apr abril abr avril avr aprile апрель апреля апр kwiecień kwietnia nisan
	may mayo maio mai maggio mag май мая maj maja mei mayıs
	june jun junio junho juin juni giugno giu июнь июня czerwiec czerwca haziran
	july jul julio julho juillet juil juli luglio lug июль июля lipiec lipca temmuz
	august aug agosto ago août август августа авг sierpień sierpnia agustus ağustos
	september sep sept septiembre setembro set septembre settembre сентябрь сентября сен сент wrzesień września eylül
	october oct octubre outubro out octobre oktober okt ottobre ott октябрь октября окт październik października ekim
	november nov noviembre novembro novembre ноябрь ноября ноя listopad listopada kasım
	december dec diciembre dic dezembro dez décembre déc dezember dicembre декабрь декабря дек grudzień grudnia desember aralık`)

func monthsOf(lines string) map[string]time.Month {
	out := map[string]time.Month{}
	for i, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		for _, name := range strings.Fields(line) {
			out[name] = time.Month(i + 1)
		}
	}
	return out
}

// dateForms are the forms of a date, each with the groups of its year, month and day. One
// whose day and month could be taken for each other (1/9/2026) is none.
var dateForms = []struct {
	form             *regexp.Regexp
	year, month, day int
}{
	{regexp.MustCompile(`(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})`), 1, 3, 5},
	{regexp.MustCompile(`(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]`), 1, 2, 3},
	{regexp.MustCompile(`(\d{1,2})\.(\d{1,2})\.(\d{4})`), 3, 2, 1},
	{regexp.MustCompile(`(\d{1,2})(?:\.|er|º|ª|°|st|nd|rd|th)?\s(?:de\s|di\s|of\s)?(\p{L}+)\.?,?\s(?:de\s|del\s|di\s)?(\d{4})`), 3, 2, 1},
	{regexp.MustCompile(`(\p{L}+)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})`), 3, 1, 2},
}

// A datedAt is a date and where in a text it stands.
type datedAt struct {
	date       time.Time
	start, end int
}

// datesIn returns the dates of a text, in their order.
func datesIn(text string) []datedAt {
	var out []datedAt
	for _, f := range dateForms {
		for _, m := range f.form.FindAllStringSubmatchIndex(text, -1) {
			part := func(group int) string { return text[m[2*group]:m[2*group+1]] }
			date, ok := dateOf(part(f.year), part(f.month), part(f.day))
			if ok && !isDigitAt(text, m[0]-1) && !isDigitAt(text, m[1]) {
				out = append(out, datedAt{date, m[0], m[1]})
			}
		}
	}
	slices.SortFunc(out, func(a, b datedAt) int { return a.start - b.start })
	return out
}

func isDigitAt(text string, i int) bool {
	return i >= 0 && i < len(text) && '0' <= text[i] && text[i] <= '9'
}

// dateOf returns a date of which the month is a number or a name, or false where there is
// no such day.
func dateOf(year, month, day string) (time.Time, bool) {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	m, named := months[strings.ToLower(month)]
	if !named {
		n, err := strconv.Atoi(month)
		if err != nil {
			return time.Time{}, false
		}
		m = time.Month(n)
	}
	date := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return date, date.Year() == y && date.Month() == m && date.Day() == d
}

// wordsIn returns what finds one of the words of a text, or words that begin like those
// that end in "*". Scripts without blanks have their words anywhere.
func wordsIn(text string) *regexp.Regexp {
	var alternatives []string
	for _, word := range strings.Split(text, ",") {
		word = strings.TrimSpace(word)
		switch stem, isStem := strings.CutSuffix(word, "*"); {
		case strings.ContainsFunc(word, isIdeograph):
			alternatives = append(alternatives, regexp.QuoteMeta(word))
		case isStem:
			alternatives = append(alternatives, `(?:^|[^\p{L}])`+regexp.QuoteMeta(stem))
		default:
			alternatives = append(alternatives, `(?:^|[^\p{L}])`+regexp.QuoteMeta(word)+`(?:$|[^\p{L}])`)
		}
	}
	return regexp.MustCompile(`(?i)` + strings.Join(alternatives, "|"))
}

// isIdeograph reports whether a character is of a script whose words have no blanks or
// take endings without one.
func isIdeograph(r rune) bool { return r >= 0x3040 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3 }

var (
	// leaving says that something goes, in the languages of references.
	leaving = wordsIn(`remov*, sunset*, retir*, shut, shutdown, unavailable, delet*, turn off, turned off, switched off, discontinu*, disappear*, stop, stops, stopped, stopping, until, end, ends, ended, ending, end-of-life, eol,
		elimin*, suprim*, desactiv*, descontinu*, dejará de, dejarán de, hasta, desativ*, deslig*, encerr*, deixará de, deixarão de, até,
		supprim*, désactiv*, arrêt*, cessera, cesseront, jusqu*, entfern*, abgeschaltet, abschalt*, eingestellt, einstellung, gelöscht, deaktiviert, entfällt, entfallen, endet, bis,
		rimoss*, rimozion*, disattiv*, dismess*, cesser*, fino al, удал*, отключ*, прекра*, исключ*, закры*, до,
		usuni*, wyłącz*, zakończ*, wycofan*, dihapus, dihentikan, dinonaktifkan, hingga, sampai, kaldır*, silin*, kapat*, sonland*, kadar,
		下线, 下線, 移除, 删除, 刪除, 停用, 停止, 关闭, 關閉, 终止, 終止, 下架, 廃止, 削除, 終了, 제거, 삭제, 종료, 중단, 폐지`)
	// since says directly before a date that something has been so from there on.
	since = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:since|seit(?: dem)?|depuis(?: le)?|desde(?: el)?|sejak)\s+$`)
	// announced says that a date is about the deprecation, or a publication.
	announced = wordsIn(`deprecat*, announc*, obsolet*, dépréci*, veralt*, устар*, przestarz*, usang, kullanımdan, 废弃, 廢棄, 弃用, 棄用, 非推奨, 지원 중단 예정`)
	// from stands directly before a date of which the words behind it tell.
	from = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:on|from|after|by|starting|as of|effective|am|ab|zum|ab dem|nach dem|el|a partir del?|em|le|à partir du|après le|il|dal|dopo il|с|после|dnia|od|po|pada|mulai|setelah|于|於|自|从|從|在|将于|將於)?[\s,:]*$`)
	// sentence finds where one ends.
	sentence = regexp.MustCompile(`[.!?;]\s|[。！？；]`)
)

// removalDate returns the date on which a text says that something goes. A date of
// which the sentence does not say that is none: it may be that of the deprecation. The
// words stand before the date or, where it is the only one of its sentence, behind it, as
// is the rule in many languages.
func removalDate(text string) (time.Time, bool) {
	all := datesIn(text)
	for _, at := range all {
		if before := lastSentence(text[:at.start]); leaving.MatchString(before) && !since.MatchString(before) {
			return at.date, true
		}
	}
	for i, at := range all {
		before, after := lastSentence(text[:at.start]), firstSentence(text[at.end:])
		alone := (i == 0 || all[i-1].end <= at.start-len(before)) && (i == len(all)-1 || all[i+1].start >= at.end+len(after))
		if alone && leaving.MatchString(after) && startsDate(before) && !announced.MatchString(before) {
			return at.date, true
		}
	}
	return time.Time{}, false
}

// startsDate reports whether the words before a date make it one of what comes behind it.
func startsDate(before string) bool {
	if strings.TrimSpace(before) == "" {
		return true
	}
	m := from.FindString(before)
	return strings.TrimSpace(m) != "" && !since.MatchString(before) || strings.ContainsFunc(before, isIdeograph)
}

func lastSentence(text string) string {
	if ends := sentence.FindAllStringIndex(text, -1); len(ends) > 0 {
		return text[ends[len(ends)-1][1]:]
	}
	return text
}

func firstSentence(text string) string {
	if end := sentence.FindStringIndex(text); end != nil {
		return text[:end[0]]
	}
	return text
}
