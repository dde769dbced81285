package link

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// decodeValid decodes valid JSON as a decoder with UseNumber does. It makes no copies of
// the text, which examples of responses are mostly made of.
func decodeValid(text string) any {
	d := &valueDecoder{text: text}
	return d.value()
}

// A valueDecoder reads valid JSON from an offset on.
type valueDecoder struct {
	text string
	at   int
}

func (d *valueDecoder) blanks() {
	for d.at < len(d.text) && strings.IndexByte(" \n\t\r", d.text[d.at]) >= 0 {
		d.at++
	}
}

func (d *valueDecoder) value() any {
	d.blanks()
	switch d.text[d.at] {
	case '{':
		return d.object()
	case '[':
		return d.list()
	case '"':
		return d.quoted()
	case 't':
		d.at += len("true")
		return true
	case 'f':
		d.at += len("false")
		return false
	case 'n':
		d.at += len("null")
		return nil
	}
	start := d.at
	for d.at < len(d.text) && strings.IndexByte(",]} \n\t\r", d.text[d.at]) < 0 {
		d.at++
	}
	return json.Number(d.text[start:d.at])
}

func (d *valueDecoder) object() map[string]any {
	out := map[string]any{}
	for d.at++; ; d.at++ { // behind the brace or a comma
		if d.blanks(); d.text[d.at] == '}' {
			d.at++
			return out
		}
		name := d.quoted()
		d.blanks()
		d.at++ // the colon
		out[name] = d.value()
		if d.blanks(); d.text[d.at] == '}' {
			d.at++
			return out
		}
	}
}

func (d *valueDecoder) list() []any {
	out := []any{}
	for d.at++; ; d.at++ { // behind the bracket or a comma
		if d.blanks(); d.text[d.at] == ']' {
			d.at++
			return out
		}
		out = append(out, d.value())
		if d.blanks(); d.text[d.at] == ']' {
			d.at++
			return out
		}
	}
}

func (d *valueDecoder) quoted() string {
	start := d.at
	escapes := false
	for d.at++; d.text[d.at] != '"'; d.at++ {
		if d.text[d.at] == '\\' {
			escapes = true
			d.at++
		}
	}
	d.at++
	inner := d.text[start+1 : d.at-1]
	if !escapes && utf8.ValidString(inner) {
		return inner
	}
	var out string
	_ = json.Unmarshal([]byte(d.text[start:d.at]), &out) // it is valid
	return out
}
