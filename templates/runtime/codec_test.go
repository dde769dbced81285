package runtime

import (
	"encoding/json"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"
)

// TestCodecsOfManyGoroutines makes codecs of types that contain each other
// while all of them are used.
func TestCodecsOfManyGoroutines(t *testing.T) {
	type (
		leaf struct {
			Name  string                     `json:"name"`
			Extra map[string]json.RawMessage `json:"-"`
		}
		node struct {
			Leaves []leaf                     `json:"leaves"`
			More   Opt[map[string]leaf]       `json:"more,omitzero"`
			Up     Opt[[]Opt[leaf]]           `json:"up,omitzero"`
			Extra  map[string]json.RawMessage `json:"-"`
		}
	)
	const text = `{"leaves":[{"name":"a"},{"name":"b","x":1}],"more":{"k":{"name":"c"}},"up":[null,{"name":"d"}],"z":[{}]}`
	start := make(chan struct{})
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			<-start
			for range 20 {
				var v node
				var next sample
				if err := decodeValue([]byte(text), &v); err != nil {
					t.Error(err)
				}
				if err := decodeValue([]byte(`{"name":"n","next":{"kids":[]}}`), &next); err != nil {
					t.Error(err)
				}
				if got, err := encodeValue(&v); err != nil || string(got) != text {
					t.Errorf("got %s, %v", got, err)
				}
			}
		})
	}
	close(start)
	all.Wait()
}

// TestEncodedBytesAreOnesOwn wants no value in the buffer of another.
func TestEncodedBytesAreOnesOwn(t *testing.T) {
	one := "one"
	first, err := encodeValue(&one)
	if err != nil {
		t.Fatal(err)
	}
	for range 100 {
		other := "two"
		if _, err := encodeValue(&other); err != nil {
			t.Fatal(err)
		}
	}
	if string(first) != `"one"` {
		t.Errorf("got %s", first)
	}
}

// TestScalarsAreThoseOfEncodingJSON compares what both write and read.
func TestScalarsAreThoseOfEncodingJSON(t *testing.T) {
	type (
		word  string
		count int64
		ratio float64
		yes   bool
	)
	for _, v := range []any{
		"", "plain", "a\"b\\c/d", "\b\f\n\r\t\x00\x1f\x7f", "<&>", "ünïcode 日本 🚢", "\u2028\u2029", word("é"),
		int64(0), int64(-1 << 63), count(7), 0.5, 1e6, 1e-6, 1e20, ratio(2.5), true, yes(false),
		time.Date(2030, 1, 2, 3, 4, 5, 600, time.FixedZone("", 3600)), Date{2030, 1, 2},
	} {
		want, err := marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		p := reflect.New(reflect.TypeOf(v))
		p.Elem().Set(reflect.ValueOf(v))
		if got, err := encodeValue(p.Interface()); err != nil || string(got) != string(want) {
			t.Errorf("got %s, %v, want %s", got, err, want)
		}
		p.Elem().SetZero()
		if err := decodeValue(want, p.Interface()); err != nil {
			t.Errorf("%s: %v", want, err)
		}
		if again, err := encodeValue(p.Interface()); err != nil || string(again) != string(want) {
			t.Errorf("%s came back as %s, %v", want, again, err)
		}
	}
}

// TestObjectOfManyMembers has more members than fit a small set.
func TestObjectOfManyMembers(t *testing.T) {
	var s memberSet
	for n := range 300 {
		if s.has(n) {
			t.Errorf("%d is in before it is added", n)
		}
		if n%3 == 0 {
			s.add(n)
		}
	}
	for n := range 300 {
		if s.has(n) != (n%3 == 0) {
			t.Errorf("%d: %v", n, s.has(n))
		}
	}
}

func TestTagsOfOddNames(t *testing.T) {
	type odd struct {
		Comma string                     `json:",omitzero" wire:"a,b"`
		Dash  string                     `json:"" wire:"-"`
		Empty Opt[string]                `json:",omitzero" wire:""`
		Quote bool                       `json:"" wire:"a\"b" const:"true"`
		Level int64                      `json:"level" const:"2"`
		Query string                     `json:"-"`
		Extra map[string]json.RawMessage `json:"-"`
	}
	v := odd{Query: "not in the body"}
	if got, err := encodeValue(&v); err != nil || string(got) != `{"-":"","a\"b":true,"level":2}` {
		t.Errorf("got %s, %v", got, err)
	}
	const full = `{"a,b":"x","-":"y","":null,"a\"b":true,"level":3,"Comma":1,"Extra":{}}`
	if err := decodeOwn([]byte(full), &v); err != nil {
		t.Fatal(err)
	}
	got, err := encodeValue(&v)
	if err != nil || string(got) != full {
		t.Errorf("got %s, %v", got, err)
	}
	if v.Comma != "x" || v.Dash != "y" || !v.Empty.IsNull() || v.Level != 3 || len(v.Extra) != 2 {
		t.Errorf("got %+v", v)
	}
}

func FuzzString(f *testing.F) {
	f.Add("a\u2028b<&>\x00\xff\"\\")
	f.Fuzz(func(t *testing.T, s string) {
		want, err := marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendString(nil, s); string(got) != string(want) {
			t.Errorf("got %s, want %s", got, want)
		}
	})
}

// BenchmarkClient encodes and decodes as a client does: without encoding/json
// around it.
func BenchmarkClient(b *testing.B) {
	for _, shape := range []struct{ width, depth int }{{1000, 2}, {2, 10}, {1, 500}} {
		data := []byte(tree(shape.width, shape.depth))
		name := fmt.Sprintf("width=%d/depth=%d", shape.width, shape.depth)
		b.Run("decode/"+name+"/generated", func(b *testing.B) {
			benchmarkBytes(b, len(data), func() error {
				var v node
				if !json.Valid(data) {
					b.Fatal("no JSON")
				}
				return decodeValue(data, &v)
			})
		})
		b.Run("decode/"+name+"/plain", func(b *testing.B) {
			benchmarkBytes(b, len(data), func() error { return json.Unmarshal(data, new(plain)) })
		})
		var v node
		var p plain
		if err := json.Unmarshal(data, &v); err != nil {
			b.Fatal(err)
		}
		if err := json.Unmarshal(data, &p); err != nil {
			b.Fatal(err)
		}
		b.Run("encode/"+name+"/generated", func(b *testing.B) {
			benchmarkBytes(b, len(data), func() error { _, err := encodeValue(&v); return err })
		})
		b.Run("encode/"+name+"/marshal", func(b *testing.B) {
			benchmarkBytes(b, len(data), func() error { _, err := json.Marshal(v); return err })
		})
		b.Run("encode/"+name+"/plain", func(b *testing.B) {
			benchmarkBytes(b, len(data), func() error { _, err := json.Marshal(&p); return err })
		})
	}
}

func benchmarkBytes(b *testing.B, bytes int, do func() error) {
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		if err := do(); err != nil {
			b.Fatal(err)
		}
	}
}
