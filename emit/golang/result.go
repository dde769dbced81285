package golang

import (
	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// A resultForm is what a method returns and how it gets it.
type resultForm struct {
	types []gosrc.Code
	// sender is the function of the runtime that sends the request, and into what
	// it reads the answer to where the result is a pointer.
	sender, into gosrc.Code
	note         string
	// download says that the result is the content of the response as it is.
	download bool
	// stream is the type of the values of a stream, nil where the result is none.
	stream *model.Type
	lines  bool // of JSON, rather than server-sent events
}

// send is the statement that ends a method.
func (r resultForm) send() gosrc.Code {
	transport := gosrc.Select(gosrc.Name("s"), "transport")
	args := []gosrc.Code{gosrc.Name("ctx"), transport, gosrc.Name("r"), gosrc.Name("opts")}
	if !r.into.IsZero() {
		args = append(args, r.into)
	}
	return gosrc.Return(gosrc.Call(r.sender, args...))
}

func (g *generator) result(m *model.Method) resultForm {
	err := gosrc.Name("error")
	switch {
	case m.Returns != nil && isLines(m.Returns.ContentType) && !g.isFile(m.Returns.Type):
		form := g.streamForm(m.Returns.Type, "sendLines")
		form.lines = true
		return form
	case m.Streaming != nil && m.Streaming.Field == "" && !g.isFile(m.Streaming.Type):
		return g.streamForm(m.Streaming.Type, "sendEvents")
	case m.Streaming != nil && m.Streaming.Field == "":
		return downloadForm() // no event carries a file
	case m.Returns == nil && m.Verb != "GET", m.Returns != nil && isNothing(m.Returns.Type):
		return resultForm{types: []gosrc.Code{err}, sender: gosrc.Name("sendOnly")}
	case g.isDownload(m.Returns):
		return downloadForm()
	}
	t := g.goType(m.Returns.Type)
	if g.isStruct(m.Returns.Type) {
		return resultForm{
			types: []gosrc.Code{gosrc.Pointer(t), err}, sender: gosrc.Name("sendFor"),
			into: gosrc.Call(gosrc.Name("new"), t),
		}
	}
	return resultForm{types: []gosrc.Code{t, err}, sender: gosrc.Instance("send", t)}
}

func downloadForm() resultForm {
	return resultForm{
		types: []gosrc.Code{gosrc.Pointer(gosrc.Name("Download")), gosrc.Name("error")}, sender: gosrc.Name("download"), download: true,
		note: "The result is the content of the response as the server sends it. The caller closes it.",
	}
}

func isNothing(t *model.Type) bool { return t == nil || t.Kind == model.KindNull }

func (g *generator) isDownload(r *model.Response) bool {
	if r == nil {
		return true
	}
	return g.isFile(r.Type) || !isJSON(r.ContentType)
}

// isFile reports whether a type is the content of a file, which JSON cannot hold.
func (g *generator) isFile(t *model.Type) bool {
	target, _ := naming.Target(g.api, t)
	return target != nil && target.Kind == model.KindFile
}

// isStruct reports whether a type becomes a struct, which methods return by
// pointer.
func (g *generator) isStruct(t *model.Type) bool {
	_, named := naming.Target(g.api, t)
	return named != nil && (named.Type.Kind == model.KindObject || named.Type.Kind == model.KindUnion)
}
