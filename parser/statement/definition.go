package statement

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// dataLanguages are the languages in which fences hold definitions.
var dataLanguages = map[string]Form{
	"": 0, "yaml": 0, "yml": 0, "json": 0, "jsonc": 0, "json5": 0, "text": 0, "plaintext": 0, "txt": 0,
	"openapi": OpenAPI, "oas": OpenAPI, "swagger": OpenAPI, "asyncapi": AsyncAPI,
}

// Definition tells whether a fence holds a definition, of which form, and which
// operations show in it.
func Definition(info string, content []byte) (Form, []Operation, bool) {
	words := strings.Fields(info)
	content = outdent(content)
	form := definitionForm(words, content)
	if form == 0 {
		return 0, nil, false
	}
	var ops []Operation
	if n := len(words); n > 2 {
		ops = alone(words[n-2]+" "+words[n-1], true)
	}
	if form == OpenAPI && ops == nil {
		ops = operations(content)
	}
	return form, ops, true
}

// outdent takes off the blanks before the first line of a text from all of its lines:
// a fence in a list item stands below the item.
func outdent(content []byte) []byte {
	body := bytes.TrimLeft(content, "\n")
	indent := len(body) - len(bytes.TrimLeft(body, " "))
	if indent == 0 {
		return content
	}
	out := make([]byte, 0, len(content))
	for line := range bytes.Lines(content) {
		cut := min(indent, len(line)-len(bytes.TrimLeft(line, " ")))
		out = append(out, line[cut:]...)
	}
	return out
}

// definitionForm tells the form of a definition by the words of the info string
// and by what it holds, or 0.
func definitionForm(words []string, content []byte) Form {
	language := ""
	if len(words) > 0 {
		language = strings.ToLower(words[0])
	}
	form, data := dataLanguages[language]
	switch {
	case form != 0:
		return form
	case data:
		return formOf(strings.Join(words[min(1, len(words)):], " "), content)
	case strings.HasPrefix(language, "openapi") || strings.HasPrefix(language, "swagger"):
		// "openapi-schema" holds a definition, "openapi-explorer__code" does not.
		if form := formOf("", content); form != 0 {
			return form
		}
		if oneOperation.Match(content) {
			return OpenAPI
		}
	}
	return 0
}

// oneOperation matches the definition of one operation that names its verb and path
// beside it.
var oneOperation = prefilter.MustCompile(`(?m)^(?s:\s*(?:method: *\w+|path: */\S*)\s*\n){2}operation:`)

// formOf tells the form of a definition by the keys of its outermost level, and
// by the file that the fence was taken from.
func formOf(from string, content []byte) Form {
	body := bytes.TrimLeft(content, " \t\n")
	if len(body) > 0 && (body[0] == '{' || body[0] == '[') {
		return formOfJSON(body)
	}
	return formOfYAML(from, content)
}

var jsonKey = prefilter.MustCompile(`^\{\s*"(openapi|swagger|asyncapi|paths|components|info)"\s*:\s*["{]`)
var jsonVersion = prefilter.MustCompile(`"(openapi|swagger|asyncapi)"\s*:\s*"[0-9]`)

func formOfJSON(body []byte) Form {
	m := jsonKey.FindSubmatch(body[:min(len(body), 80)])
	if m == nil {
		return formOfMembers(body)
	}
	key := string(m[1])
	if key == "info" || key == "paths" || key == "components" {
		if v := jsonVersion.FindSubmatch(body); v != nil {
			key = string(v[1])
		} else if key == "info" || key == "components" && !bytes.Contains(body, []byte(`"schemas"`)) ||
			key == "paths" && !jsonPaths.Match(body) {
			return 0
		}
	}
	if key == "asyncapi" {
		return AsyncAPI
	}
	return OpenAPI
}

// formOfMembers tells the form of an object that begins with a member which is none
// of a definition, by the member that names its version.
func formOfMembers(body []byte) Form {
	var members map[string]json.RawMessage
	if body[0] != '{' || !bytes.Contains(body, []byte("api\"")) && !bytes.Contains(body, []byte("\"swagger\"")) || !jsonVersion.Match(body) || json.Unmarshal(body, &members) != nil {
		return 0
	}
	switch {
	case members["openapi"] != nil, members["swagger"] != nil:
		return OpenAPI
	case members["asyncapi"] != nil:
		return AsyncAPI
	}
	return 0
}

