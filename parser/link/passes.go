package link

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// A pass adds to the state what the passes before it made possible.
type pass struct {
	name string
	run  func(*linker)
}

// passes are all passes, in their order. What holds after each is in
// passes_test.go.
var passes = []pass{
	{"secondNames", (*linker).secondNames},   // which declarations are but second names
	{"identify", (*linker).identify},         // which occurrences are the same type
	{"declare", (*linker).declare},           // each named type once, from its fullest expansion
	{"events", (*linker).events},             // what streams, sockets and webhooks carry
	{"merge", (*linker).merge},               // each method once
	{"texts", (*linker).texts},               // which parameters have no written form
	{"casing", (*linker).applyCasing},        // what clients call otherwise than the wire
	{"requests", (*linker).requests},         // what the request examples say
	{"results", (*linker).results},           // what only examples show of results and bodies
	{"rules", (*linker).rules},               // what pages say of members apart from their items
	{"bodies", (*linker).bodies},             // which bodies are no object of fields
	{"aliases", (*linker).aliases},           // which methods are one call under two names
	{"lists", (*linker).lists},               // which responses are a list of what their page describes
	{"envelopes", (*linker).envelopes},       // what travels around the elements of a page
	{"anonymous", (*linker).anonymous},       // a name for every structure
	{"extend", (*linker).extend},             // types that extend others have their members
	{"observe", (*linker).observe},           // what the response examples show
	{"infer", (*linker).infer},               // numbers, times, nulls, defaults and limits
	{"presence", (*linker).presence},         // what requests may leave out
	{"paging", (*linker).paging},             // how lists go on
	{"streaming", (*linker).streaming},       // what is a stream of events
	{"discriminate", (*linker).discriminate}, // what tells the variants of a union apart
	{"nameTypes", (*linker).nameTypes},       // what the Go pages call each type
	{"check", (*linker).check},               // examples against their own page
	{"listed", (*linker).listed},             // members that equal structures lend their positions
	{"doubts", (*linker).doubts},             // what pages cut short
	{"tree", (*linker).tree},                 // resources
}

// Link runs the passes in order. Its error is a [diag.Fault], of docgen itself.
func Link(in Input) (*model.API, diag.List, error) { return link(in, nil) }

// link runs the passes and calls after, which may be nil, behind each.
func link(in Input, after func(pass string, l *linker)) (*model.API, diag.List, error) {
	l := newLinker(in)
	err := l.guard(func() {
		for i, p := range passes {
			p.run(l)
			if in.Progress != nil {
				in.Progress(i+1, len(passes))
			}
			if after != nil {
				after(p.name, l)
			}
		}
	})
	return l.api, l.diags, err
}
