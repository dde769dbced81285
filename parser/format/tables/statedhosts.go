package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/link"
)

// statedHosts are the hosts with which pages state the endpoints that lead their methods.
func (b *pageSet) statedHosts() []link.Host {
	var out []link.Host
	for _, s := range b.documents {
		for _, e := range b.of[s] {
			f := e.statement()
			text := s.text[f.Start:f.End]
			at := absoluteURL.FindStringIndex(text)
			if !e.leads || e.call.sent || at == nil {
				continue
			}
			scheme, rest, _ := strings.Cut(text[at[0]:at[1]], "://")
			host, _, _ := strings.Cut(rest, "/")
			out = append(out, link.Host{
				Method: e.id, URL: strings.Clone(scheme + "://" + host),
				Span: s.file.Span(f.Start+at[0], f.Start+at[1]),
			})
		}
	}
	return out
}
