package parser_test

import "github.com/docgen-go/docgen/model"

// sdk states what the Go pages call something.
func (s *factSheet) sdk(subject, name string) {
	if name != "" {
		s.add("sdk %s %s", subject, name)
	}
}

// signature states what the signatures of other dialects tell of a method.
func (s *factSheet) signature(m *model.Method) {
	s.sdk(m.ID, m.SDKName)
	if p := m.Paging; p != nil {
		s.add("pages %s items=%s param=%s next=%s more=%s type=%s", m.ID, p.Items, orDash(p.Param), orDash(p.Next), orDash(p.More), orDash(p.Type))
	}
	if st := m.Streaming; st != nil {
		s.add("streams %s %s %s", m.ID, s.typeText(st.Type), orDash(st.Field))
	}
}
