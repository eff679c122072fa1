import { spawnSync } from 'node:child_process';

const env = { ...process.env, SSH_AUTH_SOCK: process.env['INPUT_SOCKET'] ?? '' };
const { status, stdout } = spawnSync('ssh-add', ['-L'], { env, encoding: 'utf8' });
for (const line of stdout.trim().split('\n')) console.log(`then in the agent: ${line}`);
console.log(`then ssh-add ended with ${status}`);
