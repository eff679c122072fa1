import { BlockList, isIP } from 'node:net';
import { KeyPairError } from '../errors.ts';
import type { Transport } from './client.ts';

type Variables = Transport['variables'];

export interface HttpProxy {
  /** http or https, with the credentials. */
  readonly url: URL;
  /** Host and port, and the variable that sets them, as in `proxy.example:3128 (HTTPS_PROXY)`. */
  readonly label: string;
  readonly variable: string;
}

/**
 * The proxy for https requests to a host. As in the AWS CLI, a variable in lower case replaces one in upper case, even if
 * it is empty. Beyond the AWS CLI: ALL_PROXY, and CIDR blocks and ports in NO_PROXY.
 *
 * @param host - Without brackets.
 * @throws KeyPairError `PROXY_INVALID`.
 */
export function proxyFor(host: string, port: number, variables: Variables): HttpProxy | undefined {
  const set = read('https_proxy', variables) ?? read('all_proxy', variables);
  if (set === undefined) return undefined;
  const exempt = read('no_proxy', variables)?.value.split(/[\s,]+/) ?? [];
  if (exempt.some((entry) => isExempt(host.toLowerCase().replace(/\.$/, ''), port, entry.toLowerCase())))
    return undefined;
  const url = parse(set);
  return { url, label: `${url.hostname}:${portOf(url)} (${set.variable})`, variable: set.variable };
}

export function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}

/** User name and password of a proxy, percent-decoded; undefined if its URL has none. */
export function credentialsOf({ url: { username, password } }: HttpProxy): string | undefined {
  return username || password ? `${decode(username)}:${decode(password)}` : undefined;
}

/** What must not be printed of the values of all proxy variables, even of those that are not valid. */
export function proxySecrets(variables: Variables): string[] {
  const values = Object.entries(variables).filter(([name]) => /_proxy$/i.test(name));
  const secrets = values.flatMap(([, value = '']) => {
    const userinfo = /^(?:[^/]*\/\/)?(.*)@/s.exec(value)?.[1];
    if (userinfo === undefined) return [];
    const [user = '', ...rest] = userinfo.split(':');
    const secret = rest.join(':') || user;
    const pair = `${decode(user)}:${decode(rest.join(':'))}`;
    return [secret, decode(secret), Buffer.from(pair).toString('base64')];
  });
  return [...new Set(secrets)].filter((secret) => secret !== '');
}

interface Setting {
  readonly variable: string;
  readonly value: string;
}

/** @param name - In lower case. */
function read(name: string, variables: Variables): Setting | undefined {
  const variable =
    variables[name] === undefined
      ? Object.keys(variables).find((other) => other.toLowerCase() === name && variables[other])
      : name;
  const value = variables[variable ?? '']?.trim();
  return variable && value ? { variable, value } : undefined;
}

/** As the AWS CLI does, takes a URL without a scheme for http. */
function parse({ variable, value }: Setting): URL {
  const url = URL.parse(/^[a-z][\w+.-]*:\/\//i.test(value) ? value : `http://${value.replace(/^\/\//, '')}`);
  // A password with an unencoded character moves the end of the host, which would then be printed with a part of it.
  if (url === null || `${url.pathname}${url.search}${url.hash}`.includes('@')) throw invalidUrl(variable);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new KeyPairError(
      'PROXY_INVALID',
      `${variable} is a ${url.protocol.slice(0, -1)} proxy, which is not supported.`,
      {
        hint: 'Set HTTPS_PROXY to an http or https proxy. If AWS can be reached without a proxy, set NO_PROXY to amazonaws.com.',
      },
    );
  }
  if (!hasHost(url)) throw invalidUrl(variable);
  return url;
}

/** Whether a host can exist. `URL` also takes hosts with quotes, or with a variable that no shell has evaluated. */
function hasHost({ hostname, pathname }: URL): boolean {
  const isUrlInUrl = /^https?$/.test(hostname) && pathname !== '/';
  return !isUrlInUrl && /^[\w.-]+$|^\[[\da-f:.]+\]$/.test(hostname);
}

function invalidUrl(variable: string): KeyPairError {
  return new KeyPairError('PROXY_INVALID', `${variable} is not a valid URL of a proxy.`, {
    hint: 'Set it to http://<host>:<port>, or http://<user>:<password>@<host>:<port>, without quotes or variables. Percent-encode special characters in the password.',
  });
}

/** @param entry - One entry of NO_PROXY: `*`, a host, a suffix, an address, or a CIDR block, maybe with a port. */
function isExempt(host: string, port: number, entry: string): boolean {
  if (entry === '*') return true;
  const [, name = entry, onlyPort] = /^(\[.*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
  if (onlyPort !== undefined && Number(onlyPort) !== port) return false;
  const bare = name.replace(/^\[|\]$/g, '');
  if (isIP(bare.replace(/\/.*/, '')) !== 0) return isIP(host) !== 0 && isInBlock(host, bare);
  const suffix = bare.replace(/^\*?\.+|\.$/g, '');
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}

function isInBlock(host: string, block: string): boolean {
  const [address = '', prefix = ''] = block.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const bits = family === 'ipv6' ? 128 : 32;
  const length = block === address ? bits : /^\d+$/.test(prefix) ? Number(prefix) : Number.NaN;
  if (!(length <= bits)) return false;
  const blocks = new BlockList();
  blocks.addSubnet(address, length, family);
  return blocks.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}

/** Leaves a `%` that encodes nothing, as Python's `unquote` does. */
function decode(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
  );
}
