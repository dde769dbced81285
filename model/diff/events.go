package diff

import (
	"github.com/docgen-go/docgen/model"
)

// A listedEvent is an event and the ID of the resource that lists it.
type listedEvent struct {
	resource string
	*model.Event
}

// An eventPair is one event in both revisions; a nil Event is one that a side has not.
type eventPair struct{ old, new listedEvent }

func listEvents(api *model.API) []listedEvent {
	var out []listedEvent
	eachResource(api.Resources, func(r *model.Resource) bool {
		for _, e := range r.Events {
			out = append(out, listedEvent{r.ID, e})
		}
		return true
	})
	return out
}

// payload is the type that an event carries.
func (e listedEvent) payload() *model.Type { return &model.Type{Kind: model.KindRef, Ref: e.Type} }

// comparesEvents reports whether an event of one side only is a change: both sides
// list events, or are of formats that would.
func (c *comparer) comparesEvents() bool {
	return c.old.formal == c.new.formal || c.old.prints(factEvents) && c.new.prints(factEvents)
}

// events compares what streams, sockets and webhooks carry. An event that came or went
// with its whole resource is no change of its own.
func (c *comparer) events() {
	if !c.comparesEvents() {
		c.unstated[factEvents] += len(listEvents(c.old.api)) + len(listEvents(c.new.api))
		return
	}
	for _, e := range c.pairEvents() {
		c.start()
		p := location{subject: user{oldResource: e.old.resource, resource: e.new.resource, in: Response}}
		switch {
		case e.old.Event == nil && c.cameAlong(ResourceAdded, e.new.resource):
		case e.new.Event == nil && c.cameAlong(ResourceRemoved, e.old.resource):
		case e.old.Event == nil:
			p.newSpan = e.new.Span
			c.add(p.part("events").below(e.new.Name, nil, nil), EventAdded, "", c.new.text(e.new.payload()))
		case e.new.Event == nil:
			p.oldSpan = e.old.Span
			c.add(p.part("events").below(e.old.Name, nil, nil), EventRemoved, c.old.text(e.old.payload()), "")
		default:
			p.oldSpan, p.newSpan = e.old.Span, e.new.Span
			c.event(p.part("events").below(e.new.Name, nil, nil), e)
		}
	}
}

func (c *comparer) event(p location, e eventPair) {
	if c.movedTo(e.old.resource) != e.new.resource {
		c.add(p, EventMoved, e.old.resource, e.new.resource)
	}
	c.words(p, e.old.Doc, e.new.Doc)
	if !model.SameWords(e.old.Example, e.new.Example) {
		c.text(p, Examples, "", "")
	}
	c.types(p, e.old.payload(), e.new.payload())
}

// pairEvents finds the partner of each event, by its resource, its name and what it
// carries, then by less of it. Events of the new side come first, in its order.
func (c *comparer) pairEvents() []eventPair {
	before, after := listEvents(c.old.api), listEvents(c.new.api)
	partner, used := make([]int, len(after)), make([]bool, len(before))
	for i := range partner {
		partner[i] = -1
	}
	for _, key := range []func(resource, name, typ string) [3]string{
		func(resource, name, typ string) [3]string { return [3]string{resource, name, typ} },
		func(resource, name, _ string) [3]string { return [3]string{resource, name} },
		func(_, name, typ string) [3]string { return [3]string{name, typ} },
		func(_, name, _ string) [3]string { return [3]string{name} },
	} {
		left := map[[3]string][]int{}
		for i, e := range before {
			if k := key(c.movedTo(e.resource), e.Name, c.declared[e.Type]); !used[i] {
				left[k] = append(left[k], i)
			}
		}
		for j, e := range after {
			k := key(e.resource, e.Name, e.Type)
			if partner[j] < 0 && len(left[k]) > 0 {
				partner[j], left[k] = left[k][0], left[k][1:]
				used[partner[j]] = true
			}
		}
	}
	return eventPairs(before, after, partner, used)
}

func eventPairs(before, after []listedEvent, partner []int, used []bool) []eventPair {
	var out []eventPair
	for j, e := range after {
		pair := eventPair{new: e}
		if partner[j] >= 0 {
			pair.old = before[partner[j]]
		}
		out = append(out, pair)
	}
	for i, e := range before {
		if !used[i] {
			out = append(out, eventPair{old: e})
		}
	}
	return out
}
