package gosrc

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// A File is one Go source file in the making. Declarations stand in the order
// in which they were added; imports follow from what they use.
type File struct{ f *jen.File }

// NewFile begins a file of a package. header is its first comment.
func NewFile(pkg, header string) *File {
	f := jen.NewFile(pkg)
	f.HeaderComment(commentLine(header))
	return &File{f}
}

// PackageDoc sets the documentation of the package.
func (f *File) PackageDoc(doc Doc) {
	for _, line := range doc.lines() {
		f.f.PackageComment(commentLine(line))
	}
}

// A Param is a parameter of a function. Parameters in a row whose types are the
// same Code share it.
type Param struct {
	Name     string
	Type     Code
	Variadic bool
}

func paramList(params []Param) []jen.Code {
	out := make([]jen.Code, len(params))
	for i, p := range params {
		s := jen.Id(p.Name)
		if p.Variadic {
			s.Op("...")
		}
		if i+1 == len(params) || params[i+1].Type != p.Type || params[i+1].Variadic {
			s.Add(p.Type.statement())
		}
		out[i] = s
	}
	return out
}

// A Func is a function, or a method where Receiver has a type.
type Func struct {
	Doc      Doc
	Receiver Param
	Name     string
	// OneOf are the types of which the type parameter is one, none where there is no
	// type parameter.
	OneOf     []Code
	TypeParam string
	Params    []Param
	Results   []Code
	// ResultName is the name of the one result, where it has one.
	ResultName string
	Body       Body
	// Short says that the one statement of the body stands in the line of the name.
	Short bool
	// Follows says that the next declaration stands in the next line.
	Follows bool
	// NoInline keeps the compiler from copying the body into callers.
	NoInline bool
}

// Func declares a function or a method.
func (f *File) Func(fn Func) {
	f.doc(fn.Doc)
	if fn.NoInline {
		f.f.Comment("//go:noinline")
	}
	s := jen.Func()
	if !fn.Receiver.Type.IsZero() {
		s.Params(paramList([]Param{fn.Receiver})...)
	}
	s.Id(fn.Name)
	if len(fn.OneOf) > 0 {
		s.Types(jen.Id(fn.TypeParam).Union(list(fn.OneOf)...))
	}
	s.Params(paramList(fn.Params)...)
	switch len(fn.Results) {
	case 0:
	case 1:
		if fn.ResultName != "" {
			s.Params(jen.Id(fn.ResultName).Add(fn.Results[0].statement()))
		} else {
			s.Add(fn.Results[0].statement())
		}
	default:
		s.Params(list(fn.Results)...)
	}
	body := list(fn.Body.code())
	if fn.Short {
		f.f.Add(s.Custom(jen.Options{Open: "{", Close: "}"}, body...))
	} else {
		f.f.Add(s.Block(body...))
	}
	if !fn.Follows {
		f.f.Line()
	}
}

// A Field is a field of a struct. Its tags stand in their order.
type Field struct {
	Doc  Doc
	Name string
	Type Code
	Tags []Tag
	// Note is a comment in the line of the field.
	Note string
}

// Identifier is the name of the field, which an embedded one has from its type.
func (f Field) Identifier() string {
	if f.Name == "" {
		return f.Type.Base()
	}
	return f.Name
}

// A Tag is the key and value of a struct tag.
type Tag struct{ Key, Value string }

func tagLiteral(tags []Tag) jen.Code {
	texts := make([]string, len(tags))
	for i, t := range tags {
		texts[i] = t.Key + ":" + strconv.Quote(t.Value)
	}
	text := strings.Join(texts, " ")
	if strconv.CanBackquote(text) {
		return jen.Op("`" + text + "`")
	}
	return jen.Lit(text)
}

// Struct declares a struct type.
func (f *File) Struct(doc Doc, name string, fields ...Field) {
	f.doc(doc)
	f.f.Type().Id(name).StructFunc(func(g *jen.Group) {
		for _, field := range fields {
			for _, c := range comments(field.Doc) {
				g.Add(c)
			}
			s := g.Id(field.Name).Add(field.Type.statement())
			if len(field.Tags) > 0 {
				s.Add(tagLiteral(field.Tags))
			}
			if field.Note != "" {
				s.Comment(commentLine(field.Note))
			}
		}
	})
	f.f.Line()
}

// Type declares name as a type of its own.
func (f *File) Type(doc Doc, name string, t Code) {
	f.doc(doc)
	f.f.Type().Id(name).Add(t.statement())
	f.f.Line()
}

// Alias declares name as another name of t.
func (f *File) Alias(doc Doc, name string, t Code) {
	f.doc(doc)
	f.f.Type().Id(name).Op("=").Add(t.statement())
	f.f.Line()
}

// Sealed declares an interface with one method that only this package has.
func (f *File) Sealed(doc Doc, name, method string) {
	f.doc(doc)
	f.f.Type().Id(name).Op("interface").Custom(jen.Options{Open: "{", Close: "}"}, jen.Id(method).Params())
	f.f.Line()
}

// Interface declares an interface with methods, and holds a pointer to a type to it.
func (f *File) Interface(doc Doc, name, of string, methods []Func) {
	f.doc(doc)
	f.f.Type().Id(name).InterfaceFunc(func(g *jen.Group) {
		for _, m := range methods {
			g.Id(m.Name).Params(paramList(m.Params)...).Params(list(m.Results)...)
		}
	})
	f.f.Line()
	f.f.Var().Id("_").Id(name).Op("=").Parens(jen.Op("*").Id(of)).Parens(jen.Nil())
	f.f.Line()
}

// A Const is one constant of a group.
type Const struct {
	Doc   Doc
	Name  string
	Type  string
	Value Code
	// Note makes a comment in the line of the constant, "" for none. It may be nil.
	Note func() string
}

// Consts declares a group of constants.
func (f *File) Consts(doc Doc, consts []Const) {
	f.doc(doc)
	f.f.Const().DefsFunc(func(g *jen.Group) {
		for _, c := range consts {
			for _, line := range comments(c.Doc) {
				g.Add(line)
			}
			s := g.Id(c.Name).Id(c.Type).Op("=").Add(c.Value.statement())
			if c.Note != nil {
				if note := c.Note(); note != "" {
					s.Comment(commentLine(note))
				}
			}
		}
	})
	f.f.Line()
}

// Const declares one constant.
func (f *File) Const(doc Doc, name string, value Value) {
	f.doc(doc)
	f.f.Const().Id(name).Op("=").Add(value().statement())
	f.f.Line()
}

// Var declares a variable.
func (f *File) Var(doc Doc, name string, value Value) {
	f.doc(doc)
	f.f.Var().Id(name).Op("=").Add(value().statement())
	f.f.Line()
}

// Internal declares what nobody outside the package can see.
func (f *File) Internal(declare func()) { declare() }

func (f *File) doc(doc Doc) {
	for _, c := range comments(doc) {
		f.f.Add(c)
	}
}

// Render writes and formats the file.
func (f *File) Render() ([]byte, error) {
	var b bytes.Buffer
	if err := f.f.Render(&b); err != nil {
		return nil, fmt.Errorf("generated source does not parse: %s", firstLine(err.Error()))
	}
	return b.Bytes(), nil
}

// firstLine drops the source that jennifer appends to its errors.
func firstLine(s string) string {
	if i := bytes.IndexByte([]byte(s), '\n'); i >= 0 {
		s = s[:i]
	}
	return strconv.Quote(s)
}
