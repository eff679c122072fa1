/**
 * Encrypted by OpenSSH 9.2 and OpenSSL 3.0, with the passphrase `a secret passphrase`:
 *
 *     ssh-keygen -p -a 1 [-Z cipher] -N … -f key      openssl pkcs8 -topk8 -in key      openssl rsa -traditional -aes128 -in key
 *
 * One round of bcrypt, because tests read them hundreds of times. The keys are derived from sentences, so they protect nothing.
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
      'b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABC+0zQz7ucqp2wYhfzCJc0PAAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkMEK2bFoQXCEKFM5MEhKQl2oNsvHkaM0C2/QKqWMX+ObD/bP95oytwQIUOeaX3gIHB3S9Ewm+zz+5JmqkG0gr8141qvIwZLAPXROhg4SnKAD6LWRv+gvMe9vFrHEvWmR1R7tuLwJIWLH17era7vap2C+BnzFU4O9XkFuSWvmbY4v3IeYrqo8fzod4Ir7c+6f1g==',
    ),
  },
  {
    name: 'an ED25519 key, by ssh-keygen -Z aes192-cbc',
    make: ed25519,
    text: block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAACmFlczE5Mi1jYmMAAAAGYmNyeXB0AAAAGAAAABCO0/4Bb+V174ZH6cS1HrzmAAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkPlAHUzXLxY9LYh/6Ar8kdJUtyHrcIA3cydTnCQKAJ4VALTGtDfKvR1UhAFL51jchgfHwr8iQXnQUJPFhTIKgdcTiRL64G0yCpylbBI+AvfUQendHMZyb9ghXa7510qyvw0eC+DiD3UHpG2+4jW2mJUCFDoch98np12RbrLh/4UeXr0f8c2dt1TkXnwZ8mqqAw==',
    ),
  },
  {
    name: 'an ED25519 key, by ssh-keygen -Z aes128-gcm@openssh.com',
    make: ed25519,
    text: block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAAFmFlczEyOC1nY21Ab3BlbnNzaC5jb20AAAAGYmNyeXB0AAAAGAAAABAzeBrSUWz1KCP+PKRqJI0jAAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkGBHU40GhOXjcZ7cdwDloI1DIkO8JoVZqIWYBM6LDUmjDjmhaPJcPmMvxeLocutzugg6aIK68uT0KKSlhBn0Hake6oznGYlV6paYncKrMvF2SPc5sx8bQzoeCGU5sKej/2aeXK7CRZqzouPlAcLW5Ta31LleUXG5b5UxzqxL55TQgJjk0XpVs9oghcerzxwFhkfN66K4zMOQVt3mnicw6hw=',
    ),
  },
  {
    name: 'an RSA key, by ssh-keygen',
    make: rsa,
    text: block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABDCf/huS9Hd21m/4UgW2cxEAAAAAQAAAAEAAACXAAAAB3NzaC1yc2EAAAADAQABAAAAgQDGYa5WUdXaRFJPPM83McjN8AigEW0iDWJdOwSG6odPvId1b8mlJNhc3V+BNywGJcBp1Cg98dqZmitmDsPwL7S51b7hrKeRySNBanlX5Nvx20QZ/9Fho0gkQFD1Z7OHQXE8dMvtiJ9bJ8oA5qUpy9MkcmzDZOXWVmT7LCoA8OXYaQAAAgCYhqxYnJA/qnmatdfXoRNZsGT95FQM1xYr6vvxQGSr71rYhClHVIo9cFIXbZTVrEM/hdWYLDMQAA4WOy/VCNGNCNdmaJJFx2IzQuifha/LtrdAK0Q3mCA8mseBQF+kg8f20J79szY0k/dZzuoTZOlPDnh6fYYc7pKJHQzvkL/x0e5u/CeV0MY7tNGUzDYHioNgRckmHYA5Z4kUb05yQtj5JgKwb1dlRF/D7Qfxw5/0yluuB97IXuGjvCPP0XK3/z3b+Eibs6Yj/CfeFfh6asadMwl/YyoGa1iM5Xt8cHUj/q1RsfymIpir6cHYboXE618s7A3Y6jNV1F1ij3vp7ztcspoOlXImfNUxkUt66uvBitUTT0g8gR/Y2zgMvx/e3/Czyf6hQaTKetsSBIemZtVU7vmYnNnNYTKdH1UKoB85Fr2jcwsd53pkiTGzsXsPVqGDKl61dFGcHKEM0x52DwW1iWGFynBjQ3Q79jA2O5uHeQShNn6oXxq6Pfcv6QPTwvm7VrAHRvxkcVUPvZixH3ZojlXWlK3SM5FSmx+yzdp0jTkoRDVdXYPxB9eoAUbJIsc2expwXU9Ivy3is/s+euGHevknjHO0W86gOdcbor/58zqfNRy/gvt+jgahcS4MhUFu9eCd9w17f/NsBfbss1LgH2RdIB/Nl7PuMBazRcPHPA==',
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

/** The same ED25519 key, by `ssh-keygen -Z`, with the ciphers that are not in the list above. */
export const OTHER_CIPHERS: readonly (readonly [cipher: string, text: string])[] = [
  [
    '3des-cbc',
    block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAACDNkZXMtY2JjAAAABmJjcnlwdAAAABgAAAAQSms3peLM7BXOgqBeuOfPAQAAAAEAAAABAAAAMwAAAAtzc2gtZWQyNTUxOQAAACCsxxhU72XmRwhYxlWj8cH02iQdjxJ+FyvQgx1/bv7wZgAAAIiUBGsGESZkljeuybSFn9J8c0893zlMVFL+N/xnvWA/uI6Qjml8TIA2mD64avZkToN3CZ1JeY2G4EXK3jFT9DoEewmrHcoCVnvS2i9hEUcwx+L5j3GnliAIRVPU0RuZowEfi4B+IXaUzFTwgLZROS/SmS6e67o/So0u6KgCt3mDweWrhGLql+hx',
    ),
  ],
  [
    'aes192-ctr',
    block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAACmFlczE5Mi1jdHIAAAAGYmNyeXB0AAAAGAAAABAYj2ntWQhtLUWiskBvAyv/AAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkAFBHYc4cZudBDRNtMgxZuNvdrw2rpYaOFQFh/2HIBR83Ycuy1+j+jJyng4jk9QONpreFbWNdyhJfERB5H2jFVldYG6lhLzms9xzXpzETM7xuaNGNMqy7VIpdWePBKDH0LzPcJLgGfDFobv0/5jbHbWYlMr9BHJGUsqPg8+MlOb1NNXqHbUZFZmYIDiqniar1g==',
    ),
  ],
  [
    'aes128-ctr',
    block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAACmFlczEyOC1jdHIAAAAGYmNyeXB0AAAAGAAAABAaauwNNC+j6qn2kXlSaAU7AAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkLXNZL7dwwE6eqSR2GIrnPhpq9QziHNuYQqS0mZLzy5q2bwXx0EuQa1wWAsPVxlVYMW25oBJ+K/wmA4Z/Uh4wTtlwoVGC+t6lCJMknzCP/BCpOmttYaPzk+gdp4kjYpAuqRDlSaFISWsGHYO1QcMSABlLSlIvp/kRkcs+wCdRk8Gx+lIDp/Hh5kfWpTngtB6yA==',
    ),
  ],
  [
    'aes256-cbc',
    block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jYmMAAAAGYmNyeXB0AAAAGAAAABAAiZah7hzNz825aShWhkPfAAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkE0r61lfe6gP4LQTRQ8MqPkFXAQ2BOW7Ait2Y4xP3zlBNumiuD4S3XGI5d7t9sRmBryBDOVhfXwwCuARujkC8rNCecALlLT+VYD5iAC6soTDE7++FQYqYp1yHG29ZVKYJ7o6iJUgMfc7VuZa7wLWR6qBvTjoWPMFeAzOIBYbdc5i7K2SX/spe+BrXVqilwPgMg==',
    ),
  ],
  [
    'aes128-cbc',
    block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAACmFlczEyOC1jYmMAAAAGYmNyeXB0AAAAGAAAABBJofu+kqo47HbwYoDXHmDvAAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkNGyRfhBZPp1no1oIaxK+yKj/CIYjziq/NLLcbf9+JR3W+2oTm6uEnlJZD5kfi8TQ+C10Yl+8CiPvgrtxU/7xuFlFH7TU+5kVowR0/ALlQOR6cd6XwfXBhoSi6G7XBGpyJjlvoEClge8UlOEtBmUOYz8IqEXHc/Yyr4Lf36UMnx/l1iQpnfuy5b93xOKgPUdEw==',
    ),
  ],
  [
    'aes256-gcm@openssh.com',
    block(
      'OPENSSH PRIVATE KEY',
      'b3BlbnNzaC1rZXktdjEAAAAAFmFlczI1Ni1nY21Ab3BlbnNzaC5jb20AAAAGYmNyeXB0AAAAGAAAABCVMGorrffuUnpEUsUKdV+WAAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u/vBmAAAAkGQKuTJMYKvWM5i8dftuLr4GExIRL6JwgX8sB5xTvr1MUfDjPWRB/a2AVoxetrnZwtjDTJqYYmFr/yh0MxnIGCgkgdsz23q6eBy9IkE/wm4ciRz4aBmugmAVxZrlZrU0uhN3JbG9AdLtFAeyasvgzdzSdeMRYr7qoozB+q9FGYQaZZ+a2Zpy3zQ1s1QdTkPir/T2pxzW5e2mGRqnddtBlbU=',
    ),
  ],
];

