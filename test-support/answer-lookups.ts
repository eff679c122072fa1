/** Preloaded (`--import`): names in ANSWERED_LOOKUPS, a JSON object, resolve to its addresses (IPv4). */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const addresses = JSON.parse(process.env['ANSWERED_LOOKUPS'] ?? '{}') as Record<string, string[]>;
const { lookup } = dns;
Object.assign(dns, {
  lookup(hostname: string, options: { all?: boolean }, callback: (...answer: unknown[]) => void) {
    const found = addresses[hostname]?.map((address) => ({ address, family: 4 }));
    if (found === undefined) return lookup(hostname, options, callback);
    if (options.all === true) return callback(null, found);
    return callback(null, found[0]?.address, 4);
  },
});
syncBuiltinESMExports();
