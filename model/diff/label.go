package diff

import "github.com/docgen-go/docgen/model/values"

// Label returns the name that paths give an alternative of several objects.
func Label(o values.Object) string { return object{o.Type, o.Named, o.Title}.label() }
