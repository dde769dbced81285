package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/emit/site"
	"github.com/docgen-go/docgen/model/history"
)

// writeSite writes the history as a folder of pages. Files that stay as they are are
// not touched.
func (c *historyCmd) writeSite(s *session, t *timeline, h *history.History) error {
	if c.Format != "text" || len(c.Of) > 0 {
		return usageError{errors.New("--site writes the whole history; leave --of and --format out")}
	}
	if err := checkOutputFolder("--site", c.Site, "a site"); err != nil {
		return err
	}
	address, err := siteURL(c.URL)
	if err != nil {
		return usageError{err}
	}
	if err := output.Recover(s.ctx, c.Site); err != nil {
		return err
	}
	set, err := site.Build(h, site.Options{
		Title: cmp.Or(c.Title, t.title, "API"), Version: releaseVersion(), URL: address, Texts: t.texts, HasTexts: func(i int) bool { return !t.revisions[i-1].model && !t.revisions[i].model },
		Report: func(i int) ([]byte, error) { return t.report(i, h.Revisions[i].Changes) },
	})
	if err != nil {
		return err
	}
	changes, err := set.Write(s.ctx, c.Site)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.stderr, "%s: %s of %s; %s\n", c.Site, count(len(set), "file"), count(len(h.Revisions), "revision"), changed(changes))
	return nil
}

// siteURL checks an address and ends it with a slash.
func siteURL(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("--url %s: write the address of the site, as https://example.com/history/", text)
	}
	return strings.TrimSuffix(u.String(), "/") + "/", nil
}

// texts returns the pages whose text revision i changed.
func (t *timeline) texts(i int) (out []site.PageText, err error) {
	key := t.pairKey("texts", i)
	if t.get(&out, key) {
		return out, nil
	}
	if t.revisions[i-1].model || t.revisions[i].model {
		return nil, nil
	}
	before, err := docsfs.Open(t.ctx, t.revisions[i-1].Ref, docsfs.DefaultLimits)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, before.Close()) }()
	after, err := docsfs.Open(t.ctx, t.revisions[i].Ref, docsfs.DefaultLimits)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, after.Close()) }()
	was, is := setOf(t.revisions[i-1].pages), setOf(t.revisions[i].pages)
	names := maps.Clone(was)
	maps.Copy(names, is)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if err := t.ctx.Err(); err != nil {
			return nil, err
		}
		text, err := textDifference(before, after, name, was, is)
		if err != nil {
			return nil, err
		}
		if text.Diff != "" {
			out = append(out, text)
		}
	}
	return out, t.put(out, key)
}

// setOf returns a set of the paths of pages.
func setOf(pages []string) map[string]bool {
	out := make(map[string]bool, len(pages))
	for _, p := range pages {
		out[p] = true
	}
	return out
}

// textDifference returns how the text of a page differs; line ends are no difference.
func textDifference(before, after fs.FS, name string, was, is map[string]bool) (site.PageText, error) {
	out := site.PageText{Path: name}
	a, err := pageOf(before, name, was)
	if err != nil {
		return out, err
	}
	b, err := pageOf(after, name, is)
	if err != nil {
		return out, err
	}
	a, b = bytes.ReplaceAll(a, []byte("\r\n"), []byte("\n")), bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
	if bytes.Equal(a, b) {
		return out, nil
	}
	out.Diff = udiff.Unified(name, name, string(a), string(b))
	var t touched
	lineCounter{maphash.MakeSeed()}.page(&t, a, b) // counts as those of diff do
	out.Added, out.Removed = t.added, t.removed
	return out, nil
}

// report returns the full report of what revision i changed.
func (t *timeline) report(i int, changes []history.Change) ([]byte, error) {
	found, err := t.comparison(i)
	if err != nil {
		return nil, err
	}
	texts, err := t.texts(i)
	if err != nil {
		return nil, err
	}
	findings := make([]report.Finding, len(changes))
	for n, c := range changes {
		findings[n] = report.Finding{Finding: c.Finding}
	}
	r := report.New(found, findings, 0)
	r.Old, r.New, r.ShowTexts = t.revisions[i-1].Name, t.revisions[i].Name, true
	r.Summary.Pages = len(texts)
	for _, text := range texts {
		r.Summary.LinesAdded, r.Summary.LinesRemoved = r.Summary.LinesAdded+text.Added, r.Summary.LinesRemoved+text.Removed
	}
	var html bytes.Buffer
	if err := r.HTML(&html); err != nil {
		return nil, err
	}
	return html.Bytes(), nil
}
