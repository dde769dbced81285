// Package browser shows HTML files that docgen writes in a real browser, for tests: what
// a page looks like and does there, and that it asks for nothing outside of its folder.
//
// It is a module of its own, so that no user of docgen gets what it needs. Tests that
// use it are skipped where there is no Chromium, unless DOCGEN_BROWSER_REQUIRED is set.
// DOCGEN_BROWSER names the program where it is not in the PATH, and DOCGEN_SHOTS a
// folder for pictures of the pages.
package browser

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Options say how a page is shown.
type Options struct {
	// Width and Height are those of the window; 0 is 1280 and 900.
	Width, Height int
	// Dark asks for dark colors, Print for the page as printed.
	Dark, Print bool
	// NoScript keeps scripts from running.
	NoScript bool
	// Folder is what the page may ask for files of; "" is its own folder.
	Folder string
	// Fragment is the part of the address behind #.
	Fragment string
}

// A Page is an HTML file in the browser. Whatever goes wrong with it fails the test.
type Page struct {
	t   testing.TB
	ctx context.Context

	mu     sync.Mutex
	faults []string
}

// timeout is how long a test may work with a page.
const timeout = time.Minute

// Open shows a file. When the test ends it fails if the page has thrown, has logged an
// error, or has asked for anything outside of its folder.
func Open(t testing.TB, file string, o Options) *Page {
	t.Helper()
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program(t)), chromedp.NoSandbox, chromedp.WindowSize(or(o.Width, 1280), or(o.Height, 900)))
	p := &Page{t: t}
	address, folder := fileURL(t, file)
	if o.Folder != "" {
		_, folder = fileURL(t, filepath.Join(o.Folder, "index.html"))
	}
	ctx := start(t, flags, p.listen(folder))
	t.Cleanup(p.report)
	var cancel context.CancelFunc
	p.ctx, cancel = context.WithTimeout(ctx, timeout)
	t.Cleanup(cancel)
	p.emulate(o)
	if o.Fragment != "" {
		address += "#" + o.Fragment
	}
	run(p, chromedp.Navigate(address))
	return p
}

// mostStarts is how often Chromium is started before a test fails: now and then it ends
// right away, for reasons that have nothing to do with a page.
const mostStarts = 3

// start starts Chromium, which is closed when the test ends, and listens to a page of it.
func start(t testing.TB, flags []chromedp.ExecAllocatorOption, listen func(any)) context.Context {
	t.Helper()
	for tried := 1; ; tried++ {
		allocated, stop := chromedp.NewExecAllocator(context.Background(), flags...)
		ctx, closePage := chromedp.NewContext(allocated)
		err := chromedp.Listen(ctx, listen)
		if err == nil {
			t.Cleanup(stop)
			t.Cleanup(closePage)
			return ctx
		}
		closePage()
		stop()
		if tried == mostStarts {
			t.Fatal(err)
		}
		t.Logf("Chromium did not start, once more: %v", err)
	}
}

// emulate sets the window, the colors and the medium of the page.
func (p *Page) emulate(o Options) {
	p.t.Helper()
	medium, scheme := "", "light"
	if o.Print {
		medium = "print"
	}
	if o.Dark {
		scheme = "dark"
	}
	call(p, network.Enable, network.EnableParams{})
	call(p, runtime.Enable, cdp.Empty{})
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: o.NoScript})
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(or(o.Width, 1280)), Height: int64(or(o.Height, 900)), DeviceScaleFactor: 1,
	})
}

// program is the path of Chromium. Without it the test is skipped.
func program(t testing.TB) string {
	t.Helper()
	for _, name := range []string{os.Getenv("DOCGEN_BROWSER"), "chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("DOCGEN_BROWSER_REQUIRED") != "" {
		t.Fatal("no Chromium; install it (Debian has a package chromium), or name it in DOCGEN_BROWSER")
	}
	t.Skip("no Chromium")
	return ""
}

