import { describe, expect, test } from '@jest/globals';
import { credentialsOf, portOf, proxyFor, proxySecrets } from '../../../src/aws/proxy.ts';

const host = 'ec2.eu-west-1.amazonaws.com';
const proxy = 'http://proxy.example:3128';

/** What would be asked for a host, and which variable says so. */
function asked(environment: Record<string, string>, target = host, port = 443): string | undefined {
  return proxyFor(target, port, environment)?.label;
}

describe('The proxy of the environment', () => {
  test.each<[what: string, environment: Record<string, string>, label: string | undefined]>([
    ['none', {}, undefined],
    ['HTTPS_PROXY', { HTTPS_PROXY: proxy }, 'proxy.example:3128 (HTTPS_PROXY)'],
    ['mixed case', { Https_Proxy: proxy }, 'proxy.example:3128 (Https_Proxy)'],
    [
      'lower case first',
      { HTTPS_PROXY: 'http://other:1', https_proxy: proxy },
      'proxy.example:3128 (https_proxy)',
    ],
    ['empty in lower case, which turns off upper case', { HTTPS_PROXY: proxy, https_proxy: '' }, undefined],
    ['empty', { HTTPS_PROXY: '', ALL_PROXY: ' ' }, undefined],
    ['ALL_PROXY', { ALL_PROXY: proxy }, 'proxy.example:3128 (ALL_PROXY)'],
    [
      'HTTPS_PROXY before ALL_PROXY',
      { ALL_PROXY: 'http://other:1', HTTPS_PROXY: proxy },
      'proxy.example:3128 (HTTPS_PROXY)',
    ],
    ['HTTP_PROXY, which is not for https', { HTTP_PROXY: proxy, http_proxy: proxy }, undefined],
    ['no scheme', { HTTPS_PROXY: 'proxy.example:3128' }, 'proxy.example:3128 (HTTPS_PROXY)'],
    ['no scheme, but slashes', { HTTPS_PROXY: '//proxy.example:3128/' }, 'proxy.example:3128 (HTTPS_PROXY)'],
    ['no port', { HTTPS_PROXY: 'http://proxy.example' }, 'proxy.example:80 (HTTPS_PROXY)'],
    ['https without a port', { HTTPS_PROXY: 'https://proxy.example' }, 'proxy.example:443 (HTTPS_PROXY)'],
    ['a host with an underscore', { HTTPS_PROXY: 'http://my_proxy-1:3128' }, 'my_proxy-1:3128 (HTTPS_PROXY)'],
    [
      'a host with other letters',
      { HTTPS_PROXY: 'http://пример.example:3128' },
      'xn--e1afmkfd.example:3128 (HTTPS_PROXY)',
    ],
    ['a host named http', { HTTPS_PROXY: 'http://http:3128' }, 'http:3128 (HTTPS_PROXY)'],
    ['an IPv6 address', { HTTPS_PROXY: 'http://[2001:db8::1]:3128' }, '[2001:db8::1]:3128 (HTTPS_PROXY)'],
    [
      'credentials',
      { HTTPS_PROXY: 'http://me:p%40ss@proxy.example:3128' },
      'proxy.example:3128 (HTTPS_PROXY)',
    ],
    [
      'credentials with an @',
      { HTTPS_PROXY: 'me:p@ss@proxy.example:3128' },
      'proxy.example:3128 (HTTPS_PROXY)',
    ],
  ])('is read: %s.', (_, environment, label) => {
    expect(asked(environment)).toBe(label);
  });

  test.each([
    'http://',
    'http://proxy.example:port',
    'http://proxy example:3128',
    'http://me:12#secret@proxy.example:3128',
    'http://me:12/secret@proxy.example:3128',
    'http://me:12?secret@proxy.example:3128',
    '"http://proxy.example:3128"',
    "'http://me:secret@proxy.example:3128'",
    'http://"proxy.example":3128',
    '"proxy.example:3128"',
    "'proxy.example'",
    '`proxy.example`',
    '$PROXY',
    'http://$PROXY:3128',
    'http://me:secret@${PROXY}:3128',
    'http://${{ secrets.PROXY }}:3128',
    'http://{{proxy}}',
    '%PROXY%',
    'http://%PROXY%:3128',
    'http://proxy.example%24:3128',
    'http://<host>:3128',
    'http://http://proxy.example:3128',
    'http:/proxy.example:3128',
    'https:proxy.example',
  ])('is rejected without printing it: %s.', (value) => {
    expect(() => asked({ HTTPS_PROXY: value })).toThrow('HTTPS_PROXY is not a valid URL of a proxy.');
  });

  test.each(['socks5://proxy.example:1080', 'socks5h://me:secret@proxy.example', 'ftp://proxy.example'])(
    'is rejected if it is not an HTTP proxy: %s.',
    (value) => {
      const scheme = value.split(':')[0];
      expect(() => asked({ ALL_PROXY: value })).toThrow(
        `ALL_PROXY is a ${scheme} proxy, which is not supported.`,
      );
    },
  );

  test('is not even read for a host in NO_PROXY.', () => {
    expect(asked({ ALL_PROXY: 'socks5://proxy.example', NO_PROXY: '.amazonaws.com' })).toBeUndefined();
  });
});

