package parser_test

import (
	"os"
	"path/filepath"
	"runtime/pprof"
	"testing"
)

func BenchmarkZZ(b *testing.B) {
	name := os.Getenv("ZZ")
	pages, size := tablePages(b, name)
	parseAll(b, pages, 1)
	f, _ := os.Create(filepath.Join("/tmp/hspd", name+os.Getenv("ZZTAG")+".cpu"))
	pprof.StartCPUProfile(f)
	ours := never
	b.ReportAllocs()
	for b.Loop() {
		ours = min(ours, used(b, func() { parseAll(b, pages, 1) }))
	}
	pprof.StopCPUProfile()
	f.Close()
	b.ReportMetric(ours.Seconds()*1000, "cpu-ms")
	b.SetBytes(size)
}
