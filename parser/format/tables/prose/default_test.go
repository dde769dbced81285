package prose_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

// TestDefaultInLanguages reads what descriptions call the default, in the words of each
// language, and nothing that is measured in another unit or only usual.
func TestDefaultInLanguages(t *testing.T) {
	for doc, want := range map[string]string{
		"Page. Defaults to 20.": "20", "ページ番号。既定 `1`": "1", "件数。既定値は 20、最大 100": "20", "最小年齢（デフォルト: 21）": "21", "省略時は `asc`": "asc", "初期値：10": "10",
		"Tamaño (por defecto 20, máx. 100)": "20", "Valor predeterminado: `asc`": "asc", "Por defecto es `x`.": "x", "Valor padrão: `a`.": "a", "Itens (padrão: 20)": "20",
		"Nombre (par défaut : 20)": "20", "Par défaut `a`": "a", "Standard: 20": "20", "Standardmäßig: `a`": "a", "Номер (по умолч. 1)": "1", "Лимит (по умолчанию 100)": "100", "По умолчанию — «имя».": "имя",
		"За замовчуванням: 5": "5", "Domyślnie 10": "10", "Varsayılan: 10": "10", "Mặc định là 10": "10", "기본값: 10": "10", "默认值为 5": "5",
		"por defecto 3 meses": "", "по умолчанию 7 дней": "", "既定 30分": "", "Il faut un standard 5": "", "padrão 5": "", "Defaults to 24 hours": "",
	} {
		if got := prose.Default(doc); got != want {
			t.Errorf("Default(%q) = %q, want %q", doc, got, want)
		}
	}
}
