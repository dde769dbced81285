package corpustest

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"time"
)

// Live is how many bytes of the heap are in use, after a collection.
func Live() float64 {
	runtime.GC()
	samples := heapSamples()
	metrics.Read(samples)
	return float64(samples[0].Value.Uint64())
}

// Heap samples the heap while run runs, with a collection whenever it has grown
// by percent. It returns the most bytes beyond those at the start: live as the
// last collection found them, peak with garbage that was not collected yet.
func Heap(percent int, run func()) (live, peak float64) {
	defer debug.SetGCPercent(debug.SetGCPercent(percent))
	base := Live()
	samples := heapSamples()
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(time.Millisecond):
				metrics.Read(samples)
				live = max(live, float64(samples[0].Value.Uint64())-base)
				peak = max(peak, float64(samples[1].Value.Uint64())-base)
			}
		}
	})
	run()
	close(done)
	wg.Wait()
	return live, peak
}

func heapSamples() []metrics.Sample {
	return []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}}
}
