package dialect

import (
	"regexp"
	"strconv"
	"strings"
)

// A Section says what the text below a heading of a method is about.
type Section uint8

// The sections of a method.
const (
	NoSection Section = iota
	PathSection
	QuerySection
	HeaderSection
	CookieSection
	BodySection
	ParamSection // parameters whose place the heading leaves open
	ReturnsSection
	ExampleSection
	ResponseSection
	DomainTypes
	EventTypes // what streams, sockets and webhooks carry
)

var sections = map[string]Section{
	"path parameters": PathSection, "path params": PathSection,
	"query parameters": QuerySection, "query params": QuerySection,
	"query string": QuerySection, "query string parameters": QuerySection,
	"header parameters": HeaderSection, "headers": HeaderSection, "request headers": HeaderSection,
	"cookie parameters": CookieSection, "cookies": CookieSection,
	"body parameters": BodySection, "body params": BodySection, "body": BodySection,
	"request body": BodySection, "form parameters": BodySection,
	"parameters": ParamSection, "params": ParamSection, "arguments": ParamSection,
	"returns": ReturnsSection, "return value": ReturnsSection,
	"example": ExampleSection, "examples": ExampleSection,
	"request": ExampleSection, "example request": ExampleSection, "request example": ExampleSection,
	"response": ResponseSection, "responses": ResponseSection,
	"example response": ResponseSection, "response example": ResponseSection, "returns examples": ResponseSection,
	"domain types": DomainTypes, "domain types of events": EventTypes, "models": NoSection,
}

var withStatus = regexp.MustCompile(`^(.*?)\s*[(（]?([1-5][0-9][0-9])[)）]?$`)

// SectionOf tells the section from the title of a heading, and the status that
// a title such as "Response (200)" carries, or 0.
func SectionOf(title string) (Section, int) {
	name := strings.ToLower(strings.TrimSpace(title))
	if s := namedSection(name); s != NoSection {
		return s, 0
	}
	if !strings.ContainsAny(name, "12345") {
		return NoSection, 0 // without a status
	}
	if m := withStatus.FindStringSubmatch(name); m != nil {
		if s := namedSection(m[1]); s == ResponseSection || s == ReturnsSection {
			status, _ := strconv.Atoi(m[2]) // three digits always convert
			return s, status
		}
	}
	return NoSection, 0
}

// location is the place that a section of parameters names.
func (s Section) location() string {
	switch s {
	case PathSection:
		return "path"
	case QuerySection:
		return "query"
	case HeaderSection:
		return "header"
	case CookieSection:
		return "cookie"
	}
	return ""
}
