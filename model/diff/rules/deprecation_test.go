package rules_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
)

func date(t *testing.T, text string) time.Time {
	t.Helper()
	if text == "" {
		return time.Time{}
	}
	out, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestDeprecation demands the policy that a removal or a deprecation falls under, with
// the severity of the policy and not of the rule.
func TestDeprecation(t *testing.T) {
	const promise = "Use b instead. It will be removed on 2026-09-01."
	for name, c := range map[string]struct {
		text     string
		days     int
		old, new string
		policy   string
		severity diff.Severity
		says     string
	}{
		"nothing is asked":            {"Use b instead.", 0, "2026-01-01", "2026-05-01", "", diff.Breaking, ""},
		"long enough":                 {"Use b instead.", 90, "2026-01-01", "2026-05-01", rules.RemovedAfterDeprecated, diff.Warning, "removed after a deprecation that was long enough: for 120 days at least"},
		"to the day":                  {"Use b instead.", 120, "2026-01-01", "2026-05-01", rules.RemovedAfterDeprecated, diff.Warning, "removed after a deprecation that was long enough: for 120 days at least"},
		"not long enough":             {"Use b instead.", 121, "2026-01-01", "2026-05-01", rules.RemovedTooSoon, diff.Breaking, "not known to have been deprecated long enough: for 120 days at least, of 121"},
		"dates nobody knows":          {"Use b instead.", 90, "", "2026-05-01", rules.RemovedTooSoon, diff.Breaking, "not known to have been deprecated long enough: the dates of the revisions are not known"},
		"not deprecated":              {"", 90, "2026-01-01", "2026-05-01", rules.RemovedUndeprecated, diff.Breaking, "removed without a deprecation"},
		"before its date":             {promise, 0, "2026-01-01", "2026-08-31", rules.RemovedBeforeDate, diff.Breaking, "removed before the date that the pages promised: 2026-09-01"},
		"on its date":                 {promise, 0, "2026-01-01", "2026-09-01", "", diff.Breaking, ""},
		"on its date, with a policy":  {promise, 90, "2026-08-01", "2026-09-01", rules.RemovedAfterDeprecated, diff.Warning, "removed after a deprecation that was long enough: it was announced for 2026-09-01"},
		"date of the deprecation":     {"Deprecated since 2026-09-01. Use b.", 0, "2026-01-01", "2026-05-01", "", diff.Breaking, ""},
		"date of something else":      {"It is removed soon. The guide of 2026-09-01 tells more.", 0, "2026-01-01", "2026-05-01", "", diff.Breaking, ""},
		"date in words":               {"This endpoint will be retired after September 1, 2026.", 0, "2026-01-01", "2026-05-01", rules.RemovedBeforeDate, diff.Breaking, "removed before the date that the pages promised: 2026-09-01"},
		"date in words, day first":    {"Sunset: 1 Sep 2026", 0, "2026-01-01", "2026-05-01", rules.RemovedBeforeDate, diff.Breaking, "removed before the date that the pages promised: 2026-09-01"},
		"no date at all":              {"Will be removed on 2026-13-01.", 0, "2026-01-01", "2026-05-01", "", diff.Breaking, ""},
		"when the new side is nobody": {promise, 0, "2026-01-01", "", "", diff.Breaking, ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := diff.Finding{Severity: diff.Breaking, Rules: []string{"method-removed"}, Change: diff.Change{Kind: diff.MethodRemoved, Locations: []diff.Location{{Deprecated: c.text}}}}
			list := []diff.Finding{f}
			rules.Deprecation{Days: c.days, Old: date(t, c.old), New: date(t, c.new)}.Apply(list)
			if got := list[0]; got.Severity != c.severity || got.Policy != c.says || slices.Contains(got.Rules, c.policy) != (c.policy != "") || got.Rules[0] != "method-removed" {
				t.Errorf("%s %v %q", got.Severity, got.Rules, got.Policy)
			}
		})
	}
}

