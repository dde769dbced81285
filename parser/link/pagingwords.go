package link

// The words by which parameters and fields are known to lead from page to page,
// in snake case, the surest first. They are what published references call
// these things; a list that calls them otherwise is reported, not guessed at.

// itemNames are what envelopes call their elements.
var itemNames = []string{"data", "items", "results", "result", "entries", "records", "list", "elements", "values", "rows"}

// sideNames are lists that travel beside the elements.
var sideNames = []string{"error", "errors", "warnings", "messages", "included", "includes", "links", "facets", "aggregations", "notices"}

// wrapperNames are objects that envelopes put around the elements.
var wrapperNames = []string{"data", "result", "results", "response", "payload", "content", "embedded"}

// pagerNames are objects that hold what is said about pages.
var pagerNames = []string{
	"meta", "metadata", "pagination", "paging", "pager", "page", "page_info", "page_meta", "result_info", "list_info",
	"response_metadata", "response_meta", "links", "cursor", "cursors", "next", "query",
}

// A cursorWords ties names of parameters to the fields that give their next
// value. Besides these, a parameter x takes what a field next_x holds.
type cursorWords struct {
	params, fields []string
	// echo says that the field may have the name of the parameter itself.
	echo bool
	// text says that only text is a cursor: a number is counted on.
	text bool
}

var cursors = []cursorWords{
	{
		params: []string{"after", "after_id", "starting_after", "start_after", "after_cursor", "page_after", "after_key"},
		fields: []string{"last_id", "last_key", "next_cursor", "end_cursor", "after_cursor", "cursors_after", "next_page_token", "next_token", "next"},
	},
	{
		params: []string{
			"cursor", "page_cursor", "next_cursor", "start_cursor", "page_token", "pagination_token", "next_page_token", "next_token",
			"continuation_token", "continuation", "page_state", "token", "marker", "page_marker", "next_marker", "bookmark", "page_key", "next_key",
			"exclusive_start_key", "start_key", "last_key", "last_evaluated_key", "pagination_key", "scroll_id", "next_page_cursor",
			"pagination_cursor", "page_id",
		},
		fields: []string{
			"next_cursor", "next_page_cursor", "next_page_token", "next_token", "next_pagination_token", "next_continuation_token",
			"next_page_key", "next_key", "next_marker", "next_bookmark", "next_page", "end_cursor", "last_key", "last_evaluated_key",
			"continuation_token", "cursors_after", "cursors_next", "next",
		},
		echo: true,
	},
	{params: []string{"page", "page_id"}, fields: []string{"next_page", "next_page_token", "next_page_id"}},
	{params: []string{"offset"}, fields: []string{"next_page_offset", "next_offset"}, echo: true, text: true},
	{params: []string{"next", "next_page", "next_id"}, fields: []string{"next", "next_page", "next_cursor", "next_token", "next_page_token", "next_id"}},
}

// elementWords are what elements are known by besides an ID, where the parameter's
// description says so.
var elementWords = []string{"token", "uuid", "uid", "guid", "key", "slug", "cursor"}

// numberWords, offsetWords, lastWords and sizeWords are parameters that count
// pages, count elements, name the element before the page, and bound it.
var (
	numberWords = []string{"page", "page_number", "page_num", "page_no", "page_index", "current_page", "pagenum", "pageno"}
	offsetWords = []string{"offset", "skip", "page_offset", "record_offset", "start_index", "start_at", "start_offset", "start"}
	lastWords   = []string{"after", "after_id", "starting_after", "start_after", "page_after", "last_id", "since_id"}
	backWords   = []string{"before", "before_id", "ending_before", "page_before", "end_before"}
	sizeWords   = []string{
		"limit", "per_page", "page_size", "page_limit", "max_results", "max_items", "max_entries", "size", "count", "top", "take",
		"items_per_page", "results_per_page", "first", "num_results",
	}
)

// What fields of an envelope are called that say where in the list it is.
var (
	moreWords    = []string{"has_more", "has_next", "has_next_page", "more", "has_more_pages", "has_more_items", "more_available", "is_truncated"}
	totalWords   = []string{"total", "total_count", "total_results", "total_items", "total_size", "total_records", "total_elements", "total_entries"}
	pagesWords   = []string{"total_pages", "page_count", "pages", "num_pages", "last_page", "total_page_count"}
	currentWords = []string{"page", "current_page", "page_number", "page_index"}
	// urlWords hold the URL of the next page whatever stands around them, as does
	// what begins with next and ends in one of urlEndings.
	urlWords   = []string{"links_next", "links_next_page", "odata_next_link"}
	urlEndings = []string{"_url", "_uri", "_link", "_href"}
	// plainNext may be a cursor or a URL, which examples and prose tell.
	plainNext = []string{"next", "next_page"}
)
