package prose

import "github.com/docgen-go/docgen/parser/prefilter"

var (
	// depends begins what makes a default depend on something else than on the value being
	// left out: Defaults to `slow` when the gate is open.
	depends = prefilter.MustCompile("(?i)^[`\"']?(?:\\s*\\([^()]{0,60}\\))?,?\\s+(?:if|when|for|unless|while|where|whenever|except|on|in|otherwise|only|depending)\\b|^[`\"']?(?:，|,)?\\s?(?:如果|当|若|仅当|除非)")
	// leftOut is a condition that says but that: Defaults to `slow` if not set.
	leftOut = prefilter.MustCompile("(?i)^[`\"']?,? (?:if|when|unless|in case) (?:it (?:is|was) |this (?:is|was) |(?:the |this )?(?:field|parameter|param|value|option|argument|attribute|property)?\\s?(?:is |was |has )?)?(?:not |un|otherwise |left |explicitly )*(?:absent|blank|empty|given|left out|missing|omitted|overridden|passed|present|provided|sent|set|specified|supplied|defined|configured|none\\b|null\\b|nil\\b)|^[`\"']?,? (?:for (?:\\w+ )?(?:reasons?|purposes?)|for (?:backwards?[- ]compatib|compatib|all\\b|both\\b|new\\b)|in (?:all\\b|any\\b|which\\b))")
)

// isConditional reports whether what follows a default says that it holds on a condition.
func isConditional(rest string) bool { return depends.MatchString(rest) && !leftOut.MatchString(rest) }