describe('NO_PROXY', () => {
  test.each<[list: string, target: string, port?: number]>([
    ['*', host],
    ['localhost, *', host],
    [host, host],
    ['EC2.eu-west-1.AMAZONAWS.com', host],
    [host, `${host}.`],
    ['amazonaws.com', host],
    ['.amazonaws.com', host],
    ['*.amazonaws.com', host],
    ['localhost,127.0.0.1 .amazonaws.com', host],
    ['amazonaws.com:443', host],
    ['10.1.2.3', '10.1.2.3'],
    ['10.0.0.0/8', '10.1.2.3'],
    ['10.1.2.3:8443', '10.1.2.3', 8443],
    ['2001:db8::1', '2001:db8:0:0::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['2001:db8::/32', '2001:db8::1'],
  ])('%s exempts %s.', (...[list, target, port]) => {
    expect(asked({ HTTPS_PROXY: proxy, NO_PROXY: list }, target, port)).toBeUndefined();
    expect(asked({ HTTPS_PROXY: proxy, no_proxy: list }, target, port)).toBeUndefined();
  });

  test.each<[list: string, target: string, port?: number]>([
    ['', host],
    [',', host],
    ['.', host],
    ['*.', host],
    ['aws.com', host],
    ['s3.amazonaws.com', host],
    ['amazonaws.com:8443', host],
    [`https://${host}`, host],
    ['10.0.0.0/8', '11.1.2.3'],
    ['10.0.0.0/33', '10.1.2.3'],
    ['10.0.0.0/', '11.1.2.3'],
    ['0.0.0.0/0', host],
    ['10.1.2.3:8443', '10.1.2.3'],
    ['2001:db8::/32', '2001:db9::1'],
    ['1.2.3', '1.2.3.4'],
  ])('"%s" does not exempt %s.', (...[list, target, port]) => {
    expect(asked({ HTTPS_PROXY: proxy, NO_PROXY: list }, target, port)).toBe(
      'proxy.example:3128 (HTTPS_PROXY)',
    );
  });

  test('in lower case replaces NO_PROXY.', () => {
    expect(asked({ HTTPS_PROXY: proxy, NO_PROXY: '*', no_proxy: '' })).toBe(
      'proxy.example:3128 (HTTPS_PROXY)',
    );
  });
});

describe('Credentials in the URL of a proxy', () => {
  test.each([
    ['me:p%40ss', 'me:p@ss'],
    ['me:100%25%', 'me:100%%'],
    ['me:%C3%A9', 'me:é'],
    ['token', 'token:'],
    [':secret', ':secret'],
  ])('(%s) are decoded.', (userinfo, credentials) => {
    const found = proxyFor(host, 443, { HTTPS_PROXY: `http://${userinfo}@proxy.example` });
    expect(found && credentialsOf(found)).toBe(credentials);
    expect(found && portOf(found.url)).toBe(80);
  });

  test.each<[what: string, environment: Record<string, string>, secrets: string[]]>([
    ['none', { HTTPS_PROXY: proxy, NO_PROXY: 'a' }, []],
    [
      'of every variable, encoded and decoded, and as they are sent',
      { HTTP_PROXY: 'http://me:p%40ss@proxy.example', no_proxy: 'localhost' },
      ['p%40ss', 'p@ss', Buffer.from('me:p@ss').toString('base64')],
    ],
    ['of a token', { all_proxy: 'token@proxy.example' }, ['token', Buffer.from('token:').toString('base64')]],
    [
      'of a URL in quotes',
      { HTTPS_PROXY: '"http://me:secret@proxy.example"' },
      ['secret', Buffer.from('me:secret').toString('base64')],
    ],
    [
      'of a URL that is not valid',
      { HTTPS_PROXY: 'socks5://me:12#se@cret@proxy.example' },
      ['12#se@cret', Buffer.from('me:12#se@cret').toString('base64')],
    ],
  ])('are masked: %s.', (_, environment, secrets) => {
    expect(proxySecrets(environment)).toEqual(secrets);
  });
});