/**
 * The same RSA key, by OpenSSL's legacy provider, with ciphers that OpenSSL 3 and with it Node no longer have:
 *
 *     openssl rsa -provider legacy -provider default -traditional -des     openssl pkcs8 … -topk8 -v1 PBE-MD5-DES
 */
export const CIPHERS_OF_THE_PAST: readonly (readonly [name: string, text: string])[] = [
  [
    'DES, by openssl rsa -traditional',
    block(
      'RSA PRIVATE KEY',
      '4qJU361mJEJO6uSc6gxjx/WX05UWmTRHJ5Nb8JwQHT7Nppq0dgy8QdrVWIt8RRlL59QhI6iKwHO/aIYN2Kp5PdDtsm3UAW4abFPeaduyqnlYl1PiON/Ptk3/CgUGgl7nnxmjFLaebVBO1l4iX2BMYZCGUmXv5WKx9wXhnmNmPEf3S5RLdl+Z9AsqH303P1lnXOyxt/U0gE2rGquDyIRu200B2NL1TIveJfK/TAV6HmN7qDmx1kFsyY+y/SJsaNM3gDO0G9fUkqc3N6gKIvS0YASerf7tPK8WEKi98ZtR7aKdyq+jrggqxAEohtXP0tNUeEum/ryJr706dM1F1AuGCdJfj3VCu39gqexiatFR73X3FePCXu1CNHDE3zGGQwPapTyd67Uxe+sygMXtiXz8UqWB/QrtjubZ4tEeImOv0TJdItV1NESQ6AbvnAhLlu42bPeiCuw7ptG09XHcpTNHcxfDK+H4hSAOXPZVYkjj/qTMvQQWaTK+D8SaeWbR0FAOjdxAUfQSSQlpwOaldZtuAkoGoh5mun2c67oEj0r//i3iFZvzAL7To2qkblfVK3fHNWNGb3i8hIWdL63Kq+v39rfs08Zk+2joW5d7d0ke4z0NzkWiaiUTqajmWyMnyStUqnVn9aCXjGj51SUNB7smmLFfzHpetdd6MB1BLMm2WPvhsFUnXTmeXe0CuM2vqGjO/y6IkD5DjyhoF9e/Vm5f0a201XYaQGC9A1hndbzoT55bUBLxorYoqdHtYxPFPhRgJVlkM8OBq6klQPPD5OwQ6iFxQV8Wc1KFakJ6W9vUInH3n+3qDUdHug==',
    ).replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,6893B5DC78C25EB6\n\n'),
  ],
  [
    'PBE-MD5-DES, by openssl pkcs8',
    block(
      'ENCRYPTED PRIVATE KEY',
      'MIICoTAbBgkqhkiG9w0BBQMwDgQItHXyFpCwyQkCAggABIICgHEt8qdVExQGuz5+T3XAdY2ZM3vl2zHtRC8AODEzF5BdyLQIfdy0c7N4gRxhouruYqL7k2X9KZaLxVywuo7JJhlWl4qummeaQ3tYNOqHD75DNB68qVHqHvUuzJFkLkmTtb/v0/rPV6RMgzJAduLWNd9dbbPjdm3RH8AT2aBDagjyF/0fSKT6E+ninPf9d9QaMO5izPaaf2IfHFCgX77fTaF7t2AV9y967rEL2loXMI/OohaJJWC95iVqRN/GL8bZnhqUXZxF+yfQiqxx/ntOXy4BShPCxAHY5McCPVU2e/Y+D41wSfCuSiRYTFjMmPkAVtAcA7xsvYzGEE25CNxzX72bGi176iw8P1Ffd1lWtpTICYODlDUj3IEp74ZqS7wOtCDkA8iTGOgkxll43UD/f+ASlAvVrUUT3uGr2T5mDOCU7d5w4QXtcdgeyWaLJKwDeb1o6XCkKfCSa9hK0SKEQ0u9MRtv7wY3fxguIYa0Zh5lKWXSdG5ARZCjbsG9as+b6+dqmsb82AkiJ7uAeGCb2fk5aZ7fMnnFRT19lgzYRGCfn35nKeJXBF8UjOfBB7jtHVIMnwVsb3IzqPqbpiOxnST7IH3I7iTpERHviOY4vID/QI0aZjNY80B3Ho3icQuuA4c4iraO/JNzsVzlWgRWDItXI2HK1yNPHjzKv9bNbQ9T9CayIuTsOfp1foGJTcx80NJHr3tMSzoGtd8tWmRx7Z6aWNTcipW86NMchwuSAQtuUy7AXuUTCjPZyI/YL7c3h8pQSMpyh6Ep/EEDY0TRKRHNQUf0t0jlf35Ra7NE3O2hHAicwzS2uNjqdNdLgaKSbpBI0CH2eMF7DjtFCag9tlg=',
    ),
  ],
];

