package golang

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// The words of statuses. Who has to act on a status, such as requires_action, waits for
// nothing, so that it is final, too.
var (
	finalWords = strings.Fields(`complete completed succeeded success successful failed failure errored cancelled canceled expired ended done
		finished incomplete rejected aborted terminated timedout stopped skipped denied declined requires required action input paused`)
	passingWords = strings.Fields(`queued enqueued pending progress inprogress processing running started starting waiting scheduled validating finalizing
		finalising cancelling canceling uploading downloading preparing initializing initialising initiated submitted created generating indexing
		retrying stopping`)
	// fillers say nothing of what follows.
	fillers = strings.Fields("in with by the user server system error errors warning warnings partially file files")
)

// What the pages say of a value whose name is none of the words.
var (
	finalPhrases   = []string{"terminal", "final status", "final state", "has finished", "has completed", "has failed", "has ended", "was cancelled", "was canceled", "nothing follows"}
	passingPhrases = []string{"in progress", "is being", "not yet", "is waiting", "waiting for", "waits for", "is still", "is running", "is queued", "is processing"}
)

// A progress is what follows a status.
type progress int

const (
	unknownProgress progress = iota
	passing
	final
)

// progressOf is what the name of a value says of it, or else its description.
func progressOf(v model.EnumValue) progress {
	var found progress
	for _, word := range names.Words(strings.ToLower(naming.LiteralText(v.Literal))) {
		of := unknownProgress
		switch {
		case slices.Contains(finalWords, word):
			of = final
		case slices.Contains(passingWords, word):
			of = passing
		case slices.Contains(fillers, word):
			continue
		}
		if of == unknownProgress || found != unknownProgress && of != found {
			return progressInProse(v.Doc)
		}
		found = of
	}
	if found == unknownProgress {
		return progressInProse(v.Doc)
	}
	return found
}

// progressInProse is what a description says, if it says one thing.
func progressInProse(doc string) progress {
	doc = strings.ToLower(oneLine(doc))
	says := func(phrases []string) bool {
		return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(doc, p) })
	}
	switch ends, goesOn := says(finalPhrases), says(passingPhrases); {
	case ends && !goesOn:
		return final
	case goesOn && !ends:
		return passing
	}
	return unknownProgress
}
