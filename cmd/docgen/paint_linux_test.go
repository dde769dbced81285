package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// openTerminal returns both ends of a terminal of the system.
func openTerminal(t *testing.T) (screen, terminal *os.File) {
	t.Helper()
	screen, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminals: ", err)
	}
	t.Cleanup(func() { _ = screen.Close() })
	control := func(request uintptr, into *int32) {
		if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, screen.Fd(), request, uintptr(unsafe.Pointer(into))); errno != 0 {
			t.Skip("no terminals: ", errno)
		}
	}
	var unlocked, number int32
	control(syscall.TIOCSPTLCK, &unlocked)
	control(syscall.TIOCGPTN, &number)
	terminal, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminals: ", err)
	}
	t.Cleanup(func() { _ = terminal.Close() })
	return screen, terminal
}

// TestColorOfFindings has findings printed on a terminal, on one whose user wants no color,
// and into a file.
func TestColorOfFindings(t *testing.T) {
	docs := docsOf(t, map[string][]byte{"bad.md": {0x7f, 'E', 'L', 'F', 2, 1, 0, 0}, "berths.md": []byte(harborPage)})
	on := func(env ...string) string {
		screen, terminal := openTerminal(t)
		cmd := process(t, "lint", docs)
		cmd.Env = append(append(cmd.Env, "TERM=xterm", "NO_COLOR="), env...)
		cmd.Stdout, cmd.Stderr = terminal, terminal
		if err := cmd.Run(); cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != exitFindings {
			t.Fatal(err)
		}
		text := make([]byte, 1<<16)
		_ = screen.SetReadDeadline(time.Now().Add(10 * time.Second))
		n := 0
		for !strings.Contains(string(text[:n]), "1 error") {
			more, err := screen.Read(text[n:])
			if n += more; err != nil {
				t.Fatalf("%v after %q", err, text[:n])
			}
		}
		return string(text[:n])
	}
	const red = "\x1b[31merror\x1b[0m: "
	if text := on(); !strings.Contains(text, red) {
		t.Errorf("no color on a terminal: %q", text)
	}
	for _, env := range []string{"NO_COLOR=1", "TERM=dumb"} {
		if text := on(env); strings.Contains(text, "\x1b[3") || !strings.Contains(text, ": error: ") {
			t.Errorf("%s: %q", env, text)
		}
	}
	if r := docgen(t, "lint", docs); strings.Contains(r.stdout+r.stderr, "\x1b") {
		t.Errorf("color where no terminal is: %q", r.stdout)
	}
}