var jsonPaths = prefilter.MustCompile(`^\{\s*"paths"\s*:\s*\{\s*"/`)

// yamlStart is how many lines of a fence are looked at for a key of a definition.
const yamlStart = 200

var componentKinds = []string{"schemas", "parameters", "responses", "requestBodies", "securitySchemes", "headers", "examples"}

func formOfYAML(from string, content []byte) Form {
	async := strings.Contains(strings.ToLower(from), "asyncapi")
	key, found := "", Form(0)
	lines := 0
	for line := range bytes.Lines(content) {
		if lines++; lines > yamlStart || found != 0 {
			break
		}
		text := strings.TrimRight(string(line), " \n")
		switch {
		case text == "" || text[0] == '#' || text[0] == '-':
		case text[0] == ' ':
			name := strings.Trim(strings.TrimSpace(text), `"'`)
			switch {
			case key == "paths" && (strings.HasPrefix(name, "/") || strings.HasPrefix(name, "path: /")):
				found = OpenAPI
			case key == "components" && slices.Contains(componentKinds, strings.TrimRight(name, `":'`)):
				found = OpenAPI
			case key == "bindings" || key == "channels":
				async = async || strings.HasPrefix(name, "- protocol: ws")
			}
		default:
			key, found = topKey(text)
		}
	}
	if async && found != OpenAPI {
		return AsyncAPI
	}
	return found
}

// topKey reads a line of the outermost level.
func topKey(line string) (key string, found Form) {
	key, value, _ := strings.Cut(line, ":")
	key, value = strings.Trim(key, `"'`), strings.TrimSpace(value)
	switch key {
	case "openapi", "swagger":
		if strings.Trim(value, `"'`) != "" {
			return key, OpenAPI
		}
	case "asyncapi":
		return key, AsyncAPI
	case "paths":
		if strings.HasPrefix(strings.TrimLeft(value, `{ "'`), "/") {
			return key, OpenAPI
		}
	case "components":
		if strings.HasPrefix(strings.TrimLeft(value, `{ "'`), "schemas") {
			return key, OpenAPI
		}
	}
	return key, 0
}

// operations are the verbs and paths of a definition, as far as its layout shows
// them.
func operations(content []byte) []Operation {
	if body := bytes.TrimSpace(content); len(body) > 0 && body[0] == '{' {
		return jsonOperations(body)
	}
	var out []Operation
	path, paths, indent := "", false, 0
	for line := range bytes.Lines(content) {
		text := strings.TrimRight(string(line), " \n")
		name := strings.TrimLeft(text, " ")
		deep := len(text) - len(name)
		switch {
		case name == "" || name[0] == '#':
		case deep == 0:
			paths, path = strings.HasPrefix(name, "paths:"), ""
		case paths && strings.HasPrefix(strings.Trim(name, `"'`), "/"):
			path, indent = strings.Trim(strings.TrimSuffix(name, ":"), `"'`), deep
		case paths && strings.HasPrefix(name, "path: "):
			path, indent = strings.Trim(name[len("path: "):], `"'`), deep-1
		case path != "" && deep > indent && deep <= indent+4:
			verb, ok := strings.CutPrefix(name, "method: ")
			if !ok {
				verb, _, _ = strings.Cut(name, ":")
			}
			if verb := verbOf(verb); verb != "" {
				out = append(out, Operation{verb, path})
			}
		}
	}
	return out
}

func jsonOperations(body []byte) []Operation {
	var doc struct {
		Paths map[string]map[string]json.RawMessage `json:"paths"`
	}
	if json.Unmarshal(body, &doc) != nil {
		return nil // reported all the same, without its operations
	}
	var out []Operation
	for _, path := range slices.Sorted(maps.Keys(doc.Paths)) {
		for _, key := range slices.Sorted(maps.Keys(doc.Paths[path])) {
			if verb := verbOf(key); verb != "" {
				out = append(out, Operation{verb, path})
			}
		}
	}
	return out
}