/** The same RSA key, by openssl pkcs8 -topk8 -scrypt. */
export const BY_SCRYPT = block(
  'ENCRYPTED PRIVATE KEY',
  'MIIC1TBPBgkqhkiG9w0BBQ0wQjAhBgkrBgEEAdpHBAswFAQIDznzRr9hzLYCAkAAAgEIAgEBMB0GCWCGSAFlAwQBKgQQFsAP4PfpX/+BQTEkQwFg0wSCAoAr7tRDpqOWcIjxsitSAt07im/0uxyFyQwymUJxe5n35xRacOMcD1HpX16+N5CKkPggCqKjxfbQRkYTiUlBp/lKN+GWxqZatWIyUvx1wPe/n97jl/YwnnC9WxcbGknThzxUi3HKUFAeZiNUQ8Gxi8ya0MiPiw1SEriw8II1yhgifmdjW7pEBpWdZaoat/sdXEklHoVGcHYYQTB3edjjj28QJ0MFrHQWE8hUpCCGGvuONLyuRHtBRk31YRXC9JlZ+ri5tx5kFg2FNr41KB5Lc6uz0az1vKsroXiNiC3W+j4Dyl94q5/lJ5uKgmFiGqmuSKeza4wpE8XEN5vx/9U62FKNAXA3OyKhgihxsiBelarYv4pWL++f0KoDogdzMxU727DaJEoUOUoCsnkSFQwQDMfVMdetJxwhzZrz85CoJi81AbaAlz9xlEWRKUbu1tWj5sliXbus/vfFV6Sdnz2M5W1hgDJwnGy09pZkMunQHQNw7Av/YkrcRGcYR88zzWAip1mT2jvcTZiOzfnwtlCDUJxT/DEHjFEA5z3YlPrzAkGrhEW91UmsjE4IvZtaOM+KbK1pgaRTgJgvbrNTMm2PoE4H9Xk0rgzY2zU0XRP48eJ5UVtkMNAKyBLgAOvDGggCZuibYC6iqTmjNdo63ZtZGWRCJs7TPz51nMtEYbkWBo6XtAoVPWC9b4HhxxxyapktthFfYHQ+xXmCS9ZKK0HlNZqDXcYbksK3iTU0iG2bacWEDXyIgz031JAw4YjvxXayT4Cmi5/xU3J1V3cQI9xJO0Fhcg9DD9NNYmP7j946H86rHYRsgpbnLit75PYmISOZ56GW4EnjC4pp2H/LBM+VkPis',
);
