package dialect

import "strings"

// localizedSections are the headings of sections in the languages in which
// references are published besides English, one section a line.
var localizedSections = sectionWords(map[Section]string{
	PathSection:     `路径参数|路徑參數|パスパラメータ|パスパラメーター|パス パラメータ|パス パラメーター|경로 매개변수|경로 파라미터|경로 매개 변수|parámetros de ruta|parámetros de la ruta|parámetros de path|parâmetros de caminho|parâmetros de rota|parâmetros de path|parâmetros do caminho|paramètres de chemin|paramètres du chemin|paramètres de path|pfadparameter|pfad-parameter|parametri di percorso|parametri del percorso|параметры пути|параметры маршрута|parameter jalur|parameter path|parametry ścieżki`,
	QuerySection:    `查询参数|查詢參數|クエリパラメータ|クエリパラメーター|クエリ パラメータ|クエリ パラメーター|쿼리 매개변수|쿼리 파라미터|쿼리 매개 변수|parámetros de consulta|parámetros de la consulta|parámetros de query|parâmetros de consulta|parâmetros de query|parâmetros da consulta|paramètres de requête|paramètres de la requête|paramètres de query|abfrageparameter|abfrage-parameter|query-parameter|parametri di query|parametri della query|parametri di ricerca|параметры запроса|параметры строки запроса|query-параметры|parameter kueri|parameter query|parametry zapytania`,
	HeaderSection:   `请求头|请求头参数|标头参数|标头|請求標頭|標頭|標頭參數|ヘッダー|ヘッダ|ヘッダーパラメータ|ヘッダーパラメーター|ヘッダー パラメータ|リクエストヘッダー|헤더|헤더 매개변수|헤더 파라미터|요청 헤더|encabezados|cabeceras|parámetros de encabezado|parámetros de cabecera|encabezados de la solicitud|cabeçalhos|parâmetros de cabeçalho|cabeçalhos da requisição|en-têtes|paramètres d'en-tête|paramètres d’en-tête|en-têtes de requête|en-têtes de la requête|kopfzeilen|header-parameter|kopfzeilenparameter|anfrage-header|intestazioni|parametri di intestazione|parametri dell'intestazione|parametri header|заголовки|параметры заголовка|параметры заголовков|заголовки запроса|parameter header|nagłówki`,
	CookieSection:   `cookie 参数|cookie参数|cookie 參數|cookie パラメータ|cookie パラメーター|쿠키 매개변수|쿠키 파라미터|parámetros de cookie|parâmetros de cookie|paramètres de cookie|cookie-parameter|parametri dei cookie|parametri cookie|параметры cookie|parameter cookie`,
	BodySection:     `请求体|请求体参数|正文参数|主体参数|body 参数|body参数|請求主體|請求本文|主體參數|正文參數|本文參數|body 參數|リクエストボディ|ボディパラメータ|ボディパラメーター|ボディ パラメータ|ボディ パラメーター|본문 매개변수|본문 파라미터|본문|요청 본문|바디 파라미터|cuerpo|cuerpo de la solicitud|cuerpo de la petición|parámetros del cuerpo|parámetros de cuerpo|parámetros de body|corpo|corpo da requisição|corpo da solicitação|parâmetros do corpo|parâmetros de corpo|parâmetros de body|corps|corps de la requête|corps de requête|paramètres du corps|paramètres de corps|paramètres de body|anfragetext|anfragekörper|body-parameter|parametri del corpo|corpo della richiesta|parametri body|parametri del body|тело запроса|параметры тела|параметры тела запроса|parameter body|parameter isi|isi permintaan|treść żądania`,
	ParamSection:    `参数|请求参数|參數|請求參數|パラメータ|パラメーター|リクエストパラメータ|引数|매개변수|파라미터|매개 변수|요청 매개변수|parámetros|parâmetros|paramètres|parametri|parameter|параметры|argumentos|arguments|argumente|argomenti|аргументы|parametry`,
	ReturnsSection:  `返回|返回值|返回结果|返回內容|返回参数|回傳|回傳值|傳回|傳回值|戻り値|返り値|返却値|반환|반환값|반환 값|devuelve|retorna|retorno|valor de retorno|retornos|renvoie|retourne|retour|valeur de retour|valeur renvoyée|rückgabe|rückgabewert|rückgaben|gibt zurück|restituisce|ritorna|valore restituito|valore di ritorno|возвращает|возвращаемое значение|mengembalikan|pengembalian|nilai kembalian|zwraca`,
	ExampleSection:  `示例|例子|请求示例|请求|範例|示範|請求範例|例|サンプル|リクエスト例|リクエスト|예제|예시|요청 예제|요청 예시|요청|ejemplo|ejemplos|ejemplo de solicitud|solicitud|exemplo|exemplos|exemplo de requisição|requisição|exemple|exemples|exemple de requête|requête|beispiel|beispiele|beispielanfrage|anfrage|esempio|esempi|esempio di richiesta|richiesta|пример|примеры|пример запроса|запрос|contoh|contoh permintaan|permintaan|przykład`,
	ResponseSection: `响应|响应示例|返回示例|回應|回應範例|響應|レスポンス|レスポンス例|応答|응답|응답 예제|응답 예시|respuesta|respuestas|ejemplo de respuesta|resposta|respostas|exemplo de resposta|réponse|réponses|exemple de réponse|antwort|antworten|beispielantwort|risposta|risposte|esempio di risposta|ответ|ответы|пример ответа|respons|tanggapan|contoh respons|odpowiedź`,
	DomainTypes:     `领域类型|域类型|網域類型|領域類型|ドメイン型|ドメインタイプ|도메인 타입|도메인 유형|tipos de dominio|tipos del dominio|tipos de domínio|tipos do domínio|types de domaine|types du domaine|domänentypen|domain-typen|tipi di dominio|tipi del dominio|доменные типы|типы домена|типы предметной области|tipe domain`,
})

func sectionWords(lines map[Section]string) map[string]Section {
	out := map[string]Section{}
	for section, line := range lines {
		for title := range strings.SplitSeq(line, "|") {
			out[title] = section
		}
	}
	return out
}

// namedSection is the section that a title in lower case names, in any language.
func namedSection(title string) Section {
	if s, ok := sections[title]; ok {
		return s
	}
	return localizedSections[title]
}
