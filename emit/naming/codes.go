package naming

import "github.com/docgen-go/docgen/model/diag"

var _ = diag.Register(diag.Entry{
	Code: CodeCollision, Severity: diag.Warning,
	Title:   "two things would have one name in Go",
	Why:     "One of them has another name. Where the pages give a second name, it is taken and the finding is a note; else the name ends in a checksum, which says nothing to a reader.",
	Help:    "Give one of them a name under rename in docgen.yaml.",
	Example: "Two types that all pages call by names that give the same words, such as A and a.\n",
	Case:    "TestLastResort",
})
