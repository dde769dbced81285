package curl

import (
	"fmt"
	"testing"
)

// TestPairs holds what curl sends as a form: data that are names with values, unless a header
// says another media type.
func TestPairs(t *testing.T) {
	for command, want := range map[string]string{
		`curl -X PUT -d "name=tall" -d 'load=1&size=a+b' https://a.example/v1/cranes`: "PUT [{name tall } {load 1 } {size a b }] ",
		`curl https://a.example/v1 --data-urlencode "to=https://b.example/?a=1&b=2"`:  "POST [{to https://b.example/?a=1&b=2 }] ",
		`curl https://a.example/v1 -d '{"name": "tall=1"}'`:                           `POST [] {"name": "tall=1"}`,
		`curl https://a.example/v1 -H 'Content-Type: text/plain' -d 'a=1'`:            "POST [] a=1",
		`curl https://a.example/v1 -d @body.json`:                                     "POST [] @body.json",
		`curl https://a.example/v1 -d 'a=1' -d 'more'`:                                "POST [] a=1&more",
		`curl PUT https://a.example/v1 -d '{}'`:                                       "PUT [] {}",
		`curl -G https://a.example/v1 -d 'a=1'`:                                       "GET [] ",
	} {
		req, err := Read(command)
		if err != nil {
			t.Errorf("%s: %v", command, err)
			continue
		}
		if got := fmt.Sprintf("%s %v %s", req.Verb, req.Form, req.Body); got != want {
			t.Errorf("%s is %s, want %s", command, got, want)
		}
	}
}
