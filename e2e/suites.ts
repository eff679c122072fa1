import type { Suite } from './lib/suite.ts';
import { formats } from './suites/formats.ts';
import { sshLogin } from './suites/ssh-login.ts';

/** All suites, in the order they run. */
export const suites: readonly Suite[] = [sshLogin, formats];
