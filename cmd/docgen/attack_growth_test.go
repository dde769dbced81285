package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/docgen-go/docgen/model/testutil"
)

// The most that a verb may take of four times the pages, in times of what it takes
// of them once, and how long it may take at all.
const (
	maxGrowth  = 6
	maxGrowing = 60 * time.Second
)

// growing are pages of n parts; rev tells one revision from the next.
var growing = map[string]func(n, rev int) string{
	"methods": func(n, rev int) string {
		return repeated("# P\n", n, func(i int) string { return growingMethod(i, "- `a: string`\n") }) + growingMethod(n+rev, "- `a: string`\n")
	},
	"fields": func(n, rev int) string {
		return growingMethod(rev, repeated("", n, func(i int) string { return fmt.Sprintf("- `a%d: string`\n\n  A word.\n", i+rev) }))
	},
	"members that go": func(n, rev int) string {
		return growingMethod(0, repeated("", 20*n/(1+3*rev), func(i int) string { return fmt.Sprintf("- `a%d: string`\n", i) }))
	},
	"fields of objects": func(n, rev int) string {
		return growingMethod(0, repeated("", n, func(i int) string {
			return fmt.Sprintf("- `a%d: object { b }`\n\n  - `b%d: string`\n\n", i, i+rev)
		}))
	},
	"fields of one type": func(n, rev int) string {
		return growingMethod(0, repeated("", n, func(i int) string { return fmt.Sprintf("- `a%d: P%d`\n", i, rev) })) + growingTypes(2, func(i int) string { return fmt.Sprintf("P%d = object { a }`\n\n  - `a: string", i) })
	},
	"enum values": func(n, rev int) string {
		return growingMethod(0, "- `a: \"v\" or \"w\" or 100 more`\n\n"+repeated("", n, func(i int) string { return fmt.Sprintf("  - `\"v%d\"`\n\n", i+rev) }))
	},
	"values renamed": func(n, rev int) string {
		return growingMethod(0, "- `a: \"v\" or \"w\" or 100 more`\n\n"+repeated("", n, func(i int) string { return fmt.Sprintf("  - `\"v%d_%d\"`\n\n", i, rev) }))
	},
	"values renamed in a sentence": func(n, rev int) string {
		values := repeated("", 8*n, func(i int) string { return fmt.Sprintf("`v%d_%d`, ", i, rev) })
		return "# P\n\n## List\n\n`GET /v1/p`\n\n### Query parameters\n\n| Name | Type | Description |\n|---|---|---|\n| a | string | One of " + values + "`x` |\n"
	},
	"members of a nameless type renamed": func(n, rev int) string {
		return "# P\n\n## List\n\n`GET /v1/p`\n\n### Response\n\n| Field | Type | Description |\n|---|---|---|\n| id | string | Same. |\n" +
			repeated("", 8*n, func(i int) string { return fmt.Sprintf("| v%d_%d | string | Number %d. |\n", i, rev, i) })
	},
	"alternatives": func(n, rev int) string {
		return growingMethod(0, "- `a: A or B or 100 more`\n\n"+repeated("", n, func(i int) string {
			return fmt.Sprintf("  - `P%d object { type, b }`\n\n    - `type: \"p%d\"`\n\n    - `b: string`\n\n", i, i+rev)
		}))
	},
	"unions of unions": func(n, rev int) string {
		return growingResult("P0") + growingTypes(n/4, func(i int) string { return fmt.Sprintf("P%d = P%d or P%d or string", i, i+1, i+2+rev) })
	},
	"types in a chain": func(n, rev int) string {
		return growingResult("P0") + growingTypes(n/4, func(i int) string {
			return fmt.Sprintf("P%d = object { a, b }`\n\n  - `a: P%d`\n\n  - `b: optional P%d", i, i+1, i+2+rev)
		})
	},
	"types that contain each other": func(n, rev int) string {
		return growingResult("P0") + growingTypes(n/4, func(i int) string {
			return fmt.Sprintf("P%d = object { a, b }`\n\n  - `a: optional P%d`\n\n  - `b: optional array of P%d", i, (i+1)%(n/4), (i*7+rev)%(n/4))
		})
	},
	"responses": func(n, rev int) string {
		return growingResult("string") + repeated("", n, func(i int) string { return fmt.Sprintf("#### Response\n\n```json\n{\"a\": %d}\n```\n\n", i+rev) })
	},
	"prose": func(n, rev int) string {
		return growingMethod(rev, "- `a: string`\n\n  "+repeated("", 20*n, func(i int) string { return fmt.Sprintf("Word %d, defaults to `x`. ", i) })+"\n")
	},
	"parentheses": func(n, rev int) string {
		return growingMethod(rev, "- `a: "+strings.Repeat("array of ", 8*n)+"string`\n")
	},
	"nested items": func(n, rev int) string {
		return growingMethod(rev, repeated("", min(n/4, 120), func(i int) string {
			return strings.Repeat("  ", i) + fmt.Sprintf("- `a%d: object { a%d }`\n\n", i, i+1)
		}))
	},
}

