package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/history"
)

// writeRevisions prints the revisions, the newest first, with what each changed.
func writeRevisions(w *bufio.Writer, h *history.History) error {
	for i, r := range slices.Backward(h.Revisions) {
		fmt.Fprintf(w, "%s\n", diag.Plain(revisionTitle(r)))
		fmt.Fprintf(w, "  %s, %s", count(r.Pages, "page"), count(r.Facts, "fact"))
		if i > 0 {
			fmt.Fprintf(w, "; %s", tallyOf(r))
		}
		fmt.Fprintln(w)
		for _, reason := range r.Incomplete {
			fmt.Fprintf(w, "  incomplete: %s\n", diag.Plain(reason))
		}
		if r.LeftOut > 0 {
			fmt.Fprintf(w, "  %s left out, because this revision or the one before is incomplete\n", count(r.LeftOut, "change"))
		}
		for _, c := range r.Changes {
			if c.Severity != diff.Breaking {
				continue
			}
			fmt.Fprintf(w, "  breaking: %s%s\n", diag.Plain(changeText(c)), flapping(c))
		}
	}
	return w.Flush()
}

// changeText is a change in one line.
func changeText(c history.Change) string {
	where := c.Resource + c.Method + c.Type
	if c.At != "" {
		where += " " + c.At
	}
	switch {
	case c.Old != "" && c.New != "":
		return fmt.Sprintf("%s: %s (%s → %s)", where, c.Message, c.Old, c.New)
	case c.Old+c.New != "":
		return fmt.Sprintf("%s: %s (%s)", where, c.Message, c.Old+c.New)
	}
	return where + ": " + c.Message
}

func flapping(c history.Change) string {
	if c.Flapping {
		return " (it comes and goes)"
	}
	return ""
}

// tallyOf counts the changes of a revision by severity.
func tallyOf(r history.State) string {
	n := map[diff.Severity]int{}
	for _, c := range r.Changes {
		n[c.Severity]++
	}
	return fmt.Sprintf("%d breaking, %s, %d compatible", n[diff.Breaking], count(n[diff.Warning], "warning"), n[diff.Info])
}

func revisionTitle(r history.State) string {
	words := []string{r.Name}
	if r.Date != "" && !strings.HasPrefix(r.Name, r.Date) {
		words = append(words, r.Date)
	}
	if r.Subject != "" {
		words = append(words, r.Subject)
	}
	return strings.Join(words, "  ")
}

// writeItems prints the history of each item.
func writeItems(w *bufio.Writer, h *history.History, items []*history.Item) error {
	for _, item := range items {
		fmt.Fprintf(w, "%s (%s)\n  since %s\n", diag.Plain(item.ID), item.Kind, diag.Plain(sinceText(h, item)))
		for _, e := range item.Events {
			fmt.Fprintf(w, "  %s: %s\n", diag.Plain(h.Revisions[e.Revision].Name), diag.Plain(eventText(e)))
		}
		if item.Deprecated >= 0 {
			fmt.Fprintf(w, "  deprecated since %s\n", diag.Plain(h.Revisions[item.Deprecated].Name))
		}
	}
	return w.Flush()
}

// sinceText says since when an item exists.
func sinceText(h *history.History, item *history.Item) string {
	text := h.Revisions[item.Since].Name
	if date := h.Revisions[item.Since].Date; date != "" && !strings.HasPrefix(text, date) {
		text += " (" + date + ")"
	}
	if item.Since == 0 {
		text += " or longer"
	}
	if item.Inferred {
		text += ", as what it belongs to; the pages show it on its own since later"
	}
	return text
}

func eventText(e history.ItemEvent) string {
	text := string(e.What)
	if e.Kind != "" && e.What == history.Changed {
		text = strings.ReplaceAll(string(e.Kind), "-", " ")
	}
	switch {
	case e.Old != "" && e.New != "":
		text += ": " + e.Old + " → " + e.New
	case e.Old+e.New != "":
		text += ": " + e.Old + e.New
	}
	if e.Severity != "" {
		text += " (" + string(e.Severity) + ")"
	}
	return text
}
