package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// hostWords are what a word for a host in capitals has among its words: SITE_ROOT,
	// API_HOST, BASE_URL.
	hostWords = wordSet(`host hostname server domain url uri base root site endpoint address ip`)
	// endings are those of hosts that pages print without their scheme. Others are those of
	// files, or words of a path.
	endings = wordSet(`com net org io dev app co ai cloud example local localhost internal test me us uk eu de fr xyz info biz`)

	hostLetters = prefilter.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.-]*(?::[A-Za-z0-9_]+)?$`)
	address     = prefilter.MustCompile(`^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$`)
	capitals    = prefilter.MustCompile(`^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*(?::[A-Z0-9_]+)?$`)
	// identity are the names of slots for what a path is about, and no host.
	identity = prefilter.MustCompile(`(?:^|[_-])(?:id|ID|uuid|UUID|slug)$|[a-z](?:Id|ID|Uuid|UUID)$`)
)

// isHost reports whether the first segment of a path without a slash before it is no part of
// the path: a host without its scheme, or capitals that stand for one.
func isHost(segment string) bool {
	if capitals.MatchString(segment) {
		name, _, _ := strings.Cut(segment, ":")
		for word := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return r == '_' || r == '-' }) {
			if hostWords[word] {
				return true
			}
		}
		return false
	}
	if !hostLetters.MatchString(segment) {
		return false
	}
	host, port, _ := strings.Cut(segment, ":")
	dot := strings.LastIndexByte(host, '.')
	switch {
	case strings.EqualFold(host, "localhost"), address.MatchString(host):
		return true
	case dot > 0:
		return endings[strings.ToLower(host[dot+1:])]
	}
	return port != "" && strings.Trim(port, "0123456789") == ""
}

// afterVariable is the path behind what stands for a host in brackets or behind a dollar,
// which may lack its first slash: {base}/boats, {base}boats. It is "" where there is none.
func afterVariable(s string) string {
	marks := len(s) - len(strings.TrimLeft(s, "$%"))
	if marks == len(s) {
		return ""
	}
	if closing := Closing(s[marks:]); closing > 0 {
		closing += marks + 1
		if name := strings.Trim(s[:closing], "$%{}<>@ "); identity.MatchString(name) {
			return "/" + s // a slot that the path begins with
		}
		if closing < len(s) && isLetter(s[closing]) {
			return "/" + s[closing:]
		}
	}
	if i := strings.IndexByte(s, '/'); i > 0 {
		return s[i:]
	}
	return ""
}

// NamesHost reports whether the name of a variable says that it stands for a host or an address.
func NamesHost(name string) bool {
	var words strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			words.WriteByte('_')
		}
		words.WriteRune(r)
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(words.String()), func(r rune) bool { return r == '_' || r == '-' }) {
		if hostWords[word] || word == "api" || word == "subdomain" || word == "baseurl" {
			return true
		}
	}
	return hostWords[strings.ToLower(name)]
}
