/**
 * Public keys in the forms in which other programs print them. Created from the known keys with OpenSSH 9.2, OpenSSL 3.0
 * and puttygen 0.78, with the public key in the file `key.pub` and the private key in the file `key`:
 *
 *     RFC 4716       ssh-keygen -e -f key.pub; puttygen key -O private -C deploy@example.com -o key.ppk; puttygen -p key.ppk
 *     PKCS#1         ssh-keygen -e -m PEM -f key.pub
 *     SPKI           openssl pkey -pubin -pubout
 */
import { KNOWN_KEYS } from './known-keys.ts';

export interface PublicForm {
  readonly name: string;
  /** What `ssh-keygen -y` prints for the key. */
  readonly line: string;
  readonly text: string;
}

/** The OpenSSH line of the known key with this name. */
function lineOf(name: string): string {
  return KNOWN_KEYS.find((key) => key.name === name)?.line ?? '';
}

export const PUBLIC_FORMS: readonly PublicForm[] = [
  {
    name: 'RFC 4716 of ssh-keygen, RSA',
    line: lineOf('RSA with 2048 bits'),
    text: `---- BEGIN SSH2 PUBLIC KEY ----
Comment: "2048-bit RSA, converted by me@host from OpenSSH"
AAAAB3NzaC1yc2EAAAADAQABAAABAQC8x6k/qpPVihB+F9+SHmSWdzxX+KJm9iYzT4/S21
utlpk3d8z6ishQMFluzISVadf7WYu9xNM9TJX4dVuljfHYkor+0LSkpojbI4rk5l9PPWny
gFgQgiZpmmGi6s8Y7+E/4Cswm7qU+OnfFyC07oJy0TgCkkmLA0zhpLxXXZrY3sqrDui8Di
dvVzrd6knCuOwl5UiJU+gc+UbSC2XAumiyfD04WcpyBh1/+pHFRohavXZ8sETaSS2zxiQQ
X4fYOhdQT2mZnJEIaOGN3mLAtuAH8X7EIwkJaVJCeXqBJdtDzZ/XZTj1CJu+AbSHOUvGwP
hFRcMDeoFfVK2BuwUD0l+f
---- END SSH2 PUBLIC KEY ----
`,
  },
  {
    name: 'RFC 4716 of ssh-keygen, ED25519',
    line: lineOf('ED25519'),
    text: `---- BEGIN SSH2 PUBLIC KEY ----
Comment: "256-bit ED25519, converted by me@host from OpenSSH"
AAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBm
---- END SSH2 PUBLIC KEY ----
`,
  },
  {
    name: 'RFC 4716 of puttygen, RSA',
    line: lineOf('RSA with 2048 bits'),
    text: `---- BEGIN SSH2 PUBLIC KEY ----
Comment: "deploy@example.com"
AAAAB3NzaC1yc2EAAAADAQABAAABAQC8x6k/qpPVihB+F9+SHmSWdzxX+KJm9iYz
T4/S21utlpk3d8z6ishQMFluzISVadf7WYu9xNM9TJX4dVuljfHYkor+0LSkpojb
I4rk5l9PPWnygFgQgiZpmmGi6s8Y7+E/4Cswm7qU+OnfFyC07oJy0TgCkkmLA0zh
pLxXXZrY3sqrDui8DidvVzrd6knCuOwl5UiJU+gc+UbSC2XAumiyfD04WcpyBh1/
+pHFRohavXZ8sETaSS2zxiQQX4fYOhdQT2mZnJEIaOGN3mLAtuAH8X7EIwkJaVJC
eXqBJdtDzZ/XZTj1CJu+AbSHOUvGwPhFRcMDeoFfVK2BuwUD0l+f
---- END SSH2 PUBLIC KEY ----
`,
  },
  {
    name: 'RFC 4716 of puttygen, ED25519',
    line: lineOf('ED25519'),
    text: `---- BEGIN SSH2 PUBLIC KEY ----
Comment: "deploy@example.com"
AAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u
/vBm
---- END SSH2 PUBLIC KEY ----
`,
  },
  {
    name: 'PEM (PKCS#1) of ssh-keygen, RSA',
    line: lineOf('RSA with 2048 bits'),
    text: `-----BEGIN RSA PUBLIC KEY-----
MIIBCgKCAQEAvMepP6qT1YoQfhffkh5klnc8V/iiZvYmM0+P0ttbrZaZN3fM+orI
UDBZbsyElWnX+1mLvcTTPUyV+HVbpY3x2JKK/tC0pKaI2yOK5OZfTz1p8oBYEIIm
aZphourPGO/hP+ArMJu6lPjp3xcgtO6CctE4ApJJiwNM4aS8V12a2N7Kqw7ovA4n
b1c63epJwrjsJeVIiVPoHPlG0gtlwLposnw9OFnKcgYdf/qRxUaIWr12fLBE2kkt
s8YkEF+H2DoXUE9pmZyRCGjhjd5iwLbgB/F+xCMJCWlSQnl6gSXbQ82f12U49Qib
vgG0hzlLxsD4RUXDA3qBX1StgbsFA9JfnwIDAQAB
-----END RSA PUBLIC KEY-----
`,
  },
  {
    name: 'PEM (SPKI) of openssl, RSA',
    line: lineOf('RSA with 2048 bits'),
    text: `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvMepP6qT1YoQfhffkh5k
lnc8V/iiZvYmM0+P0ttbrZaZN3fM+orIUDBZbsyElWnX+1mLvcTTPUyV+HVbpY3x
2JKK/tC0pKaI2yOK5OZfTz1p8oBYEIImaZphourPGO/hP+ArMJu6lPjp3xcgtO6C
ctE4ApJJiwNM4aS8V12a2N7Kqw7ovA4nb1c63epJwrjsJeVIiVPoHPlG0gtlwLpo
snw9OFnKcgYdf/qRxUaIWr12fLBE2kkts8YkEF+H2DoXUE9pmZyRCGjhjd5iwLbg
B/F+xCMJCWlSQnl6gSXbQ82f12U49QibvgG0hzlLxsD4RUXDA3qBX1StgbsFA9Jf
nwIDAQAB
-----END PUBLIC KEY-----
`,
  },
  {
    name: 'PEM (SPKI) of openssl, ED25519',
    line: lineOf('ED25519'),
    text: `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEArMcYVO9l5kcIWMZVo/HB9NokHY8Sfhcr0IMdf27+8GY=
-----END PUBLIC KEY-----
`,
  },
];
