package gosrc

// A Writer takes the declarations of a package: a File writes them down. One
// that only wants to know what is declared never asks for what is lazy.
type Writer interface {
	// PackageDoc sets the documentation of the package.
	PackageDoc(doc Doc)
	// Func declares a function or a method.
	Func(fn Func)
	// Struct declares a struct type.
	Struct(doc Doc, name string, fields ...Field)
	// Type declares name as a type of its own.
	Type(doc Doc, name string, t Code)
	// Alias declares name as another name of t.
	Alias(doc Doc, name string, t Code)
	// Sealed declares an interface with one method that only this package has.
	Sealed(doc Doc, name, method string)
	// Interface declares an interface with methods, which a pointer to a type has.
	Interface(doc Doc, name, of string, methods []Func)
	// Consts declares a group of constants.
	Consts(doc Doc, consts []Const)
	// Const declares one constant.
	Const(doc Doc, name string, value Value)
	// Var declares a variable.
	Var(doc Doc, name string, value Value)
	// Internal declares what nobody outside the package can see. It is not
	// called where only that is asked for.
	Internal(declare func())
}

// A Doc makes the lines of a comment. The nil Doc has none.
type Doc func() []string

// Lines is a comment of these lines.
func Lines(lines ...string) Doc { return func() []string { return lines } }

func (d Doc) lines() []string {
	if d == nil {
		return nil
	}
	return d()
}

// A Body makes the statements of a function. The nil Body has none.
type Body func() []Code

func (b Body) code() []Code {
	if b == nil {
		return nil
	}
	return b()
}

// A Value makes the value of a constant or a variable.
type Value func() Code
