package prose

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// saysBoolean is what a description says of an attribute that is true or false.
	saysBoolean = prefilter.MustCompile("(?i)^[`\"]?(?:1/)?true(?:/true)?[`\"]?(?: or | ?[/|] ?|, ?)[`\"]?(?:0/)?false|(?:^|[^a-z])(?:if|when|unless)(?: (?:this|the|set|it|parameter|param|value|flag|option|field|is|to|are|equals?))* [`\"]?(?:true|false)[`\"]?(?:$|[^a-z0-9_|/-])|(?:^|[^a-z])set(?:ting)?(?: (?:this|it|the|parameter|value|flag|option))* (?:to|as) [`\"]?(?:true|false)[`\"]?(?:$|[^a-z0-9_|/-])|\\bdefault(?:s|ing)?(?: (?:is|to|value|being))*:? ?[`\"]?(?:true|false)[`\"]?(?:$|[^a-z0-9_|/-])|^(?:an? )?boolean\\b")
	// saysCount begins the description of a number of things.
	saysCount = prefilter.MustCompile(`(?i)^(?:the |an? )?(?:(?:maximum|minimum|max|min|total|new) )?number of [a-z]|^(?:an? |the )?integer\b`)
	// saysJoined says that several values travel as one text.
	saysJoined = prefilter.MustCompile(`(?i)\b(?:comma|space|pipe|semicolon|newline)[- ](?:separated|delimited)|\b(?:json|base64|url|uri)[- ]encoded|(?:encoded|serialized|formatted) as (?:a )?(?:json|base64)`)
	// saysList begins the description of a list, up to what it is of.
	saysList = prefilter.MustCompile(`(?i)^(?:an? |the )?(?:optional )?(?:json )?(?:list|array) of (?:[a-z0-9'-]+ )?(strings?|integers?|numbers?|objects?|dictionaries|maps)\b`)
	// saysEncoded begins the description of a list of texts that are encoded.
	saysEncoded = prefilter.MustCompile(`(?i)^(?:an? |the )?(?:optional )?(?:list|array) of (?:base64|url|uri|json|hex)[- ]encoded\b`)
	// saysSome begins that of a list of something else, and of an object.
	saysSome   = prefilter.MustCompile(`(?i)^(?:an? |the )?(?:optional )?(?:json )?(?:list|array) of [a-z]`)
	saysObject = prefilter.MustCompile(`(?i)^(?:an? |the )?(?:optional )?(?:json )?(?:dictionary|object|map|hash) (?:of|with|that|mapping|containing)\b`)
	// saysString begins that of a text.
	saysString = prefilter.MustCompile(`(?i)^(?:an? |the )?(?:optional )?string (?:containing|that|with|value|representing|specifying|indicating|to|which|for|of)\b`)
	// saysTyped begins a description in a script without blanks that names the type first: `UINT64` 类型数组，…
	saysTyped = prefilter.MustCompile(`^([A-Za-z][A-Za-z0-9_]{1,15}|\p{Han}{2,4}?) ?(?:类型|類型|型|타입)的?(数组|數組|陣列|列表|配列|배열)?(?:[，,。、；;（(\s]|$)`)
)

// typed returns the type that a description names first of all, or nil.
func typed(doc string) *decl.Expr {
	m := saysTyped.FindStringSubmatch(doc)
	if m == nil {
		return nil
	}
	t := vocabulary.TypeOf(m[1])
	if t == "" || t == "null" {
		return nil
	}
	e := name(t)
	switch {
	case t == "object":
		e = &decl.Expr{Op: decl.Object}
	case t == "array":
		e = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{name("any")}}
	}
	if m[2] != "" {
		e = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}}
	}
	return e
}

// saysSetting is a value in code that something may be set to, besides the names of types and members.
var saysSetting = prefilter.MustCompile("(?i)\\b(?:if|when|unless|set|setting|or|be)(?: (?:set|equals?|is|set to|equal))?(?: (?:to|as))? [`\"]{1,2}([a-z][\\w-]*)[`\"]{1,2}(?:$|[^\\w])")

// IsMoreThanBoolean reports whether a description tells of true or false and of another value that may
// stand there, in code: When set to `true` …, when set to `stream` ….
func IsMoreThanBoolean(doc string) bool {
	for _, m := range saysSetting.FindAllStringSubmatchIndex(doc, 16) {
		lead, value := strings.ToLower(doc[m[0]:m[2]]), strings.ToLower(doc[m[2]:m[3]])
		if !notSettings[value] && (strings.Contains(lead, "set") || strings.Contains(lead, "equal") || strings.HasPrefix(lead, "or ") && behindBoolean.MatchString(doc[:m[0]])) && saysBoolean.MatchString(Plain(doc)) {
			return true
		}
	}
	return false
}

// behindBoolean is a text that ends in true or false in code.
var behindBoolean = prefilter.MustCompile("(?i)[`\"](?:true|false)[`\"],? $")

// notSettings are values that a truth has, and that say that there is none.
var notSettings = map[string]bool{"true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "null": true, "nil": true, "none": true, "boolean": true, "bool": true, "undefined": true}

// Said returns the type that the description of an attribute says, or nil: "A list of
// strings …", "If true, …". Only what leaves no doubt counts.
func Said(doc string) *decl.Expr {
	doc = Plain(strings.TrimSpace(doc))
	if e := typed(doc); e != nil {
		return e
	}
	switch {
	case saysEncoded.MatchString(doc):
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{name("string")}}
	case saysJoined.MatchString(doc):
		return name("string")
	case saysBoolean.MatchString(doc):
		return name("boolean")
	case saysCount.MatchString(doc):
		return name("integer")
	case saysString.MatchString(doc):
		return alternative(doc)
	}
	if m := saysList.FindStringSubmatch(doc); m != nil {
		of := vocabulary.TypeOf(m[1])
		switch {
		case of == "":
			of = "object" // dictionaries
			fallthrough
		case of == "object":
			return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{{Op: decl.Object}}}
		}
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{name(of)}}
	}
	switch {
	case saysSome.MatchString(doc):
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{name("any")}}
	case saysObject.MatchString(doc):
		return &decl.Expr{Op: decl.Object}
	}
	return nil
}

// alternative is a text, unless the description goes on with another type.
func alternative(doc string) *decl.Expr {
	first, _, _ := strings.Cut(doc, ".")
	if low := strings.ToLower(first); strings.Contains(low, " or list") || strings.Contains(low, " or array") || strings.Contains(low, " or an ") || strings.Contains(low, " or a ") {
		return nil
	}
	return name("string")
}
