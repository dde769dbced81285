//go:build !unix

package main

import (
	"testing"
	"time"
)

var started = time.Now()

// cpuTime returns the time that the process has run, where the system does not tell
// how much of it the process had the processor.
func cpuTime(testing.TB) time.Duration { return time.Since(started) }
