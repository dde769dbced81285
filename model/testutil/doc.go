// Package testutil is what tests of all packages share. It is not part of the
// compatibility promise.
//
// # Where to look
//
//   - testutil: [Cases] runs the txtar files of a folder, [Case.Want] and [Golden]
//     compare with what is committed and rewrite it where DOCGEN_UPDATE is set, [Slow]
//     keeps a test out of "go test -short".
//   - model/corpustest: published reference pages, which are no part of the repository.
//   - parser/format/formattest: laws for a format of pages, and rows, a format that only
//     tests have.
//   - parser/format/sdkdocs/dialect/dialecttest: items and signatures of a dialect.
//   - cmd/docgen/main_test.go: docgen runs the command in the test's process, process as
//     one of its own; config_test.go writes docgen.yaml.
//   - the root of the module: what holds for all of the source, such as imports, words,
//     codes of findings, keys of JSON and what is promised.
//
// # How tests are written
//
// A fault of reading is a case: pages in, facts and findings out, in
// testdata/AREA/CASE.txtar. Pages describe Harbor, an API that does not exist. A fault
// that stands for a kind gets the kind. Where a law says it better (bytes add up, a
// revision differs in nothing from itself), it is a law over all pages. A crash is a
// seed of the fuzz target of the package.
//
// # How they are run
//
//	go test -short ./...                          the inner loop, in seconds
//	go test ./...                                 all but what needs published pages
//	DOCGEN_CORPUS=… go test ./...                 these, too
//	DOCGEN_UPDATE=1 go test ./PKG                 rewrites expectations, and fails
//
// A run that rewrites fails, so that none can pass by rewriting what it is compared
// with. Read the difference, and run again.
package testutil
