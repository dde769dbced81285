package pull

import "errors"

// What came of asking for a page.
const (
	gotPage    = "page"
	gotMoved   = "moved" // it has another address
	gotMissing = string(Missing)
	gotRefused = string(Refused)
	gotFailed  = string(Failed)
	gotIndex   = "index" // the links of an index that is not stored
)

// An outcome is what came of asking for a page, in one form or several.
type outcome struct {
	key    string
	url    string // of the form that was asked for
	kind   string
	reason string // why there is no page
	html   bool   // there is an HTML page in its place
	entry  Entry  // of a page
	same   bool   // the page is as in the last snapshot
	kept   bool   // there is no page; that of the last snapshot stays

	negotiated bool // the page answered where people read it
	unasked    bool // a limit ended the pull before the page's turn

	away    string   // the path of the same site to which the page redirects, out of the scope
	outside []string // paths of listed pages that are not in the scope
	others  int      // listed pages of other sites

	links    []found // where the page leads; of a moved one, its new address
	findings []Finding
}

// stored reports whether the snapshot has a page.
func (o outcome) stored() bool { return o.kind == gotPage || o.kept }

// final reports whether other forms of the page need not be asked for.
func (o outcome) final() bool { return o.kind != gotMissing && o.kind != gotRefused }

func (o outcome) missing(err error) outcome {
	o.kind, o.reason = gotMissing, err.Error()
	return o
}

func (o outcome) refused(reason string) outcome {
	o.kind, o.reason = gotRefused, reason
	return o
}

// failed tells what is refused from what did not work.
func (o outcome) failed(err error) outcome {
	var r *refusal
	if errors.As(err, &r) {
		o.html = r.html
		return o.refused(r.reason)
	}
	o.kind, o.reason = gotFailed, err.Error()
	return o
}
