package link

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

func TestLetters(t *testing.T) {
	none := int64(-1)
	for doc, want := range map[string][2]int64{
		"店名（最大 200 文字）":                           {none, 200},
		"制約: 2000文字以内":                            {none, 2000},
		"20文字以内、電話番号形式":                           {none, 20},
		"8文字以上":                                   {8, none},
		"名称，最多 64 个字符":                            {none, 64},
		"名稱，不超過64個字元。":                            {none, 64},
		"답변 (300자 이내)":                            {none, 300},
		"İsim (maksimum 255 karakter)":            {none, 255},
		"Minimum 6 karakter":                      {6, none},
		"Từ khóa (Tối thiểu 2 ký tự, viết)":       {2, none},
		"Имя, не более 64 символов":               {none, 64},
		"Nombre (máximo 255 caracteres)":          {none, 255},
		"Nom, au plus 80 caractères.":             {none, 80},
		"Name, höchstens 40 Zeichen":              {none, 40},
		"Validação: 3-200 caracteres":             {3, 200},
		"2 caracteres":                            {none, none}, // of what, and whether at least or at most, nobody says
		"カンマ区切り。各 64 文字以内":                        {none, none},
		"Cada uno hasta 64 caracteres":            {none, none},
		"Первые 64 символа заголовка":             {none, none},
		"最大 5MB":                                  {none, none},
		"máximo 64 caracteres por línea de 3":     {none, none},
		"200-3 caracteres":                        {none, none},
		"Kind of the crane: 1-32 characters.":     {1, 32},
		"Name (2–30 characters)":                  {2, 30},
		"Between 3 and 8 characters long":         {3, 8},
		"Empty or 2-100 characters":               {none, 100},
		"Topic (0-1024 characters)":               {none, 1024},
		"Must be 2-20 chars":                      {2, 20},
		"Up to 12 characters":                     {none, 12},
		"max. 200 characters":                     {none, 200},
		"Limited to 1,048,576 characters.":        {none, 1048576},
		"User's ID (a max of 36 characters).":     {none, 36},
		"Length cannot exceed 36 characters. New": {none, 36},
		"At least 20 characters, no blanks":       {20, none},
		"Minimum length: 3. Maximum length: 9.":   {3, 9},
		"ID (maximum length of 36)":               {none, 36},
		"At most 20 characters per tag":           {none, none},
		"Up to 1000 characters for the old model": {none, none},
		"Only the last 6 characters":              {none, none},
		"1-20 characters, or 4-8 characters":      {none, none}, // of two kinds
		"Keys of 1 to 3.5 characters":             {none, none},
		"max 20 words":                            {none, none},
		"不超过99999999999999 个字符":                   {none, none},
		"文字列（最大 100 文字）と 200 文字の要約（最大 50 文字）": {none, none},
	} {
		least, most := letters(doc)
		got := [2]int64{none, none}
		for i, n := range []*int64{least, most} {
			if n != nil {
				got[i] = *n
			}
		}
		if got != want {
			t.Errorf("letters(%q) = %v, want %v", doc, got, want)
		}
	}
}

func TestForeignRange(t *testing.T) {
	for doc, want := range map[string][2]string{
		"1 ページ件数。既定 `20`、最大 `100`":          {"", "100"},
		"Itens (padrão: 20, máx: 100)":      {"", "100"},
		"每页条数，最大100":                        {"", "100"},
		"Количество, не более 50.":          {"", "50"},
		"Größe, mindestens 1, höchstens 10": {"1", "10"},
		"Số sản phẩm (tối thiểu: 1)":        {"1", ""},
		"最大100件":                            {"", ""}, // of what is counted, nobody says
		"Tamaño máximo 5 MB":                {"", ""},
		"máximo de 3 días":                  {"", ""},
		"Anzahl, höchstens 10 je Seite":     {"", ""},
	} {
		p := readProse("own", doc, model.KindInteger)
		if got := [2]string{p.minimum, p.maximum}; got != want {
			t.Errorf("readProse(%q) = %v, want %v", doc, got, want)
		}
	}
}

func TestInterval(t *testing.T) {
	for doc, want := range map[string][2]string{
		"Size of a page [`1`, `50`]. Default: `20`": {"1", "50"},
		"Records per page. Range: [1, 100]":         {"1", "100"},
		"Days before, [-7, 7]":                      {"-7", "7"},
		"[10,120] seconds":                          {"10", "120"},
		"On or off [`0`, `1`]":                      {"", ""}, // perhaps all values that there are
		"A pair, e.g. [1, 50]":                      {"", ""},
		"ids[1, 50]":                                {"", ""},
		"[1, 50] or [60, 70]":                       {"", ""},
		"[50, 1]":                                   {"", ""},
		"See [3, 9](notes.md)":                      {"", ""},
	} {
		least, most, ok := interval(doc)
		if !ok {
			least, most = "", ""
		}
		if got := [2]string{least, most}; got != want {
			t.Errorf("interval(%q) = %v, want %v", doc, got, want)
		}
	}
}
