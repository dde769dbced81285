package pull

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"syscall"
	"time"
)

// An addressGuard keeps a pull that began at a public address from private ones:
// a name can lead to another address at each look-up, and what it then fetches is
// somebody else's network. It looks at addresses after they were resolved.
type addressGuard struct {
	mu            sync.Mutex
	known, public bool
}

// check refuses a private address where the first one was public.
func (g *addressGuard) check(address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	ip := at.Addr().Unmap()
	private := isPrivate(ip)
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.known {
		g.known, g.public = true, !private
	}
	if g.public && private {
		return &refusal{reason: fmt.Sprintf("the name of the site leads to %s now, a private address; fetch from there with --allow-private", ip)}
	}
	return nil
}

// sharedSpace is what providers of access give to the households behind them.
var sharedSpace = netip.MustParsePrefix("100.64.0.0/10")

// isPrivate reports whether an address is none of the public network.
func isPrivate(ip netip.Addr) bool {
	return ip.IsPrivate() || ip.IsLoopback() || ip.IsUnspecified() || ip.IsLinkLocalUnicast() || ip.IsMulticast() || sharedSpace.Contains(ip)
}

// guarded makes a transport connect to what the guard allows only. Where there is
// a proxy, its address is what counts.
func (g *addressGuard) guarded(t *http.Transport) {
	d := net.Dialer{
		Timeout: 30 * time.Second, KeepAlive: 30 * time.Second, // as http.DefaultTransport has it
		ControlContext: func(_ context.Context, _, address string, _ syscall.RawConn) error { return g.check(address) },
	}
	t.DialContext = d.DialContext
}
