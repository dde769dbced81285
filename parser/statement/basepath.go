package statement

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// basePath is a line that says with which path those of all endpoints of the page begin, and names
// no host, or but room for one: Base endpoint is: `/ocs/v2/boats`. A sentence may follow it.
var basePath = prefilter.MustCompile("(?mi)^[ \\t*_>-]*(?:the )?(?:api )?(?:base (?:endpoint|path|uri|url|route)|base|(?:path|route|api|url|global|common) prefix|(?:url|uri|ruta|caminho|chemin|percorso) (?:de )?base|basispfad|prefixo (?:da api|das rotas)|prefijo (?:de la api|de las rutas)|базовый путь|基础路径|接口前缀|路径前缀|路由前缀|统一前缀|公共前缀|ベースパス|기본 경로)(?:[ \\t]+is)?[ \\t*_]*[:：][ \\t*_]*(?:\\n{1,2}[ \\t]*)?`?(?:https?://(?:<[^<>\\n]{1,40}>|\\[[^\\[\\]\\n]{1,40}\\])(?::[0-9]+)?)?(/[A-Za-z][^\\s`|<>{}]*?)/?(?:`?[ \\t*_.]*|`[*_]*(?:[.。,，;；]|[ \\t]+[(（–—-])[^/`\\n]*)$")

// baseLabels are labels for the path with which those of all endpoints begin.
const baseLabels = `(?:the )?(?:api )?(?:base (?:endpoint|path|uri|url|route)|path prefix|route prefix|基础路径|接口前缀|路径前缀|路由前缀|统一前缀|公共前缀)`

// baseHeading is a heading that says so, or that stands right above the path.
var baseHeading = prefilter.MustCompile("(?mi)^(?:#{1,6}[ \\t]+" + baseLabels + "[ \\t*_]*(?:[:：–—-][ \\t]*)?|#{1,6}[ \\t]+" + baseLabels + "[ \\t*_:：]*\\r?\\n(?:[ \\t]*\\r?\\n)?(?:```[a-z]*\\r?\\n)?)`?(/[A-Za-z][^\\s`|<>{}]*?)/?`?[ \\t*_.]*$")

// baseSentence is a sentence that says so: All endpoints are prefixed with `/api`.
var baseSentence = prefilter.MustCompile("(?mi)(?:^|[.。!?][ \\t]+|^[ \\t*_>-]+)(?:(?:all|every|each)(?: of)?(?: the| these)?(?: api| rest| http)? (?:end-?points?|routes?|paths?|urls?|requests?|calls?)(?: (?:below|here|listed|described|of this page|in this document|on this page))*(?: (?:is|are|must be|should be|have to be|will be))? (?:prefixed (?:with|by)|relative to|mounted (?:at|under|on)|served (?:at|under|from)|available (?:at|under)|under|starts? with|starting with|begins? with|lives? under|share the prefix|have the prefix|use the prefix)|(?:the|this) (?:[a-z]+ )?api is (?:available|served|mounted|hosted|exposed|reachable|accessible) (?:at|under|on|from)|tod[ao]s (?:[ao]s |las |los )?(?:rotas|endpoints|rutas)(?: d[ae] (?:la )?api)? (?:têm|usam|começam com|tienen|usan|empiezan con|comienzan con|são prefixad[ao]s (?:com|por)|están prefijad[ao]s con)(?: o prefixo| el prefijo)?|toutes les routes (?:ont le préfixe|commencent par|sont préfixées par)|alle (?:endpunkte|routen|pfade) (?:haben das präfix|beginnen mit)|все (?:эндпоинты|маршруты|пути) (?:начинаются с|имеют префикс)|(?:所有|全部)(?:的)?(?:接口|路径|请求|路由|api)(?:路径|地址)?(?:都|均|统一)?(?:以|使用前缀|的前缀为|前缀为|前缀是))(?: the)?(?: (?:path|prefix|base path|base url))?[ \\t:：*_]*`(?:https?://(?:<[^<>`\\n]{1,40}>|\\[[^\\[\\]`\\n]{1,40}\\])(?::[0-9]+)?)?(/[A-Za-z][^\\s`|<>{}]*?)/?`")

