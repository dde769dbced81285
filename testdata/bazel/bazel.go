// Package bazel builds with the Bazel rules of cmd/docgen/bazel, for tests: in a sandbox,
// and once more from nothing but a remote cache.
//
// It is a module of its own, so that no user of docgen gets what it needs. Its tests are
// skipped where there is no Bazel or no nginx with WebDAV, unless DOCGEN_BAZEL_REQUIRED is
// set. Debian has both, as bazel-bootstrap and nginx-light.
package bazel

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// program is the path of a program. Without it the test is skipped.
func program(t testing.TB, name, pkg string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err == nil {
		return path
	}
	if sbin := filepath.Join("/usr/sbin", name); exec.Command(sbin, "-v").Run() == nil {
		return sbin
	}
	if os.Getenv("DOCGEN_BAZEL_REQUIRED") != "" {
		t.Fatalf("no %s; install it (Debian has a package %s)", name, pkg)
	}
	t.Skipf("no %s", name)
	return ""
}

// serveCache runs a server that keeps what it is given by WebDAV in memory of the test's
// own, until the test ends, and returns its address.
func serveCache(t testing.TB) string {
	t.Helper()
	nginx, dir := program(t, "nginx", "nginx-light"), t.TempDir()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	if err := errors.Join(listener.Close(), os.Mkdir(filepath.Join(dir, "cache"), 0o700)); err != nil {
		t.Fatal(err)
	}
	config := fmt.Sprintf(`daemon off;
master_process off;
pid %[1]s/pid;
error_log stderr crit;
events {}
http {
  access_log off;
  client_body_temp_path %[1]s/body;
  proxy_temp_path %[1]s/proxy;
  fastcgi_temp_path %[1]s/fastcgi;
  uwsgi_temp_path %[1]s/uwsgi;
  scgi_temp_path %[1]s/scgi;
  client_max_body_size 0;
  server {
    listen %[2]s;
    location / {
      root %[1]s/cache;
      dav_methods PUT;
      create_full_put_path on;
    }
  }
}
`, dir, address)
	file := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	server := exec.Command(nginx, "-p", dir, "-c", file)
	server.Stderr = t.Output()
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = server.Process.Kill(), server.Wait() })
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		c, err := net.Dial("tcp", address)
		if err == nil {
			_ = c.Close()
			return "http://" + address
		}
		if time.Now().After(end) {
			t.Fatalf("the server does not answer: %v", err)
		}
	}
}

// A Builder runs Bazel in a workspace, with a folder of its own for all that Bazel keeps.
type Builder struct {
	bazel, workspace, root string
	options                []string
}

// debian is where Debian puts what Bazel unpacks from itself elsewhere.
const debian = "/usr/share/bazel"

// newBuilder returns one that has built nothing yet. Its server ends with the test.
func newBuilder(t testing.TB, workspace string, options ...string) *Builder {
	t.Helper()
	root, err := os.MkdirTemp("", "docgen-bazel")
	if err != nil {
		t.Fatal(err)
	}
	b := &Builder{bazel: program(t, "bazel", "bazel-bootstrap"), workspace: workspace, root: root, options: options}
	t.Cleanup(func() {
		if out, err := b.command("shutdown").CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
		// What Bazel writes is read-only.
		if out, err := exec.Command("chmod", "-R", "u+w", root).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
		if err := os.RemoveAll(root); err != nil {
			t.Error(err)
		}
	})
	return b
}

func (b *Builder) command(args ...string) *exec.Cmd {
	startup := []string{"--nosystem_rc", "--nohome_rc", "--output_user_root=" + b.root, "--max_idle_secs=60"}
	if _, err := os.Stat(filepath.Join(debian, "A-server.jar")); err == nil {
		startup = append(startup, "--install_base="+debian, "--trust_install_base")
		if java, err := exec.LookPath("java"); err == nil {
			if java, err = filepath.EvalSymlinks(java); err == nil {
				startup = append(startup, "--server_javabase="+filepath.Dir(filepath.Dir(java)))
			}
		}
	}
	cmd := exec.Command(b.bazel, append(startup, args...)...)
	cmd.Dir, cmd.Env = b.workspace, append(os.Environ(), "HOME="+b.root)
	return cmd
}

// build builds targets and returns what Bazel says of it.
func (b *Builder) build(targets ...string) (string, error) {
	args := append([]string{"build", "--color=no", "--curses=no", "--symlink_prefix=" + filepath.Join(b.root, "bazel-")}, b.options...)
	out, err := b.command(append(args, targets...)...).CombinedOutput()
	return string(out), err
}

// file returns the path of something that was built.
func (b *Builder) file(name string) string {
	return filepath.Join(b.root, "bazel-bin", filepath.FromSlash(name))
}

var processes = regexp.MustCompile(`INFO: \d+ process(?:es)?: (.*)\.`)

// ran returns how many actions ran in which way, as Bazel counts them at the end: 7 of
// linux-sandbox, 7 of remote cache hit. What Bazel does by itself is left out.
func ran(said string) map[string]int {
	counts := map[string]int{}
	last := processes.FindAllStringSubmatch(said, -1)
	if len(last) == 0 {
		return counts
	}
	for _, part := range strings.Split(last[len(last)-1][1], ", ") {
		number, how, _ := strings.Cut(part, " ")
		if n, err := strconv.Atoi(number); err == nil && how != "internal" {
			counts[how] = n
		}
	}
	return counts
}
