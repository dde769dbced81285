package link

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// prose is what sentences of a description say. Values are as printed.
type prose struct {
	hasDefault   bool
	defaultValue string
	// quoted says that the default stood in quotes or backticks.
	quoted               bool
	minimum, maximum     string
	time, date, unixTime bool
	integer              bool
}

var (
	rangeProse = prefilter.MustCompile("(?i)(?:ranges? from|between|range) `?(-?[0-9.,]*[0-9])`? (?:to|and) `?(-?[0-9.,]*[0-9])`?")
	maxProse   = prefilter.MustCompile("(?i)(?:maximum(?: value)?(?: is|:| of)?|max(?: is|:)?|at most) `?(-?[0-9.,]*[0-9])`?(?:[.;)]|\n\n|$)")
	minProse   = prefilter.MustCompile("(?i)(?:minimum(?: value)?(?: is|:| of)?|min(?: is|:)?|must be at least|must be ≥ ?) ?`?(-?[0-9.,]*[0-9])`?(?:[.,;) ]|\n\n|$)")
	timeProse  = prefilter.MustCompile(`RFC ?3339|ISO[ -]?8601 (?:date-?time|timestamp|format)|(?:datetime|timestamp)[^.]{0,20}ISO[ -]?8601`)
	// otherTime is another form than that of timeProse in which a time may be sent.
	otherTime = prefilter.MustCompile(`(?i)(?:RFC ?3339|ISO[ -]?8601)[^.;]{0,40}\b(?:or|and)\b[^.;]{0,30}\b(?:unix|epoch|(?:milli|nano)?seconds)\b|\b(?:unix|epoch|(?:milli|nano)?seconds)\b[^.;]{0,40}\b(?:or|and)\b[^.;]{0,30}(?:RFC ?3339|ISO[ -]?8601)`)
	dateProse = prefilter.MustCompile(`YYYY-MM-DD(?:[^T]|$)`)
)

// readProse reads the sentences that docgen knows and that can be about the
// member of the name and a value of the kind. A cheap look for their words comes
// first, because most descriptions have none of them.
func readProse(name, doc string, kind model.Kind) prose {
	var p prose
	if doc == "" {
		return p
	}
	doc = flowed(doc)
	if strings.Contains(doc, "efault") {
		p.readDefault(name, doc)
	}
	if kind == model.KindNumber || kind == model.KindInteger {
		p.readRange(doc)
		p.readForeignRange(doc)
	}
	if strings.Contains(doc, "3339") || strings.Contains(doc, "8601") {
		p.time = timeProse.MatchString(doc) && !otherTime.MatchString(doc)
	}
	if strings.Contains(doc, "YYYY-MM-DD") {
		p.date = dateProse.MatchString(doc) && !p.time
	}
	p.unixTime = strings.Contains(doc, "Unix timestamp") || strings.Contains(doc, "Unix time ") || strings.Contains(doc, "seconds since")
	p.integer = strings.Contains(doc, "integer") || strings.Contains(doc, "Number of ") || strings.Contains(doc, "number of ")
	return p
}

var listMark = prefilter.MustCompile(`^(?:[-*+]|[0-9]+[.)]) `)

// flowed joins the lines of each paragraph, which pages break where they like.
func flowed(doc string) string {
	if !strings.Contains(doc, "\n") {
		return doc
	}
	var b strings.Builder
	within := false // a paragraph
	for line := range strings.Lines(doc) {
		line = strings.TrimSpace(line)
		switch {
		case b.Len() == 0:
		case within && line != "" && !listMark.MatchString(line):
			b.WriteByte(' ')
		default:
			b.WriteByte('\n')
		}
		b.WriteString(line)
		within = line != ""
	}
	return b.String()
}

func (p *prose) readRange(doc string) {
	if least, most, ok := interval(doc); ok {
		p.minimum, p.maximum = least, most
		return
	}
	if strings.Contains(doc, "ange") || strings.Contains(doc, "etween") {
		if m := rangeProse.FindStringSubmatch(doc); m != nil {
			p.minimum, p.maximum = digits(m[1]), digits(m[2])
			return
		}
	}
	if strings.Contains(doc, "ax") || strings.Contains(doc, "t most") {
		if m := maxProse.FindStringSubmatch(doc); m != nil {
			p.maximum = digits(m[1])
		}
	}
	if strings.Contains(doc, "min") || strings.Contains(doc, "Min") || strings.Contains(doc, "ust be") {
		if m := minProse.FindStringSubmatch(doc); m != nil {
			p.minimum = digits(m[1])
		}
	}
}

var (
	intervalProse = prefilter.MustCompile("\\[`?(-?[0-9]{1,15})`?, ?`?(-?[0-9]{1,15})`?\\]")
	exampleBefore = prefilter.MustCompile("(?i)\\b(?:e\\.g\\.?|example|examples|like|such as|format|value)[,:]?\\s*$")
	attached      = prefilter.MustCompile("[=`\"'\\pL0-9_]$")
)

// interval are the bounds that a description gives a number in brackets, [1, 50]: at least
// two apart, because two numbers beside each other may be all there are.
func interval(doc string) (least, most string, ok bool) {
	if !strings.Contains(doc, "[") {
		return "", "", false
	}
	found := intervalProse.FindAllStringSubmatchIndex(doc, 2)
	if len(found) != 1 {
		return "", "", false
	}
	m := found[0]
	if before := doc[:m[0]]; exampleBefore.MatchString(before) || attached.MatchString(before) || strings.HasPrefix(doc[m[1]:], "(") {
		return "", "", false
	}
	a, errA := strconv.ParseInt(doc[m[2]:m[3]], 10, 64)
	b, errB := strconv.ParseInt(doc[m[4]:m[5]], 10, 64)
	return doc[m[2]:m[3]], doc[m[4]:m[5]], errA == nil && errB == nil && a+1 < b
}

// digits removes the separators of thousands.
func digits(s string) string { return strings.ReplaceAll(s, ",", "") }

// inferLimits takes bounds from prose for numbers: the "maximum of 64" of a string or a
// list may count anything. inferLengths takes those that say that they count letters.
func inferLimits(f *model.Field, said prose) {
	if f.Limits != nil || f.Type.Kind != model.KindNumber && f.Type.Kind != model.KindInteger {
		return
	}
	var l model.Limits
	if isNumber(said.minimum) {
		l.Minimum = model.Literal(said.minimum)
	}
	if isNumber(said.maximum) {
		l.Maximum = model.Literal(said.maximum)
	}
	if l.Minimum != "" || l.Maximum != "" {
		f.Limits, f.Evidence = &l, f.Evidence.With(model.FactLimits, model.SourceProse)
	}
}
