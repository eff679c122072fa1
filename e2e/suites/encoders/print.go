// Prints the file "$KEY" as Go's encoders do.
package main

import (
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"html/template"
	"net/url"
	"os"
	"regexp"
	"strings"
)

func main() {
	bytes, err := os.ReadFile(os.Getenv("KEY"))
	if err != nil {
		panic(err)
	}
	key := string(bytes)
	inJSON, _ := json.Marshal(map[string]string{"key": key})
	asBytes, _ := json.Marshal(map[string][]byte{"key": bytes})
	var inXML strings.Builder
	_ = xml.EscapeText(&inXML, bytes)
	for _, print := range [][2]string{
		{"plain / Go json.Marshal", string(inJSON)},
		{"plain / Go %q", fmt.Sprintf("%q", key)},
		{"plain / Go PathEscape", url.PathEscape(key)},
		{"plain / Go QueryEscape", url.QueryEscape(key)},
		{"plain / Go html.EscapeString", html.EscapeString(key)},
		{"plain / Go template.HTMLEscapeString", template.HTMLEscapeString(key)},
		{"plain / Go template.JSEscapeString", template.JSEscapeString(key)},
		{"plain / Go xml.EscapeText", inXML.String()},
		{"plain / Go regexp.QuoteMeta", regexp.QuoteMeta(key)},
		{"base64 / Go json.Marshal of bytes", string(asBytes)},
		{"base64 / Go RawURLEncoding", base64.RawURLEncoding.EncodeToString(bytes)},
	} {
		fmt.Printf("\n== %s\n%s\n", print[0], print[1])
	}
}
