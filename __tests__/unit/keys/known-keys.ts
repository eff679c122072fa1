/**
 * What other programs print for the keys derived from these sentences. Created with OpenSSH 9.2, OpenSSL 3.0 and
 * puttygen 0.78, with the private key in the file `key`:
 *
 *     line          ssh-keygen -y -f key > key.pub
 *     fingerprint   ssh-keygen -l -f key.pub
 *     created       openssl pkcs8 -in key -nocrypt -topk8 -outform DER | openssl sha1 -c      (RSA)
 *     imported      openssl rsa -in key -pubout -outform DER | openssl md5 -c                 (RSA)
 *     ppkSha256     puttygen key -O private --ppk-param version=3 -C deploy -o key.ppk; sha256sum key.ppk
 *
 * EC2's fingerprint of an ED25519 key, created or imported, is ssh-keygen's without `SHA256:` (EC2 user guide).
 */
import { ed25519From, rsaFrom, type TestKey } from '../../lib/keys.ts';

export interface KnownKey {
  readonly name: string;
  readonly make: () => TestKey;
  readonly bits: number;
  readonly line: string;
  readonly fingerprint: string;
  readonly created: string;
  readonly imported: string;
  readonly ppkSha256: string;
}

/** Deriving an RSA key takes a second: once is enough. */
const once = (make: () => TestKey) => {
  let made: TestKey | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

export const KNOWN_KEYS: readonly KnownKey[] = [
  {
    name: 'RSA with 2048 bits',
    make: once(() => rsaFrom('the first test key')),
    bits: 2048,
    line: 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC8x6k/qpPVihB+F9+SHmSWdzxX+KJm9iYzT4/S21utlpk3d8z6ishQMFluzISVadf7WYu9xNM9TJX4dVuljfHYkor+0LSkpojbI4rk5l9PPWnygFgQgiZpmmGi6s8Y7+E/4Cswm7qU+OnfFyC07oJy0TgCkkmLA0zhpLxXXZrY3sqrDui8DidvVzrd6knCuOwl5UiJU+gc+UbSC2XAumiyfD04WcpyBh1/+pHFRohavXZ8sETaSS2zxiQQX4fYOhdQT2mZnJEIaOGN3mLAtuAH8X7EIwkJaVJCeXqBJdtDzZ/XZTj1CJu+AbSHOUvGwPhFRcMDeoFfVK2BuwUD0l+f',
    fingerprint: 'SHA256:RaqOWnOkaj6r2k+6ufSItwA7VP7+9dzjcF/w/1bRRZA',
    created: 'fd:b4:fd:59:36:73:a6:60:d6:be:1c:17:99:87:03:55:fb:c2:9e:02',
    imported: 'f7:3b:f2:a0:1d:1a:5b:91:44:ba:0b:7f:ed:e3:4f:07',
    ppkSha256: '85f5deb5ad819b44ba55a3c945568ff948d332d7d418f0d1049f86c575f07ba7',
  },
  {
    name: 'RSA with 4096 bits',
    make: once(() => rsaFrom('a long test key', 4096)),
    bits: 4096,
    line: 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAACAQDY/u44+CEh663+QhUPBTpwBJe0sZgfG/093vxVLHZtLflro3xZYAKATsgMW6GXRes3czW+lhV1kzhedRDLcVk+ZT0rmQMs6fkBVQQOEruHpFmamqLhebBULM2NUvmz7LkyF5Yc7oGCjdb3Z6oklCXonm7UrHzoMP8rd1XobW8E4rWYp+JztOmmzsJ9mnvvmoJdNgBmoNeaOvYXfeTa38fgjPjd928nXFyY9AP85l8BamC/hCBcNRr4tYo7H8utcuQef9viUFtRfZmCh+StdZ0LBSf908/LRdzrFRGWAWVVxNhH8bepQbM74Jcu4Fubxwld4sgoH6lWybOwFLydiI7bwM1lyyH6DoTBSYJawnb7ffp0mJxh5jqTerIPKA4PVgGxdOCpDGWOdPXbOq6KdFu6p8QtJtg0BPZF5tH1ZJpr0GRsjz8rtMpXOfRUJE7bBiAaGB6/gGhAz9Rj2lj2js2aTBySWggeos3KZRpxVBJIbKPP2Q1wAYxLy90hdtwRR1A5MXaMUCXu6lt1aCL7kQ9HUn+pZkeV7Yl5pJL9Bhyb5qunJ+QTL7y5YvtvKKQVFl9Yof1fga26WdIW7xAevyZ2caeJwJQSaKZeg/6toEI3XHjaeehFsEB+kpo8U1AjbEzPft16yw+VhL7CunJeIkEt6SOpzYX7q4dFxbZ4S6eALw==',
    fingerprint: 'SHA256:kusEH5aHlNfQr53p0Md4xlfzDnnV5OP+ghPC65cpRO8',
    created: 'f0:63:39:ff:d7:95:a1:e2:68:4c:eb:6d:07:bc:bd:f6:08:46:cf:33',
    imported: '13:89:93:a4:39:2e:f1:c6:02:61:38:27:38:1c:37:15',
    ppkSha256: '673358d495dcce7f6806cd051d0976021368cf2299f0d4ba82ec0e53495f858e',
  },
  {
    name: 'ED25519',
    make: once(() => ed25519From('the first test key')),
    bits: 256,
    line: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBm',
    fingerprint: 'SHA256:RVhOONN1as6dfAbr9dWpTSsYC9KM8eT9+cRn6Nw587I',
    created: 'RVhOONN1as6dfAbr9dWpTSsYC9KM8eT9+cRn6Nw587I',
    imported: 'RVhOONN1as6dfAbr9dWpTSsYC9KM8eT9+cRn6Nw587I',
    ppkSha256: '0e08d0c05b38fe020d2bb0beafd4e07178b594661917b2c26caa999fa6925072',
  },
];
