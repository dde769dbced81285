package link

import "github.com/docgen-go/docgen/model/diag"

var _ = diag.Register(diag.Entry{
	Code: "unusable-discriminator", Severity: diag.Info,
	Title:   "the discriminator of a document does not tell alternatives apart",
	Why:     "One of the alternatives lacks the member, allows any text for it, or has a text of another one. They are told apart by their members, as where there is no discriminator.",
	Help:    "Give each alternative a value of its own in the mapping, and the member among its properties.",
	Example: "-- harbor.yaml --\nopenapi: 3.1.0\ninfo: {title: Harbor}\npaths: {}\ncomponents:\n  schemas:\n    Crane: {type: object, properties: {kind: {type: string}}}\n    Dock: {type: object, properties: {length: {type: integer}}}\n    Thing: {oneOf: [{$ref: \"#/components/schemas/Crane\"}, {$ref: \"#/components/schemas/Dock\"}], discriminator: {propertyName: kind}}\n",
})
