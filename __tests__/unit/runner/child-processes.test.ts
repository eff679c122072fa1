import { afterEach, expect, test } from '@jest/globals';
import { agentSocket } from '../../../src/runner/child-processes.ts';

const before = process.env['SSH_AUTH_SOCK'];

afterEach(() => {
  if (before === undefined) delete process.env['SSH_AUTH_SOCK'];
  else process.env['SSH_AUTH_SOCK'] = before;
});

test.each([
  ['/tmp/agent/socket', '/tmp/agent/socket'],
  ['agent/socket', undefined],
  ['./socket', undefined],
  ['', undefined],
])('With SSH_AUTH_SOCK "%s", the agent is at %s', (value, socket) => {
  process.env['SSH_AUTH_SOCK'] = value;
  expect(agentSocket()).toBe(socket);
});
