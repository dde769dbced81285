package runtime

import "time"

// What follows stands for what a generated package declares. It is not carried.

const defaultBaseURL = ""

// ClientVersion stands for the constant of a generated package.
const ClientVersion string = "devel"

var credentials []credential

// usualCredentials are the IDs of those that most methods take.
var usualCredentials []string

// A Client stands for the client of a generated package.
type Client struct{ transport *transport }

// NewClient stands for the constructor of a generated package.
func NewClient(opts ...Option) *Client {
	return &Client{&transport{config: newConfig(defaultBaseURL, opts)}}
}

// FromEnv stands for the option of a generated package, which says what it reads.
func FromEnv() Option { return fromEnv() }

// webhookScheme is how webhooks are signed.
var webhookScheme = webhookRule{
	id: "Webhook-Id", stamp: "Webhook-Timestamp", signature: "Webhook-Signature", prefix: "v1,", encoding: "base64",
	secretPrefix: "whsec_", secretEncoding: "base64", algorithm: "sha256", signed: "{id}.{timestamp}.{body}", age: 5 * time.Minute,
}
