package runtime

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"hash"
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
		if err := webhookScheme.verify([]byte(c.body), c.header, []string{c.secret}, c.now); (err == nil) != (c.fail == "") || err != nil && !strings.Contains(err.Error(), c.fail) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := webhookScheme.verify([]byte(body), whole, []string{"whsec_AAAA", secret}, at); err != nil {
		t.Errorf("the second of two secrets: %v", err)
	}
	if err := webhookScheme.verify([]byte(body), whole, nil, at); err == nil {
		t.Error("signed without a secret")
	}
	if _, err := UnwrapWebhook[node]([]byte(body), whole, secret); err == nil || !strings.Contains(err.Error(), "from now") {
		t.Errorf("an old webhook is read: %v", err)
	}
}

// TestVerifyWebhookByRules signs by other rules than those of Standard Webhooks.
func TestVerifyWebhookByRules(t *testing.T) {
	const body = `{"text": "{id}{timestamp}"}`
	at := time.Unix(1700000000, 0)
	sign := func(new func() hash.Hash, key, text string) []byte {
		mac := hmac.New(new, []byte(key))
		mac.Write([]byte(text))
		return mac.Sum(nil)
	}
	header := func(pairs ...string) http.Header {
		h := http.Header{}
		for i := 0; i < len(pairs); i += 2 {
			h.Set(pairs[i], pairs[i+1])
		}
		return h
	}
	oneHeader := webhookRule{stamp: "Sign", signature: "Sign", stampPrefix: "t=", prefix: "v1=", encoding: "hex", secretEncoding: "text", signed: "{timestamp}.{body}", age: time.Minute}
	one := hex.EncodeToString(sign(sha256.New, "sea", "1700000000."+body))
	bare := webhookRule{signature: "X-Sign", prefix: "sha1=", encoding: "hex", secretEncoding: "hex", algorithm: "sha1", signed: "{body}"}
	long := webhookRule{id: "X-Id", stamp: "X-At", signature: "X-Sign", encoding: "base64", secretEncoding: "text", secretPrefix: "key_", algorithm: "sha512", signed: "v0:{timestamp}:{id}:{body}", age: time.Minute}
	for name, c := range map[string]struct {
		rule   webhookRule
		header http.Header
		secret string
		now    time.Time
		signed bool
	}{
		"one header":            {oneHeader, header("Sign", "t=1700000000,v1="+one), "sea", at, true},
		"one header, replayed":  {oneHeader, header("Sign", "t=1700000000,v1="+one), "sea", at.Add(2 * time.Minute), false},
		"one header, new time":  {oneHeader, header("Sign", "t=1700000060,v1="+one), "sea", at.Add(time.Minute), false},
		"one header, no time":   {oneHeader, header("Sign", "v1="+one), "sea", at, false},
		"one header, old kind":  {oneHeader, header("Sign", "t=1700000000,v0="+one), "sea", at, false},
		"a wrong secret":        {oneHeader, header("Sign", "t=1700000000,v1="+one), "lake", at, false},
		"body alone":            {bare, header("X-Sign", "sha1="+hex.EncodeToString(sign(sha1.New, "\x01\x02", body))), "0102", at, true},
		"body alone, no prefix": {bare, header("X-Sign", hex.EncodeToString(sign(sha1.New, "\x01\x02", body))), "0102", at, false},
		"long": {long, header("X-Id", "e1", "X-At", "1700000000", "X-Sign",
			base64.StdEncoding.EncodeToString(sign(sha512.New, "sea", "v0:1700000000:e1:"+body))), "key_sea", at, true},
		"long, another ID": {long, header("X-Id", "e2", "X-At", "1700000000", "X-Sign",
			base64.StdEncoding.EncodeToString(sign(sha512.New, "sea", "v0:1700000000:e1:"+body))), "key_sea", at, false},
	} {
		if err := c.rule.verify([]byte(body), c.header, []string{c.secret}, c.now); (err == nil) != c.signed {
			t.Errorf("%s: %v", name, err)
		}
	}
}
