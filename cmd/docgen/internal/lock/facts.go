package lock

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Facts are where a package sends secrets. The nil Facts are those of a file of a
// time before they were noted.
type Facts struct {
	// Server is the base URL that clients call by default, "" for none.
	Server string
	// Credentials are sorted by ID.
	Credentials []Credential
}

// A Credential says how a secret travels: Scheme is basic, bearer, header or query,
// Name that of the header or query parameter, Prefix what a header has before the
// secret, and Env the environment variable that FromEnv takes it from, if any.
type Credential struct{ ID, Scheme, Name, Prefix, Env string }

// Find returns the credential with the ID.
func (f *Facts) Find(id string) (Credential, bool) {
	i := slices.IndexFunc(f.Credentials, func(c Credential) bool { return c.ID == id })
	if i < 0 {
		return Credential{}, false
	}
	return f.Credentials[i], true
}

// Sort brings the credentials in the order of the file.
func (f *Facts) Sort() {
	slices.SortFunc(f.Credentials, func(a, b Credential) int { return cmp.Compare(a.ID, b.ID) })
}

// lines are the facts as they are stored.
func (f *Facts) lines() []string {
	if f == nil {
		return nil
	}
	out := []string{"server " + word(f.Server)}
	for _, c := range f.Credentials {
		line := []string{"credential", word(c.ID), word(c.Scheme)}
		for _, part := range []struct{ what, value string }{{"name", c.Name}, {"prefix", c.Prefix}, {"env", c.Env}} {
			if part.value != "" {
				line = append(line, part.what, word(part.value))
			}
		}
		out = append(out, strings.Join(line, " "))
	}
	return out
}

// server reads: server URL.
func (p *parser) server(url string) error {
	if p.target.Facts == nil {
		p.target.Facts = &Facts{}
	} else if had := p.target.Facts.Server; had != url {
		return fmt.Errorf("there are two servers, %q and %q; delete the line of one", had, url)
	}
	p.target.Facts.Server = url
	return nil
}

// credential reads: credential ID scheme [name X] [prefix X] [env X].
func (p *parser) credential(words []string) error {
	c := Credential{ID: words[1], Scheme: words[2]}
	into := map[string]*string{"name": &c.Name, "prefix": &c.Prefix, "env": &c.Env}
	for i := 3; i < len(words); i += 2 {
		if into[words[i]] == nil || i+1 == len(words) || words[i+1] == "" {
			return errLine
		}
		*into[words[i]] = words[i+1]
		into[words[i]] = nil
	}
	if p.target.Facts == nil {
		return errors.New("the line of the server is missing before this one; restore the file")
	}
	if had, twice := p.target.Facts.Find(c.ID); twice {
		if had != c {
			return fmt.Errorf("there are two credentials %s; delete the line of one", c.ID)
		}
		return nil
	}
	p.target.Facts.Credentials = append(p.target.Facts.Credentials, c)
	p.target.Facts.Sort()
	return nil
}