// mostOutside is how many bytes behind an endpoint are looked at for that.
const mostOutside = 160

// outsideBase says that an endpoint does not begin with the base of the page.
var outsideBase = prefilter.MustCompile("(?i)^[\\s>*_-]*[^.\\n]{0,40}(?:\\b(?:outside (?:of )?the|without the|not (?:under|below|behind) the|no) (?:api |base |global )?(?:prefix|base path)|fora do prefixo|sem o prefixo|fuera del prefijo|sin el prefijo|hors (?:du )?préfixe|sans (?:le )?préfixe|ohne (?:das )?präfix|без префикса|вне префикса|不带前缀|无前缀|没有前缀)")

// baseWords are the second words of a base, and endings of them.
var baseWords = []string{"endpoint", "path", "PATH", "Path", "ur", "UR", "Ur", "route", "Endpoint"}

// labelWords are rare words of labels for a base, sentenceWords those of sentences that say one.
var (
	labelWords    = []string{"refix", "基础路径", "前缀", "Base:", "Base**:", "base:", "RL base", "rl base", "uta base", "aminho", "hemin", "ercorso", "asispfad", "refij", "бази", "базо", "Базо", "ベースパス", "기본 경로"}
	sentenceWords = []string{"ndpoint", "oute", "aths ", "RLs ", "alls ", "equests ", " is available at", " is served", " is mounted", " is hosted", " is exposed", " is reachable", " is accessible", "otas", "utas", "所有", "全部", "аршрут", "эндпоинт", "пути"}
)

// mayBase reports by a look for rare words whether a text may say a base.
func mayBase(text []byte) bool { return mayLabel(text) || maySay(text) }

// maySay is mayBase for sentences.
func maySay(text []byte) bool {
	return slices.ContainsFunc(sentenceWords, func(w string) bool { return bytes.Contains(text, []byte(w)) })
}

// mayLabel is mayBase for labels and headings.
func mayLabel(text []byte) bool {
	if slices.ContainsFunc(labelWords, func(w string) bool { return bytes.Contains(text, []byte(w)) }) {
		return true
	}
	const first = "ase "
	for i := bytes.Index(text, []byte(first)); i >= 0; i = bytes.Index(text, []byte(first)) {
		text = text[i+len(first):]
		if slices.ContainsFunc(baseWords, func(w string) bool { return bytes.HasPrefix(text, []byte(w)) }) {
			return true
		}
	}
	return false
}

// IsBasePath reports whether a text is but the base of the paths of a page.
func IsBasePath(text string) bool {
	return mayBase([]byte(text)) && (basePath.MatchString(text) || baseHeading.MatchString(text))
}

// basesIn returns where lines and sentences of a text begin and end that say a base, each with the
// path, in the order of the text. Sentences are looked for up to an offset: they stand above endpoints.
func basesIn(text []byte, head int) (out [][]int) {
	if mayLabel(text) {
		out = append(basePath.FindAllSubmatchIndex(text, -1), baseHeading.FindAllSubmatchIndex(text, -1)...)
	}
	if head = min(head, len(text)); maySay(text[:head]) {
		out = append(out, sentencesIn(text[:head])...)
	}
	slices.SortStableFunc(out, func(a, b []int) int { return a[0] - b[0] })
	return out
}

// sentencesIn returns where sentences of a text that say a base begin and end. They stand in one
// line, of which the path in code is looked for first: few lines have one.
func sentencesIn(text []byte) (out [][]int) {
	for at := 0; ; {
		i := bytes.IndexByte(text[at:], '`')
		if i < 0 {
			return out
		}
		start, end := at, len(text)
		if n := bytes.LastIndexByte(text[at:at+i], '\n'); n >= 0 {
			start = at + n + 1
		}
		if n := bytes.IndexByte(text[at+i:], '\n'); n >= 0 {
			end = at + i + n
		}
		if line := text[start:end]; maySay(line) {
			for _, m := range baseSentence.FindAllSubmatchIndex(line, -1) {
				for line[m[0]] == '.' || line[m[0]] == ' ' {
					m[0]++ // the end of the sentence before it
				}
				for i := range m {
					m[i] += start
				}
				out = append(out, m)
			}
		}
		at = min(end+1, len(text))
	}
}

