package script_test

import (
	"testing"
	"unicode/utf8"

	"github.com/docgen-go/docgen/parser/script"
)

func TestSimplified(t *testing.T) {
	for text, want := range map[string]string{
		"請求參數": "请求参数", "響應参数": "响应参数", "请求参数": "请求参数", "parameters": "parameters",
		"параметры": "параметры", "パラメータ": "パラメータ", "매개변수": "매개변수", "": "",
	} {
		if got := script.Simplified(text); got != want {
			t.Errorf("Simplified(%q) = %q, want %q", text, got, want)
		}
	}
}

// Offsets in a text stay what they are, and a simplified text is its own simplified form.
func TestSimplifiedKeepsOffsets(t *testing.T) {
	for r := rune(0x3000); r < 0xa000; r++ {
		text := string(r)
		got := script.Simplified(text)
		if len(got) != utf8.RuneLen(r) || script.Simplified(got) != got {
			t.Errorf("Simplified(%q) = %q", text, got)
		}
	}
}

func TestUnaccented(t *testing.T) {
	for text, want := range map[string]string{
		"Créer un élève": "Creer un eleve", "Löschen": "Loschen", "Straße": "Strasse", "Ação": "Acao", "Người dùng": "Nguoi dung",
		"plain": "plain", "参数": "参数", "Получить": "Получить", "": "",
	} {
		if got := script.Unaccented(text); got != want {
			t.Errorf("Unaccented(%q) = %q, want %q", text, got, want)
		}
	}
}
