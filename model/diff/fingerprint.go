package diff

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// fingerprintVersion is the first part of what fingerprints are made of. It changes
// with the way in which they are made, so that old ones never mean something else.
const fingerprintVersion = "1"

// setFingerprints gives each location of the changes its fingerprint, and the changes
// theirs.
func setFingerprints(changes []Change) {
	for i := range changes {
		changes[i].setLocationFingerprints()
		changes[i].setFingerprint()
	}
}

func (c *Change) setLocationFingerprints() {
	for j := range c.Locations {
		l := &c.Locations[j]
		l.Fingerprint = Digest(fingerprintVersion, string(c.Kind), l.Resource, l.Method, l.Type, l.At, l.Old, l.New)
	}
}

// Complete makes a change of its kind and its locations: where the first is, all values, whom
// it reaches and the fingerprints. It is for changes that Compare knows nothing of.
func (c *Change) Complete() {
	c.summarize()
	c.setLocationFingerprints()
	c.setFingerprint()
}

// setFingerprint makes the fingerprint of a change of those of its locations: that of
// the only one where there is one.
func (c *Change) setFingerprint() {
	all := make([]string, len(c.Locations))
	for i, l := range c.Locations {
		all[i] = l.Fingerprint
	}
	slices.Sort(all)
	if all = slices.Compact(all); len(all) == 1 {
		c.Fingerprint = all[0]
		return
	}
	c.Fingerprint = Digest(append([]string{fingerprintVersion, "entry"}, all...)...)
}

// Digest returns 64 bits of a hash of words, in hexadecimal digits, as fingerprints are
// made of them.
func Digest(words ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, "\x00")))
	return hex.EncodeToString(sum[:8])
}
