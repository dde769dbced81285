package statement

import (
	"bytes"
	"strings"
)

// A pair is an endpoint that is stated in two labelled lines or rows:
//
//	URL: /v1/widgets
//	Method: POST
type pair struct {
	open       bool
	verb, path string
	start, end int
}

// farthest is how many bytes may lie between the halves of a pair.
const farthest = 400

// longestLabel is how many bytes a label takes.
const longestLabel = 40

// labelsVerb reports whether a line may be the first half of a pair that is a verb:
// a label and one word in capitals.
func labelsVerb(line []byte) bool {
	if len(line) > longestLabel*2 {
		return false
	}
	_, value, ok := bytes.Cut(line, []byte(":"))
	if wide, after, has := bytes.Cut(line, []byte("：")); has && (!ok || len(wide) < len(line)-len(value)) {
		value, ok = after, true
	}
	if !ok {
		return false
	}
	word := string(bytes.Trim(value, " *_`\n\t"))
	return word == strings.ToUpper(word) && verbOf(word) != ""
}

// labelled reads a line that starts with a label: Endpoint: `GET /x`.
func (w *walker) labelled(line []byte, i, end int, listed bool) {
	if len(line) == 0 || line[0] == '`' {
		return // an item
	}
	at := bytes.IndexByte(line[:min(len(line), longestLabel)], ':')
	wide := bytes.Index(line[:min(len(line), longestLabel)], []byte("："))
	if at < 0 && wide < 0 {
		return
	}
	n := 1
	if at < 0 || wide >= 0 && wide < at {
		at, n = wide, len("：")
	}
	w.half(string(line[:at]), string(line[at+n:]), i, end, listed)
}

// half notes what a label and its value say of an endpoint, and adds it when
// both are known.
func (w *walker) half(label, value string, i, end int, listed bool) {
	if len(value) > longest || len(label) > longestLabel {
		return
	}
	kind := labels[strings.ToLower(strings.Trim(plain(label), " *_:"))]
	if kind == "" {
		return
	}
	value = strings.Trim(strings.TrimSpace(value), "*_ ")
	if w.pair.open && i-w.pair.end > farthest {
		w.pair = pair{}
	}
	if ops := alone(value, false); ops != nil {
		form := Stated
		if listed {
			form = Listed
		}
		w.each(form, i, end, ops)
		w.pair = pair{}
		return
	}
	text := plain(value)
	switch {
	case kind == "verb" && verbOf(text) != "":
		w.pair.verb = verbOf(text)
	case kind == "path" && !strings.ContainsAny(text, " \t") && strings.HasPrefix(trimHost(text), "/") && text != "/":
		w.pair.path = trimHost(text)
	default:
		return
	}
	if !w.pair.open {
		w.pair.open, w.pair.start = true, i
	}
	w.pair.end = end
	if w.pair.verb != "" && w.pair.path != "" {
		w.add(Stated, w.pair.start, end, Operation{w.pair.verb, w.pair.path})
		w.pair = pair{}
	}
}

// front looks at front matter: api: GET /x, openapi: spec.yaml GET /x.
func (w *walker) front(text []byte) {
	at := 0
	for line := range bytes.Lines(text) {
		start := at
		at += len(line)
		_, value, ok := strings.Cut(string(line), ":")
		if !ok || !strings.Contains(value, "/") {
			continue
		}
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		ops := alone(value, false)
		if words := strings.Fields(value); ops == nil && len(words) == 3 {
			ops = alone(words[1]+" "+words[2], false)
		}
		w.each(Stated, start, at, ops)
	}
}
