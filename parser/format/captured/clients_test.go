package captured_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format/captured"
	"github.com/docgen-go/docgen/parser/format/sdkdocs"
)

// TestFilesOfClients demands a note about files of clients that only one side has
// while no http file came or went.
func TestFilesOfClients(t *testing.T) {
	file := []string{"# Docks", "", "## List Docks", "", "`docks.list() -> object`", "", "**get** `/docks`", "", "### Returns", "", "- `data: List[str]`"}
	text := "1- `id: string`1- `id: string`\n\n2  2  \n\n3- `depth: number`\n\nDetails\n\n"
	for i, line := range file {
		text += strconv.Itoa(i+1) + line + "\n\n"
	}
	_, found := captured.Read(source.NewFile("capture.txt", []byte(text)), sdkdocs.Readers())
	for _, d := range found {
		if d.Code == "other-file" && strings.HasPrefix(d.Message, "1 file ") {
			return
		}
	}
	t.Errorf("findings %v, want other-file in\n%s", found, text)
}
