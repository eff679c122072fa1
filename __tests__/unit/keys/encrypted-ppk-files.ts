/**
 * Written by puttygen 0.78, with the passphrase `a secret passphrase`:
 *
 *     puttygen key -O private --new-passphrase … -C deploy --ppk-param <parameters> -o key.ppk
 *
 * Little memory and few passes, because tests read them hundreds of times. The keys are derived from sentences, so they
 * protect nothing.
 */
import { ed25519From, rsaFrom, type TestKey } from '../../lib/keys.ts';

export interface EncryptedPpk {
  readonly name: string;
  readonly make: () => TestKey;
  readonly text: string;
}

const ed25519 = (): TestKey => ed25519From('the first test key');
const rsa = (): TestKey => rsaFrom('a short test key', 1024);

export const ENCRYPTED_PPKS: readonly EncryptedPpk[] = [
  {
    name: 'ED25519, version=3,kdf=argon2id,memory=64,passes=3,parallelism=1',
    make: ed25519,
    text: `PuTTY-User-Key-File-3: ssh-ed25519
Encryption: aes256-cbc
Comment: deploy
Public-Lines: 2
AAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u
/vBm
Key-Derivation: Argon2id
Argon2-Memory: 64
Argon2-Passes: 3
Argon2-Parallelism: 1
Argon2-Salt: 48d18485368ecf8e9d0a62284d46ec60
Private-Lines: 1
KU+8WjtkspPJxDgT9caq7ac0NRiUfZX7JACLl1QkYo+vaMml+P8V+Q5+vvV8pIbR
Private-MAC: 8a0751e10b2a7984514d1529047742af29ea25c2aaab3d3f0ace94776f3e6203
`,
  },
  {
    name: 'RSA, version=3,kdf=argon2d,memory=64,passes=1,parallelism=2',
    make: rsa,
    text: `PuTTY-User-Key-File-3: ssh-rsa
Encryption: aes256-cbc
Comment: deploy
Public-Lines: 4
AAAAB3NzaC1yc2EAAAADAQABAAAAgQDGYa5WUdXaRFJPPM83McjN8AigEW0iDWJd
OwSG6odPvId1b8mlJNhc3V+BNywGJcBp1Cg98dqZmitmDsPwL7S51b7hrKeRySNB
anlX5Nvx20QZ/9Fho0gkQFD1Z7OHQXE8dMvtiJ9bJ8oA5qUpy9MkcmzDZOXWVmT7
LCoA8OXYaQ==
Key-Derivation: Argon2d
Argon2-Memory: 64
Argon2-Passes: 1
Argon2-Parallelism: 2
Argon2-Salt: cea5cf6065082f8a2fc606375b796382
Private-Lines: 8
uJXutRfFPkiBYsEvnzEJ+F0wKb16hlfXLZMikO8Pmxex0zrvlJ+VNMdpjBdvjtWY
RfYG1dgaaB4QzulIzM/y11Bn+KBY/ymmxbSo3QllTLRCm+wjbErNgzUBaS9UeHGc
hYD/EGTQZr2b3ErAWQZhjM1KRmXWlXr3bMjJaLzF7dTOOcipmPjguIxXXhNHVYvJ
r7sp+dtP3q1aYnrMyJGBvm33v3jkecbySc2Jk87lbAM0+NcpQroCIZtCXHYGpiqT
CT1sdQVywOORi3bqHuc7VRs9Tx0lI4Nk44bsaTbgUCCXFN9y0C/SlwfIuUI7hb+G
dHI2UgpUFZMwdiwGdy1snWfMTOKdDV3TKs9Q6zieksTDorKL6uHXPQw1k1EL0RG2
nKbaxatnbJ9pYcrstPI7MBWR3GqWHgBkqwH1NvIL0qEJ2vZzNw5QT/9YmTTiSZlW
JuJSpZxPtc0U7NeX5D/L7Q==
Private-MAC: 227f4a501fd40b7f96c4e77af34544211ace173f9ab5038b6e67741bbfa80378
`,
  },
  {
    name: 'ED25519, version=3,kdf=argon2i,memory=64,passes=1,parallelism=1',
    make: ed25519,
    text: `PuTTY-User-Key-File-3: ssh-ed25519
Encryption: aes256-cbc
Comment: deploy
Public-Lines: 2
AAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u
/vBm
Key-Derivation: Argon2i
Argon2-Memory: 64
Argon2-Passes: 1
Argon2-Parallelism: 1
Argon2-Salt: cd6a0a41430deff8468e29463cbd1e3a
Private-Lines: 1
EpnjwchharDGyHqqn3ah5t/BWuKgkkQcpUDWW5HD7UOkooVdo8MWq0YZA6ggbYXp
Private-MAC: 8d80da7d5e8a4cb7a8f3a82d50a68311510d6a25bffac6f6b901a4199e1aac67
`,
  },
  {
    name: 'RSA, version=2',
    make: rsa,
    text: `PuTTY-User-Key-File-2: ssh-rsa
Encryption: aes256-cbc
Comment: deploy
Public-Lines: 4
AAAAB3NzaC1yc2EAAAADAQABAAAAgQDGYa5WUdXaRFJPPM83McjN8AigEW0iDWJd
OwSG6odPvId1b8mlJNhc3V+BNywGJcBp1Cg98dqZmitmDsPwL7S51b7hrKeRySNB
anlX5Nvx20QZ/9Fho0gkQFD1Z7OHQXE8dMvtiJ9bJ8oA5qUpy9MkcmzDZOXWVmT7
LCoA8OXYaQ==
Private-Lines: 8
eehOGLmx3AR1D5xXny9Sa0jkSSPP2nbcakfl+i6EdkQ4dhOo664uDYouM/qCqfO4
NTalG56WgSCa14Hi8/bNDyRR4EdVYj7aiLQ9Yge1t70OHI/TaM9QrfE2jCmUaHCE
eX85fmEr1CT1EB2T2k5+hiqW2o3s7HMfsCFUZ9Q6IFv5OWce01puwjuqQNENZRA9
aPEdU7YfHLizl/Ilgs6aOIsYxAeAKELIFzrdHVqFdj4KhvaCcpF92WJ1ptsA+0Tf
Ng9/3w/nepec/CkuwGw3qq9uQkLMF4w8tUoH0qvR3RGV3klzTSlWp3UWXnWcL7eY
tX1lgvxOLxowLsHXlUS3JTiraDyirHgXHLggER6CHhSACsop3POxvmCrFr4Rj3z0
IC1MiL3uTcSkkD9NVtQkmv+h890NT8YzyGQMS3BKpu/TB4tT8xZi3pvHhqpvFD1e
mmZlepfUfcJaeiDrODOamw==
Private-MAC: 02abe926cd3ef3b822094444e7a59e3d15c16567
`,
  },
  {
    name: 'ED25519, version=2',
    make: ed25519,
    text: `PuTTY-User-Key-File-2: ssh-ed25519
Encryption: aes256-cbc
Comment: deploy
Public-Lines: 2
AAAAC3NzaC1lZDI1NTE5AAAAIKzHGFTvZeZHCFjGVaPxwfTaJB2PEn4XK9CDHX9u
/vBm
Private-Lines: 1
fjakkuze1peRJRx7IVlaIoiDi3+mObEsBUjOW35PcXa2lZgSkkB9xbe8NKK24wxI
Private-MAC: 1938b4c85df086979a13b747e6441353d5bf9508
`,
  },
];
