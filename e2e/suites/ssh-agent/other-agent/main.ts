import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const socket = process.env['INPUT_SSH-AUTH-SOCK'] ?? '';
const said = execFileSync('ssh-agent', ['-s', ...(socket === '' ? [] : ['-a', socket])], {
  encoding: 'utf8',
});
const found = [...said.matchAll(/^(SSH_AUTH_SOCK|SSH_AGENT_PID)=([^;]+);/gm)];
const variables = Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
for (const [name, value] of Object.entries(variables)) {
  appendFileSync(process.env['GITHUB_ENV'] ?? '', `${name}=${value}\n`);
}
execFileSync('ssh-add', ['-'], {
  env: { ...process.env, ...variables },
  input: `${(process.env['INPUT_SSH-PRIVATE-KEY'] ?? '').trim()}\n`,
});
