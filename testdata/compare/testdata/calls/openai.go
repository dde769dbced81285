package main

import (
	"context"

	"example.test/calls/client"
	sdk "github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
	"github.com/openai/openai-go/v3/responses"
)

const chat = `{"model":"gpt-5","messages":[{"role":"developer","content":"Be brief."},{"role":"user","content":"Hi"}]`

var (
	ours, theirs = &recorder{}, &recorder{}
	c            = client.NewClient(client.WithHTTPClient(ours), client.WithOpenAIAPIKey("the-key"), client.WithMaxRetries(0))
	s            = sdk.NewClient(option.WithHTTPClient(theirs), option.WithAPIKey("the-key"), option.WithMaxRetries(0))
	params       = sdk.ChatCompletionNewParams{Model: "gpt-5", Messages: []sdk.ChatCompletionMessageParamUnion{sdk.DeveloperMessage("Be brief."), sdk.UserMessage("Hi")}}
)

// withMore has members of other kinds.
var withMore = func() sdk.ChatCompletionNewParams {
	p := params
	p.N, p.Temperature, p.Metadata = sdk.Int(2), sdk.Float(0), map[string]string{"a": "b"}
	return p
}()

var calls = []pair{
	{"chat.completions.create", func(ctx context.Context) error {
		return drop(c.Chat.Completions.New(ctx, from[client.ChatCompletionNewParams](chat+`}`)))
	}, func(ctx context.Context) error { return drop(s.Chat.Completions.New(ctx, params)) }},
	{"chat.completions.create with more", func(ctx context.Context) error {
		return drop(c.Chat.Completions.New(ctx, from[client.ChatCompletionNewParams](chat+`,"n":2,"temperature":0,"metadata":{"a":"b"}}`)))
	}, func(ctx context.Context) error { return drop(s.Chat.Completions.New(ctx, withMore)) }},
	{"chat.completions.create as a stream", func(ctx context.Context) error {
		return drop(c.Chat.Completions.NewStreaming(ctx, from[client.ChatCompletionNewParams](chat+`}`)))
	}, func(ctx context.Context) error { return s.Chat.Completions.NewStreaming(ctx, params).Err() }},
	{"chat.completions.list", func(ctx context.Context) error {
		return drop(c.Chat.Completions.List(ctx, client.ChatCompletionListParams{Limit: client.Some[int64](2), Model: client.Some("gpt-5")}))
	}, func(ctx context.Context) error {
		return drop(s.Chat.Completions.List(ctx, sdk.ChatCompletionListParams{Limit: sdk.Int(2), Model: sdk.String("gpt-5")}))
	}},
	{"chat.completions.retrieve", func(ctx context.Context) error { return drop(c.Chat.Completions.Get(ctx, "c1")) },
		func(ctx context.Context) error { return drop(s.Chat.Completions.Get(ctx, "c1")) }},
	{"chat.completions.delete", func(ctx context.Context) error { return drop(c.Chat.Completions.Delete(ctx, "c1")) },
		func(ctx context.Context) error { return drop(s.Chat.Completions.Delete(ctx, "c1")) }},
	{"embeddings.create", func(ctx context.Context) error {
		return drop(c.Embeddings.New(ctx, from[client.EmbeddingNewParams](`{"model":"text-embedding-3-small","input":["a","b"],"dimensions":8}`)))
	}, func(ctx context.Context) error {
		return drop(s.Embeddings.New(ctx, sdk.EmbeddingNewParams{Model: "text-embedding-3-small", Input: sdk.EmbeddingNewParamsInputUnion{OfArrayOfStrings: []string{"a", "b"}}, Dimensions: sdk.Int(8)}))
	}},
	{"models.list", func(ctx context.Context) error { return drop(c.Models.List(ctx)) },
		func(ctx context.Context) error { return drop(s.Models.List(ctx)) }},
	{"models.retrieve", func(ctx context.Context) error { return drop(c.Models.Get(ctx, "ft:a/b c")) },
		func(ctx context.Context) error { return drop(s.Models.Get(ctx, "ft:a/b c")) }},
	{"models.delete", func(ctx context.Context) error { return drop(c.Models.Delete(ctx, "m")) },
		func(ctx context.Context) error { return drop(s.Models.Delete(ctx, "m")) }},
	{"files.create", func(ctx context.Context) error {
		return drop(c.Files.New(ctx, client.FileNewParams{File: client.File{Name: "a.txt", ContentType: "text/plain", Reader: file()}, Purpose: "batch"}))
	}, func(ctx context.Context) error {
		return drop(s.Files.New(ctx, sdk.FileNewParams{File: sdk.File(file(), "a.txt", "text/plain"), Purpose: "batch"}))
	}},
	{"files.list", func(ctx context.Context) error {
		return drop(c.Files.List(ctx, client.FileListParams{Purpose: client.Some("batch"), Limit: client.Some[int64](1)}))
	}, func(ctx context.Context) error {
		return drop(s.Files.List(ctx, sdk.FileListParams{Purpose: sdk.String("batch"), Limit: sdk.Int(1)}))
	}},
	{"files.content", func(ctx context.Context) error { return drop(c.Files.Content(ctx, "f1")) },
		func(ctx context.Context) error { return drop(s.Files.Content(ctx, "f1")) }},
	{"files.delete", func(ctx context.Context) error { return drop(c.Files.Delete(ctx, "f1")) },
		func(ctx context.Context) error { return drop(s.Files.Delete(ctx, "f1")) }},
	{"moderations.create", func(ctx context.Context) error {
		return drop(c.Moderations.New(ctx, from[client.ModerationNewParams](`{"input":"x"}`)))
	}, func(ctx context.Context) error {
		return drop(s.Moderations.New(ctx, sdk.ModerationNewParams{Input: sdk.ModerationNewParamsInputUnion{OfString: sdk.String("x")}}))
	}},
	{"responses.create", func(ctx context.Context) error {
		return drop(c.Responses.New(ctx, from[client.ResponseNewParams](`{"model":"gpt-5","input":"Hi","instructions":"Be brief."}`)))
	}, func(ctx context.Context) error {
		return drop(s.Responses.New(ctx, responses.ResponseNewParams{Model: "gpt-5", Input: responses.ResponseNewParamsInputUnion{OfString: sdk.String("Hi")}, Instructions: sdk.String("Be brief.")}))
	}},
	{"responses.create as a stream", func(ctx context.Context) error {
		return drop(c.Responses.NewStreaming(ctx, from[client.ResponseNewParams](`{"model":"gpt-5","input":"Hi"}`)))
	}, func(ctx context.Context) error {
		return s.Responses.NewStreaming(ctx, responses.ResponseNewParams{Model: "gpt-5", Input: responses.ResponseNewParamsInputUnion{OfString: sdk.String("Hi")}}).Err()
	}},
	{"responses.retrieve", func(ctx context.Context) error {
		return drop(c.Responses.Get(ctx, "r1", client.ResponseGetParams{Include: client.Some([]client.ResponseIncludable{"message.output_text.logprobs", "reasoning.encrypted_content"})}))
	}, func(ctx context.Context) error {
		return drop(s.Responses.Get(ctx, "r1", responses.ResponseGetParams{Include: []responses.ResponseIncludable{"message.output_text.logprobs", "reasoning.encrypted_content"}}))
	}},
	{"responses.delete", func(ctx context.Context) error { return drop(c.Responses.Delete(ctx, "r1")) },
		func(ctx context.Context) error { return s.Responses.Delete(ctx, "r1") }},
	{"vector_stores.create", func(ctx context.Context) error {
		return drop(c.VectorStores.New(ctx, client.VectorStoreNewParams{Name: client.Some("n"), FileIDs: client.Some([]string{"f1"})}))
	}, func(ctx context.Context) error {
		return drop(s.VectorStores.New(ctx, sdk.VectorStoreNewParams{Name: sdk.String("n"), FileIDs: []string{"f1"}}))
	}},
	{"vector_stores.list", func(ctx context.Context) error {
		return drop(c.VectorStores.List(ctx, client.VectorStoreListParams{Limit: client.Some[int64](2)}))
	}, func(ctx context.Context) error {
		return drop(s.VectorStores.List(ctx, sdk.VectorStoreListParams{Limit: sdk.Int(2)}))
	}},
	{"vector_stores.retrieve", func(ctx context.Context) error { return drop(c.VectorStores.Get(ctx, "v1")) },
		func(ctx context.Context) error { return drop(s.VectorStores.Get(ctx, "v1")) }},
	{"vector_stores.files.retrieve", func(ctx context.Context) error { return drop(c.VectorStores.Files.Get(ctx, "v1", "f1")) },
		func(ctx context.Context) error { return drop(s.VectorStores.Files.Get(ctx, "v1", "f1")) }},
	{"batches.create", func(ctx context.Context) error {
		return drop(c.Batches.New(ctx, client.BatchNewParams{Endpoint: "/v1/responses", InputFileID: "f1"}))
	}, func(ctx context.Context) error {
		return drop(s.Batches.New(ctx, sdk.BatchNewParams{CompletionWindow: "24h", Endpoint: "/v1/responses", InputFileID: "f1"}))
	}},
	{"batches.cancel", func(ctx context.Context) error { return drop(c.Batches.Cancel(ctx, "b1")) },
		func(ctx context.Context) error { return drop(s.Batches.Cancel(ctx, "b1")) }},
	{"fine_tuning.jobs.list", func(ctx context.Context) error {
		return drop(c.FineTuning.Jobs.List(ctx, client.FineTuningJobListParams{Limit: client.Some[int64](2), Metadata: client.Some(map[string]string{"a": "b"})}))
	}, func(ctx context.Context) error {
		return drop(s.FineTuning.Jobs.List(ctx, sdk.FineTuningJobListParams{Limit: sdk.Int(2), Metadata: map[string]string{"a": "b"}}))
	}},
	{"images.generate", func(ctx context.Context) error {
		return drop(c.Images.Generate(ctx, client.ImageGenerateParams{Prompt: "a", N: client.Some[int64](1)}))
	}, func(ctx context.Context) error {
		return drop(s.Images.Generate(ctx, sdk.ImageGenerateParams{Prompt: "a", N: sdk.Int(1)}))
	}},
	{"audio.transcriptions.create", func(ctx context.Context) error {
		return drop(c.Audio.Transcriptions.New(ctx, client.AudioTranscriptionNewParams{File: client.File{Name: "a.txt", ContentType: "text/plain", Reader: file()}, Model: from[client.AudioModel](`"whisper-1"`), TimestampGranularities: client.Some([]client.AudioTranscriptionNewParamsTimestampGranularity{"word", "segment"})}))
	}, func(ctx context.Context) error {
		return drop(s.Audio.Transcriptions.New(ctx, sdk.AudioTranscriptionNewParams{File: sdk.File(file(), "a.txt", "text/plain"), Model: "whisper-1", TimestampGranularities: []string{"word", "segment"}}))
	}},
}

func main() { run(calls, ours, theirs) }
