package statement

import (
	"bytes"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// basePath is a line that says with which path those of all endpoints of the page begin, and names
// no host, or but room for one: Base endpoint is: `/ocs/v2/boats`. A sentence may follow it.
var basePath = prefilter.MustCompile("(?mi)^[ \\t*_>-]*(?:the )?(?:api )?(?:base (?:endpoint|path|uri|url|route)|base|(?:path|route|api|url|global|common) prefix|(?:url|uri|ruta|caminho|chemin|percorso) (?:de )?base|basispfad|prefixo (?:da api|das rotas)|prefijo (?:de la api|de las rutas)|базовый путь|基础路径|接口前缀|路径前缀|路由前缀|统一前缀|公共前缀|ベースパス|기본 경로)(?:[ \\t]+is)?[ \\t*_]*[:：][ \\t*_]*(?:\\n{1,2}[ \\t]*)?`?(?:https?://(?:<[^<>\\n]{1,40}>|\\[[^\\[\\]\\n]{1,40}\\])(?::[0-9]+)?)?(/[A-Za-z][^\\s`|<>{}]*?)/?(?:`?[ \\t*_.]*|`[*_]*(?:[.。,，;；]|[ \\t]+[(（–—-])[^/`\\n]*)$")

// baseSentence is a sentence that says so: All endpoints are prefixed with `/api`.
var baseSentence = prefilter.MustCompile("(?mi)(?:^|[.。!?][ \\t]+|^[ \\t*_>-]+)(?:(?:all|every|each)(?: of)?(?: the| these)?(?: api| rest| http)? (?:end-?points?|routes?|paths?|urls?|requests?|calls?)(?: (?:below|here|listed|described|of this page|in this document|on this page))*(?: (?:is|are|must be|should be|have to be|will be))? (?:prefixed (?:with|by)|relative to|mounted (?:at|under|on)|served (?:at|under|from)|available (?:at|under)|under|starts? with|starting with|begins? with|lives? under|share the prefix|have the prefix|use the prefix)|(?:the|this) (?:[a-z]+ )?api is (?:available|served|mounted|hosted|exposed|reachable|accessible) (?:at|under|on|from)|tod[ao]s (?:[ao]s |las |los )?(?:rotas|endpoints|rutas)(?: d[ae] (?:la )?api)? (?:têm|usam|começam com|tienen|usan|empiezan con|comienzan con|são prefixad[ao]s (?:com|por)|están prefijad[ao]s con)(?: o prefixo| el prefijo)?|toutes les routes (?:ont le préfixe|commencent par|sont préfixées par)|alle (?:endpunkte|routen|pfade) (?:haben das präfix|beginnen mit)|все (?:эндпоинты|маршруты|пути) (?:начинаются с|имеют префикс)|(?:所有|全部)(?:的)?(?:接口|路径|请求|路由|api)(?:路径|地址)?(?:都|均|统一)?(?:以|使用前缀|的前缀为|前缀为|前缀是))(?: the)?(?: (?:path|prefix|base path|base url))?[ \\t:：*_]*`(?:https?://(?:<[^<>`\\n]{1,40}>|\\[[^\\[\\]`\\n]{1,40}\\])(?::[0-9]+)?)?(/[A-Za-z][^\\s`|<>{}]*?)/?`")

// mostOutside is how many bytes behind an endpoint are looked at for that.
const mostOutside = 160

// outsideBase says that an endpoint does not begin with the base of the page.
var outsideBase = prefilter.MustCompile("(?i)^[\\s>*_-]*[^.\\n]{0,40}(?:\\b(?:outside (?:of )?the|without the|not (?:under|below|behind) the|no) (?:api |base |global )?(?:prefix|base path)|fora do prefixo|sem o prefixo|fuera del prefijo|sin el prefijo|hors (?:du )?préfixe|sans (?:le )?préfixe|ohne (?:das )?präfix|без префикса|вне префикса|不带前缀|无前缀|没有前缀)")

// baseWords are the second words of a base, and endings of them.
var baseWords = []string{"endpoint", "path", "PATH", "Path", "ur", "UR", "Ur", "route", "Endpoint"}

// mayBase reports by a look for rare words whether a page may say a base.
func mayBase(text []byte) bool {
	for _, word := range []string{"refix", "基础路径", "前缀", "Base:", "Base**:", "base:", "RL base", "rl base", "uta base", "aminho", "hemin", "ercorso", "asispfad", "refij", "бази", "базо", "Базо", "ベースパス", "기본 경로", "ndpoint", "oute", "aths ", "RLs ", "alls ", "equests ", " is available at", " is served", " is mounted", " is hosted", " is exposed", " is reachable", " is accessible", "otas", "utas", "所有", "全部", "аршрут", "эндпоинт", "пути"} {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
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
func IsBasePath(text string) bool { return mayBase([]byte(text)) && basePath.MatchString(text) }

// basesIn returns where lines and sentences of a text begin and end that say a base, each with the
// path, in the order of the text.
func basesIn(text []byte) [][]int {
	out := basePath.FindAllSubmatchIndex(text, -1)
	for _, m := range baseSentence.FindAllSubmatchIndex(text, -1) {
		for text[m[0]] == '.' || text[m[0]] == ' ' || text[m[0]] == '\n' {
			m[0]++ // the end of the sentence before it
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b []int) int { return a[0] - b[0] })
	return out
}

// BasePaths returns where lines of a text begin and end that say with which path those of all
// endpoints begin.
func BasePaths(text []byte) (out [][2]int) {
	if !mayBase(text) {
		return nil
	}
	for _, m := range basesIn(text) {
		out = append(out, [2]int{m[0], m[1]})
	}
	return out
}

// behindBase puts the path that the page says to be the base of all before those that it states,
// unless they begin with it or the page says several.
func (w *walker) behindBase() {
	if len(w.found) == 0 {
		return
	}
	first := w.found[0].Start
	for _, f := range w.found {
		first = min(first, f.Start)
	}
	head := w.text[:first] // most pages have little before, and no base behind
	if !mayBase(head) {
		return
	}
	base, at := "", 0
	for _, m := range basesIn(head) {
		path := string(head[m[2]:m[3]])
		if base != "" && path != base {
			return
		}
		if base == "" {
			at = m[0]
		}
		base = path
	}
	if base == "" || len(basesIn(w.text[first:])) > 0 {
		return
	}
	for i := range w.found {
		f := &w.found[i]
		if f.Form > Listed || f.URL || outsideBase.Match(w.text[f.End:min(len(w.text), f.End+mostOutside)]) {
			continue
		}
		for k, op := range f.Operations {
			if strings.HasPrefix(op.Path, "/") && op.Path != base && !strings.HasPrefix(op.Path, base+"/") {
				f.Operations[k].Path, f.BaseAt = base+op.Path, at+1
			}
		}
	}
}
