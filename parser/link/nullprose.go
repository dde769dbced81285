package link

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// A reference that prints null in its types says all about it there: then no
// sentence adds any. Pages of clients print null where http pages of the same
// reference do not; what only http pages have is left to their sentences.

// readNulls notes whether signatures print null, and the names of all members.
func (l *linker) readNulls() {
	l.printsNull, l.memberNames = false, map[string]bool{}
	for _, is := range l.nulls {
		l.printsNull = l.printsNull || is
	}
	note := func(f *model.Field) {
		l.memberNames[f.Name] = true
		l.printsNull = l.printsNull || f.Nullable && f.Evidence.Of(model.FactNullable) == ""
	}
	for _, t := range l.named {
		for _, f := range t.Type.Fields {
			note(f)
		}
	}
	for _, m := range l.methods {
		for _, p := range m.Params {
			note(&p.Field)
		}
	}
}

func (l *linker) inferNull(f *model.Field, o *observed) {
	stated := f.Evidence.Of(model.FactNullable) != ""
	if f.Nullable || f.Type.Kind == model.KindNull || f.Type.Kind == model.KindAny && o.nulls == 0 {
		return
	}
	switch {
	case o.nulls > 0 && innermost(f.Type) == f.Type:
		f.Nullable, f.Evidence = true, f.Evidence.With(model.FactNullable, model.SourceExample)
	case !l.printsNull && !stated && l.saysNull(f):
		f.Nullable, f.Evidence = true, f.Evidence.With(model.FactNullable, model.SourceProse)
	}
}

const (
	nullWord = "`?null`?"
	// itself are the words for the member that a description is about.
	itself = "(?:[Ii]t|[Tt]his|[Vv]alue|(?:[Tt]his|[Tt]he) (?:field|member|parameter|property|value|option)(?: of @)?|[Tt]he value will|@)"
	// goesOn is what may follow null where it is a value and no attribute.
	goesOn = "(?:$|[.,;:)]| (?:if|when|whenever|where|for|unless|until|while|before|after|otherwise|because|since|means|indicates|to|on|in|by|at|here)\\b)"
	modal  = "(?:may|can|could|might|must|will|should)(?: also| always| only)? be|(?:is|was|are|be|becomes|remains)"
)

// nullProse are the forms of sentences that say of the member itself that it
// may be null; @ stands for its name. In the second the words before the verb,
// which the group has, must not name something else.
var (
	nullLeads = prefilter.MustCompile("(?:^|[,:—–] ?| - |\\((?:[^)]*[,;] )?)(?:[Aa]lways |[Cc]urrently |[Oo]therwise,? |[Ee]lse )?(?:" + nullWord + "|`?Null`?)" + goesOn)
	nullAlone = prefilter.MustCompile(`\(` + nullWord + `\)`) // of what stands before it
	nullIs    = prefilter.MustCompile("^(.*?)\\b(?i:" + modal + ")(?: also| always| currently| set to| explicitly)* " + nullWord + goesOn)
	nullIf    = prefilter.MustCompile("^(?:If|When|Whenever|Where) (?:" + itself + " (?:is )?)?" + nullWord + "(?:,| \\()")
	nullOr    = prefilter.MustCompile(" or (?:is )?(?:be )?(?:explicitly )?" + nullWord + goesOn)
	nullGiven = prefilter.MustCompile("^(?:[Yy]ou (?:can|may) )?(?:[Ss]et|[Pp]ass|[Ss]end|[Uu]se|[Ss]pecify|[Pp]rovide)(?: it| this| " + itself + ")?(?: to| as)? " + nullWord + goesOn)
	nullElse  = prefilter.MustCompile("^(?:" + itself + " )?[Dd]efaults? to " + nullWord + goesOn)
	aboutNull = prefilter.MustCompile(`\b[Nn]ull`)
	nullable  = prefilter.MustCompile(`^[(\[]?[Nn]ullable\b`)

	// subjects are what may stand before the verb of nullIs, besides nothing.
	subjects = prefilter.MustCompile("(?:^|[,;:(] ?|\\b(?:and|or|but|then|also|otherwise|if|when|that|which|will) )(?:" + itself + " ?)?$")
	parts    = prefilter.MustCompile(`\b(?:keys?|entry|entries|values|elements?|items?|members?|fields|properties)\b`)
	sentence = prefilter.MustCompile(`[.!?]\**\s+|;\s+|\n+`)
	codeSpan = prefilter.MustCompile("`([^`]+)`")
)

// saysNull reports whether a sentence of the description says that the field
// itself may be null.
func (l *linker) saysNull(f *model.Field) bool {
	if !strings.Contains(f.Doc, "ull") || !aboutNull.MatchString(f.Doc) {
		return false
	}
	for _, s := range sentence.Split(flowed(f.Doc), -1) {
		if l.ownNull(f, strings.TrimSpace(s)) {
			return true
		}
	}
	return false
}

func (l *linker) ownNull(f *model.Field, s string) bool {
	s = strings.ReplaceAll(s, "`"+f.Name+"`", "@")
	if nullable.MatchString(s) {
		return true
	}
	word := aboutNull.FindStringIndex(s)
	if word == nil || l.namesAnother(s[:word[0]]) || container(f.Type) && parts.MatchString(s[:word[0]]) {
		return false
	}
	if m := nullIs.FindStringSubmatch(s); m != nil {
		return subjects.MatchString(m[1])
	}
	return nullLeads.MatchString(nullAlone.ReplaceAllString(s, "")) || nullIf.MatchString(s) || nullGiven.MatchString(s) || nullElse.MatchString(s) || nullOr.MatchString(s)
}

// namesAnother reports whether a text has the name of a member, or a path to one.
func (l *linker) namesAnother(text string) bool {
	for _, m := range codeSpan.FindAllStringSubmatch(text, -1) {
		if l.memberNames[m[1]] || strings.Contains(m[1], ".") {
			return true
		}
	}
	return false
}

// container reports whether a type has parts of its own that may be null.
func container(t *model.Type) bool {
	switch t.Kind {
	case model.KindArray, model.KindMap, model.KindObject, model.KindRef, model.KindUnion:
		return true
	}
	return false
}
