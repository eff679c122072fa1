import { spawnSync } from 'node:child_process';

/** Ends the last agent of the job that said its process ID, whoever started it, and goes on if there is none. */
spawnSync('ssh-agent', ['-k'], { stdio: 'inherit' });
