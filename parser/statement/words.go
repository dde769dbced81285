package statement

import (
	"strings"
	"unicode/utf8"

	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/script"
)

// labels say what a labelled line or row holds, by label.
var labels = map[string]string{
	"method": "verb", "http method": "verb", "request method": "verb", "verb": "verb", "http verb": "verb", "methods": "verb",
	"allowed methods": "verb", "allowed http methods": "verb", "allowed rest methods": "verb", "allowed method": "verb", "supported methods": "verb",
	"supported http methods": "verb", "accepted methods": "verb", "http methods": "verb", "allowed verbs": "verb",
	"请求方式": "verb", "请求方法": "verb", "方法": "verb", "メソッド": "verb", "메서드": "verb", "메소드": "verb",
	"http请求方式": "verb", "http 请求方式": "verb", "http请求方法": "verb", "http方法": "verb", "调用方式": "verb", "请求类型": "verb", "http 方法": "verb", "请求method": "verb",
	"リクエストメソッド": "verb", "httpメソッド": "verb", "요청 방식": "verb", "http 메서드": "verb", "метод запроса": "verb", "méthode http": "verb", "método http": "verb", "http-methode": "verb", "type": "verb",
	"request type": "verb", "http request type": "verb", "request verb": "verb", "api method": "verb", "tipo de solicitud": "verb", "tipo de petición": "verb",
	"tipo de requisição": "verb", "type de requête": "verb", "anfragemethode": "verb", "verbe http": "verb", "verbo http": "verb",
	"método": "verb", "méthode": "verb", "methode": "verb", "metodo": "verb", "метод": "verb",
	"método da requisição": "verb", "método de la petición": "verb", "método de petición": "verb", "méthode de la requête": "verb", "metodo http": "verb", "http метод": "verb", "http-метод": "verb", "метод http": "verb", "metoda": "verb", "metoda http": "verb",
	"metot": "verb", "phương thức": "verb",

	"url path": "path", "path name": "path", "path url": "path", "endpoint path": "path", "api path": "path", "api url": "path", "relative url": "path",
	"relative path": "path", "route path": "path", "api route": "path", "uri path": "path",
	"url": "path", "http url": "path", "uri": "path", "path": "path", "endpoint": "path", "api endpoint": "path", "route": "path", "http request": "path",
	"request": "path", "request url": "path", "request path": "path", "endpoint url": "path", "api": "path", "resource url": "path", "resource": "path",
	"请求地址": "path", "请求路径": "path", "接口地址": "path", "接口": "path", "路径": "path", "地址": "path", "请求url": "path",
	"请求uri": "path", "请求 url": "path", "接口url": "path", "接口路径": "path", "接口uri": "path", "调用地址": "path", "url地址": "path", "请求接口": "path", "http请求": "path", "http 请求": "path", "请求url地址": "path",
	"接口请求地址": "path", "リクエストurl": "path", "요청 url": "path", "요청 주소": "path", "адрес запроса": "path", "url запроса": "path", "http запрос": "path", "request uri": "path", "full url": "path",
	"エンドポイント": "path", "パス": "path", "엔드포인트": "path", "경로": "path", "ruta": "path", "rota": "path", "chemin": "path", "pfad": "path",
	"接口链接": "path", "请求链接": "path", "请求网址": "path", "接口网址": "path", "访问地址": "path", "访问路径": "path", "接口路由": "path", "请求路由": "path", "请求path": "path",
	"接入点": "path", "终结点": "path", "终端点": "path", "端点": "path", "请求端点": "path", "接口端点": "path", "接入地址": "path",
	"end point": "path", "end-point": "path", "punto final": "path", "ponto final": "path", "point de terminaison": "path", "konečný bod": "path", "конечная точка": "path", "маршрут": "path", "кінцева точка": "path", "шлях": "path",
	"ścieżka": "path", "adres": "path", "ルート": "path", "요청 경로": "path", "đường dẫn": "path", "path endpoint": "path", "url de la petición": "path", "url da requisição": "path", "url de la requête": "path",
	"percorso": "path", "endpunkt": "path", "эндпоинт": "path", "путь": "path", "адрес": "path",
}

// partTitles are headings that name a part of what the heading above them is
// about, besides those that announce facts.
var partTitles = map[string]bool{
	"http request": true, "request": true, "requests": true, "endpoint": true, "endpoints": true, "url": true, "route": true, "path": true,
	"http method": true, "method": true, "response": true, "responses": true, "example": true, "examples": true, "code samples": true,
	"request example": true, "response example": true, "example request": true, "example response": true, "sample request": true,
	"sample response": true, "returns": true, "errors": true, "error codes": true, "openapi": true, "authorization": true, "authentication": true,
	"content-type": true, "contenttype": true, "media type": true,
	"请求": true, "请求示例": true, "返回示例": true, "响应示例": true, "响应": true, "返回": true, "示例": true, "http请求": true, "请求url": true,
	"接口状态": true, "开发状态": true, "接口负责人": true, "负责人": true, "作者": true, "接口作者": true, "创建人": true, "更新人": true, "维护人": true, "创建时间": true, "更新时间": true,
	"修改时间": true, "最后更新": true, "简要描述": true, "接口简介": true, "接口功能": true, "功能说明": true, "接口用途": true, "使用场景": true, "业务场景": true, "业务说明": true, "接口名称": true,
	"接口名": true, "接口编号": true, "接口编码": true, "接口类型": true, "接口版本": true, "认证方式": true, "鉴权方式": true, "授权范围": true, "预执行脚本": true, "后执行脚本": true, "前置脚本": true,
	"后置脚本": true, "调用权限": true, "权限范围": true, "调用说明": true, "接口调用说明": true, "调用频率": true, "适用版本": true, "更新说明": true, "是否需要登录": true, "是否登录": true, "请求数据类型": true,
	"响应数据类型": true, "接口协议": true, "传输协议": true,
}

