package config

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
)

// Authentication is what a target changes about the credentials of its API,
// each of which has an ID that docgen inspect shows.
type Authentication struct {
	// Add gives all methods one more.
	Add Credentials `yaml:"add"`
	// Replace has methods send one in another way. Its ID stays.
	Replace Credentials `yaml:"replace"`
	Remove  []Text      `yaml:"remove"`
	// Accept is how the pages have methods send credentials, where that differs
	// from what docgen.lock holds. It changes nothing else.
	Accept Credentials `yaml:"accept"`
}

// Credentials are in the order of the file.
type Credentials []*Credential

// A Credential says how to send one.
type Credential struct {
	ID Text `yaml:"-"`
	// Scheme is one of Schemes.
	Scheme Text `yaml:"scheme"`
	// Name is that of the header or of the query parameter, for these schemes.
	Name Text `yaml:"name"`
	// Prefix is what a header has before the credential, with a space if there
	// is to be one.
	Prefix Text `yaml:"prefix"`
	// Env is the environment variable that the generated FromEnv reads, if any.
	Env Text `yaml:"env"`
}

// Schemes are what Credential.Scheme can be.
var Schemes = []string{string(model.AuthBasic), string(model.AuthBearer), string(model.AuthHeader), string(model.AuthQuery)}

// SchemeNone says under Accept that the pages have no such credential any more.
const SchemeNone = "none"

func (d *decoder) credentials(n *yaml.Node, what string) (out Credentials) {
	d.entries(n, what, func(key, value *yaml.Node) {
		c := &Credential{ID: Text{key.Value, d.at(key)}}
		d.value(value, reflect.ValueOf(c).Elem(), what+"."+key.Value)
		out = append(out, c)
	})
	return out
}

func (d *decoder) authentication(a *Authentication) {
	for _, c := range slices.Concat(a.Add, a.Replace) {
		if !credentialID.MatchString(c.ID.Value) {
			d.faults.Add(c.ID.At, "%q is no ID of a credential; begin it with a letter, then letters, digits and _", c.ID.Value)
		}
		d.credential(c, Schemes)
	}
	for _, c := range a.Accept { // whose IDs the pages make
		d.credential(c, append(slices.Clone(Schemes), SchemeNone))
		if none := c.Scheme.Value == SchemeNone; none && c.Env.Value != "" {
			d.faults.Add(c.Env.At, "scheme %s has no env; take it out", SchemeNone)
		}
	}
}

var (
	credentialID = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)
	variable     = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
	// headerName is a name of RFC 9110, printable is text that a header can carry.
	headerName = regexp.MustCompile("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$")
	printable  = regexp.MustCompile(`^[ -~]+$`)
)

func (d *decoder) credential(c *Credential, schemes []string) {
	scheme := c.Scheme.Value
	switch named := scheme == string(model.AuthHeader) || scheme == string(model.AuthQuery); {
	case scheme == "":
		d.faults.Add(c.ID.At, "%s has no scheme; it must be one of %s", c.ID.Value, strings.Join(schemes, ", "))
		return
	case !slices.Contains(schemes, scheme):
		d.faults.Add(c.Scheme.At, "%q is no scheme%s", scheme, Suggest(scheme, schemes))
		return
	case named && c.Name.Value == "":
		d.faults.Add(c.ID.At, "%s has no name; scheme %s needs that of the %s", c.ID.Value, scheme, carrier(scheme))
	case !named && c.Name.Value != "":
		d.faults.Add(c.Name.At, "scheme %s has no name; take it out", scheme)
	}
	d.details(c)
}

func carrier(scheme string) string {
	if scheme == string(model.AuthQuery) {
		return "query parameter"
	}
	return scheme
}

// details checks what a scheme has besides.
func (d *decoder) details(c *Credential) {
	header := c.Scheme.Value == string(model.AuthHeader)
	if name := c.Name; header && name.Value != "" && !headerName.MatchString(name.Value) {
		d.faults.Add(name.At, "%q is no name of a header", name.Value)
	}
	switch prefix := c.Prefix; {
	case prefix.Value == "":
	case !header:
		d.faults.Add(prefix.At, "scheme %s has no prefix; only header has one", c.Scheme.Value)
	case !printable.MatchString(prefix.Value):
		d.faults.Add(prefix.At, "%q cannot stand in a header", prefix.Value)
	}
	if env := c.Env; env.Value != "" && !variable.MatchString(env.Value) {
		d.faults.Add(env.At, "%q is no name of an environment variable", env.Value)
	}
}
