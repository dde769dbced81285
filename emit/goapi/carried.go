package goapi

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// pollOption is the option that a package has for methods after which a value can be asked
// for again.
const pollOption = "WithPollInterval"

// pollResources are the IDs of the resources that have such methods.
func pollResources(api *model.API) []string {
	var out []string
	for id := range naming.Polls(api) {
		out = append(out, id[:max(0, strings.LastIndexByte(id, '.'))])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// formNames are what a package exports for methods that send forms.
var formNames = []string{"File", "NewFile"}

// formMethods are the IDs of those methods.
func formMethods(api *model.API) []string {
	var out []string
	for _, m := range api.Methods {
		if m.Body != nil && (strings.HasPrefix(m.Body.ContentType, "multipart/") || strings.HasPrefix(m.Body.ContentType, "application/x-www-form-urlencoded")) {
			out = append(out, m.ID)
		}
	}
	return out
}

// form are the findings about the bodies of methods that send forms, and about what came
// or went with them.
func (x *explainer) form(s *Side) []int {
	var out []int
	for _, id := range s.forms {
		for _, about := range s.index.byMethod[id] {
			switch k := x.findings[about.finding].Kind; {
			case k == diff.MediaChanged, k == diff.BodyAdded, k == diff.BodyRemoved, strings.HasPrefix(string(k), "method-"):
				out = append(out, about.finding)
			}
		}
		out = append(out, s.resources.resources.covering(parent(id))...)
	}
	return out
}

// unwrapWebhook is the function that packages have where anything of the API is about webhooks.
const unwrapWebhook = "UnwrapWebhook"

// webhooks are the findings that resources, events and types came or went which are about
// webhooks.
func (x *explainer) webhooks(s *Side) []int {
	var out []int
	for _, about := range s.index.all {
		switch x.findings[about.finding].Kind {
		case diff.TypeAdded, diff.TypeRemoved, diff.EventAdded, diff.EventRemoved, diff.ResourceAdded, diff.ResourceRemoved, diff.MethodAdded, diff.MethodRemoved:
		default:
			continue
		}
		if slices.ContainsFunc(naming.Words(strings.Join([]string{about.resource, about.method, about.typ, s.resourceOf[about.typ]}, " ")), naming.IsWebhook) {
			out = append(out, about.finding)
		}
	}
	return out
}

// carried gives what the runtime exports for some methods alone the causes of what
// happened to the resources of these.
func (x *explainer) carried(all []change, causes [][]int) {
	for i := range all {
		c, s := &all[i], x.old
		if c.Action == Added {
			s = x.new
		}
		switch {
		case len(causes[i]) > 0:
			continue
		case c.Name == pollOption:
			for _, id := range s.polls {
				causes[i] = append(causes[i], x.resource(s, id)...)
			}
		case c.Name == unwrapWebhook:
			causes[i] = x.webhooks(s)
		case slices.Contains(formNames, c.Name):
			causes[i] = x.form(s)
		default:
			continue
		}
		slices.Sort(causes[i])
		causes[i] = slices.Compact(causes[i])
	}
}
