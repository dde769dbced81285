package main

import (
	"time"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/model/source"
)

// accumulationsOf is what a target says of how events of streams add up, by method.
func accumulationsOf(t *config.Target) map[string]golang.Accumulation {
	out := map[string]golang.Accumulation{}
	for _, a := range t.Accumulate {
		rule := golang.Accumulation{
			At: a.Method.At, Whole: a.Whole.Value, List: a.List.Value, Element: a.Element.Value, Index: a.Index.Value,
			Delta: a.Delta.Value, Message: a.Message.Value,
		}
		for _, p := range a.Texts {
			if rule.Texts == nil {
				rule.Texts = map[string]string{}
			}
			rule.Texts[p.Key.Value] = p.Value.Value
		}
		for _, name := range a.Replaced {
			rule.Replaced = append(rule.Replaced, name.Value)
		}
		out[a.Method.Value] = rule
	}
	return out
}

// webhooksOf is what a target says of webhooks, nil where it says nothing.
func webhooksOf(t *config.Target) *golang.Webhooks {
	w := t.Webhooks
	if w.At == (source.Span{}) {
		return nil
	}
	return &golang.Webhooks{
		At: w.At, Event: w.Event.Value, SignatureHeader: w.SignatureHeader.Value, IDHeader: w.IDHeader.Value,
		TimestampHeader: w.TimestampHeader.Value, TimestampPrefix: w.TimestampPrefix.Value, SignaturePrefix: w.SignaturePrefix.Value,
		SignatureEncoding: w.SignatureEncoding.Value, SecretEncoding: w.SecretEncoding.Value, SecretPrefix: w.SecretPrefix.Value,
		Algorithm: w.Algorithm.Value, Tolerance: time.Duration(w.Tolerance) * time.Second, Signed: w.Signed.Value,
	}
}
