/** Prints the file "$KEY" as Node's encoders do. */
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';

const key = readFileSync(process.env.KEY ?? '', 'utf8');
const prints = {
  'plain / Node JSON.stringify': JSON.stringify({ key }),
  'plain / Node inspect': inspect({ key }),
  'plain / Node encodeURIComponent': encodeURIComponent(key),
  'plain / Node encodeURI': encodeURI(key),
  'plain / Node URLSearchParams': new URLSearchParams({ key }).toString(),
  'base64 / Node toString base64': Buffer.from(key).toString('base64'),
};
for (const [name, text] of Object.entries(prints)) console.log(`\n== ${name}\n${text}`);
