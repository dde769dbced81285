// Package clients holds the versions of public Go clients that drift is measured on. It is a module of its
// own, so that they are in no graph but its own.
package clients

import (
	_ "github.com/anthropics/anthropic-sdk-go"
	_ "github.com/bwmarrin/discordgo"
	_ "github.com/disgoorg/disgo/rest"
	_ "github.com/google/go-github/v84/github"
	_ "github.com/hirokisan/bybit/v2"
	_ "github.com/openai/openai-go/v3"
	_ "gitlab.com/gitlab-org/api/client-go/v2"
)
