//go:build linux

package clients

import (
	"os"
	"syscall"
)

// maxRSS returns the most memory that a program had, in KB.
func maxRSS(p *os.ProcessState) int64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss
	}
	return 0
}
