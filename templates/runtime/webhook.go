package runtime

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// webhookAge is how old or how far ahead a webhook may be: it could be one that
// somebody caught and sends again.
const webhookAge = 5 * time.Minute

// UnwrapWebhook checks the signature of a webhook by the scheme of Standard Webhooks
// and reads it as a T, such as the type of an event. body is the request's as it came,
// header its headers, and secret what the signatures are made with, mostly beginning with
// whsec_.
func UnwrapWebhook[T any](body []byte, header http.Header, secret string) (T, error) {
	var out T
	if err := verifyWebhook(body, header, secret, time.Now()); err != nil {
		return out, fmt.Errorf("webhook: %w", err)
	}
	if err := decodeContent(body, &out); err != nil {
		return out, fmt.Errorf("webhook: %w", err)
	}
	return out, nil
}

// verifyWebhook reports as an error that a webhook is not signed, not by the secret, or
// not now.
func verifyWebhook(body []byte, header http.Header, secret string, now time.Time) error {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil || len(key) == 0 {
		return errors.New("the secret is not base64, or empty")
	}
	id, stamp := header.Get("Webhook-Id"), header.Get("Webhook-Timestamp")
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if id == "" || err != nil {
		return errors.New("it has no ID or no time: it is not signed")
	}
	if age := now.Sub(time.Unix(seconds, 0)); age > webhookAge || age < -webhookAge {
		return fmt.Errorf("its time is more than %s from now", webhookAge)
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.%s", id, stamp, body)
	due := mac.Sum(nil)
	for signature := range strings.FieldsSeq(header.Get("Webhook-Signature")) {
		version, text, _ := strings.Cut(signature, ",")
		if got, err := base64.StdEncoding.DecodeString(text); err == nil && version == "v1" && hmac.Equal(got, due) {
			return nil
		}
	}
	return errors.New("no signature is that of the secret")
}
