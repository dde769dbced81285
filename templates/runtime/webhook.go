package runtime

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A webhookRule says how webhooks are signed. Encodings are base64, hex and text.
type webhookRule struct {
	id, stamp, signature string // headers; no id and no stamp where webhooks have none
	stampPrefix          string // of the time among other pieces of its header
	prefix               string // of a signature
	encoding             string // of a signature
	secretPrefix         string
	secretEncoding       string
	algorithm            string // sha1, sha256 or sha512
	signed               string // what is signed, with {id}, {timestamp} and {body}
	age                  time.Duration
}

// UnwrapWebhook checks the signature of a webhook, by the scheme of Standard Webhooks
// unless docgen.yaml says otherwise, and reads it as a T, such as the type of an event.
// body is the request's as it came, header its headers, and secrets are what signatures may
// be made with: several while a secret is being replaced.
func UnwrapWebhook[T any](body []byte, header http.Header, secrets ...string) (T, error) {
	var out T
	if err := webhookScheme.verify(body, header, secrets, time.Now()); err != nil {
		return out, fmt.Errorf("webhook: %w", err)
	}
	if err := decodeContent(body, &out); err != nil {
		return out, fmt.Errorf("webhook: %w", err)
	}
	return out, nil
}

// verify reports as an error that a webhook is not signed, not by one of the secrets, or
// not now: it could be one that somebody caught and sends again.
func (r webhookRule) verify(body []byte, header http.Header, secrets []string, now time.Time) error {
	id, stamp := header.Get(r.id), r.stampOf(header)
	if r.id != "" && id == "" || header.Get(r.signature) == "" {
		return errors.New("it has no ID or no signature: it is not signed")
	}
	if r.stamp != "" {
		seconds, err := strconv.ParseInt(stamp, 10, 64)
		if err != nil {
			return errors.New("it has no time: it is not signed")
		}
		if age := now.Sub(time.Unix(seconds, 0)); age > r.age || age < -r.age {
			return fmt.Errorf("its time is more than %s from now", r.age)
		}
	}
	signed := r.signedText(id, stamp, body)
	found := r.signatures(header.Get(r.signature))
	if len(secrets) == 0 {
		return errors.New("there is no secret to check it with")
	}
	for _, secret := range secrets {
		key, err := plainBytes(r.secretEncoding, strings.TrimPrefix(secret, r.secretPrefix))
		if err != nil || len(key) == 0 {
			return fmt.Errorf("the secret is not %s, or empty", r.secretEncoding)
		}
		mac := hmac.New(r.hash(), key)
		mac.Write(signed)
		due := mac.Sum(nil)
		for _, got := range found {
			if hmac.Equal(got, due) { // takes the same time wherever they differ
				return nil
			}
		}
	}
	return errors.New("no signature is that of the secret")
}

// signedText puts a webhook into what is signed, each piece once: what is in a body
// cannot be taken for a slot.
func (r webhookRule) signedText(id, stamp string, body []byte) []byte {
	var out []byte
	rest := r.signed
	for rest != "" {
		before, after, ok := strings.Cut(rest, "{")
		out = append(out, before...)
		if !ok {
			break
		}
		name, more, _ := strings.Cut(after, "}")
		switch name {
		case "id":
			out = append(out, id...)
		case "timestamp":
			out = append(out, stamp...)
		case "body":
			out = append(out, body...)
		}
		rest = more
	}
	return out
}

// pieces are the parts of a header that has several signatures, or a time beside one.
func (r webhookRule) pieces(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == ',' && !strings.Contains(r.prefix, ",") })
}

// stampOf is the time that a webhook says, "" where there is none.
func (r webhookRule) stampOf(header http.Header) string {
	if r.stamp == "" {
		return ""
	}
	text := header.Get(r.stamp)
	if r.stampPrefix == "" {
		return text
	}
	for _, piece := range r.pieces(text) {
		if stamp, ok := strings.CutPrefix(piece, r.stampPrefix); ok {
			return stamp
		}
	}
	return ""
}

// signatures are those in a header that are of the scheme.
func (r webhookRule) signatures(text string) [][]byte {
	var out [][]byte
	for _, piece := range r.pieces(text) {
		if signature, ok := strings.CutPrefix(piece, r.prefix); ok {
			if raw, err := plainBytes(r.encoding, signature); err == nil {
				out = append(out, raw)
			}
		}
	}
	return out
}

func (r webhookRule) hash() func() hash.Hash {
	switch r.algorithm {
	case "sha1":
		return sha1.New
	case "sha512":
		return sha512.New
	}
	return sha256.New
}

func plainBytes(encoding, text string) ([]byte, error) {
	switch encoding {
	case "text":
		return []byte(text), nil
	case "hex":
		return hex.DecodeString(text)
	}
	return base64.StdEncoding.DecodeString(text)
}
