package runtime

import (
	"encoding/json"
	"testing"
	"time"
)

func TestOptStates(t *testing.T) {
	for _, c := range []struct {
		name         string
		opt          Opt[int64]
		has          bool
		null, absent bool
		text, json   string
	}{
		{"absent", Opt[int64]{}, false, false, true, "", `{}`},
		{"null", Null[int64](), false, true, false, "null", `{"v":null}`},
		{"zero", Some[int64](0), true, false, false, "0", `{"v":0}`},
		{"value", Some[int64](7), true, false, false, "7", `{"v":7}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, has := c.opt.Get(); has != c.has || c.opt.IsNull() != c.null || c.opt.IsZero() != c.absent {
				t.Errorf("got %v, %v, %v", has, c.opt.IsNull(), c.opt.IsZero())
			}
			if got := c.opt.String(); got != c.text {
				t.Errorf("String is %q, want %q", got, c.text)
			}
			// encoding/json alone has to agree, for structs that users write.
			holder := struct {
				V Opt[int64] `json:"v,omitzero"`
			}{c.opt}
			sameJSON(t, holder, c.json)
			roundTrip(t, &holder, c.json)
		})
	}
}

func TestOptOr(t *testing.T) {
	if Some("").Or("x") != "" || Null[string]().Or("x") != "x" || (Opt[string]{}).Or("x") != "x" {
		t.Error("Or gives the fallback where there is no value, and only there")
	}
}

func TestOptDoesNotShareItsValue(t *testing.T) {
	v := int64(1)
	o := Some(v)
	v++
	if got, _ := o.Get(); got == v {
		t.Errorf("got %v", o)
	}
}

func TestOptKeepsItsValueOnError(t *testing.T) {
	o := Some[int64](7)
	if err := json.Unmarshal([]byte(`"seven"`), &o); err == nil || o.Or(0) != 7 {
		t.Errorf("got %v, %v", o, err)
	}
}

func TestMustJSON(t *testing.T) {
	if got := string(MustJSON(map[string]any{"a": "<&>"})); got != `{"a":"<&>"}` {
		t.Errorf("got %s", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a channel was written as JSON")
		}
	}()
	MustJSON(make(chan int))
}

func TestDate(t *testing.T) {
	d, err := ParseDate("2030-02-03")
	if err != nil || d.String() != "2030-02-03" || d.IsZero() || !(Date{}).IsZero() {
		t.Errorf("got %v, %v", d, err)
	}
	if got := d.In(time.UTC); got != time.Date(2030, 2, 3, 0, 0, 0, 0, time.UTC) || DateOf(got) != d {
		t.Errorf("got %v", got)
	}
	for _, text := range []string{"", "2030-2-3", "2030-02-30", "2030-02-03T00:00:00Z"} {
		if _, err := ParseDate(text); err == nil {
			t.Errorf("%q was read as a date", text)
		}
	}
	roundTrip(t, new(Opt[Date]), `"2030-02-03"`)
}
