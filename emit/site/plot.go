package site

import (
	"maps"
	"slices"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/history"
)

// A plot is bars from left to right, in a picture of plotWidth by plotHeight.
type plot struct {
	Title         string
	Width, Height int
	Bars          []bar
	Most          string // what the highest bar stands for
}

type bar struct {
	X, Y, Width, Height int
	Label               string
}

const (
	plotWidth  = 640
	plotHeight = 120
)

// growth shows how many facts each revision has.
func (b *builder) growth() plot {
	var labels []string
	var values []int
	for _, r := range b.h.Revisions {
		labels, values = append(labels, r.Name), append(values, r.Facts)
	}
	return bars("Facts by revision", labels, values)
}

// breaking shows how many breaking changes each month had, or each revision where some
// have no date.
func (b *builder) breaking() plot {
	months := map[string]int{}
	var labels []string
	var values []int
	for i, r := range b.h.Revisions {
		if i == 0 {
			continue
		}
		n := counted(r.Changes)[diff.Breaking]
		labels, values = append(labels, r.Name), append(values, n)
		if len(r.Date) >= len("2006-01") {
			months[r.Date[:7]] += n
		}
	}
	if slices.ContainsFunc(b.h.Revisions, func(r history.State) bool { return r.Date == "" }) {
		return bars("Breaking changes by revision", labels, values)
	}
	labels, values = slices.Sorted(maps.Keys(months)), nil
	for _, month := range labels {
		values = append(values, months[month])
	}
	return bars("Breaking changes by month", labels, values)
}

// bars lays bars out; a value above 0 is at least one unit high.
func bars(title string, labels []string, values []int) plot {
	p := plot{Title: title, Width: plotWidth, Height: plotHeight}
	if len(values) == 0 {
		return p
	}
	most := max(1, slices.Max(values))
	p.Most = grouped(slices.Max(values))
	slots := max(len(values), 20) // so that a few bars are not walls
	for i, v := range values {
		left, right := i*plotWidth/slots, (i+1)*plotWidth/slots
		height := v * plotHeight / most
		if v > 0 {
			height = max(1, height)
		}
		p.Bars = append(p.Bars, bar{left, plotHeight - height, max(1, right-left-1), height, diag.Plain(labels[i]) + ": " + grouped(v)})
	}
	return p
}
