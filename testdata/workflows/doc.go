// Package workflows holds the workflows of GitHub that this repository has and that its
// documents show to actionlint. It is a module of its own, so that no user of docgen gets
// what it needs.
package workflows
