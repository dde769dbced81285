package config

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/source"
)

// Accumulations are in the order of the file.
type Accumulations []*Accumulation

// An Accumulation says how the events of the stream of a method add up to what it
// returns without one: names of members, each as the pages have it.
type Accumulation struct {
	Method Text `yaml:"-"`
	// Whole is the member of an event that has the result as it is then.
	Whole Text `yaml:"whole"`
	// List is of the result, Element has a new one of its elements, Index its number and
	// Delta what is added to it.
	List    Text `yaml:"list"`
	Element Text `yaml:"element"`
	Index   Text `yaml:"index"`
	Delta   Text `yaml:"delta"`
	// Message is the member of an element that deltas of chunks are added to.
	Message Text `yaml:"message"`
	// Texts are members of deltas that are pieces of the JSON of a member of the element.
	Texts Pairs `yaml:"texts"`
	// Replaced are members whose text takes the place of the one before.
	Replaced []Text `yaml:"replaced"`
}

// Webhooks is what the API sends by itself, and how that is signed: what Standard
// Webhooks says, unless SignatureHeader is set.
type Webhooks struct {
	At source.Span `yaml:"-"`
	// Event is the ID of the type that they carry.
	Event           Text `yaml:"event"`
	SignatureHeader Text `yaml:"signature_header"`
	IDHeader        Text `yaml:"id_header"`
	TimestampHeader Text `yaml:"timestamp_header"`
	// TimestampPrefix and SignaturePrefix are what the pieces of a header begin with.
	TimestampPrefix Text `yaml:"timestamp_prefix"`
	SignaturePrefix Text `yaml:"signature_prefix"`
	// SignatureEncoding is one of SignatureEncodings, SecretEncoding of SecretEncodings
	// and Algorithm of Algorithms; the first of them where the file does not say it.
	SignatureEncoding Text `yaml:"signature_encoding"`
	SecretEncoding    Text `yaml:"secret_encoding"`
	SecretPrefix      Text `yaml:"secret_prefix"`
	Algorithm         Text `yaml:"algorithm"`
	// Tolerance is how many seconds the time of a webhook may be from now; 300 where the
	// file does not say it.
	Tolerance int `yaml:"tolerance"`
	// Signed is what is signed, with {id}, {timestamp} and {body} for these.
	Signed Text `yaml:"signed"`
}

// What Webhooks can say.
var (
	SignatureEncodings = []string{"hex", "base64"}
	SecretEncodings    = []string{"text", "base64", "hex"}
	Algorithms         = []string{"sha256", "sha1", "sha512"}
)

func (d *decoder) accumulations(n *yaml.Node, what string) (out Accumulations) {
	d.entries(n, what, func(key, value *yaml.Node) {
		a := &Accumulation{Method: Text{key.Value, d.at(key)}}
		d.value(value, reflect.ValueOf(a).Elem(), what+"."+key.Value)
		out = append(out, a)
	})
	return out
}

func (d *decoder) accumulate(all Accumulations) {
	for _, a := range all {
		needs := func(text Text, key string, other Text) {
			if text.Value != "" && other.Value == "" {
				d.faults.Add(text.At, "events of %s cannot have this without %s", a.Method.Value, key)
			}
		}
		if a.Whole.Value == "" && a.List.Value == "" {
			d.faults.Add(a.Method.At, "accumulate of %s has neither whole nor list", a.Method.Value)
		}
		needs(a.List, "index", a.Index)
		needs(a.Index, "list", a.List)
		needs(a.Element, "list", a.List)
		needs(a.Message, "list", a.List)
		needs(a.Message, "delta", a.Delta)
		if len(a.Texts) > 0 && a.List.Value == "" {
			d.faults.Add(a.Texts[0].Key.At, "texts are of elements of a list, which accumulate of %s has not", a.Method.Value)
		}
	}
}

func (d *decoder) webhooks(w *Webhooks) {
	if w.At == (source.Span{}) {
		return
	}
	d.oneOf(w.SignatureEncoding, SignatureEncodings)
	d.oneOf(w.SecretEncoding, SecretEncodings)
	d.oneOf(w.Algorithm, Algorithms)
	for _, h := range []Text{w.SignatureHeader, w.IDHeader, w.TimestampHeader} {
		if h.Value != "" && !headerName.MatchString(h.Value) {
			d.faults.Add(h.At, "%q is no name of a header", h.Value)
		}
	}
	if w.SignatureHeader.Value == "" {
		for _, t := range []Text{w.IDHeader, w.TimestampHeader, w.TimestampPrefix, w.SignaturePrefix, w.SignatureEncoding, w.SecretEncoding, w.SecretPrefix, w.Algorithm, w.Signed} {
			if t.Value != "" {
				d.faults.Add(t.At, "webhooks are signed as Standard Webhooks says, unless signature_header says where else")
			}
		}
		if w.Event.Value == "" {
			d.faults.Add(w.At, "webhooks have neither event nor signature_header")
		}
		return
	}
	d.signed(w)
}

// signed demands that what is read is signed, and that a webhook which somebody caught
// cannot be sent again with another time.
func (d *decoder) signed(w *Webhooks) {
	at := w.Signed.At
	if w.Signed.Value == "" {
		w.Signed, at = Text{Value: "{body}"}, w.SignatureHeader.At
	}
	if !strings.Contains(w.Signed.Value, "{body}") {
		d.faults.Add(at, "signed has no {body}: anybody could change it")
	}
	for _, slot := range []struct{ key, value string }{{"timestamp", w.TimestampHeader.Value}, {"id", w.IDHeader.Value}} {
		has := strings.Contains(w.Signed.Value, "{"+slot.key+"}")
		switch {
		case slot.value != "" && !has:
			d.faults.Add(at, "signed has no {%s}: anybody could change it", slot.key)
		case slot.value == "" && has:
			d.faults.Add(at, "signed has {%s}, but no %s_header says where it is", slot.key, slot.key)
		}
	}
	switch {
	case w.TimestampHeader.Value == "" && w.Tolerance != 0:
		d.faults.Add(w.At, "webhooks without a timestamp_header cannot have a tolerance")
	case w.Tolerance < 0:
		d.faults.Add(w.At, "the tolerance of webhooks is %d seconds; write at least one", w.Tolerance)
	}
}

func (d *decoder) oneOf(t Text, known []string) {
	if t.Value != "" && !slices.Contains(known, t.Value) {
		d.faults.Add(t.At, "docgen does not know %q%s", t.Value, Suggest(t.Value, known))
	}
}