// TestDeprecationOfEntries demands that of several locations the one with the least in its
// favor counts, that what is only info stays so, and that severities can be others.
func TestDeprecationOfEntries(t *testing.T) {
	entry := func(severity diff.Severity, kind diff.Kind, texts ...string) diff.Finding {
		f := diff.Finding{Severity: severity, Rules: []string{"x"}, Change: diff.Change{Kind: kind, New: texts[0]}}
		for _, text := range texts {
			f.Locations = append(f.Locations, diff.Location{Deprecated: text})
		}
		return f
	}
	list := []diff.Finding{
		entry(diff.Breaking, diff.FieldRemovedOptional, "Old.", "", "Old."),
		entry(diff.Info, diff.FieldRemovedOptional, "Old."),
		entry(diff.Breaking, diff.TypeChanged, "Old."),
		entry(diff.Warning, diff.Deprecated, "It will be removed on 2026-05-11."),
		entry(diff.Warning, diff.Deprecated, "It will be removed on 2027-05-11."),
		entry(diff.Breaking, diff.EnumValueRemoved, "Old."),
	}
	rules.Deprecation{Days: 90, Old: date(t, "2026-01-01"), New: date(t, "2026-05-01"), Severity: map[string]diff.Severity{rules.RemovedAfterDeprecated: diff.Info}}.Apply(list)
	for i, want := range []struct {
		severity diff.Severity
		rules    []string
	}{
		{diff.Breaking, []string{"x", rules.RemovedUndeprecated}}, {diff.Info, []string{"x", rules.RemovedAfterDeprecated}}, {diff.Breaking, []string{"x"}},
		{diff.Warning, []string{"x", rules.DeprecatedTooLate}}, {diff.Warning, []string{"x"}}, {diff.Info, []string{"x", rules.RemovedAfterDeprecated}},
	} {
		if got := list[i]; got.Severity != want.severity || !slices.Equal(got.Rules, want.rules) {
			t.Errorf("%d is %s by %v, want %s by %v", i, got.Severity, got.Rules, want.severity, want.rules)
		}
	}
}

// TestPolicies demands that no policy has the ID of a rule.
func TestPolicies(t *testing.T) {
	for _, p := range rules.Policies() {
		if _, taken := rules.Lookup(p.ID); taken || p.Severity.Rank() < 0 || p.Message == "" || p.Why == "" {
			t.Errorf("%+v", p)
		}
	}
}

// TestPromisedDates demands the date on which each text says that something goes, "" where
// it says that of none.
func TestPromisedDates(t *testing.T) {
	for text, want := range map[string]string{
		"Will be removed on 2026/9/1.":                                         "2026-09-01",
		"It is going to be turned off by Sept. 1st, 2026.":                     "2026-09-01",
		"On September 1, 2026 this endpoint will be shut down.":                "2026-09-01",
		"Available until 1 September 2026":                                     "2026-09-01",
		"Se eliminará el 1 de septiembre de 2026.":                             "2026-09-01",
		"El 1 de septiembre de 2026 dejará de funcionar.":                      "2026-09-01",
		"Será removido em 1º de setembro de 2026.":                             "2026-09-01",
		"Sera supprimé le 1er septembre 2026.":                                 "2026-09-01",
		"Wird am 1. September 2026 entfernt.":                                  "2026-09-01",
		"Verfügbar bis zum 01.09.2026.":                                        "2026-09-01",
		"Sarà rimosso il 1 settembre 2026.":                                    "2026-09-01",
		"Метод будет удалён 1 сентября 2026 г.":                                "2026-09-01",
		"С 1 сентября 2026 метод будет отключён.":                              "2026-09-01",
		"Устарел с 1 сентября 2026, будет удалён.":                             "",
		"Zostanie usunięty 1 września 2026.":                                   "2026-09-01",
		"Akan dihapus pada 1 September 2026.":                                  "2026-09-01",
		"1 Eylül 2026 tarihinde kaldırılacak.":                                 "2026-09-01",
		"该接口将于2026年9月1日下线。":                                                    "2026-09-01",
		"此端點將於 2026 年 9 月 1 日移除。":                                              "2026-09-01",
		"2026年9月1日に廃止されます。":                                                    "2026-09-01",
		"2026년 9월 1일에 종료됩니다.":                                                  "2026-09-01",
		"Deprecated on 2026-01-01, to be removed on 2026-09-01.":               "2026-09-01",
		"Deprecated on 2026-09-01 and removed later.":                          "",
		"Deprecated since 2026-09-01; it will be removed.":                     "",
		"Veraltet seit dem 1. September 2026, wird entfernt.":                  "",
		"2026年9月1日より非推奨です。":                                                    "",
		"This endpoint is the one of 2026-09-01.":                              "",
		"Removed on 9/1/2026.":                                                 "",
		"Removed on 2026-02-30.":                                               "",
		"Removed with version 12026-09-011.":                                   "",
		"The guide of 2026-09-01 tells what will be removed.":                  "",
		"Announced on 2026-01-01. It will be removed on September 1 2026, so.": "2026-09-01",
	} {
		f := []diff.Finding{{Severity: diff.Breaking, Change: diff.Change{Kind: diff.MethodRemoved, Locations: []diff.Location{{Deprecated: text}}}}}
		rules.Deprecation{New: date(t, "2020-01-01")}.Apply(f)
		got := strings.TrimPrefix(strings.TrimPrefix(f[0].Policy, "removed before the date that the pages promised"), ": ")
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