// namesSection reports whether a heading names a part of what the heading above
// it is about.
func namesSection(title string) bool {
	return partTitles[script.Simplified(strings.ToLower(strings.TrimSpace(title)))] || NamesFacts(title)
}

// factWords are the last words of headings that announce facts, in the languages
// in which references are published.
var factWords = wordSet(`parameters parameter params param arguments argument args attributes attribute fields field properties property headers header
 body query returns response payload
 parámetros parámetro argumentos atributos campos propiedades encabezados cabeceras cuerpo consulta respuesta devuelve
 parâmetros parâmetro propriedades cabeçalhos corpo resposta retorna retorno
 paramètres paramètre arguments attributs champs propriétés en-têtes corps requête réponse renvoie retourne
 parametern anfrageparameter pfadparameter abfrageparameter body-parameter argumente attribute felder eigenschaften kopfzeilen antwort rückgabe rückgabewert rückgaben
 parametri argomenti attributi campi proprietà intestazioni corpo risposta restituisce
 параметры параметр аргументы атрибуты поля свойства заголовки тело ответ возвращает
 parametr parametry argumenty atrybuty pola nagłówki odpowiedź`)

// factEnds are the ends of such headings in languages that write words without
// blanks.
var factEnds = []string{
	"参数", "參數", "字段", "欄位", "属性", "屬性", "请求头", "請求標頭", "标头", "標頭", "请求体", "請求主體", "返回", "返回值", "回傳", "响应", "回應", "入参", "出参",
	"パラメータ", "パラメーター", "引数", "フィールド", "プロパティ", "ヘッダー", "ヘッダ", "ボディ", "戻り値", "レスポンス",
	"매개변수", "파라미터", "매개 변수", "인수", "필드", "속성", "헤더", "본문", "반환", "반환값", "응답",
}

// leadWords are first words of such headings in languages that put the noun
// first: Parámetros de consulta.
var leadWords = wordSet(`parámetros parâmetros paramètres parametri parameter параметры encabezados cabeceras cabeçalhos en-têtes intestazioni заголовки
 cuerpo corpo corps тело campos champs campi поля atributos attributs attributi propiedades propriétés propriedades argumentos argomenti`)

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(text) {
		set[word] = true
	}
	return set
}

var statusOrNote = prefilter.MustCompile(`\s*(\([^)]*\)|（[^）]*）|\b[1-5][0-9][0-9]\b)\s*`)

// NamesPart reports whether a heading names a part of what the heading above it is
// about: an endpoint, parameters, a response, an example.
func NamesPart(title string) bool { return namesSection(title) }

// NamesFacts reports whether a heading is known to announce facts: … Parameters,
// Returns, Response, Attributes, in the languages that docgen knows.
func NamesFacts(title string) bool {
	name := strings.ToLower(strings.Trim(strings.TrimSpace(title), "*:_` "))
	if strings.ContainsAny(name, "(0123456789") || strings.Contains(name, "（") {
		name = strings.TrimSpace(statusOrNote.ReplaceAllString(name, " "))
	}
	first, last, words := "", "", 0
	for w := range strings.FieldsSeq(name) {
		if words++; words == 1 {
			first = w
		}
		last = w
	}
	if words == 0 || words > 5 {
		return false
	}
	if factWords[last] || leadWords[first] && words > 1 {
		return true
	}
	if last[len(last)-1] < utf8.RuneSelf {
		return false
	}
	for _, end := range factEnds {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// Words of the heads of columns.
var (
	nameColumns = wordSet(`attribute parameter param field name property key argument header member variable element
 参数 参数名 参数名称 名称 字段 字段名 字段名称 属性 參數 名稱 欄位 パラメータ 名前 フィールド キー 이름 매개변수 파라미터 필드
 parámetro nombre campo atributo propiedad parâmetro nome paramètre nom champ attribut propriété feld eigenschaft parametro параметр имя поле название атрибут
 parametr nama`)
	typeColumns = wordSet(`type types datatype format schema required mandatory optional
 类型 数据类型 参数类型 是否必须 是否必填 必填 必选 必须 類型 型別 必填項 型 タイプ データ型 必須 타입 유형 자료형 필수
 tipo tipos requerido obligatorio obrigatório obligatoire requis typ datentyp erforderlich obbligatorio richiesto тип обязательный обязательно
 tipe wajib`)
)

// namesColumns reports whether the head of a table has a column for names and one
// for types or for what is required.
func namesColumns(cells []string) bool {
	name, typed := false, false
	for _, cell := range cells {
		cell = strings.ToLower(strings.Trim(plain(cell), " *_?"))
		last := cell[strings.LastIndexByte(cell, ' ')+1:]
		switch {
		case !typed && (typeColumns[cell] || typeColumns[last]):
			typed = true
		case nameColumns[cell] || nameColumns[last]:
			name = true
		}
	}
	return name && typed
}

var version = prefilter.MustCompile(`^v[0-9]+([._-]?[a-z0-9]+)*$`)

// actionWords are segments that say what is done, and not with what.
var actionWords = wordSet(`get show view read find fetch query info detail details status edit update modify set delete remove cancel by id`)

// prefixWords are segments that name the place of an API and not a resource.
var prefixWords = wordSet(`api apis rest public open openapi services service {}`)
