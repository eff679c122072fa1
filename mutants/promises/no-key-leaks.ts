import type { Mutant } from '../mutant.ts';

/** The private key does not leak. */
export const noKeyLeaks: readonly Mutant[] = [
  {
    name: 'the masks are registered after the private key was delivered',
    file: 'src/operations/deliver.ts',
    find: 'MaskedPrivateKey.mask(obtained.privateKey, registerMasks)',
    replacement:
      'MaskedPrivateKey.mask(obtained.privateKey, async (masks) => void setTimeout(() => registerMasks(masks), 50))',
  },
  {
    name: 'the private key is masked as it is delivered, but not as it was received',
    file: 'src/keys/private-key.ts',
    find: 'new Set([material.pem, material.original])',
    replacement: 'new Set([material.pem])',
  },
  {
    name: 'the private key is not masked as it is in the PPK file that it was read from',
    file: 'src/keys/private-key.ts',
    find: 'material.ppk === undefined ? [] : masksOfText(material.ppk, numbers)',
    replacement: '[]',
  },
  {
    name: 'a folder that git does not ignore counts as ignored',
    file: 'src/destinations/file/git-ignore.ts',
    find: "if (parent !== '.' && ignore.test(`${parent}/`).ignored) continue;",
  },
  {
    name: 'patterns of git behind a symbolic link count',
    file: 'src/destinations/file/git-ignore.ts',
    find: "patternsIn(readPatterns(path.join(folder, '.gitignore')), folder)",
    replacement: "patternsIn(await readIfExists(path.join(folder, '.gitignore')), folder)",
  },
  {
    name: 'a private key file in a hidden folder of the workspace causes no warning',
    file: 'src/destinations/file/workspace-warning.ts',
    find: "if (names.slice(0, -1).includes('.git')) return undefined;",
    replacement: "if (names.some((name) => name.startsWith('.'))) return undefined;",
  },
  {
    name: 'a path with a variable is taken as it is',
    file: 'src/inputs/path.ts',
    find: 'if (rule) inputs.refuse(name, rule);',
  },
  {
    name: 'the base64 of a text that contains the private key is not masked',
    file: 'src/keys/masks.ts',
    find: '...parts.flatMap((part) => edgesOf(part, edges)),',
  },
  {
    name: 'groups of base64 that a line break shares with the private key are not masked',
    file: 'src/keys/masks.ts',
    find: '...breaks.flatMap(([newline, shared]) => base64OfBreaks(file, newline, shared)),',
  },
  {
    name: 'windows of the private key are cut without regard to what encoders escape',
    file: 'src/keys/masks.ts',
    find: '...[...onOneLine, ...runs].flatMap(endsOf),',
  },
  {
    name: 'short runs of the private key between escapes are not masked',
    file: 'src/keys/masks.ts',
    find: '...numbers.flatMap((number) => number.split(longRun)).flatMap(middlesOf),',
  },
  {
    name: 'short runs of the private key are not masked if a program escapes only +',
    file: 'src/keys/masks.ts',
    find: "[plus, '/'],",
  },
  {
    name: 'short runs of the private key are not masked if a program escapes only /',
    file: 'src/keys/masks.ts',
    find: "['+', slash],",
  },
  {
    name: 'a few characters after an escape with an & are masked wherever they occur',
    file: 'src/keys/masks.ts',
    find: '.filter((value) => /^[^&]*$|;$/.test(value))',
  },
  {
    name: 'an SDK error may quote the response, and the private key in it',
    file: 'src/aws/responses.ts',
    find: "throw isSafeToPrint(error) ? error : new DamagedResponseError('the response is unreadable');",
    replacement: 'throw error;',
  },
  {
    name: 'the private key is sent over http',
    file: 'src/aws/network.ts',
    find: 'if (!isPrivateHost(hostname)) throw notHttps(endpoint);',
  },
  {
    name: 'the private key is sent to a server whose certificate is not checked',
    file: 'src/aws/network.ts',
    find: 'if (transport.checksCertificates) return;',
    replacement: 'return;',
  },
  {
    name: 'the private key is sent over http to a name that resolves to a public address',
    file: 'src/aws/private-network.ts',
    find: 'other === undefined ? error : notPrivate(hostname, other)',
    replacement: 'error',
    scenario: '__tests__/scenarios/an-endpoint-without-tls.test.ts',
  },
  {
    name: 'the password of a proxy is not masked',
    file: 'src/step/transport.ts',
    find: 'if (secrets.length > 0) await registerMasks(secrets);',
    scenario: '__tests__/scenarios/a-proxy-is-used.test.ts',
  },
  {
    name: 'a part of the password of a proxy is printed as the name of the host',
    file: 'src/aws/proxy.ts',
    find: " || `${url.pathname}${url.search}${url.hash}`.includes('@')",
  },
  {
    name: 'a certificate that is not in AWS_CA_BUNDLE is accepted',
    file: 'src/aws/network.ts',
    find: 'super({ ...agentOptions, ...(ca === undefined ? {} : { ca }) });',
    replacement: 'super({ ...agentOptions, rejectUnauthorized: ca === undefined });',
    scenario: '__tests__/scenarios/a-certificate-is-not-trusted.test.ts',
  },
  {
    name: 'the credential chain (SSO) is not guarded',
    file: 'src/aws/credential-source.ts',
    find: 'clientConfig: { ...sts(), requestHandler }',
    replacement: 'clientConfig: sts()',
    scenario: '__tests__/scenarios/a-proxy-is-used.test.ts',
  },
  {
    name: 'the file with the private key is readable by everyone',
    file: 'src/destinations/file/open-file.ts',
    find: 'const fileMode = 0o400;',
    replacement: 'const fileMode = 0o644;',
  },
  {
    name: 'the mode that the new file really has is not looked at',
    file: 'src/destinations/file/empty-file.ts',
    find: 'if ((mode & 0o077n) === 0n && isOwn) return;',
    replacement: 'return;',
  },
  {
    name: 'the owner that the new file really has is not looked at',
    file: 'src/destinations/file/empty-file.ts',
    find: 'if ((mode & 0o077n) === 0n && isOwn) return;',
    replacement: 'if ((mode & 0o077n) === 0n) return;',
  },
  {
    name: 'folders created for the private key are open to everyone',
    file: 'src/destinations/file/new-file.ts',
    find: 'const folderMode = 0o700;',
    replacement: 'const folderMode = 0o755;',
  },
  {
    name: 'the temporary file with the private key is not removed',
    file: 'src/destinations/file/new-file.ts',
    find: 'unlinkSync(temporary);',
  },
  {
    name: 'the private key stays in a file that could not be delivered',
    file: 'src/destinations/file/open-file.ts',
    find: 'ftruncateSync(this.#descriptor, 0);',
  },
  {
    name: 'on Windows, the file with the private key is created in a folder that is open to others',
    file: 'src/destinations/file/new-file.ts',
    find: 'await owner.restrictToOwner?.(path.dirname(record.temporary));',
  },
  {
    name: 'on Windows, the access to a private folder is not passed on to the file in it',
    file: 'src/destinations/file/windows-acl.ts',
    find: "=== true ? '(OI)(CI)' : ''",
    replacement: "=== true ? '' : ''",
  },
  {
    name: 'on Windows, the programs that restrict the file are found through the environment',
    file: 'src/runner/windows-programs.ts',
    find: 'return path.win32.dirname(core);',
    replacement: "return path.win32.join(process.env['SystemRoot'] ?? '', 'System32');",
  },
  {
    name: "the runner's file for outputs stays readable by everyone",
    file: 'src/destinations/output.ts',
    find: 'fchmodSync(descriptor, 0o600);',
  },
  {
    name: "the mode that the runner's file really has is not looked at",
    file: 'src/destinations/output.ts',
    find: 'if ((mode & 0o077) === 0) return;',
    replacement: 'return;',
  },
  {
    name: 'the private key stays in a file that a later step has rewritten',
    file: 'src/destinations/file/found-file.ts',
    find: "if ('bytes' in read && keyHash !== undefined)",
    replacement: "if ('bytes' in read && keyHash === '')",
  },
  {
    name: 'the private key stays under another name of its file',
    file: 'src/destinations/file/remove-file.ts',
    find: 'const hadOtherLinks = stats.nlink > 1n;',
    replacement: 'const hadOtherLinks = false;',
  },
  {
    name: 'text in the log is not sanitized: ##[…] is a command',
    file: 'src/runner/sanitize.ts',
    find: ".replace(/##(?=\\[)/g, '## ')",
  },
  {
    name: 'text in the log is not sanitized: ::…:: at the start of a line is a command',
    file: 'src/runner/sanitize.ts',
    find: ".replace(/^(\\s*):(?=:)/gm, '$1: ')",
  },
  {
    name: 'a private key in place of the public key is not masked',
    file: 'src/keys/private-key-text.ts',
    find: 'await MaskedPrivateKey.mask(key, registerMasks);',
    replacement: 'await MaskedPrivateKey.mask(key, async () => undefined);',
  },
  {
    name: 'an encrypted private key in place of the public key is not masked',
    file: 'src/keys/private-key-text.ts',
    find: 'await registerMasks(masksOfUnreadable(text));',
    replacement: 'await registerMasks(masksOfUnreadable(text).slice(0, 0));',
  },
  {
    name: 'only the first private key in place of the public key is masked',
    file: 'src/keys/private-key-text.ts',
    find: '.split(/(?=-----BEGIN )/)',
    replacement: '.split(/(?=-----BEGIN )/, 1)',
  },
  {
    name: 'a private key in the file for the public key is not looked for',
    file: 'src/operations/read-public-key.ts',
    find: 'if (await maskPrivateKeyIn(text, registerMasks)) throw privateKeyInFile(path);',
    replacement: "if (text === '') throw privateKeyInFile(path);",
  },
];
