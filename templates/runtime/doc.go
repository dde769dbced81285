// Package runtime is what generated packages carry: optional values, objects
// that lose nothing, unions, and the transport. Its files are copied into them
// one by one, except stub.go, which stands for what they declare themselves.
//
// It is not part of the compatibility promise.
package runtime
