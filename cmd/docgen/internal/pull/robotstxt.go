package pull

import (
	"context"
	"fmt"
	"net/http"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull/robots"
)

// maxRobotsHops is how far RFC 9309, section 2.3.1.2, asks to follow.
const maxRobotsHops = 5

// readRobots asks what may be asked for. Where the site cannot say it, the RFC
// wants nothing to be asked for; where it has no such file, everything may be.
func (c *crawler) readRobots(ctx context.Context) error {
	at := c.scope.url("/robots.txt")
	answer, err := c.robots(ctx, at)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err == nil && answer.status >= http.StatusInternalServerError:
		err = statusError(answer.status)
	}
	if err != nil {
		return fmt.Errorf("%s: %w; without an answer from there no page may be asked for", at, err)
	}
	// Only a success has a body; no body means no rules.
	c.rules = robots.Parse(answer.body, robots.Token(c.client.agent))
	if c.rules.Delay > 0 {
		c.client.pace.slower(c.rules.Delay)
		c.note("robots.txt asks for %v between two requests", c.rules.Delay)
	}
	return nil
}

// robots follows redirects, but not to another site.
func (c *crawler) robots(ctx context.Context, at string) (*reply, error) {
	for range maxRobotsHops + 1 {
		answer, err := c.client.get(ctx, request{url: at, limit: robots.MaxBytes, cut: true})
		if err != nil || !redirects[answer.status] {
			return answer, err
		}
		to, err := c.scope.onOrigin(at, answer.header.Get("Location"))
		if err != nil {
			return nil, fmt.Errorf("redirects to %q: %w", answer.header.Get("Location"), err)
		}
		at = to.String()
	}
	return nil, fmt.Errorf("redirects more than %d times", maxRobotsHops)
}
