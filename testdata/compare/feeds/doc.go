// Package feeds holds the feeds of a history against grammars of their formats.
//
// That of Atom is in RELAX NG, after RFC 4287, and has no room for what is no part of
// Atom; xmllint of Debian's libxml2-utils reads it. That of JSON Feed 1.1 is a JSON Schema
// of what its page demands. Tests are skipped without xmllint, unless
// DOCGEN_FEEDS_REQUIRED is set.
package feeds
