package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/cmd/docgen/internal/lock"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// The findings about where a package sends secrets. Pages are text from elsewhere,
// so that what they come to say of it counts only once docgen.yaml accepts it.
const (
	codeLockedServer     diag.Code = "locked-server"
	codeLockedCredential diag.Code = "locked-credential"
)

// secrets are where a package sends secrets, with the places that say so: of the
// server under "", of credentials under their ID.
type secrets struct {
	Facts lock.Facts
	Spans map[string]source.Span
}

// secretsOf returns what a package of an API does with credentials, where its
// FromEnv reads the variables that the options vouch for.
func secretsOf(api *model.API, o golang.Options) secrets {
	out := secrets{Spans: map[string]source.Span{}}
	if len(api.Servers) > 0 {
		out.Facts.Server, out.Spans[""] = api.Servers[0].URL, api.Servers[0].Span
	}
	for _, a := range api.Auth {
		c := lock.Credential{ID: a.ID, Scheme: string(a.Scheme), Name: a.Name, Prefix: a.Prefix, Env: golang.Variable(api, o, a)}
		out.Facts.Credentials = append(out.Facts.Credentials, c)
		out.Spans[a.ID] = a.Span
	}
	out.Facts.Sort()
	return out
}

// variables are the environment variables that docgen.yaml names.
func variables(t *config.Target) []string {
	var out []string
	for _, c := range slices.Concat(t.Authentication.Add, t.Authentication.Replace, t.Authentication.Accept) {
		if c.Env.Value != "" {
			out = append(out, c.Env.Value)
		}
	}
	return out
}

// finalStatuses are those that docgen.yaml lists, by TypeID.field.
func finalStatuses(t *config.Target) map[string][]string {
	out := map[string][]string{}
	for _, l := range t.FinalStatuses {
		out[l.Key.Value] = []string{}
		for _, v := range l.Values {
			out[l.Key.Value] = append(out[l.Key.Value], v.Value)
		}
	}
	return out
}

// checkSecrets compares where the package sends secrets with what docgen.lock
// holds. It prints every change that docgen.yaml does not accept, and then the
// error is errFindings, whatever else was said of going on: did says what was not
// done.
func (b *build) checkSecrets(s *session, t *target, did string) error {
	var found diag.List
	told := map[string]bool{}
	if t.lock != nil && t.lock.was.Targets[t.id] != nil {
		if had := t.lock.was.Targets[t.id].Facts; had != nil {
			found, told = b.secrets.changes(had, t)
		}
	}
	var faults config.Faults
	for _, c := range t.Authentication.Accept {
		if now := b.secrets.find(c.ID.Value); !told[c.ID.Value] && !accepts(c, now) {
			faults.Add(c.ID.At, "the pages have %s: change the entry, or take it out", describeCredential(c.ID.Value, now))
		}
	}
	for _, d := range (&reference{found: found, prefix: b.prefix}).located() {
		fmt.Fprintln(s.stderr, d)
	}
	if len(found) > 0 {
		fmt.Fprintf(s.stderr, "docgen: nothing %s: secrets would go elsewhere than docgen.lock says; if that is right, accept it in docgen.yaml as the help above says\n", did)
		return errFindings
	}
	return badConfig(faults.Err())
}

// find returns the credential with the ID, nil where there is none.
func (f *secrets) find(id string) *lock.Credential {
	if c, ok := f.Facts.Find(id); ok {
		return &c
	}
	return nil
}

// changes returns the findings about what differs from the facts that were locked
// and is not accepted, and the IDs of the credentials among them.
func (f *secrets) changes(had *lock.Facts, t *target) (found diag.List, told map[string]bool) {
	if now := f.Facts.Server; now != had.Server && t.BaseURL.Value == "" {
		d := found.Add(codeLockedServer, diag.Error, f.Spans[""], "clients would call %s, and docgen.lock has %s", serverText(now), serverText(had.Server))
		d.Help = "put the one that is meant under the target in docgen.yaml: base_url: " + strconv.Quote(cmp.Or(now, had.Server))
		if now != "" && had.Server != "" {
			d.Help += " (or " + strconv.Quote(had.Server) + ")"
		}
	}
	ids := map[string]bool{}
	told = map[string]bool{}
	for _, c := range slices.Concat(had.Credentials, f.Facts.Credentials) {
		ids[c.ID] = true
	}
	for _, id := range sortedKeys(ids) {
		before, locked := had.Find(id)
		now := f.find(id)
		if locked == (now != nil) && (now == nil || *now == before) || t.accepts(id, now) {
			continue
		}
		was := (*lock.Credential)(nil)
		if locked {
			was = &before
		}
		told[id] = true
		found.Add(codeLockedCredential, diag.Error, f.Spans[id], "the pages have %s, and docgen.lock has %s", describeCredential(id, now), describeCredential(id, was)).
			Help = "to accept it, put under the target in docgen.yaml: authentication: {accept: {" + acceptText(id, now) + "}}"
	}
	return found, told
}

// accepts reports whether docgen.yaml has a word for a credential as it is now,
// nil where it is gone.
func (t *target) accepts(id string, now *lock.Credential) bool {
	a := t.Authentication
	has := func(c *config.Credential) bool { return c.ID.Value == id }
	switch {
	case slices.ContainsFunc(slices.Concat(a.Add, a.Replace), has):
		return true
	case slices.ContainsFunc(a.Remove, func(r config.Text) bool { return r.Value == id }):
		return now == nil
	}
	return slices.ContainsFunc(a.Accept, func(c *config.Credential) bool { return has(c) && accepts(c, now) })
}

func accepts(c *config.Credential, now *lock.Credential) bool {
	if now == nil {
		return c.Scheme.Value == config.SchemeNone
	}
	return *now == lock.Credential{ID: c.ID.Value, Scheme: c.Scheme.Value, Name: c.Name.Value, Prefix: c.Prefix.Value, Env: c.Env.Value}
}

func serverText(url string) string { return cmp.Or(url, "no server") }

// describeCredential says how a credential travels, nil for none.
func describeCredential(id string, c *lock.Credential) string {
	if c == nil {
		return "no credential " + id
	}
	text := "the credential " + id + " as " + c.Scheme
	if c.Name != "" {
		text += " " + c.Name
	}
	if c.Prefix != "" {
		text += " with the prefix " + strconv.Quote(c.Prefix)
	}
	if c.Env != "" {
		text += " from the variable " + c.Env
	}
	return text
}

// acceptText is the entry of docgen.yaml that accepts a credential.
func acceptText(id string, c *lock.Credential) string {
	if c == nil {
		return strconv.Quote(id) + ": {scheme: " + config.SchemeNone + "}"
	}
	return golang.AcceptText(model.Auth{ID: id, Scheme: model.AuthScheme(c.Scheme), Name: c.Name, Prefix: c.Prefix, Env: c.Env})
}
