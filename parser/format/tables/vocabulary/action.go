package vocabulary

import (
	"strings"
	"sync"
)

// actions are what methods do, in the order in which the words of each are tried: a list that
// is asked for is listed.
var actions = []string{"list", "create", "update", "delete", "search", "cancel", "send", "upload", "download", "export", "import", "get"}

// ActionOf returns what a method does by the word that its title begins or ends with, in a
// script that gives no names of methods, or "": 查询订单, 用户列表, Создать заказ.
func ActionOf(title string) string {
	phrase := withoutNumber(withoutNote(key(title)))
	for _, suffix := range []string{"接口", "api", "の", "する"} {
		phrase = strings.TrimSpace(strings.TrimSuffix(phrase, suffix))
	}
	for _, action := range actions {
		for word := range actionWords()[action].whole {
			if strings.HasPrefix(phrase, word) || strings.HasSuffix(phrase, word) {
				return action
			}
		}
	}
	return ""
}

// BeginsWithAction reports whether a title in a script without blanks begins with a word for
// what a method does.
func BeginsWithAction(title string) bool {
	phrase := withoutNumber(key(title))
	if phrase == "" || phrase[0] < 0x80 {
		return false
	}
	for _, l := range actionWords() {
		for word := range l.whole {
			if word[0] >= 0x80 && strings.HasPrefix(phrase, word) && len(phrase) > len(word) {
				return true
			}
		}
	}
	return false
}

// actionWords are the words of each action.
var actionWords = sync.OnceValue(func() map[string]*list {
	out := map[string]*list{}
	for _, action := range actions {
		out[action] = words()["action "+action]
	}
	return out
})
