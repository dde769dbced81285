package clients

import (
	"bytes"
	"testing"
)

// TestPatchesCompile applies to released clients all that a patch adds, sure or not, after which they must compile.
func TestPatchesCompile(t *testing.T) {
	for _, c := range []struct{ module, pkg, docs string }{
		{"github.com/hirokisan/bybit/v2", "github.com/hirokisan/bybit/v2", "bybit"},
		{"github.com/disgoorg/disgo", "github.com/disgoorg/disgo/rest", "discord"},
		{"github.com/bwmarrin/discordgo", "github.com/bwmarrin/discordgo", "discord"},
		{"gitlab.com/gitlab-org/api/client-go/v2", "gitlab.com/gitlab-org/api/client-go/v2", "gitlab-14.10"},
	} {
		t.Run(c.module, func(t *testing.T) {
			docs := corpus(t, "../formats/tables/"+c.docs)
			dir := copyModule(t, c.module)
			client := clientOf(t, c.module, dir)
			patch, _ := docgen(t, dir, "drift", docs, c.pkg, "-C", client, "--format", "patch", "--confidence", "perhaps", "--fail-on", "never")
			if n := bytes.Count(patch, []byte("\n+")); n < 20 {
				t.Errorf("the patch adds only %d lines", n)
			}
			apply(t, dir, patch)
			compiles(t, client, c.pkg)
		})
	}
}