// fileURL is the address of a file and of its folder.
func fileURL(t testing.TB, file string) (address, folder string) {
	t.Helper()
	path, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	dir := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Dir(path)) + "/"}
	return u.String(), dir.String()
}

// listen notes what a page must not do.
func (p *Page) listen(folder string) func(any) {
	return func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			p.fault("the page throws: %s %s", e.ExceptionDetails.Text, description(e.ExceptionDetails.Exception))
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.ConsoleAPICalledTypeError {
				p.fault("the page logs an error: %+v", e.Args)
			}
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, folder) && !strings.HasPrefix(e.Request.URL, "data:") {
				p.fault("the page asks for %s", e.Request.URL)
			}
		}
	}
}

func (p *Page) fault(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.faults = append(p.faults, fmt.Sprintf(format, args...))
}

func (p *Page) report() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, fault := range p.faults {
		p.t.Error(fault)
	}
}

func description(o *runtime.RemoteObject) string {
	if o == nil {
		return ""
	}
	return o.Description
}

func run[T any](p *Page, action chromedp.Action[T]) T {
	p.t.Helper()
	out, err := chromedp.Run(p.ctx, action)
	if err != nil {
		p.t.Fatal(err)
	}
	return out
}

func call[P, R any](p *Page, command cdp.Command[P, R], params P) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, command, params); err != nil {
		p.t.Fatal(err)
	}
}

// Eval returns the value of an expression of JavaScript, which JSON has to be able to
// hold.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	return run(p, chromedp.Evaluate[T](expression))
}

// Visible returns the texts of the elements that a selector finds and that are shown.
func (p *Page) Visible(selector string) []string {
	p.t.Helper()
	return Eval[[]string](p, fmt.Sprintf("Array.from(document.querySelectorAll(%q)).filter((e) => e.checkVisibility()).map((e) => e.innerText.trim())", selector))
}

// Click clicks on the first element that a selector finds.
func (p *Page) Click(selector string) {
	p.t.Helper()
	run(p, chromedp.Click(selector))
}

// shift is the bit of the modifier.
const shift = 8

// Press presses keys, one for each character, where the focus is. See chromedp/kb for
// those that are no characters. A page can keep a key from writing its character, as
// with a real keyboard.
func (p *Page) Press(keys string) {
	p.t.Helper()
	for _, r := range keys {
		key := kb.Keys[r]
		if key == nil {
			p.t.Fatalf("there is no key for %q", r)
		}
		event := input.DispatchKeyEventParams{Type: "keyDown", Key: key.Key, Code: key.Code, Text: key.Text, UnmodifiedText: key.Unmodified, WindowsVirtualKeyCode: key.Windows, NativeVirtualKeyCode: key.Native}
		if key.Shift {
			event.Modifiers = shift
		}
		call(p, input.DispatchKeyEvent, event)
		event.Type, event.Text, event.UnmodifiedText = "keyUp", "", ""
		call(p, input.DispatchKeyEvent, event)
	}
}

// Select chooses the value of a list.
func (p *Page) Select(selector, value string) {
	p.t.Helper()
	Eval[bool](p, fmt.Sprintf("(() => { const e = document.querySelector(%q); e.value = %q; return e.dispatchEvent(new Event('input', {bubbles: true})); })()", selector, value))
}

// Shot keeps a picture of the whole page in the folder DOCGEN_SHOTS, if it is set.
func (p *Page) Shot(name string) {
	p.t.Helper()
	dir := os.Getenv("DOCGEN_SHOTS")
	if dir == "" {
		return
	}
	picture := run(p, chromedp.FullScreenshot(100))
	if err := os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644); err != nil {
		p.t.Fatal(err)
	}
}

func or(n, otherwise int) int {
	if n == 0 {
		return otherwise
	}
	return n
}

// Window returns a picture of what the window shows, as PNG.
func (p *Page) Window() []byte {
	p.t.Helper()
	return run(p, chromedp.CaptureScreenshot())
}
