package captured

import "github.com/docgen-go/docgen/model/diag"

// What of a page that shows two revisions side by side could not be compared.
var (
	_ = diag.Register(diag.Entry{
		Code: "unread-line", Severity: diag.Warning,
		Title:   "lines of a captured comparison fit the numbers of neither side",
		Why:     "Each line begins with its numbers on the two sides. Lines that do not go on where the line before ended are left out, with what they say.",
		Help:    "Capture the page again; a line may have been lost or doubled.",
		Example: "-- capture.txt --\n1 file changed +1 −0\n\n4# Docks4# Docks\n\n5- `id: string`5- `id: string`\n\n3z\n\n6- `depth: number`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unread-file", Severity: diag.Warning,
		Title:   "nothing in a file of a captured comparison shows its dialect",
		Why:     "The file has items, and no name and no signature of a client. What changed in it is left out.",
		Help:    "Compare the pages themselves.",
		Example: "-- capture.txt --\n1 file changed +1 −0\n\n4# Docks4# Docks\n\n5  5  \n\n6- `?`\n\n6  7  \n",
	})
	_ = diag.Register(diag.Entry{
		Code: "incomplete-capture", Severity: diag.Warning,
		Title:   "a captured comparison shows less than it announces",
		Why:     "The page says how many files and lines differ, and shows others. What is not shown is not compared.",
		Help:    "Capture the page again, with all files unfolded.",
		Example: "-- capture.txt --\n3 files changed +7 −2\n\n4# Docks4# Docks\n\n5  5  \n\n6- `id: string`\n\n6  7  \n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unplaced-change", Severity: diag.Warning,
		Title:   "no file of a captured comparison shows what a change belongs to",
		Why:     "The page cuts what did not change, so that the item that the change stands below is not shown. The change is left out. Where only words changed it is a note.",
		Help:    "Compare the pages themselves to see more.",
		Example: "-- capture.txt --\n101 - `seen_at: string`101 - `seen_at: string`\n\n102  102  \n\n103 When it was seen.103 When it was seen.\n\n104  \n\n105 - `crew_note: optional string`\n\n106  \n\n107 A note of the crew.\n\n104  108  \n\n105 - `updated_at: string`109 - `updated_at: string`\n\n106  110  \n",
	})
	_ = diag.Register(diag.Entry{
		Code: "other-words", Severity: diag.Info,
		Title:   "examples and prose that changed were not compared",
		Why:     "A captured comparison does not show which method they belong to, and they state no fact of the API.",
		Help:    "Compare the pages themselves to see more.",
		Example: "-- capture.txt --\n19### Get a parcel19### Get a parcel\n\n20  20  \n\n21**get** `/parcels/{parcel_id}`21**get** `/parcels/{parcel_id}`\n\n22  22  \n\n23Finds a parcel by its ID.23Finds a parcel by its ID, as it was last seen.\n\n24  24  \n\n25#### Path Parameters25#### Path Parameters\n\n26  26  \n\n27- `parcel_id: string`27- `parcel_id: string`\n\n28  28  \n",
	})
	_ = diag.Register(diag.Entry{
		Code: "other-file", Severity: diag.Info,
		Title:   "files of clients that only one side has were not compared",
		Why:     "They declare types alone, or methods that the http pages of both sides have: nothing on the wire came or went with them.",
		Help:    "Compare the pages themselves to see more.",
		Example: "A file in Python that is new, beside http files of which none is.\n",
		Case:    "TestFilesOfClients",
	})
	_ = diag.Register(diag.Entry{
		Code: "unshown-change", Severity: diag.Warning,
		Title:   "more members came or went than a captured comparison shows",
		Why:     "An item announces how many members it has, on both sides. The numbers differ by more than the lines that are shown.",
		Help:    "Capture the page again, with all files unfolded, or compare the pages themselves.",
		Example: "-- capture.txt --\n1 file changed +1 −1\n\n10### Returns10### Returns\n\n11  11  \n\n12- `Dock object { id, depth }`12- `Dock object { id, depth, side, 2 more }`\n\n13  13  \n",
	})
)
