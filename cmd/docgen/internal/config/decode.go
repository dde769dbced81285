package config

import (
	"reflect"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/source"
)

// A decoder fills in structs from YAML. Unlike the library's own it knows the
// column of what is wrong, goes on after a fault, and takes no value for
// another kind of value.
type decoder struct {
	file   string
	faults Faults
	// scalars takes dates, numbers and empty texts where a text is asked for.
	scalars bool
}

func (d *decoder) decode(n *yaml.Node, into any) {
	d.value(n, reflect.ValueOf(into).Elem(), "the file")
}

// value decodes a node. what names the value in messages.
func (d *decoder) value(n *yaml.Node, v reflect.Value, what string) {
	n = meant(n)
	switch into := v.Addr().Interface().(type) {
	case *Text:
		d.text(n, &into.Value, what)
		into.At = d.at(n)
		return
	case *Pairs:
		*into = d.pairs(n, what)
		return
	case *Patterns:
		d.patterns(n, into, what)
		return
	case *Lists:
		*into = d.lists(n, what)
		return
	case *Credentials:
		*into = d.credentials(n, what)
		return
	case *Constants:
		*into = d.constants(n, what)
		return
	case *Accumulations:
		*into = d.accumulations(n, what)
		return
	case *Envelopes:
		*into = d.envelopes(n, what)
		return
	case *Paginations:
		*into = d.paginations(n, what)
		return
	case *string:
		d.text(n, into, what)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), what)
	case reflect.Struct:
		d.mapping(n, v, what)
	case reflect.Slice:
		d.sequence(n, v, what)
	default:
		if n.Kind != yaml.ScalarNode || n.Tag != "!!int" || n.Decode(v.Addr().Interface()) != nil {
			d.faults.Add(d.at(n), "%s must be a whole number but is %s", what, kindOf(n))
		}
	}
}

// meant is the node that an alias stands for.
func meant(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

func (d *decoder) text(n *yaml.Node, into *string, what string) {
	n = meant(n)
	switch {
	case d.scalars && n.Kind == yaml.ScalarNode && n.Tag != "!!null":
	case n.Kind != yaml.ScalarNode || n.Tag != "!!str":
		d.faults.Add(d.at(n), "%s must be text but is %s", what, kindOf(n))
	case n.Value == "":
		d.faults.Add(d.at(n), "%s is empty", what)
	}
	*into = n.Value
}

func (d *decoder) sequence(n *yaml.Node, v reflect.Value, what string) {
	if n.Kind != yaml.SequenceNode {
		d.faults.Add(d.at(n), "%s must be a list but is %s", what, kindOf(n))
		return
	}
	for _, item := range n.Content {
		element := reflect.New(v.Type().Elem()).Elem()
		d.value(item, element, "an entry of "+what)
		v.Set(reflect.Append(v, element))
	}
}

func (d *decoder) mapping(n *yaml.Node, v reflect.Value, what string) {
	fields := fieldsOf(v.Type())
	if at := v.FieldByName("At"); at.IsValid() && at.Type() == reflect.TypeFor[source.Span]() {
		at.Set(reflect.ValueOf(d.at(n)))
	}
	d.entries(n, what, func(key, value *yaml.Node) {
		for i, name := range fields {
			if name == key.Value && name != "" {
				d.value(value, v.Field(i), name)
				return
			}
		}
		d.faults.Add(d.at(key), "unknown key %q%s", key.Value, Suggest(key.Value, known(fields)))
	})
}

func (d *decoder) pairs(n *yaml.Node, what string) (out Pairs) {
	d.entries(n, what, func(key, value *yaml.Node) {
		p := Pair{Key: Text{key.Value, d.at(key)}, Value: Text{At: d.at(value)}}
		d.text(value, &p.Value.Value, what+"."+key.Value)
		out = append(out, p)
	})
	return out
}

func (d *decoder) patterns(n *yaml.Node, into *Patterns, what string) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!bool" && n.Value == "true" {
		*into = Patterns{{"**", d.at(n)}}
		return
	}
	d.sequence(n, reflect.ValueOf(into).Elem(), what)
	for _, p := range *into {
		d.pattern(p)
	}
}

func (d *decoder) lists(n *yaml.Node, what string) (out Lists) {
	d.entries(n, what, func(key, value *yaml.Node) {
		l := List{Key: Text{key.Value, d.at(key)}}
		d.value(value, reflect.ValueOf(&l.Values).Elem(), what+"."+key.Value)
		out = append(out, l)
	})
	return out
}

// entries calls yield for every entry of a mapping and refuses a key that
// comes twice, of which all but one would be lost.
func (d *decoder) entries(n *yaml.Node, what string, yield func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		d.faults.Add(d.at(n), "%s must have keys and values but is %s", what, kindOf(n))
		return
	}
	first := map[string]source.Span{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if at, twice := first[key.Value]; twice {
			d.faults.Add(d.at(key), "the key %q is in line %d already", key.Value, at.Start.Line)
			continue
		}
		first[key.Value] = d.at(key)
		yield(key, value)
	}
}

// fieldsOf are the keys of a struct by the index of the field, "" for fields
// that the file does not set.
func fieldsOf(t reflect.Type) []string {
	names := make([]string, t.NumField())
	for i := range names {
		if tag := t.Field(i).Tag.Get("yaml"); tag != "-" {
			names[i] = tag
		}
	}
	return names
}

func known(names []string) (out []string) {
	for _, n := range names {
		if n != "" {
			out = append(out, n)
		}
	}
	return out
}

// kindOf says what a node is, for people.
func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys and values"
	case yaml.SequenceNode:
		return "a list"
	}
	switch n.Tag {
	case "!!null":
		return "missing"
	case "!!int", "!!float":
		return "the number " + n.Value + "; put it in quotes if it is text"
	case "!!bool":
		return "the truth value " + n.Value + "; put it in quotes if it is text"
	}
	return "the text " + n.Value
}
