package rules

import (
	"fmt"
	"slices"
	"time"

	"github.com/docgen-go/docgen/model/diff"
)

// A Policy is a rule about how long things are deprecated before they go, or about what the
// generated package alone shows. It is about no fact of the pages, and has no opposite.
type Policy struct {
	ID       string        `json:"id"`
	Severity diff.Severity `json:"severity"`
	// Message says in one line what happened, and Why what follows.
	Message string `json:"message"`
	Why     string `json:"why"`
}

// The IDs of policies.
const (
	RemovedUndeprecated    = "removed-undeprecated"
	RemovedBeforeDate      = "removed-before-date"
	RemovedTooSoon         = "removed-too-soon"
	RemovedAfterDeprecated = "removed-after-deprecation"
	DeprecatedTooLate      = "deprecated-too-late"
	GoChanged              = "go-changed"
)

// Policies returns every policy.
func Policies() []Policy {
	return []Policy{
		{RemovedUndeprecated, diff.Breaking, "removed without a deprecation", "Nobody was told before it was gone."},
		{RemovedBeforeDate, diff.Breaking, "removed before the date that the pages promised", "Whoever relied on the date has programs that fail now."},
		{RemovedTooSoon, diff.Breaking, "not known to have been deprecated long enough", "The revisions do not show that the deprecation was as old as the policy asks for; compare with an older one."},
		{RemovedAfterDeprecated, diff.Warning, "removed after a deprecation that was long enough", "Programs that still use it fail, but their authors had the time that the policy gives them."},
		{DeprecatedTooLate, diff.Warning, "to be removed sooner than the policy allows", "The date that the pages give leaves programs less time than the policy asks for."},
		{GoChanged, diff.Info, "only the generated Go changes", "Code that uses the package may no longer compile. Of what programs send and receive nothing is known to have changed."},
	}
}

// Policy returns the policy with the ID, with the severity that is asked for where one is.
func (d Deprecation) Policy(id string) (Policy, bool) {
	all := Policies()
	i := slices.IndexFunc(all, func(p Policy) bool { return p.ID == id })
	if i < 0 {
		return Policy{}, false
	}
	if s, ok := d.Severity[id]; ok {
		all[i].Severity = s
	}
	return all[i], true
}

// A Deprecation is what is asked of deprecations, and when the revisions are from.
type Deprecation struct {
	// Days is how long something has to be deprecated before it goes; 0 asks nothing,
	// and then only broken promises of the pages are told.
	Days int
	// Old and New are the dates of the revisions; zero where they are not known.
	Old, New time.Time
	// Severity has other severities of policies by their IDs.
	Severity map[string]diff.Severity
}

// removals are the kinds of what is gone.
var removals = []diff.Kind{
	diff.ResourceRemoved, diff.MethodRemoved, diff.ParamRemovedRequired, diff.ParamRemovedOptional,
	diff.FieldRemovedRequired, diff.FieldRemovedOptional, diff.EnumValueRemoved, diff.KnownValueRemoved,
}

// Apply gives findings the policies that they fall under: the severity is that of the
// policy, unless the finding is no more than info, such as one that is only inferred.
func (d Deprecation) Apply(findings []diff.Finding) {
	for i := range findings {
		f := &findings[i]
		id, says := d.policy(f)
		policy, ok := d.Policy(id)
		if !ok {
			continue
		}
		f.Rules, f.Policy = append(slices.Clone(f.Rules), id), policy.Message+says
		if f.Severity != diff.Info {
			f.Severity = policy.Severity
		}
	}
}

// policy returns the policy that a finding falls under, or "", and what to say of it
// besides. Of several locations the one that counts is that of which least can be said
// in favor.
func (d Deprecation) policy(f *diff.Finding) (id, says string) {
	if f.Kind == diff.Deprecated {
		return d.ofDeprecated(f.New)
	}
	if !slices.Contains(removals, f.Kind) && !(f.Kind == diff.PagingRemoved && f.At != "") { // by its parameter
		return "", ""
	}
	order := []string{RemovedBeforeDate, RemovedUndeprecated, RemovedTooSoon, RemovedAfterDeprecated, ""}
	worst := len(order)
	for _, l := range f.Locations {
		i, more := d.ofRemoved(l.Deprecated)
		if rank := slices.Index(order, i); rank < worst {
			worst, id, says = rank, i, more
		}
	}
	return id, says
}

// ofRemoved is about something that is gone and of whose deprecation the old pages said
// a text.
func (d Deprecation) ofRemoved(text string) (id, says string) {
	if date, ok := removalDate(text); ok && !d.New.IsZero() {
		switch {
		case d.New.Before(date):
			return RemovedBeforeDate, ": " + date.Format(time.DateOnly)
		case d.Days > 0:
			return RemovedAfterDeprecated, ": it was announced for " + date.Format(time.DateOnly)
		}
		return "", ""
	}
	switch days := d.between(); {
	case d.Days == 0:
		return "", ""
	case text == "":
		return RemovedUndeprecated, ""
	case days < 0:
		return RemovedTooSoon, ": the dates of the revisions are not known"
	case days < d.Days:
		return RemovedTooSoon, fmt.Sprintf(": for %d days at least, of %d", days, d.Days)
	default:
		return RemovedAfterDeprecated, fmt.Sprintf(": for %d days at least", days)
	}
}

// ofDeprecated is about something that is deprecated now, for which the new pages may
// give a date.
func (d Deprecation) ofDeprecated(text string) (id, says string) {
	date, ok := removalDate(text)
	if !ok || d.New.IsZero() || d.Days == 0 {
		return "", ""
	}
	if days := int(date.Sub(d.New).Hours() / 24); days < d.Days {
		return DeprecatedTooLate, fmt.Sprintf(": in %d days, of %d", days, d.Days)
	}
	return "", ""
}

// between is how many days are between the revisions, or -1 where that is not known.
func (d Deprecation) between() int {
	if d.Old.IsZero() || d.New.Before(d.Old) {
		return -1
	}
	return int(d.New.Sub(d.Old).Hours() / 24)
}
