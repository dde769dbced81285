package curl

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// pair begins data that are a name with its value, as a form sends them.
var pair = prefilter.MustCompile(`^[A-Za-z_][A-Za-z0-9_.\[\]-]*=`)

// formType is the media type that curl sends data with that no header says otherwise of.
const formType = "application/x-www-form-urlencoded"

// pairs takes the data for a form, which curl sends them as, where each is a name with its value
// and no header says another media type: -d colour=red -d 'size=3&depth=2'. It reports whether
// they are one. What a verb without a body sends so is meant for the query, as often as not.
func (c *command) pairs() bool {
	if len(c.data) == 0 || c.req.Form != nil || c.req.Verb == "GET" || c.req.Verb == "DELETE" || c.req.Verb == "HEAD" {
		return false
	}
	var form []model.Constant
	for i, data := range c.data {
		parts := []string{data}
		if !slices.Contains(c.encoded, i) {
			parts = strings.Split(data, "&")
		}
		for _, each := range parts {
			if !pair.MatchString(each) {
				return false
			}
			name, value, _ := strings.Cut(each, "=")
			form = append(form, model.Constant{Name: unescape(name), Value: unescape(value)})
		}
	}
	typed := false
	for _, h := range c.req.Headers {
		if strings.EqualFold(h.Name, "Content-Type") {
			if typed = strings.Contains(strings.ToLower(h.Value), formType); !typed {
				return false
			}
		}
	}
	if c.req.Form = form; !typed {
		c.header("Content-Type: " + formType)
	}
	return true
}
