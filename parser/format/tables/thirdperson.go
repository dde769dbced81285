package tables

import "strings"

// nounsToo are actions whose third person is the plural of a noun, too: Lists, Imports of boats.
var nounsToo = map[string]bool{
	"list": true, "show": true, "view": true, "find": true, "query": true, "change": true, "patch": true, "set": true, "upload": true, "download": true, "start": true, "stop": true,
	"move": true, "copy": true, "import": true, "export": true, "archive": true, "test": true, "invite": true, "reset": true, "run": true, "trigger": true, "share": true, "place": true,
	"transfer": true, "batch": true, "block": true, "lock": true, "star": true, "follow": true, "register": true, "mark": true, "check": true, "count": true, "fork": true, "search": true, "release": true,
}

// ofArticle are words that stand before a noun, and behind a verb.
var ofArticle = map[string]bool{"a": true, "an": true, "the": true, "all": true, "your": true, "every": true, "each": true, "one": true, "this": true, "single": true, "existing": true, "new": true}

// ofThirdPerson is the action that a title names by the third person of its first word, or "": creates_boat is create, and
// lists_the_boats list, but Lists members are members of lists where no sentence goes on so, in small letters.
func ofThirdPerson(title string, words []string) string {
	if len(words) < 2 || !strings.HasSuffix(words[0], "s") {
		return ""
	}
	base := strings.TrimSuffix(words[0], "s")
	if actions[base] == "" && strings.HasSuffix(words[0], "es") {
		base = strings.TrimSuffix(words[0], "es") // fetches
	}
	if actions[base] == "" || nounsToo[base] && !ofArticle[words[1]] && (title == "" || title[0] < 'a' || title[0] > 'z') {
		return ""
	}
	return base
}
