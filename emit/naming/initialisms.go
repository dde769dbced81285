package naming

import "strings"

// initialisms are the words that Go writes in capitals, by their lower case.
var initialisms = func() map[string]string {
	m := map[string]string{"oauth": "OAuth", "ipv4": "IPv4", "ipv6": "IPv6", "mtls": "MTLS", "openai": "OpenAI", "jsonl": "JSONL"}
	for _, w := range strings.Fields(`
		ACL AI API ARN ASCII AWS CIDR CORS CPU CSS CSV DB DNS EOF ETA FTP GCP GPU GUID HMAC HTML HTTP
		HTTPS IAM ID IMAP IO IP JSON JWT KMS LHS LLM MAC MCP MFA MIME OIDC OS OTP PDF PEM PNG QPS QR
		RAM RHS RPC RSA SAML SCIM SDK SHA SKU SLA SMS SMTP SQL SSE SSH SSL SSO SVG TCP TLS TTL TTS UDP
		UI UID URI URL UTC UTF UTF8 UUID VM VPC XML XSS YAML`) {
		m[strings.ToLower(w)] = w
		m[strings.ToLower(w)+"s"] = w + "s"
	}
	for _, word := range []string{"ios", "macs", "oss", "https"} {
		delete(m, word) // plurals that are another word
	}
	m["https"] = "HTTPS"
	return m
}()
