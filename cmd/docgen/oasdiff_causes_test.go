package main

import "github.com/docgen-go/docgen/model"

// A cause explains facts that only one of the programs reports.
type cause struct {
	name string
	fits func(c *comparison, f wireFact) bool
}

// onlyOasdiff are the causes in the order in which they are tried. Each asks
// for evidence: what docgen says of the same place, or that it counts the fact
// as one that can't be compared.
var onlyOasdiff = []cause{
	{"is the document's own business: tags, components, its version", func(_ *comparison, f wireFact) bool {
		return f.what == isDocument
	}},
	{"is a discriminator mapping, which follows the alternatives that docgen reports", func(c *comparison, f wireFact) bool {
		return f.what == isMapping && c.weSay(f, isVariantAdded, isVariantRemoved)
	}},
	{"is a component of its own around alternatives, of which docgen reports the one that came", func(c *comparison, f wireFact) bool {
		return (f.what == isVariantAdded || f.what == isVariantRemoved) && c.weSayThere(f, isVariantAdded)
	}},
	{"is a body that is needed because a field is, which docgen reports", func(c *comparison, f wireFact) bool {
		return f.what == isBodyNeed && c.weSay(f, isNeed)
	}},
	{"is an enum that allows other values now: its values are one alternative of two", func(c *comparison, f wireFact) bool {
		return (f.what == isValueRemoved || f.what == isVariantAdded || f.what == isValueType) && c.weSayThere(f, isValuesOpen)
	}},
	{"is the limit or default of a value whose type changed, which docgen reports", func(c *comparison, f wireFact) bool {
		return (f.what == isLimit || f.what == isDefaultValue) && c.weSayThere(f, isValueType)
	}},
	{"is a fact that the pages of one side never state, which docgen counts apart", func(c *comparison, f wireFact) bool {
		return c.countedApart(f)
	}},
}

// countedApart reports whether docgen counts a fact as one that can't be
// compared. It counts places, so it explains no more names than it counts.
func (c *comparison) countedApart(f wireFact) bool {
	fact, ok := unstatedFacts[f.what]
	if !ok {
		return false
	}
	if c.apart[f.what] == nil {
		c.apart[f.what] = map[string]bool{}
	}
	c.apart[f.what][f.name] = true
	return len(c.apart[f.what]) <= c.unstated[fact]
}

var unstatedFacts = map[what]model.Fact{
	isNull: model.FactNullable, isDefaultValue: model.FactDefault, isLimit: model.FactLimits, isValueType: model.FactType,
}

// onlyDocgen are the causes of what oasdiff doesn't report.
var onlyDocgen = []cause{
	{"is a type that no method uses, such as the payload of a webhook", func(_ *comparison, f wireFact) bool {
		return f.what == isDeclaration
	}},
	{"is the name of a path parameter, which no request shows", func(_ *comparison, f wireFact) bool {
		return f.what == isParamRenamed
	}},
	{"is of a method whose path or verb changed, which oasdiff does not pair", func(c *comparison, f wireFact) bool {
		return c.weSay(wireFact{operation: f.operation}, isOperationRemoved)
	}},
	{"is said of an enum, which oasdiff takes for values that went and alternatives that came", func(c *comparison, f wireFact) bool {
		return f.what == isValuesOpen && c.theySayThere(f, isVariantAdded)
	}},
	{"is the alternative that came, where oasdiff names a component around it", func(c *comparison, f wireFact) bool {
		return f.what == isVariantAdded && c.theySayThere(f, isVariantAdded)
	}},
	{"is in the events of a stream, which oasdiff does not look into", func(c *comparison, f wireFact) bool {
		return f.in == "response" && c.streams[f.operation]
	}},
}
