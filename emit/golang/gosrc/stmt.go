package gosrc

import "github.com/dave/jennifer/jen"

// Return is a return statement.
func Return(results ...Code) Code { return code(jen.Return(list(results)...)) }

// Define is name := value.
func Define(name string, value Code) Code { return code(jen.Id(name).Op(":=").Add(value.statement())) }

// Assign is target = value.
func Assign(target, value Code) Code {
	return code(jen.Add(target.statement()).Op("=").Add(value.statement()))
}

// Constant is const name = value.
func Constant(name string, value Code) Code {
	return code(jen.Const().Id(name).Op("=").Add(value.statement()))
}

// Var is var name t.
func Var(name string, t Code) Code { return code(jen.Var().Id(name).Add(t.statement())) }

// If is if condition { body }.
func If(condition Code, body ...Code) Code {
	return code(jen.If(condition.statement()).Block(list(body)...))
}

// IfDefine is if name := value; condition { body }.
func IfDefine(name string, value, condition Code, body ...Code) Code {
	return code(jen.If(jen.Id(name).Op(":=").Add(value.statement()), condition.statement()).Block(list(body)...))
}

// A Case is one clause of a switch; without values it is the default.
type Case struct {
	Values []Code
	Body   []Code
}

// Switch is switch on { cases }.
func Switch(on Code, cases ...Case) Code {
	clauses := make([]jen.Code, len(cases))
	for i, c := range cases {
		head := jen.Default()
		if len(c.Values) > 0 {
			head = jen.Case(list(c.Values)...)
		}
		clauses[i] = head.Block(list(c.Body)...)
	}
	return code(jen.Switch(on.statement()).Block(clauses...))
}

// Comment is a line comment.
func Comment(text string) Code { return code(jen.Comment(commentLine(text))) }
