package link

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

func TestAuthOf(t *testing.T) {
	for header, want := range map[model.Constant]*model.Auth{
		{Name: "Authorization", Value: "Bearer $HARBOR_KEY"}:    {Scheme: model.AuthBearer, Env: "HARBOR_KEY"},
		{Name: "authorization", Value: "basic ${HARBOR_KEY}"}:   {Scheme: model.AuthBasic, Env: "HARBOR_KEY"},
		{Name: "Authorization", Value: "Pier $HARBOR_KEY"}:      {Scheme: model.AuthHeader, Name: "Authorization", Prefix: "Pier ", Env: "HARBOR_KEY"},
		{Name: "Authorization", Value: "$HARBOR_KEY"}:           {Scheme: model.AuthHeader, Name: "Authorization", Env: "HARBOR_KEY"},
		{Name: "Authorization", Value: "a secret"}:              {Scheme: model.AuthHeader, Name: "Authorization"},
		{Name: "X-Harbor-Key", Value: "Pier  $HARBOR_KEY"}:      {Scheme: model.AuthHeader, Name: "X-Harbor-Key", Prefix: "Pier ", Env: "HARBOR_KEY"},
		{Name: "X-Harbor-Key", Value: "me@x.example:$THE_KEY"}:  {Scheme: model.AuthHeader, Name: "X-Harbor-Key", Env: "THE_KEY"},
		{Name: "X-Harbor-Berth", Value: "Pier $BERTH"}:          nil,
		{Name: "X-Harbor-Key", Value: "not left to a variable"}: nil,
	} {
		got := authOf(header)
		if (got == nil) != (want == nil) || got != nil && *got != *want {
			t.Errorf("%v: got %+v, want %+v", header, got, want)
		}
	}
}
