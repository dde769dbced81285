package pull

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// The limits of sitemaps that list others.
const (
	maxSitemaps     = 100
	maxSitemapDepth = 3
)

func isSitemap(path string) bool {
	lower := strings.ToLower(path)
	return strings.HasSuffix(lower, ".xml") || strings.HasSuffix(lower, ".xml.gz")
}

// A sitemap lists pages, or other sitemaps.
type sitemap struct {
	pages, sitemaps []string
}

// decodeSitemap reads a document of the sitemaps protocol, which knows nothing
// but these elements; entities and includes of XML mean nothing here.
func decodeSitemap(text []byte) (*sitemap, error) {
	var s sitemap
	var in, root string
	var loc *strings.Builder
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch name := e.Name.Local; {
			case root == "":
				root = name
			case name == "url" || name == "sitemap":
				in = name
			case name == "loc" && in != "":
				loc = &strings.Builder{}
			}
		case xml.CharData:
			if loc != nil {
				loc.Write(e)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "loc":
				s.add(in, loc)
				loc = nil
			case "url", "sitemap":
				in = ""
			}
		}
	}
	if root != "urlset" && root != "sitemapindex" {
		return nil, fmt.Errorf("no sitemap: its first element is %q", root)
	}
	return &s, nil
}

func (s *sitemap) add(in string, loc *strings.Builder) {
	if loc == nil {
		return
	}
	switch target := strings.TrimSpace(loc.String()); {
	case target == "":
	case in == "url":
		s.pages = append(s.pages, target)
	case in == "sitemap":
		s.sitemaps = append(s.sitemaps, target)
	}
}

// readSitemaps returns what sitemaps and those that they list say, as links.
func (c *crawler) readSitemaps(ctx context.Context, urls []string) ([]link, error) {
	var out []link
	asked := map[string]bool{}
	for depth := 0; len(urls) > 0; depth++ {
		var deeper []string
		for _, at := range urls {
			if asked[at] {
				continue
			}
			asked[at] = true
			if len(asked) > maxSitemaps || depth > maxSitemapDepth {
				c.findings[Finding{at, Refused, fmt.Sprintf("more than %d sitemaps, or %d below each other", maxSitemaps, maxSitemapDepth)}] = true
				return out, nil
			}
			s, err := c.readSitemap(ctx, at)
			if err != nil || s == nil {
				if ctx.Err() != nil {
					return nil, ctx.Err()
				}
				continue
			}
			for _, target := range s.pages {
				out = append(out, link{at, target, true})
			}
			for _, ref := range s.sitemaps {
				if u, err := c.scope.onOrigin(at, ref); err == nil {
					deeper = append(deeper, u.String())
				} else {
					c.findings[Finding{at, Refused, fmt.Sprintf("the sitemap %q: %v", ref, err)}] = true
				}
			}
		}
		urls = deeper
	}
	return out, nil
}

// readSitemap returns a sitemap, nil if there is none. What is wrong with it is
// a finding.
func (c *crawler) readSitemap(ctx context.Context, at string) (*sitemap, error) {
	answer, err := c.index(ctx, at, nil)
	if answer == nil || err != nil {
		return nil, err
	}
	text, err := unpacked(answer.body, c.options.MaxPage)
	if err == nil {
		var s *sitemap
		if s, err = decodeSitemap(text); err == nil {
			return s, nil
		}
	}
	if media := mediaType(answer.header); media != "text/html" {
		c.findings[Finding{at, Refused, err.Error()}] = true
	}
	return nil, nil
}

// unpacked returns what a packed file holds, and other files as they are.
func unpacked(body []byte, limit int64) ([]byte, error) {
	if http.DetectContentType(body) != "application/x-gzip" {
		return body, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(z, limit+1))
	if int64(len(text)) > limit {
		return nil, tooLong(limit)
	}
	return text, err
}
