package clients

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"testing"
)

// A leftMember is a documented member of a client, and what a patch would write if the client lacked it.
type leftMember struct {
	Struct, Member string
	Has, Gets      struct{ Name, GoType, Tag string }
}

// TestEveryMemberLeftOut leaves out each documented member of four clients in turn and looks what a patch would put in
// its stead, so that no draw decides. The bars are for all clients together and for each.
func TestEveryMemberLeftOut(t *testing.T) {
	ask := filepath.Join(t.TempDir(), "leaveout")
	if out, err := command(filepath.Join("..", ".."), "go", "build", "-o", ask, "./cmd/docgen/internal/leaveout").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var members, names, typed int
	for _, c := range []struct {
		module, pkg, docs string
		members           int
		names, typed      float64
	}{
		{"github.com/hirokisan/bybit/v2", "github.com/hirokisan/bybit/v2", "bybit", 680, 0.98, 0.925},
		{"github.com/disgoorg/disgo", "github.com/disgoorg/disgo/rest", "discord", 800, 0.965, 0.82},
		{"github.com/bwmarrin/discordgo", "github.com/bwmarrin/discordgo", "discord", 640, 0.98, 0.82},
		{"gitlab.com/gitlab-org/api/client-go/v2", "gitlab.com/gitlab-org/api/client-go/v2", "gitlab-14.10", 3850, 0.98, 0.92},
	} {
		source(t, c.module) // so that it is there
		all := leftOut(t, ask, corpus(t, "../formats/tables/"+c.docs), c.pkg)
		a, b := 0, 0
		for _, m := range all {
			if m.Has.Name == m.Gets.Name {
				a++
			}
			if m.Has.GoType == m.Gets.GoType && m.Has.Tag == m.Gets.Tag {
				b++
			}
		}
		t.Logf("%s: of %d members %d names (%.1f %%) and %d types and tags (%.1f %%)", c.module, len(all), a, 100*share(a, len(all)), b, 100*share(b, len(all)))
		if len(all) < c.members || share(a, len(all)) < c.names || share(b, len(all)) < c.typed {
			t.Errorf("%s: the bars are %d members, %.1f %% and %.1f %%", c.module, c.members, 100*c.names, 100*c.typed)
		}
		members, names, typed = members+len(all), names+a, typed+b
	}
	t.Logf("of all %d members %d names (%.1f %%) and %d types and tags (%.1f %%)", members, names, 100*share(names, members), typed, 100*share(typed, members))
	if share(names, members) < 0.98 || share(typed, members) < 0.90 {
		t.Error("the bars for all are 98 % and 90 %")
	}
}

// leftOut returns what would be written for each member; the packages are seen from this module.
func leftOut(t *testing.T, ask, docs, pkg string) []leftMember {
	t.Helper()
	cmd := command(".", ask, docs, ".", pkg)
	out, err := cmd.Output()
	if err != nil {
		var said []byte
		if exit, ok := err.(*exec.ExitError); ok {
			said = exit.Stderr
		}
		t.Fatalf("%v: %s", err, said)
	}
	var all []leftMember
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	return all
}
