package main

import (
	"context"

	"example.test/calls/client"
	sdk "github.com/anthropics/anthropic-sdk-go"
	"github.com/anthropics/anthropic-sdk-go/option"
)

const ask = `{"model":"claude-sonnet-4-5","max_tokens":16,"messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]}]`

var (
	ours, theirs = &recorder{}, &recorder{}
	c            = client.NewClient(client.WithHTTPClient(ours), client.WithAnthropicAPIKey("the-key"), client.WithMaxRetries(0))
	s            = sdk.NewClient(option.WithHTTPClient(theirs), option.WithAPIKey("the-key"), option.WithMaxRetries(0))
	turn         = sdk.NewUserMessage(sdk.NewTextBlock("Hi"))
	betaTurn     = sdk.NewBetaUserMessage(sdk.NewBetaTextBlock("Hi"))
	params       = sdk.MessageNewParams{Model: "claude-sonnet-4-5", MaxTokens: 16, Messages: []sdk.MessageParam{turn}}
	betas        = client.Some([]client.AnthropicBeta{"files-api-2025-04-14"})
	theirBetas   = []sdk.AnthropicBeta{"files-api-2025-04-14"}
)

// withSystem has what most programs send besides messages.
var withSystem = func() sdk.MessageNewParams {
	p := params
	p.System = []sdk.TextBlockParam{{Text: "Be brief."}}
	p.Temperature, p.StopSequences = sdk.Float(0.5), []string{"END"}
	return p
}()

// withTool has a tool that has to be called.
var withTool = func() sdk.MessageNewParams {
	p := params
	p.Tools = []sdk.ToolUnionParam{{OfTool: &sdk.ToolParam{Name: "look", InputSchema: sdk.ToolInputSchemaParam{Properties: map[string]any{"at": map[string]any{"type": "string"}}}}}}
	p.ToolChoice = sdk.ToolChoiceUnionParam{OfAny: &sdk.ToolChoiceAnyParam{}}
	return p
}()

