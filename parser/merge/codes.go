package merge

import "github.com/docgen-go/docgen/model/diag"

// What is found while the APIs of several formats become one.
var (
	_ = diag.Register(diag.Entry{
		Code: "formats-disagree", Severity: diag.Warning,
		Title:   "pages of two formats contradict each other",
		Why:     "The same fact is stated in two ways, or requests go to two servers. The word of the format that comes first in the order of formats counts: the help names it.",
		Help:    "Ask the API which is true. If the other one is, say so under types or base_url in docgen.yaml.",
		Example: "Two pages about one method, of which one is in another format and gives a field another type.\n",
		Case:    "TestBesideAnotherFormat",
	})
	_ = diag.Register(diag.Entry{
		Code: "ambiguous-method", Severity: diag.Warning,
		Title:   "pages of two formats have two methods of one name",
		Why:     "They call different addresses, so that both are kept, one with the name of its format behind its own.",
		Help:    "Give one of them a name under rename in docgen.yaml.",
		Example: "Two pages about methods of one name, of which one is in another format and has another path.\n",
		Case:    "TestAddedMethodsAndTypes",
	})
)
