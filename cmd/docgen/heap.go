package main

import (
	"os"
	"runtime/debug"
)

// Pages, models and clients that were read stay until the end, so that collecting garbage often
// looks through the same again: the heap may grow by heapGrowth percent before, as long as the
// process has less than heapLimit bytes. Comparing two revisions takes a fifth less of the
// processor's time, and at most twice the memory.
const (
	heapGrowth = 300
	heapLimit  = 3 << 29
)

// growHeap collects garbage less often from now on, unless the user says how often.
func growHeap() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(heapGrowth)
	debug.SetMemoryLimit(heapLimit)
}