// BasePaths returns where lines of a text begin and end that say with which path those of all
// endpoints begin: labels and headings, and sentences up to an offset.
func BasePaths(text []byte, head int) (out [][2]int) {
	for _, m := range basesIn(text, head) {
		out = append(out, [2]int{m[0], m[1]})
	}
	return out
}

// putBases puts the paths that headings and lines say to be bases before those of all that was found,
// in the order of the page, and of the items of short lists.
func (w *walker) putBases() {
	short := map[int]bool{}
	for _, f := range w.short {
		short[f.Start] = true
	}
	w.found = append(w.found, w.short...)
	slices.SortStableFunc(w.found, func(a, b Finding) int { return a.Start - b.Start })
	w.behindSections()
	w.behindBase()
	if len(short) == 0 {
		return
	}
	w.short = slices.DeleteFunc(slices.Clone(w.found), func(f Finding) bool { return !short[f.Start] })
	w.found = slices.DeleteFunc(w.found, func(f Finding) bool { return short[f.Start] })
}

// A base is a path that a page says once, where it says so and up to where it holds.
type base struct {
	path    string
	at, end int
}

// behindBase puts the path that the page says to be the base of all before those that it states,
// unless they begin with it. Several such paths hold each in the section that says it.
func (w *walker) behindBase() {
	if len(w.found) == 0 {
		return
	}
	head := w.text[:w.found[0].Start] // most pages have little before, and no base behind
	if len(basesIn(head, len(head))) == 0 {
		return
	}
	bases := w.bases()
	for i := range w.found {
		f := &w.found[i]
		if f.Form > Listed || f.URL || f.SectionAt > 0 || outsideBase.Match(w.text[f.End:min(len(w.text), f.End+mostOutside)]) {
			continue
		}
		b := baseOf(bases, f.Start)
		for k, op := range f.Operations {
			if b != nil && strings.HasPrefix(op.Path, "/") && op.Path != b.path && !strings.HasPrefix(op.Path, b.path+"/") {
				f.Operations[k].Path, f.BaseAt = b.path+strings.TrimSuffix(op.Path, "/"), b.at+1
			}
		}
	}
}

// baseOf is the base that holds at an offset, or nil.
func baseOf(bases []base, at int) *base {
	n := sort.Search(len(bases), func(i int) bool { return bases[i].at > at })
	for i := n - 1; i >= max(0, n-mostAround); i-- {
		if at < bases[i].end || len(bases) == 1 {
			return &bases[i]
		}
	}
	return nil
}

// mostAround is how many bases above an endpoint are looked at for that of a section around it.
const mostAround = 8

// bases are the paths that the page says to be bases: one that holds everywhere, or several of
// which each is said in a section of its own, or none.
func (w *walker) bases() []base {
	var out []base
	sections := map[int]bool{}
	same, apart := true, true
	for _, m := range basesIn(w.text, len(w.text)) {
		b := base{path: string(w.text[m[2]:m[3]]), at: m[0]}
		section := 0
		section, b.end = w.sectionAround(m[0])
		same = same && (len(out) == 0 || b.path == out[0].path)
		apart = apart && !sections[section]
		sections[section] = true
		out = append(out, b)
	}
	switch {
	case same:
		out[0].end = len(w.text)
		return out[:1]
	case apart:
		return out
	}
	return nil
}

// sectionAround is the number of the heading of the section in which an offset stands, and where that
// ends. A heading at the offset stands in the section above it.
func (w *walker) sectionAround(at int) (heading, end int) {
	level := maxLevel + 1
	for k := w.headingAbove(at + 1); k > 0; k-- {
		h := w.headings[k-1]
		if h.start == at {
			level = h.level
			continue
		}
		if h.level < level {
			heading, level = k, h.level
			break
		}
	}
	if heading == 0 {
		return 0, len(w.text)
	}
	for _, h := range w.headings[heading:] {
		if h.level <= level {
			return heading, h.start
		}
	}
	return heading, len(w.text)
}
