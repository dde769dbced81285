package naming

import (
	"go/token"
	"slices"
	"strings"
	"testing"
)

func TestFieldNames(t *testing.T) {
	for wire, want := range map[string]string{
		"id": "ID", "parcel_id": "ParcelID", "ids": "IDs", "image_urls": "ImageURLs", "imageURL": "ImageURL", "imageURLs": "ImageURLs",
		"URLsOfImages": "URLsOfImages", "HTTPServer": "HTTPServer", "createdAt": "CreatedAt", "created_at[gte]": "CreatedAtGte",
		"role.bound_to_resource": "RoleBoundToResource", "harbor-beta": "HarborBeta", "$client": "Client", "+1": "Plus1", "-1": "Minus1",
		"": "Empty", "*": "Star", ">=": "GreaterEqual", "base64": "Base64", "Base64PDFSource": "Base64PDFSource", "2fa": "X2fa",
		"v1.5": "V1_5", "mcp_oauth_validate": "MCPOAuthValidate", "SCREAMING_SNAKE": "ScreamingSnake", "USD": "USD", "PENDING": "Pending",
		"日本": "X日本", "ünïcode": "Ünïcode", "type": "Type", "a\nb": "AB", "\x00": "U0000", "https": "HTTPS", "a  b": "AB", "IDs": "IDs",
	} {
		if got := slices.Collect(fieldNames(wire))[0]; got != want {
			t.Errorf("%q is %s, want %s", wire, got, want)
		}
	}
}

func TestNamesAreIdentifiers(t *testing.T) {
	for _, wire := range hostileNames {
		for _, name := range slices.Concat(slices.Collect(fieldNames(wire)), typeNames(wire, "", "Object"), pathNames(wire, "", "Object"), []string{methodName(wire)}) {
			if !token.IsIdentifier(name) || !token.IsExported(name) {
				t.Errorf("%q is called %q", wire, name)
			}
		}
		if name := argument(wire); token.IsExported(name) || name == "" || !token.IsIdentifier("a"+name) {
			t.Errorf("argument %q is called %q", wire, name)
		}
		if slug := Slug(wire); slug == "" || strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
			t.Errorf("the slug of %q is %q", wire, slug)
		}
	}
}

var hostileNames = []string{
	"", " ", "a", "_", "__", ".", "-", "+", "$", "1", "1a", "123", "func", "Func", "nil", "a`b", "a\"b", "a\\b", "a\nb", "//go:x", "*/",
	"\x00", "\xff\xfe", "\u202e", "\ufeff", "日本", "é", "İ", "ǆ", "ß", "🚢", "a🚢b", "١", "a١", "²", "ª", strings.Repeat("x", 5000),
}

func FuzzNames(f *testing.F) {
	for _, name := range hostileNames {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, wire string) {
		for _, name := range slices.Concat(slices.Collect(fieldNames(wire)), typeNames(wire, "Owner", "Object")) {
			if !token.IsIdentifier(name) || !token.IsExported(name) {
				t.Errorf("%q is called %q", wire, name)
			}
		}
		for name := range valueNames(wire) {
			if !token.IsIdentifier("T" + name) {
				t.Errorf("value %q is called %q", wire, name)
			}
		}
		if !token.IsIdentifier("a" + argument(wire)) {
			t.Errorf("argument %q is called %q", wire, argument(wire))
		}
	})
}

func TestMethodNames(t *testing.T) {
	for wire, want := range map[string]string{
		"retrieve": "Get", "create": "New", "list": "List", "update": "Update", "delete": "Delete", "retrieve_content": "GetContent",
		"create_enrollment_url": "NewEnrollmentURL", "count_tokens": "CountTokens", "cancel": "Cancel", "recreate": "Recreate",
		"mcp_oauth_validate": "MCPOAuthValidate", "bulk-delete": "BulkDelete",
	} {
		if got := methodName(wire); got != want {
			t.Errorf("%s is %s, want %s", wire, got, want)
		}
	}
}

func TestSingularBefore3(t *testing.T) {
	for plural, want := range map[string]string{
		"messages": "message", "batches": "batch", "memories": "memory", "boxes": "box", "addresses": "address", "statuses": "status",
		"aliases": "alias", "databases": "database", "responses": "response", "status": "status", "business": "business", "work": "work",
		"analysis": "analysis", "people": "person", "keys": "key", "dishes": "dish", "is": "is", "s": "s", "Files": "File",
		"dns": "dns", "IDs": "ID", "analytics": "analytics",
	} {
		if got := singularBefore3(plural); got != want {
			t.Errorf("%s is %s, want %s", plural, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"beta.messages": "beta_messages", "Beta/../Messages": "beta_messages", "windows": "windows_api", "a.test": "a_test_api",
		"a.linux.amd64": "a_linux_amd64_api", "": "root", "...": "root", "_x_": "x", "日本": "root", "CON": "con", "a\x00b": "a_b",
	} {
		if got := Slug(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestPackage(t *testing.T) {
	for title, want := range map[string]string{
		"Harbor API": "harbor", "The Harbor API Reference": "harbor", "api": "api", "": "api", "2030 Harbor": "harbor", "func": "api",
		"Harbor & Sons": "harborsons", "日本": "api",
	} {
		if got := Package(title); got != want || CheckPackage(got) != nil {
			t.Errorf("%q is %q, want %q", title, got, want)
		}
	}
	for _, name := range []string{"", "harbor_test", "_", "main", "my-api", "func", "a b", "1a"} {
		if CheckPackage(name) == nil {
			t.Errorf("%q passes for the name of a package", name)
		}
	}
}
