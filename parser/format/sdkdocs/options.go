package sdkdocs

import "runtime"

// Options are what a caller may choose about a run. The zero Options read
// everything with all cores.
type Options struct {
	// Workers is how many pages are read at the same time; 0 means GOMAXPROCS.
	Workers int
	// Progress, when set, is called after each page with the number of pages
	// done and the number of pages there are. Calls do not overlap.
	Progress func(done, total int)
	// Dialects restricts reading to the named dialects; none means all.
	Dialects []string
	// MaxPageBytes rejects larger pages with a diagnostic; 0 means 32 MiB.
	MaxPageBytes int64
}

const defaultMaxPage = 32 << 20

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

func (o Options) maxPage() int64 {
	if o.MaxPageBytes > 0 {
		return o.MaxPageBytes
	}
	return defaultMaxPage
}
