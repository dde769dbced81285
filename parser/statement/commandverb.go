package statement

import (
	"bytes"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// commandStart begins a command of curl in a line.
	commandStart = prefilter.MustCompile(`(?m)^[ \t]*(?:\$[ \t]*)?curl[ \t]`)
	// commandVerb is the verb that a command names, sendsData an option that makes it a POST.
	commandVerb = prefilter.MustCompile(`[ \t](?:-X[ \t]*|--request[ \t=])["']?([A-Z]{3,7})\b`)
	sendsData   = prefilter.MustCompile(`[ \t](?:-d|-F|--data(?:-raw|-binary|-urlencode)?|--form|--json)\b`)
	asksData    = prefilter.MustCompile(`[ \t](?:-G|--get)\b`)
)

// byCommand adds the endpoints that a page states by labelled paths alone, with the verb of the
// commands behind each, or of the requests that are printed there, where these have one:
//
//	Route: `/api/boats/:name`
//
//	curl -X DELETE https://…/api/boats/elsa
func (w *walker) byCommand() {
	if len(w.loose) < fewestLoose {
		return
	}
	printed := 0
	for i := range w.found {
		switch f := &w.found[i]; {
		case f.Form <= Listed && !f.URL:
			return
		case f.Form <= Listed:
			printed++
		}
	}
	commands := bytes.Contains(w.text, []byte("curl "))
	if !commands && printed == 0 {
		return
	}
	requests := w.found
	for i, p := range w.loose {
		end := len(w.text)
		if i+1 < len(w.loose) {
			end = w.loose[i+1].start
		}
		verb, at := "", 0
		if commands {
			verb, at = w.verbSent(p.end, end, templateOf(p.path))
		} else {
			requests, verb, at = verbPrinted(requests, p.end, end)
		}
		if verb != "" {
			w.found = append(w.found, Finding{Form: Stated, Operations: []Operation{{verb, p.path}}, Start: p.start, End: p.end, Labelled: true, CommandAt: at + 1})
		}
	}
}

// verbPrinted returns the verb of the requests between two offsets that findings print, in the order of the
// page, and where the first of them begins; rest are those behind. It is "" where these have several or there
// is none.
func verbPrinted(requests []Finding, from, to int) (rest []Finding, verb string, at int) {
	for len(requests) > 0 && requests[0].Start < to {
		f := requests[0]
		requests = requests[1:]
		if f.Start < from || f.Form > Listed || len(f.Operations) != 1 {
			continue
		}
		if verb == "" {
			verb, at = f.Operations[0].Verb, f.Start
		}
		if f.Operations[0].Verb != verb {
			verb = "several"
		}
	}
	if verb == "several" {
		verb = ""
	}
	return requests, verb, at
}

// verbSent returns the verb of the commands between two offsets that request a path, or of all
// commands there if none does, and where the first of them begins. It is "" where these have
// several or there is none.
func (w *walker) verbSent(from, to int, path template) (verb string, at int) {
	known := &Known{byVerb: map[string]*node{"": {}}, memo: map[Operation]bool{}}
	known.byVerb[""].add(path)
	type sent struct {
		verb string
		at   int
		hits bool
	}
	var all []sent
	hits := false
	starts := commandStart.FindAllIndex(w.text[from:to], -1)
	for i, m := range starts {
		end := to
		if i+1 < len(starts) {
			end = from + starts[i+1][0]
		}
		command := w.text[from+m[0] : end]
		if n := bytes.Index(command, []byte("\n```")); n >= 0 {
			command = command[:n]
		}
		s := sent{verb: verbOfCommand(command), at: from + m[0]}
		for _, word := range bytes.Fields(command) {
			if word = bytes.Trim(word, `"'`); bytes.Contains(word, []byte("/")) && len(word) < longest && known.Has(Operation{"", trimHost(string(word))}) {
				s.hits, hits = true, true
			}
		}
		all = append(all, s)
	}
	for _, s := range all {
		if s.hits != hits {
			continue
		}
		if verb != "" && verb != s.verb {
			return "", 0
		}
		if verb == "" {
			verb, at = s.verb, s.at
		}
	}
	return verb, at
}

// verbOfCommand is the verb with which a command of curl requests.
func verbOfCommand(command []byte) string {
	if m := commandVerb.FindSubmatch(command); m != nil && verbOf(string(m[1])) != "" {
		return string(m[1])
	}
	if sendsData.Match(command) && !asksData.Match(command) {
		return "POST"
	}
	return "GET"
}
