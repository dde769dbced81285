package runtime

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestVerifyWebhook(t *testing.T) {
	const (
		secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
		body   = `{"test": 2432232314}`
		signed = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
	)
	at := time.Unix(1614265330, 0)
	header := func(id, stamp, signature string) http.Header {
		h := http.Header{}
		h.Set("webhook-id", id)
		h.Set("webhook-timestamp", stamp)
		h.Set("webhook-signature", signature)
		return h
	}
	whole := header("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", signed)
	for name, c := range map[string]struct {
		body, secret string
		header       http.Header
		now          time.Time
		fail         string
	}{
		"signed":                     {body, secret, whole, at, ""},
		"one of several":             {body, secret, header("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,AAAA v2,x "+signed), at.Add(4 * time.Minute), ""},
		"another body":               {body + " ", secret, whole, at, "no signature"},
		"another secret":             {body, "whsec_AAAA", whole, at, "no signature"},
		"another version":            {body, secret, header("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v2"+signed[2:]), at, "no signature"},
		"old":                        {body, secret, whole, at.Add(6 * time.Minute), "from now"},
		"early":                      {body, secret, whole, at.Add(-6 * time.Minute), "from now"},
		"without headers":            {body, secret, http.Header{}, at, "not signed"},
		"without a secret":           {body, "", whole, at, "secret"},
		"a secret that is no base64": {body, "whsec_?", whole, at, "secret"},
	} {
		if err := verifyWebhook([]byte(c.body), c.header, c.secret, c.now); (err == nil) != (c.fail == "") || err != nil && !strings.Contains(err.Error(), c.fail) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := UnwrapWebhook[node]([]byte(body), whole, secret); err == nil || !strings.Contains(err.Error(), "from now") {
		t.Errorf("an old webhook is read: %v", err)
	}
}
