package curl

import "net/url"

// unescape decodes percent escapes, and leaves text with broken ones as it is.
func unescape(s string) string {
	if v, err := url.QueryUnescape(s); err == nil {
		return v
	}
	return s
}