var calls = []pair{
	{"messages.create", func(ctx context.Context) error {
		return drop(c.Messages.New(ctx, from[client.MessageNewParams](ask+`}`)))
	}, func(ctx context.Context) error { return drop(s.Messages.New(ctx, params)) }},
	{"messages.create with a system prompt", func(ctx context.Context) error {
		return drop(c.Messages.New(ctx, from[client.MessageNewParams](ask+`,"system":[{"type":"text","text":"Be brief."}],"temperature":0.5,"stop_sequences":["END"]}`)))
	}, func(ctx context.Context) error { return drop(s.Messages.New(ctx, withSystem)) }},
	{"messages.create with a tool", func(ctx context.Context) error {
		return drop(c.Messages.New(ctx, from[client.MessageNewParams](ask+`,"tools":[{"name":"look","input_schema":{"type":"object","properties":{"at":{"type":"string"}}}}],"tool_choice":{"type":"any"}}`)))
	}, func(ctx context.Context) error { return drop(s.Messages.New(ctx, withTool)) }},
	{"messages.create as a stream", func(ctx context.Context) error {
		return drop(c.Messages.NewStreaming(ctx, from[client.MessageNewParams](ask+`}`)))
	}, func(ctx context.Context) error { return s.Messages.NewStreaming(ctx, params).Err() }},
	{"messages.count_tokens", func(ctx context.Context) error {
		return drop(c.Messages.CountTokens(ctx, from[client.MessageCountTokensParams](`{"model":"claude-sonnet-4-5","messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]}]}`)))
	}, func(ctx context.Context) error {
		return drop(s.Messages.CountTokens(ctx, sdk.MessageCountTokensParams{Model: "claude-sonnet-4-5", Messages: []sdk.MessageParam{turn}}))
	}},
	{"messages.batches.create", func(ctx context.Context) error {
		return drop(c.Messages.Batches.New(ctx, from[client.MessageBatchNewParams](`{"requests":[{"custom_id":"a","params":`+ask+`}}]}`)))
	}, func(ctx context.Context) error {
		return drop(s.Messages.Batches.New(ctx, sdk.MessageBatchNewParams{Requests: []sdk.MessageBatchNewParamsRequest{{
			CustomID: "a", Params: sdk.MessageBatchNewParamsRequestParams{Model: "claude-sonnet-4-5", MaxTokens: 16, Messages: []sdk.MessageParam{turn}},
		}}}))
	}},
	{"messages.batches.retrieve", func(ctx context.Context) error { return drop(c.Messages.Batches.Get(ctx, "b/1")) },
		func(ctx context.Context) error { return drop(s.Messages.Batches.Get(ctx, "b/1")) }},
	{"messages.batches.list", func(ctx context.Context) error {
		return drop(c.Messages.Batches.List(ctx, client.MessageBatchListParams{Limit: client.Some[int64](3), AfterID: client.Some("b 1")}))
	}, func(ctx context.Context) error {
		return drop(s.Messages.Batches.List(ctx, sdk.MessageBatchListParams{Limit: sdk.Int(3), AfterID: sdk.String("b 1")}))
	}},
	{"messages.batches.cancel", func(ctx context.Context) error { return drop(c.Messages.Batches.Cancel(ctx, "b1")) },
		func(ctx context.Context) error { return drop(s.Messages.Batches.Cancel(ctx, "b1")) }},
	{"messages.batches.delete", func(ctx context.Context) error { return drop(c.Messages.Batches.Delete(ctx, "b1")) },
		func(ctx context.Context) error { return drop(s.Messages.Batches.Delete(ctx, "b1")) }},
	{"messages.batches.results", func(ctx context.Context) error { return drop(c.Messages.Batches.Results(ctx, "b1")) },
		func(ctx context.Context) error { return s.Messages.Batches.ResultsStreaming(ctx, "b1").Err() }},
	{"models.list", func(ctx context.Context) error {
		return drop(c.Models.List(ctx, client.ModelListParams{Limit: client.Some[int64](2), Betas: betas}))
	}, func(ctx context.Context) error {
		return drop(s.Models.List(ctx, sdk.ModelListParams{Limit: sdk.Int(2), Betas: theirBetas}))
	}},
	{"models.retrieve", func(ctx context.Context) error { return drop(c.Models.Get(ctx, "m", client.ModelGetParams{})) },
		func(ctx context.Context) error { return drop(s.Models.Get(ctx, "m", sdk.ModelGetParams{})) }},
	{"completions.create", func(ctx context.Context) error {
		return drop(c.Completions.New(ctx, client.CompletionNewParams{Model: "claude-2.1", Prompt: "Hi", MaxTokensToSample: 5}))
	}, func(ctx context.Context) error {
		return drop(s.Completions.New(ctx, sdk.CompletionNewParams{Model: "claude-2.1", Prompt: "Hi", MaxTokensToSample: 5}))
	}},
	{"beta.messages.create", func(ctx context.Context) error {
		p := from[client.BetaMessageNewParams](ask + `}`)
		p.Betas = client.Some([]client.AnthropicBeta{"a-beta", "b-beta"})
		return drop(c.Beta.Messages.New(ctx, p))
	}, func(ctx context.Context) error {
		return drop(s.Beta.Messages.New(ctx, sdk.BetaMessageNewParams{Model: "claude-sonnet-4-5", MaxTokens: 16, Messages: []sdk.BetaMessageParam{betaTurn}, Betas: []sdk.AnthropicBeta{"a-beta", "b-beta"}}))
	}},
	{"beta.messages.count_tokens", func(ctx context.Context) error {
		return drop(c.Beta.Messages.CountTokens(ctx, from[client.BetaMessageCountTokensParams](`{"model":"claude-sonnet-4-5","messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]}]}`)))
	}, func(ctx context.Context) error {
		return drop(s.Beta.Messages.CountTokens(ctx, sdk.BetaMessageCountTokensParams{Model: "claude-sonnet-4-5", Messages: []sdk.BetaMessageParam{betaTurn}}))
	}},
	{"beta.messages.batches.list", func(ctx context.Context) error {
		return drop(c.Beta.Messages.Batches.List(ctx, client.BetaMessageBatchListParams{Limit: client.Some[int64](3)}))
	}, func(ctx context.Context) error {
		return drop(s.Beta.Messages.Batches.List(ctx, sdk.BetaMessageBatchListParams{Limit: sdk.Int(3)}))
	}},
	{"beta.files.list", func(ctx context.Context) error {
		return drop(c.Beta.Files.List(ctx, client.BetaFileListParams{Limit: client.Some[int64](3), Betas: client.Some([]client.AnthropicBeta{"b-beta"})}))
	}, func(ctx context.Context) error {
		return drop(s.Beta.Files.List(ctx, sdk.BetaFileListParams{Limit: sdk.Int(3), Betas: []sdk.AnthropicBeta{"b-beta"}}))
	}},
	{"beta.files.upload", func(ctx context.Context) error {
		return drop(c.Beta.Files.Upload(ctx, client.BetaFileUploadParams{File: client.File{Name: "a.txt", ContentType: "text/plain", Reader: file()}}))
	}, func(ctx context.Context) error {
		return drop(s.Beta.Files.Upload(ctx, sdk.BetaFileUploadParams{File: sdk.File(file(), "a.txt", "text/plain")}))
	}},
	{"beta.files.delete", func(ctx context.Context) error {
		return drop(c.Beta.Files.Delete(ctx, "f1", client.BetaFileDeleteParams{}))
	},
		func(ctx context.Context) error {
			return drop(s.Beta.Files.Delete(ctx, "f1", sdk.BetaFileDeleteParams{}))
		}},
	{"beta.files.download", func(ctx context.Context) error {
		return drop(c.Beta.Files.Download(ctx, "f1", client.BetaFileDownloadParams{}))
	},
		func(ctx context.Context) error {
			return drop(s.Beta.Files.Download(ctx, "f1", sdk.BetaFileDownloadParams{}))
		}},
	{"beta.skills.list", func(ctx context.Context) error {
		return drop(c.Beta.Skills.List(ctx, client.BetaSkillListParams{Source: client.Some("custom")}))
	},
		func(ctx context.Context) error {
			return drop(s.Beta.Skills.List(ctx, sdk.BetaSkillListParams{Source: sdk.String("custom")}))
		}},
}

func main() { run(calls, ours, theirs) }
