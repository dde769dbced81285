package main

import (
	"bufio"
	"fmt"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/model/history"
)

type historyCmd struct {
	readFlags
	toldFlags

	Sources []string `arg:"" help:"Revisions, oldest first: git:REV..REV:PATH (all commits that touch PATH), a folder of folders that are called by dates, DOCS, or NAME=DOCS."`
	Of      []string `placeholder:"ID" help:"Show the history of these methods, parameters, members, values or types only: messages.create.max_tokens."`
	Format  string   `enum:"text,json" default:"text" help:"text or json."`
	Site    string   `placeholder:"DIR" help:"Write the history as a folder of pages for a browser, with feeds (feed.xml, feed.json)."`
	Title   string   `placeholder:"TEXT" help:"What the site calls the reference; by default what its pages do."`
	URL     string   `placeholder:"URL" help:"Where the site will be published, for addresses in its feeds."`
}

// Run reads the revisions and prints what became of what they have.
func (c *historyCmd) Run(s *session) error {
	t, h, err := s.history(c.Sources)
	if err != nil {
		return err
	}
	if c.Site != "" {
		return c.writeSite(s, t, h)
	}
	items, err := c.items(h)
	if err != nil {
		return err
	}
	err = s.print(func(w *bufio.Writer) error {
		switch {
		case c.Format == "json":
			return printJSON(w, newHistoryReport(h, items))
		case len(c.Of) > 0:
			return writeItems(w, h, items)
		}
		return writeRevisions(w, h)
	})
	if err == nil {
		c.tell(s, h)
	}
	return err
}

// items returns the items that the user asks for, all where nobody asks.
func (c *historyCmd) items(h *history.History) ([]*history.Item, error) {
	if len(c.Of) == 0 {
		return h.Items, nil
	}
	var out []*history.Item
	for _, name := range c.Of {
		found := h.Find(name)
		if len(found) == 0 {
			return nil, usageError{fmt.Errorf("no revision has %s; \"docgen inspect DOCS\" shows what a revision has, and \"docgen history --format json\" all IDs", name)}
		}
		out = append(out, found...)
	}
	return out, nil
}

// history reads the revisions that sources name.
func (s *session) history(sources []string) (*timeline, *history.History, error) {
	revisions, err := s.revisionsOf(sources)
	if err != nil {
		return nil, nil, err
	}
	t := newTimeline(s)
	known := make([]history.Revision, len(revisions))
	for i, r := range revisions {
		s.progress.show("reading revisions", i, len(revisions))
		if known[i], err = t.read(i, r); err != nil {
			return nil, nil, fmt.Errorf("revision %s: %w", r.Name, err)
		}
	}
	s.progress.clear()
	severities := rules.Default()
	h, err := history.New(known, func(i int) (history.Details, error) {
		facts, err := t.facts(i)
		if err != nil {
			return history.Details{}, err
		}
		found, err := t.comparison(i)
		if err != nil {
			return history.Details{}, err
		}
		return history.Details{Facts: facts, Changes: severities.Classify(found.Changes)}, nil
	})
	return t, h, err
}

// revisionsOf returns the revisions of all sources, whose names must differ.
func (s *session) revisionsOf(sources []string) ([]docsfs.Revision, error) {
	var out []docsfs.Revision
	from := map[string]string{}
	for _, source := range sources {
		some, err := docsfs.Revisions(s.ctx, source)
		if err != nil {
			return nil, err
		}
		for _, r := range some {
			if other, ok := from[r.Name]; ok {
				return nil, usageError{fmt.Errorf("%s and %s are both called %s; name one of them, as in NAME=DOCS", other, r.Ref, r.Name)}
			}
			from[r.Name] = r.Ref
			out = append(out, r)
		}
	}
	return out, nil
}
