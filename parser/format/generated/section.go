package generated

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// read reads one block of a section.
func (c *call) read(b *block, at section) {
	s := c.page
	text := s.text[b.start:b.end]
	use := format.Docs
	switch {
	case b.kind == fenceBlock:
		use = format.Examples
		if at == exampleSection && (b.info == "go" || b.info == "typescript") {
			c.readHints(s.text[b.inner:b.innerEnd], b.info)
		}
	case b.kind == tableBlock:
		use = c.readTable(b, at)
	case isNavigation(text):
	case at == mainSection, at == unknownSection:
		c.readText(text)
	case at == returnSection:
		c.readResult(b, text)
		use = format.Model
	case at == authSection:
		use = c.readAuth(b, text)
	case at == mediaSection:
		use = c.readMedia(b, text)
	}
	s.mark(b.start, b.end, use)
}

// readTable reads a table of a section.
func (c *call) readTable(b *block, at section) format.Use {
	switch {
	case b.head.isFacts() && (at == pathSection || at == parametersSection || at == requiredSection || at == optionalSection):
		c.readParams(b, at)
		return format.Model
	case b.head.status >= 0 && at == statusSection:
		c.readStatuses(b)
		return format.Model
	case at == notesSection || at == exampleSection:
		return format.Docs
	case (at == mainSection || at == unknownSection) && !b.head.isFacts():
		c.readText(c.page.text[b.start:b.end]) // of the description
		return format.Docs
	}
	c.page.report("unread-table", diag.Error, b.start, b.start+len(firstLine(c.page.text[b.start:b.end])), "tables of parameters stand below Parameters and have the columns Name and Type, those of responses Status code",
		"the table of %q is no part of a method that docgen knows: nothing of it is in the model", c.name)
	return format.Reported
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// readText reads the signature and the description of a method.
func (c *call) readText(text string) {
	text = strings.TrimSpace(text)
	for !c.signed && strings.HasPrefix(text, ">") { // the signature of the client, which the tables repeat
		_, text, _ = strings.Cut(text, "\n")
		if text = strings.TrimSpace(text); !strings.HasPrefix(text, ">") {
			c.signed = true
		}
	}
	switch {
	case text == "":
		return
	case strings.HasPrefix(text, "<a ") && strings.HasSuffix(text, "</a>"):
		return
	case text == c.summary || prose(text) == c.summary:
		return
	}
	c.doc = append(c.doc, prose(text))
}

// readResult reads the type that a method returns.
func (c *call) readResult(b *block, text string) {
	text = strings.TrimSpace(text)
	if c.result != nil || strings.Contains(strings.ToLower(text), "empty response body") {
		return
	}
	t := typeOf(strings.ReplaceAll(strings.TrimPrefix(text, "- "), "\n", " "))
	t.start, t.end = b.start, b.end
	if kind := scalars[strings.ToLower(t.expr.Text)].kind; kind == "none" && t.unknown == "" {
		return
	}
	c.result = &t
}

// readAuth reads the names of credentials: links to where they are described.
func (c *call) readAuth(b *block, text string) format.Use {
	if strings.Contains(strings.ToLower(text), "no authorization required") {
		c.public = true
		return format.Model
	}
	found := false
	rest, at := text, b.start
	for {
		l, ok := linkOf(rest)
		if !ok {
			break
		}
		whole := strings.Index(rest, "]("+l.target) + len("](") + len(l.target)
		if name := plain(l.text); name != "" && strings.Contains(l.target, "#") {
			c.schemes, found = append(c.schemes, mention{name, at}), true
		}
		rest, at = rest[whole:], at+whole
	}
	for _, m := range configured.FindAllStringSubmatchIndex(text, -1) {
		c.schemes, found = append(c.schemes, mention{text[m[2]:m[3]], b.start + m[2]}), true
	}
	if !found {
		c.authAt = b.start
		return format.Docs
	}
	return format.Model
}

// configured is how pages of Kotlin name a credential.
var configured = regexp.MustCompile(`(?m)^Configure ([A-Za-z0-9_\-]+):`)

// readMedia reads the types of the bodies: - **Content-Type**: application/json.
func (c *call) readMedia(b *block, text string) format.Use {
	use := format.Docs
	for line := range strings.Lines(text) {
		key, list, ok := strings.Cut(strings.NewReplacer("*", "", "`", "", `\`, "").Replace(line), ":")
		if !ok {
			continue
		}
		if strings.Contains(line, "*/*") {
			list = strings.TrimSpace(strings.SplitN(line, ":", 2)[1])
		}
		var out []string
		for _, mime := range strings.Split(list, ",") {
			mime = strings.Trim(strings.TrimSpace(mime), "`")
			if strings.Contains(mime, "/") {
				out = append(out, mime)
			}
		}
		switch strings.ToLower(strings.Trim(key, " -*")) {
		case "content-type":
			c.sends, c.mediaAt, use = out, b.start, format.Model
		case "accept":
			c.accepts, use = out, format.Model
		}
	}
	return use
}

// readStatuses reads the table of statuses.
func (c *call) readStatuses(b *block) {
	for i := range b.table.Rows {
		row := &b.table.Rows[i]
		code := plain(cell(row.Cells, b.head.status))
		if code == "0" {
			code = "default"
		}
		c.statuses = append(c.statuses, status{code: code, doc: prose(cell(row.Cells, b.head.description)), at: row.Start})
	}
}
