package parser_test

import "github.com/docgen-go/docgen/model"

// sdk states what the Go pages call something.
func (s *factReport) sdk(subject, name string) {
	if name != "" {
		s.add("sdk %s %s", subject, name)
	}
}

// signature states what the signatures of other dialects tell of a method.
func (s *factReport) signature(m *model.Method) {
	s.sdk(m.ID, m.SDKName)
	if p := m.Paging; p != nil {
		s.add("pages %s items=%s param=%s next=%s more=%s type=%s", m.ID, orDash(p.Items.String()), orDash(p.Param.String()),
			orDash(p.Next.String()), orDash(p.More.String()), orDash(p.Type))
		s.add("pages %s by %s first=%d element=%s current=%s total=%s pages=%s body=%t", m.ID, p.Form, p.First,
			orDash(p.Element.String()), orDash(p.Current.String()), orDash(p.Total.String()), orDash(p.Pages.String()), p.InBody)
	}
	if st := m.Streaming; st != nil {
		s.add("streams %s %s %s", m.ID, s.typeText(st.Type), orDash(st.Field))
	}
	for _, e := range m.Errors {
		s.add("error %s %s", m.ID, e.Status)
	}
}
