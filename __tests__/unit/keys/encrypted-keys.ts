/**
 * Encrypted by OpenSSH 9.2 and OpenSSL 3.0, with the passphrase `a secret passphrase`:
 *
 *     ssh-keygen -p -a 4 [-Z cipher] -N … -f key      openssl pkcs8 -topk8 -in key      openssl rsa -traditional -aes128 -in key
 *
 * The keys are derived from sentences, so they protect nothing.
 */
import { ed25519From, pemOf, rsaFrom, type TestKey } from '../../lib/keys.ts';

export interface EncryptedKey {
  readonly name: string;
  readonly make: () => TestKey;
  readonly text: string;
}

export const PASSPHRASE = 'a secret passphrase';

const ed25519 = (): TestKey => ed25519From('the first test key');
const rsa = (): TestKey => rsaFrom('a short test key', 1024);

function block(label: string, base64: string): string {
  return pemOf(label, Buffer.from(base64, 'base64'), 64);
}

export const ENCRYPTED_KEYS: readonly EncryptedKey[] = [
  {
    name: 'an ED25519 key, by ssh-keygen',
    make: ed25519,
    text: block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABA2OBkkFzKfwf62lOeyJk5kAAAABAAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkJ+H40OUB7gIm6fqhJyZKPUVD/92UCMglleqHXYKb7xwUdg6dZrtsjLyadWhOdh9/APxZ158sZjI2wx0fBLtCm6+Z+GRDCH6UZwctUx1IaYX49+x30jOTIQ2lEE/ygjVlLvdLjN3JeMY8biVXe1bkSIlcGAonrM7VAzgFjgLHXj54hTYAI2f1S9wypgcm/z7fQ==',
    ),
  },
  {
    name: 'an ED25519 key, by ssh-keygen -Z aes192-cbc',
    make: ed25519,
    text: block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAACmFlczE5Mi1jYmMAAAAGYmNyeXB0AAAAGAAAABChDb0Ffdz0oSC79flRAicdAAAABAAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkGFljSbiQhuoQGx/ZmmVNzU7uXpMTZbSRqH5LgUilEp0bmH+4Q4t7mUZWGk+8NTbtzu1y29n8Skr3nBVJNK5xvGYRmCdQxxiBwm11Rdr5EfBXUS4WrDlu5bgitShFEwa3uGdaC0stWNqfbTKP2RZ3zYeu/CUFKE+sqe9XbnD+xeQFDkMAvBNcEKOi6cmtj6QmA==',
    ),
  },
  {
    name: 'an ED25519 key, by ssh-keygen -Z aes128-gcm@openssh.com',
    make: ed25519,
    text: block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAAFmFlczEyOC1nY21Ab3BlbnNzaC5jb20AAAAGYmNyeXB0AAAAGAAAABCnAFzpGPMztB7yQYv3e+dJAAAABAAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkAug6nwxb9PKzpA2eRK2D0aOGVpwetaFxtu680qoMUF2xsm0j5zlaltYxgAE4JfjcV7Wd0wDvwXXp5l9mg7pK6CwX+pH29l7DCh5qWk6HLQ+XvKq1mbJnCvsPpx3JE6uM9UWjBGZS19O3jPKG2m3OftE7jjFJIE9d5lnfu2mhFMI8wdkKIBEFpU7rM7ELNnmrZmORQD7CBE9fwLZQ9oxUO8=',
    ),
  },
  {
    name: 'an RSA key, by ssh-keygen',
    make: rsa,
    text: block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABAP2H1q5zIbcPXyqo58IoCWAAAABAAAAAEAAACXAAAAB3NzaC1yc2EAAAADAQABAAAAgQDGYa5WUdXaRFJPPM83McjN8AigEW0iDWJdOwSG6odPvId1b8mlJNhc3V+BNywGJcBp1Cg98dqZmitmDsPwL7S51b7hrKeRySNBanlX5Nvx20QZ/9Fho0gkQFD1Z7OHQXE8dMvtiJ9bJ8oA5qUpy9MkcmzDZOXWVmT7LCoA8OXYaQAAAgDp88ZDnmm8ulm6+UvkjfafAmjTOKoTWePGeMK8K/sccYfAIDxNQ3O3oRtfcnONK2/gPq0JXfv/vHydT6yIIarR/WyHbRgcX7GWRZwUJ/wePlGEppxCZZAjWiuX/P/UYDSQK4k6zxmb/0uQc9yCRYPsX+sUfJaLaJLZiulpFKASpYGVvKxWj9IK0XueV5GDYaDN7IryPU0r7b6yO+o1F7hK7tx202p7hCdHpuA8busqtS/S80R+0I340ALsWtOLxMGlNT/CH0e6WFMigvLLOOPQcD7qBEyw32Z8uPO7RLsOExdveMXa9yMq8KUVuBJOOmL9JfCxHdw9iDC+3ps/ctX9CAD9cytswCwbX0MfMalf/JsC5+oUSJBHpMDEsRXOs0NuGBqbKecedPbe/oJa2qOnY+ffyTAYhYRF5Va4chmpgjQeWx9y81xhk4nK1UQxleAHXceRRRGO4RmK9o5MgFfoHvGngd7ujdzMqxHvMI2HvZWDXyC7eWJiORNP1CJhNAUykr0anXVrGHFbG+H1lNmG7QhntdhFugaBO1IERNIau+KG3o6rtMRVIJQ4e10RXBOmdHTHW+myAKO8bB9EgLPBW3qYuZ4C4fiYllWwYqijAH3x59S29K0cwSVsler39F+blyhA6TTjnPrSfqgwCIChJCH69T8+S9OrZjC8a2Kxzw==',
    ),
  },
  {
    name: 'an RSA key, by openssl pkcs8',
    make: rsa,
    text: block(
      'ENCRYPTED PRIVATE KEY',
      'MIIC3TBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIvXR/QFpBZO8CAggAMAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBDsmq2yXCarsrgmPxPrWobkBIICgB2/g09+2dxaAg66M65JdYFom3cD1nN42zElbW3PeTV5OVFR5oHV/1p3l7+VPXgW/w/oeUd4eAWK6Ww9rw7UDpE90zZVwjCom+NxL3WF4jfmQITFAvdh5XQqwTEKuQPHSWraaZ3xk6JDIWlnLBptQijgne8ZIn2uPABrNJDdrADPsm15yXZHfaWIxoA2UMaJy8vNk1to6SMOa/x88JXZpp6hlBgFrrOoReJAvO31koxJ0r8N5ReMd0p4qo7yyxS/vtCMQzgLdAm9AK4d9avWltMCSrsvTfPY0E7RLNJvZ/IV2IEZ7ZIrm32nuWCDkuMkAj/NPgblZOBiFboh4oSxM4NVMXP4Z0hse6m9DKxXT09wlmT4mxfGZeOeRfhhE/2S39KURZnltKQGJqQoypNAEqIBcjh1Xh2tJB455Joyk9VX6xiT3krqaZTVuMjtput4ghIM1N6sEFoFLylDCpiaqmfyF7aaK9JlFuuz/11xObjBx4u3BZXSRkkuBX8MnGThitJAGnENcITzpkDGr96leRb70z8C7MkFsANxEapybxKzMo7LriHQDBj4IQfdUTm05tj89dXrf11EHRHu9kFD9HIg1Y6YliKUHKduDAmqQLLSZGDCrPEqqsOwKSEeP74lDwk6W+cA5VN0W7QoOs3KRfEuJlr/JLX7W/UbJ2W12PvMrvA4o9qSZ9zDhlLG63Z6AFuhe/XHXcBFY7S+I8mTbcQiRlhv+qRrkxMA2hibidWtku1Sr0dejS3Mf2JWkeskFaXikTjG+BkW9JziT10wl7nHL/Po9JQ/etPNprvEtXkGkIkcWTWuX25vSzNtt+gTHlibzEwfbBncQ/9XM3SWPQQ=',
    ),
  },
  {
    name: 'an RSA key, by openssl rsa -traditional',
    make: rsa,
    text: block(
      'RSA PRIVATE KEY',
      'VyU59KJlkNkXvmztA+9utp2dVNE89M3dv/rZHciwCRqFPYtODCxya/ZdmhlZWjKq863O3K4XEF8LKqJpB0p9PPi7qxZU/QT35LJ8amVftq52ocsKqFcN9fYlYvtx7va3kPORuuA0aSdknFaAszsPlNxUempqPrFLc8ssh8D7ziTrWvt4Qh6coC3LNfz5998PLfzrofSAc84gPQhLDbh5/iWsqYH1b++HOpQYJSKS1LP1sTqZBcd0dQELzi5R+jpD1YKB1NMrML2WD/F7mNxTpEJNsU3bWYuiPszXLwKB59bnTYyFXhkIpgRoJFeq5ad1UhSnJGdxvK1OHEzWv6R9ZVTJBiH15hGCHJH1as5bJlBXgWH8k/z5WL9jmjntPFpa7vLMWaOrq9/exnh+12Y6Dw0yCRYxhjpFPD4uKTDiGykkRepiEF5KpNiPGq8++7Q0TX1PhDFMG6bZHhJYShwqiuZyrh8NyQ0uiP0Rx+u76LUYgdKqw/CyOjwnGbmptIEZbfPJ+r8aE3moyAtqIeAkiujCHOyApuuVtPqRUxz66n4ME5AekG6z4J6noJ9rtp1xPg/Y0AQtGE3L5vewb9L0ec6DJled3JWPC2EtZ8rwENWzAfbPROgqHUMzAs0E2MlIdQNOfQnWSHHFsYfeDVeKdcT4VAL/tcolJbB2OdGqthRlMgJm+cJDTnPt1CxCJb5TmUfWH1JlifEUe7jadYdjiNuHuuEstPtLj7WpE2YyTn6akvQ6XDF9+zgdZA7nDhn62k1qPdMdXGiNk+gaWx+EYBYFrGAfUltPbExB+LgbIoN3HRO79+I+0SpUFothQwtK',
    ).replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,ACC3CD54262581AF88A8B66572B99341\n\n'),
  },
];
