package merge

import "github.com/docgen-go/docgen/model"

// markFormat says of all evidence in an API which format's pages gave it.
func markFormat(s Source) {
	mark := func(e *model.Evidence) {
		if len(*e) > 0 {
			*e = e.OnPages(s.Format)
		}
	}
	for t := range s.API.EachType {
		for _, f := range t.Fields {
			mark(&f.Evidence)
		}
	}
	for _, op := range s.API.Methods {
		for _, p := range op.Params {
			mark(&p.Evidence)
		}
		if op.Paging != nil {
			mark(&op.Paging.Evidence)
		}
		if op.Body != nil {
			mark(&op.Body.Evidence)
		}
		if op.Returns != nil {
			mark(&op.Returns.Evidence)
		}
		if op.Streaming != nil {
			mark(&op.Streaming.Evidence)
		}
	}
}