func repeated(head string, n int, part func(i int) string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range n {
		b.WriteString(part(i))
	}
	return b.String()
}

func growingMethod(i int, body string) string {
	return fmt.Sprintf("## Make it %d\n\n**post** `/v1/things%d`\n\n### Body Parameters\n\n%s\n", i, i, body)
}

func growingResult(result string) string {
	return "# P\n\n## Get\n\n**get** `/v1/p`\n\n### Returns\n\n- `" + result + "`\n\n"
}

func growingTypes(n int, declare func(i int) string) string {
	return repeated("# Types\n\n## Domain Types\n\n", n, func(i int) string { return fmt.Sprintf("### P%d\n\n- `%s`\n\n", i, declare(i)) })
}

// growingVerbs are the verbs that read pages.
var growingVerbs = []string{"inspect", "lint", "generate", "check", "diff", "export", "verify"}

// TestAttackGrowth gives each verb pages of n, 2n and 4n parts. A short attack has
// only some of the verbs and small pages, and looks at memory; a full one counts
// what takes more than the budget and reports it.
func TestAttackGrowth(t *testing.T) {
	testutil.NoRace(t, "measures memory")
	if testing.Short() {
		t.Skip("reads large pages")
	}
	n, verbs := 40, []string{"inspect", "export", "diff"}
	if isFullAttack() {
		n, verbs = 200, growingVerbs
	}
	c := &toll{name: "growth of verbs"}
	for shape, page := range growing {
		for _, verb := range verbs {
			c.tried++
			why := grows(t, verb, page, n)
			for range 2 { // other goroutines and emptied pools only add
				if why != "" {
					why = grows(t, verb, page, n)
				}
			}
			if why != "" {
				c.failed++
				t.Errorf("%s of %s: %s", verb, shape, why)
			}
		}
	}
	c.log(t)
}

// A cost is what a run takes, of the processor and of memory.
type cost struct {
	time  time.Duration
	bytes uint64
}

// grows says why a verb takes too much of large pages, or "".
func grows(t *testing.T, verb string, page func(n, rev int) string, n int) string {
	t.Helper()
	var costs []cost
	for _, parts := range []int{n, 2 * n, 4 * n} {
		c, code := costOf(t, verb, page(parts, 0), page(parts, 1))
		switch {
		case code == exitFailed:
			return "" // refused, with a reason
		case code == exitUsage:
			return "wrong usage"
		}
		if c.time > maxGrowing {
			return fmt.Sprintf("%d parts take more than %v", parts, maxGrowing)
		}
		costs = append(costs, c)
	}
	const least = 200 * time.Millisecond // below it the machine decides
	memory, spent := float64(costs[2].bytes)/float64(costs[0].bytes), float64(costs[2].time)/float64(max(costs[0].time, least))
	if memory > maxGrowth || isFullAttack() && spent > maxGrowth {
		return fmt.Sprintf("4 times the pages take %.1f times the memory and %.1f times the time (%v, %v, %v)", memory, spent, costs[0].time, costs[1].time, costs[2].time)
	}
	return ""
}

// costOf is what a run of a verb takes, and its exit code.
func costOf(t *testing.T, verb, now, next string) (cost, int) {
	t.Helper()
	dir := t.TempDir()
	docs, newer, out := filepath.Join(dir, "docs"), filepath.Join(dir, "next"), filepath.Join(dir, "out")
	for name, text := range map[string]string{docs: now, newer: next} {
		if !storeDocs(t, name, fstest.MapFS{"p.md": {Data: []byte(text)}}) {
			t.Fatal("the pages cannot be stored")
		}
	}
	args := map[string][]string{
		"inspect": {"inspect", docs}, "lint": {"lint", docs}, "generate": {"generate", docs, "-o", out, "--keep-going"}, "check": {"check", docs, "-o", out},
		"diff": {"diff", docs, newer}, "export": {"export", "openapi", docs, "-o", filepath.Join(dir, "x.yaml")}, "verify": {"verify", docs, "--openapi", filepath.Join(dir, "x.yaml")},
	}
	switch verb {
	case "check":
		docgen(t, args["generate"]...)
	case "verify":
		docgen(t, args["export"]...)
	}
	t.Setenv("DOCGEN_CACHE", filepath.Join(dir, "cache")) // nothing is there yet
	ctx, cancel := context.WithTimeout(t.Context(), maxGrowing)
	defer cancel()
	var before, after runtime.MemStats
	var printed bytes.Buffer
	runtime.ReadMemStats(&before)
	start := cpuTime(t)
	code := run(ctx, args[verb], &printed, &printed)
	c := cost{time: cpuTime(t) - start}
	runtime.ReadMemStats(&after)
	c.bytes = after.TotalAlloc - before.TotalAlloc
	if ctx.Err() != nil {
		c.time, code = 2*maxGrowing, exitOK
	}
	if strings.Contains(printed.String(), "please report this") {
		t.Errorf("%s: a fault: %.2000s", verb, printed.String())
	}
	_ = os.RemoveAll(dir)
	return c, code
}
