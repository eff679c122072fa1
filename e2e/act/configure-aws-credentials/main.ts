import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';

const settings: { readonly environment: Record<string, string> } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'settings.json'), 'utf8'),
);
const role = process.env['INPUT_ROLE-TO-ASSUME'] ?? '';
const region = process.env['INPUT_AWS-REGION'] ?? '';
if (!role.startsWith('arn:aws:iam::') || region === '')
  throw new Error('role-to-assume or aws-region is missing');

const environment = { ...settings.environment, AWS_REGION: region, AWS_DEFAULT_REGION: region };
for (const [name, value] of Object.entries(environment)) {
  appendFileSync(process.env['GITHUB_ENV'] ?? '', `${name}=${value}\n`);
}
