package tables

import (
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// titleActions are words by which titles name what endpoints do: Request body (create / update), 新增参数.
var titleActions = []struct {
	words *prefilter.Pattern
	does  func(c *call, op statement.Operation) bool
}{
	{prefilter.MustCompile(`(?i)\b(?:creat(?:e|es|ing|ion)|add(?:ing)?|new|post)\b|新增|创建|新建|添加`), func(c *call, op statement.Operation) bool {
		return op.Verb == "POST" && !c.isOne(op)
	}},
	{prefilter.MustCompile(`(?i)\b(?:updat(?:e|es|ing)|edit(?:ing)?|modify(?:ing)?|chang(?:e|es|ing)|put|patch)\b|修改|更新|编辑`), func(_ *call, op statement.Operation) bool {
		return op.Verb == "PUT" || op.Verb == "PATCH"
	}},
	{prefilter.MustCompile(`(?i)\b(?:delet(?:e|es|ing|ion)|remov(?:e|es|ing|al))\b|删除`), func(_ *call, op statement.Operation) bool { return op.Verb == "DELETE" }},
	{prefilter.MustCompile(`(?i)\b(?:listing|list (?:[a-z]+ ){0,2}(?:quer(?:y|ies)|parameters?|params|filters|responses?|endpoint)|index)\b|[(（:：/,]\s*list\s*(?:[)）/,]|$)|列表`), func(c *call, op statement.Operation) bool {
		return op.Verb == "GET" && !c.isOne(op)
	}},
	{prefilter.MustCompile(`(?i)\b(?:retriev(?:e|es|ing|al)|show(?:ing)?|detail)\b|详情`), func(c *call, op statement.Operation) bool { return op.Verb == "GET" && c.isOne(op) }},
}

// pathInTitle is a path or an address in a title, of which the words are no actions: Parameters for `/boats/new`.
var pathInTitle = prefilter.MustCompile("(?:^|[\\s`(（])(?:https?://|/)[^\\s`)）]*")

// actionsIn reports which of the operations that a call states a title names by what they do, none where it
// names no action or one of none of them.
func (c *call) actionsIn(title string) func(statement.Operation) bool {
	var out []func(*call, statement.Operation) bool
	title = pathInTitle.ReplaceAllString(title, " ")
	for _, a := range titleActions {
		if a.words.MatchString(title) {
			out = append(out, a.does)
		}
	}
	is := func(op statement.Operation) bool {
		for _, does := range out {
			if does(c, op) {
				return true
			}
		}
		return false
	}
	for _, f := range c.stated {
		if is(f.Operations[0]) {
			return is
		}
	}
	return nil
}

// isOfOtherAction reports whether the label above a table of the request names what others of the endpoints of
// the call do, and not what this one does: Parameters for creating.
func isOfOtherAction(e *endpoint, p part) bool {
	if len(e.call.stated) < 2 || p.label == "" || p.section == vocabulary.Errors {
		return false
	}
	is := e.call.actionsIn(p.label)
	return is != nil && !is(e.statement().Operations[0])
}
