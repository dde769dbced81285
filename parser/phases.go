package parser

// phase returns what reports the steps of a phase, or nil where nobody asks.
func (o Options) phase(name string) func(done, total int) {
	if o.Phase == nil {
		return nil
	}
	return func(done, total int) { o.Phase(name, done, total) }
}

// lookedAt returns what reports the pages that were looked at, or nil where nobody asks.
func (o Options) lookedAt() func(done, total int) {
	looked := o.phase("looking at pages")
	switch {
	case o.Progress == nil:
		return looked
	case looked == nil:
		return o.Progress
	}
	return func(done, total int) {
		o.Progress(done, total)
		looked(done, total)
	}
}
