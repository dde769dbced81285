package diff

import "github.com/docgen-go/docgen/model"

// A NewMethod is what the pages say of a method that came, beyond that it did.
type NewMethod struct {
	Method string     `json:"method"`
	Doc    string     `json:"doc,omitempty"`
	Params []NewParam `json:"params,omitempty"`
	// Returns is the type of the result, as in Change.New.
	Returns string `json:"returns,omitempty"`
	// Members are those of types that are new, from the parameter or the result on.
	Members []NewMember `json:"members,omitempty"`
}

// A NewParam is a parameter of a method that came, or a member of its body. Name is
// empty where the body is the value itself.
type NewParam struct {
	In   string `json:"in"` // path, query, header, cookie or body
	Name string `json:"name,omitempty"`
	Type string `json:"type"`
	Doc  string `json:"doc,omitempty"`
}

// describe returns what the pages of the new side say of methods.
func (c *comparer) describe(methods []*model.Method) []NewMethod {
	out := make([]NewMethod, len(methods))
	for i, m := range methods {
		w := memberWalk{c: c, seen: map[string]bool{}}
		for _, p := range m.Params {
			w.visit((*trail)(nil).to(StepPart, string(p.Location)).to(StepMember, p.Name), p.Type)
		}
		if m.Body != nil && m.Body.Type != nil {
			w.below(bodyPart, m.Body.Type)
		}
		out[i] = NewMethod{Method: m.ID, Doc: m.Doc, Params: c.newParams(m)}
		if m.Returns != nil && m.Returns.Type != nil {
			out[i].Returns = c.new.text(m.Returns.Type)
			w.visit((*trail)(nil).to(StepPart, "returns"), m.Returns.Type)
		}
		out[i].Members = w.out
	}
	return out
}

func (c *comparer) newParams(m *model.Method) []NewParam {
	var out []NewParam
	for _, p := range m.Params {
		out = append(out, c.newParam(string(p.Location), &p.Field))
	}
	switch {
	case m.Body == nil || m.Body.Type == nil:
	case len(m.Body.Type.Fields) > 0:
		for _, f := range m.Body.Type.Fields {
			out = append(out, c.newParam(bodyPart, f))
		}
	default:
		out = append(out, NewParam{In: bodyPart, Type: c.new.text(m.Body.Type)})
	}
	return out
}

// bodyPart is the part of a method that its body is.
const bodyPart = "body"

func (c *comparer) newParam(in string, f *model.Field) NewParam {
	return NewParam{In: in, Name: f.Name, Type: c.new.fieldText(f), Doc: f.Doc}
}
