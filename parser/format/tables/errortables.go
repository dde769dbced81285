package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// announcesErrors is a sentence that says of the table below it which errors there are.
var announcesErrors = prefilter.MustCompile("(?i)\\b(?:in (?:the )?case of (?:an? )?(?:errors?|failures?)|(?:errors?|error codes?|error types?|failures?|exceptions?)\\b[^.\\n]{0,80}\\b(?:following|below|these|are|returned|occur)|(?:following|these|possible|known|these are the)\\b[^.\\n]{0,40}\\b(?:errors?|error[ -]codes?|failures?)|en cas d['’]erreur|im fehlerfall|en caso de error|em caso de erro|in caso di errore)|(?:错误码|错误代码|错误类型|エラーコード)[^。\\n]{0,20}[:：]|出错时|失败时|в случае ошибки")

// isOfErrors reports whether the sentence right above a table says that it lists errors.
func (s *document) isOfErrors(p part) bool {
	i := s.blockAt(p.start)
	if i == 0 || i == len(s.blocks) || s.blocks[i-1].kind != textBlock {
		return false
	}
	text := strings.TrimSpace(s.text[s.blocks[i-1].start:s.blocks[i-1].end])
	last := text[strings.LastIndexByte(text, '\n')+1:]
	return announcesErrors.MatchString(last)
}
