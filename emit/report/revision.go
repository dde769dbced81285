package report

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// A Revision is what is known of one side besides its pages.
type Revision struct {
	// Date is YYYY-MM-DD: of the commit, or the one in the name of a snapshot.
	Date string `json:"date,omitempty"`
	// Commit and Subject are those of the commit.
	Commit  string `json:"commit,omitempty"`
	Subject string `json:"subject,omitempty"`
}

// plain is the revision with plain texts; nil stays nil.
func (v *Revision) plain() *Revision {
	if v == nil {
		return nil
	}
	return &Revision{diag.Plain(v.Date), diag.Plain(v.Commit), diag.Plain(v.Subject)}
}

// words are the revision in one line, in brackets, with a space before them, or "".
// quote marks what somebody wrote.
func (v *Revision) words(quote func(string) string) string {
	if v == nil {
		return ""
	}
	parts := words(v.Date, quote(v.Subject))
	if parts == "" {
		return ""
	}
	return " (" + strings.TrimSpace(parts) + ")"
}
