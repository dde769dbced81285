//go:build unix

package main

import (
	"syscall"
	"testing"
	"time"
)

// cpuTime returns the processor time that the process has taken. Unlike the time of
// the day it does not grow while other processes have the machine.
func cpuTime(t testing.TB) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
