import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Runs after the post steps of all later steps, and records what they left. */
const settings: { readonly eventLog: string } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'settings.json'), 'utf8'),
);
const temp = process.env['RUNNER_TEMP'] ?? '';
const files = readdirSync(temp, { recursive: true, encoding: 'utf8' }).map((name) => path.join(temp, name));
const event = { event: 'job ended', node: process.version, temp, files };
appendFileSync(settings.eventLog, `${JSON.stringify(event)}\n`);
