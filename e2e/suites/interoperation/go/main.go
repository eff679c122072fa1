// Reads private key files with golang.org/x/crypto/ssh, or writes new ones as Terraform's provider "tls" does.
package main

import (
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"os"
	"strings"

	"golang.org/x/crypto/ssh"
)

type file struct {
	Path       string `json:"path"`
	Passphrase string `json:"passphrase"`
}

// reading is what became of a file: its public key (algorithm and base64), or why it was refused.
type reading struct {
	PublicKey string `json:"publicKey,omitempty"`
	Refusal   string `json:"refusal,omitempty"`
}

// key is a new key in all forms that the provider's resource tls_private_key has.
type key struct {
	PrivateKeyPem     string `json:"privateKeyPem"`
	PrivateKeyPkcs8   string `json:"privateKeyPkcs8"`
	PrivateKeyOpenSsh string `json:"privateKeyOpenSsh"`
	PublicKeyOpenSsh  string `json:"publicKeyOpenSsh"`
	PublicKeyPem      string `json:"publicKeyPem"`
}

func main() {
	if len(os.Args) > 1 {
		printJson(newKey(os.Args[1]))
		return
	}
	var files []file
	check(json.NewDecoder(os.Stdin).Decode(&files))
	readings := []reading{}
	for _, one := range files {
		readings = append(readings, read(one))
	}
	printJson(readings)
}

func read(one file) reading {
	text, err := os.ReadFile(one.Path)
	check(err)
	var signer ssh.Signer
	if one.Passphrase == "" {
		signer, err = ssh.ParsePrivateKey(text)
	} else {
		signer, err = ssh.ParsePrivateKeyWithPassphrase(text, []byte(one.Passphrase))
	}
	if err != nil {
		return reading{Refusal: err.Error()}
	}
	return reading{PublicKey: strings.TrimSpace(string(ssh.MarshalAuthorizedKey(signer.PublicKey())))}
}

func newKey(algorithm string) key {
	var private crypto.Signer
	var err error
	if algorithm == "rsa" {
		private, err = rsa.GenerateKey(rand.Reader, 2048)
	} else {
		_, private, err = ed25519.GenerateKey(rand.Reader)
	}
	check(err)
	pkcs8, err := x509.MarshalPKCS8PrivateKey(private)
	check(err)
	openSsh, err := ssh.MarshalPrivateKey(private, "")
	check(err)
	public, err := ssh.NewPublicKey(private.Public())
	check(err)
	spki, err := x509.MarshalPKIXPublicKey(private.Public())
	check(err)
	result := key{
		PrivateKeyPem:     pemOf("PRIVATE KEY", pkcs8),
		PrivateKeyPkcs8:   pemOf("PRIVATE KEY", pkcs8),
		PrivateKeyOpenSsh: string(pem.EncodeToMemory(openSsh)),
		PublicKeyOpenSsh:  string(ssh.MarshalAuthorizedKey(public)),
		PublicKeyPem:      pemOf("PUBLIC KEY", spki),
	}
	if rsaKey, ok := private.(*rsa.PrivateKey); ok {
		result.PrivateKeyPem = pemOf("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(rsaKey))
	}
	return result
}

func pemOf(label string, der []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: label, Bytes: der}))
}

func printJson(value any) {
	check(json.NewEncoder(os.Stdout).Encode(value))
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
