import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { KeyPairError } from '../errors.ts';

/** Addresses that no router of the internet forwards (RFC 1918, RFC 4193, RFC 4291), and those of this machine. */
const privateBlocks = new BlockList();
for (const [address, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  privateBlocks.addSubnet(address, prefix, 'ipv4');
}
privateBlocks.addAddress('::1', 'ipv6');
privateBlocks.addSubnet('fc00::', 7, 'ipv6');

/**
 * Whether a host can only be on this machine or in its private network: by its address, or by a name that cannot be in
 * the public DNS (one label, or `.internal`, `.local`, `.localhost`). `lookupPrivate` checks the address of a name.
 *
 * @param hostname - IPv6 addresses in brackets.
 */
export function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return isPrivateAddress(bare);
  return /^[^.]+\.?$|\.(?:internal|local|localhost)\.?$/i.test(bare);
}

/** Whether a host is this machine: by its address, with or without brackets, or by the name `localhost`. */
export function isThisMachine(hostname: string): boolean {
  return /^(?:localhost\.?|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);
}

/** Looks up a name for a connection, and fails unless all of its addresses are private. */
export const lookupPrivate: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (error, address, family) => {
    const found = Array.isArray(address) ? address.map((entry) => entry.address) : [address];
    const other = error ? undefined : found.find((one) => !isPrivateAddress(one));
    callback(other === undefined ? error : notPrivate(hostname, other), address, family);
  });
};

function isPrivateAddress(address: string): boolean {
  return privateBlocks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function notPrivate(hostname: string, address: string): KeyPairError {
  return notHttps(`http://${hostname}`, `, and ${hostname} is not in a private network (${address})`);
}

/** @param detail - Continues the sentence. */
export function notHttps(endpoint: string, detail = ''): KeyPairError {
  return new KeyPairError('ENDPOINT_NOT_SAFE', `The endpoint ${endpoint} does not use https${detail}.`, {
    hint: 'A private key would be sent unencrypted. Use https in AWS_ENDPOINT_URL: plain http is allowed only for this machine and for private networks.',
  });
}
