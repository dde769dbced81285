package clients

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// TestOfficialClients holds the clients that vendors generate against their own
// references: the difference must be next to nothing.
func TestOfficialClients(t *testing.T) {
	for _, c := range []struct {
		module, docs string
		packages     []string
		operations   int
		agreement    float64
	}{
		{module: "github.com/anthropics/anthropic-sdk-go", docs: "anthropic/2026-06-11", packages: []string{"github.com/anthropics/anthropic-sdk-go"}, operations: 106, agreement: 0.998},
		{module: "github.com/openai/openai-go/v3", docs: "openai-rendered/2026-06-27", operations: 251, agreement: 0.99},
	} {
		t.Run(c.module, func(t *testing.T) {
			docs := corpus(t, c.docs)
			source(t, c.module)
			if c.packages == nil {
				c.packages = packagesOf(t, c.module+"/...", "azure", "internal", "examples", "bedrock")
			}
			r, spent := drift(t, ".", docs, c.packages...)
			paired := map[string]bool{}
			for _, op := range r.Operations {
				if len(op.Documented) == 0 {
					t.Logf("not documented: %s calls %s", op.Func, op.Operation)
					continue
				}
				for _, d := range op.Documented {
					paired[unslotted(d)] = true
				}
			}
			differences := 0 // members that are missing count, too
			for _, f := range r.Findings {
				if f.Confidence != "perhaps" && f.Severity != "info" && f.Rule != "operation-missing" {
					differences++
					t.Logf("%s (%s): %s", f.Rule, f.Confidence, f.Message)
				}
			}
			coverage, agreement := share(r.Coverage.Compared, r.Coverage.Members), share(r.Coverage.Compared-differences, r.Coverage.Compared)
			t.Logf("%d documented operations are called, %d of %d of the client are documented; %.2f %% of the members compared, %.2f %% agree; %s CPU, %d MB",
				len(paired), r.Coverage.ClientPaired, r.Coverage.Client, 100*coverage, 100*agreement, spent.cpu.Round(time.Second/10), spent.memory/1000)
			if len(paired) < c.operations || coverage < 0.95 || agreement < c.agreement {
				t.Errorf("the bars are %d operations, 95 %% and %.1f %%", c.operations, 100*c.agreement)
			}
		})
	}
}

// TestGitlabCost holds what a client of 107,000 lines costs: 20 s on two cores, as CPU,
// since machines that run tests do other things, too.
func TestGitlabCost(t *testing.T) {
	docs := corpus(t, "../formats/tables/gitlab-14.10")
	source(t, "gitlab.com/gitlab-org/api/client-go/v2")
	r, spent := drift(t, ".", docs, "gitlab.com/gitlab-org/api/client-go/v2")
	functions := map[string]bool{}
	for _, op := range r.Operations {
		functions[op.Func] = true
	}
	t.Logf("%d functions with operations; %s CPU, %s, %d MB", len(functions), spent.cpu.Round(time.Second/10), spent.wall.Round(time.Second/10), spent.memory/1000)
	if len(functions) < 1100 || spent.cpu > 30*time.Second || spent.memory > 2_000_000 {
		t.Error("the bars are 1100 functions, 30 s of CPU and 2 GB")
	}
}

// TestKnownBugs demands the findings that are bugs of released clients.
func TestKnownBugs(t *testing.T) {
	for _, c := range []struct{ pkg, docs, rule, member, operation string }{
		{"github.com/disgoorg/disgo/rest", "discord", "path-differs", "", "GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}"},
		{"github.com/disgoorg/disgo/rest", "discord", "request-member-missing", "limit", "GET /guilds/{guild_id}/scheduled-events/{guild_scheduled_event_id}/users"},
		{"github.com/hirokisan/bybit/v2", "bybit", "member-name-differs", "reduceOnly", ""},
	} {
		docs := corpus(t, "../formats/tables/"+c.docs)
		source(t, strings.TrimSuffix(c.pkg, "/rest"))
		r, _ := drift(t, ".", docs, c.pkg)
		if !slices.ContainsFunc(r.Findings, func(f finding) bool {
			return f.Rule == c.rule && f.Member == c.member && (c.operation == "" || f.Operation == c.operation) && f.Confidence != "perhaps"
		}) {
			t.Errorf("%s: no %s of %s %s", c.pkg, c.rule, c.operation, c.member)
		}
	}
}
