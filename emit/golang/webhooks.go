package golang

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// Webhooks are what an API sends by itself. What is empty is as Standard Webhooks have it;
// with a SignatureHeader nothing is.
type Webhooks struct {
	At source.Span
	// Event is the ID of the type that they carry, where the pages list none.
	Event string
	// SignatureHeader, IDHeader and TimestampHeader are the headers of a webhook.
	SignatureHeader, IDHeader, TimestampHeader string
	// TimestampPrefix is what the time begins with among other pieces of its header,
	// SignaturePrefix what a signature does.
	TimestampPrefix, SignaturePrefix string
	// SignatureEncoding is base64 or hex, SecretEncoding base64, hex or text.
	SignatureEncoding, SecretEncoding string
	SecretPrefix                      string
	// Algorithm is that of the HMAC: sha1, sha256 or sha512.
	Algorithm string
	// Tolerance is how far the time of a webhook may be from now.
	Tolerance time.Duration
	// Signed is what is signed, with {id}, {timestamp} and {body} for these.
	Signed string
}

// standardWebhooks are those of standardwebhooks.com.
var standardWebhooks = Webhooks{
	SignatureHeader: "Webhook-Signature", IDHeader: "Webhook-Id", TimestampHeader: "Webhook-Timestamp", SignaturePrefix: "v1,",
	SignatureEncoding: "base64", SecretEncoding: "base64", SecretPrefix: "whsec_", Algorithm: "sha256", Tolerance: 5 * time.Minute,
	Signed: "{id}.{timestamp}.{body}",
}

// rule is how webhooks of the package are signed.
func (w *Webhooks) rule() Webhooks {
	if w == nil || w.SignatureHeader == "" {
		return standardWebhooks
	}
	out := *w
	out.SignatureEncoding = cmp.Or(w.SignatureEncoding, "hex")
	out.SecretEncoding = cmp.Or(w.SecretEncoding, "text")
	out.Algorithm = cmp.Or(w.Algorithm, "sha256")
	out.Signed = cmp.Or(w.Signed, "{body}")
	if w.TimestampHeader != "" {
		out.Tolerance = cmp.Or(w.Tolerance, standardWebhooks.Tolerance)
	}
	return out
}

// CodeNoWebhookEvent says that the type which docgen.yaml has webhooks carry is none.
const CodeNoWebhookEvent diag.Code = "no-webhook-event"

// webhookEvent is the type that webhooks carry, nil where nothing says which.
func (g *generator) webhookEvent() *model.NamedType { return g.event() }

// findWebhookEvent looks for it, which takes a walk over all resources.
func (g *generator) findWebhookEvent() *model.NamedType {
	if w := g.opts.Webhooks; w != nil && w.Event != "" {
		_, named := naming.Target(g.api, &model.Type{Kind: model.KindRef, Ref: g.names.Standing(w.Event)})
		return named
	}
	return g.api.Lookup(g.names.Standing(naming.WebhookEvent(g.api)))
}

// checkWebhooks reports an event that the API does not have.
func (g *generator) checkWebhooks() {
	if w := g.opts.Webhooks; w != nil && w.Event != "" && g.webhookEvent() == nil {
		g.diags.Add(CodeNoWebhookEvent, diag.Error, w.At, "webhooks cannot carry a %q: the pages have no such type", w.Event).
			Help = "\"docgen inspect\" shows the types; webhooks.event in docgen.yaml is the ID of one that is an object, a union, an enum, a list or a map"
	}
}

// webhookScheme declares how webhooks are signed.
func (g *generator) webhookScheme(f gosrc.Writer) {
	if !needsWebhooks(g.api, g.opts) {
		return
	}
	f.Internal(func() {
		f.Var(gosrc.Lines("webhookScheme is how webhooks are signed."), "webhookScheme", func() gosrc.Code {
			w := g.opts.Webhooks.rule()
			var items []gosrc.Code
			for _, item := range []struct{ name, value string }{
				{"id", w.IDHeader}, {"stamp", w.TimestampHeader}, {"signature", w.SignatureHeader}, {"stampPrefix", w.TimestampPrefix},
				{"prefix", w.SignaturePrefix}, {"encoding", w.SignatureEncoding}, {"secretPrefix", w.SecretPrefix},
				{"secretEncoding", w.SecretEncoding}, {"algorithm", w.Algorithm}, {"signed", w.Signed},
			} {
				if item.value != "" {
					items = append(items, gosrc.Keyed(item.name, gosrc.Text(item.value)))
				}
			}
			if w.Tolerance > 0 {
				items = append(items, gosrc.Keyed("age", gosrc.Number(strconv.FormatInt(int64(w.Tolerance), 10))))
			}
			return gosrc.Items(gosrc.Name("webhookRule"), items...)
		})
	})
}

// unwrap declares the function that checks and reads webhooks as the type that they carry.
func (g *generator) unwrap(f gosrc.Writer, t *model.NamedType) {
	if event := g.webhookEvent(); event == nil || event.ID != t.ID {
		return
	}
	name, unwrap, text := g.names.Type(t.ID), g.unwrapName(t), gosrc.Slice(gosrc.Name("byte"))
	f.Func(gosrc.Func{
		Doc: wrapped(unwrap + " checks the signature of a webhook and reads it. body is the body of the request as it came, " +
			"header its headers; secrets are what it may be signed with, of which mostly there is one."),
		Name: unwrap,
		Params: []gosrc.Param{
			{Name: "body", Type: text}, {Name: "header", Type: gosrc.Pkg("net/http", "Header")}, {Name: "secrets", Type: stringType, Variadic: true},
		},
		Results: []gosrc.Code{gosrc.Name(name), gosrc.Name("error")},
		Body: func() []gosrc.Code {
			return []gosrc.Code{gosrc.Return(gosrc.Call(gosrc.Instance("UnwrapWebhook", gosrc.Name(name)),
				gosrc.Name("body"), gosrc.Name("header"), gosrc.Spread(gosrc.Name("secrets"))))}
		},
	})
}

// unwrapName is the first free name of the function.
func (g *generator) unwrapName(t *model.NamedType) string {
	name := g.names.Type(t.ID)
	for _, free := range []string{"Unwrap" + strings.TrimPrefix(name, "Unwrap"), "Unwrap" + name, "Unwrap" + name + "Webhook"} {
		if free != "UnwrapWebhook" && !g.names.IsTaken(free) {
			return free
		}
	}
	return "UnwrapWebhookAs" + name
}
