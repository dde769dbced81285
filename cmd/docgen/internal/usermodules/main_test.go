// Package usermodules tests what docgen does with the Go modules of users: it builds them,
// calls what it generated, and follows changes of names in their code.
package usermodules

import (
	"os"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/command"
)

func TestMain(m *testing.M) { os.Exit(command.Main(m)) }
