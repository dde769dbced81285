package listed

import (
	"bytes"

	"github.com/docgen-go/docgen/parser/format/tables/table"
)

// A Kind is one way to list attributes without a table. A further one is a file of its
// own with an entry in Kinds.
type Kind struct {
	// Signs are texts one of which each page has that lists attributes so.
	Signs []string
	// Begins reports by a look at few lines whether a list may begin with the line at an
	// offset. open says that a paragraph has begun above it and not ended.
	Begins func(text string, i int, open bool) bool
	// Read reads the list that begins at an offset; t is nil where there is none, or where
	// it lists no attributes. announced says that a label before it says that it does.
	// next is where the list ends.
	Read func(text string, start int, announced bool) (t *table.Table, next int)
}

// Kinds are all kinds, in the order in which they are tried.
var Kinds = []Kind{
	{
		Signs:  []string{"\n- ", "\n* ", "\n+ "},
		Begins: func(text string, i int, _ bool) bool { return IsBullet(text[i:lineEnd(text, i)]) },
		Read:   Bullets,
	},
	{
		Signs:  []string{"\n: "},
		Begins: func(text string, i int, open bool) bool { return !open && IsTerm(text, i) },
		Read:   Terms,
	},
	{
		Signs:  []string{"Field ", "Param ", "Property "},
		Begins: func(text string, i int, _ bool) bool { return isField(text[i:lineEnd(text, i)]) },
		Read:   Fields,
	},
	{
		Signs:  []string{"parameter %}", "-parameter "},
		Begins: func(text string, i int, _ bool) bool { return isShortcode(text[i:lineEnd(text, i)]) },
		Read:   Shortcodes,
	},
	{
		Signs:  []string{"<b><code>"},
		Begins: func(text string, i int, _ bool) bool { return isCodedName(text, i) },
		Read:   Paragraphs,
	},
	{
		Signs:  []string{"** <", "__ <", "` <", "**<", "`<", "** {{", "** (", "**（", "**("},
		Begins: func(text string, i int, open bool) bool { return !open && isHeadAt(text, i) },
		Read:   Tagged,
	},
	{
		Signs:  []string{": `", ":** `", ":__ `", ":_ `", ":* `"},
		Begins: func(text string, i int, open bool) bool { return !open && isSentence(text[i:lineEnd(text, i)]) },
		Read:   Sentences,
	},
	{
		Signs: []string{"=["},
		Begins: func(text string, i int, open bool) bool {
			return (!open || needAbove(text[:i]) != "") && isOption(text[i:lineEnd(text, i)])
		},
		Read: Options,
	},
	{
		Signs:  []string{" // "},
		Begins: func(text string, i int, _ bool) bool { return isCommented(text[i:lineEnd(text, i)]) },
		Read:   Lines,
	},
	{
		Signs:  []string{"\n`", "\n**", "\n1. ", " (string", " (int", " (number", " (bool", " (object", " (array", " - string", " - int", " - number", " - bool", ": string", ": int", ": number", ": bool"},
		Begins: isPlain,
		Read:   PlainLines,
	},
}

// MayList reports by one look whether a page may list attributes without a table.
func MayList(text []byte) bool {
	for _, k := range Kinds {
		for _, sign := range k.Signs {
			if bytes.Contains(text, []byte(sign)) {
				return true
			}
		}
	}
	return false
}
