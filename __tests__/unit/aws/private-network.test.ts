import { describe, expect, test } from '@jest/globals';
import { isPrivateHost, isThisMachine } from '../../../src/aws/private-network.ts';

describe('A host is in a private network, by its name or address:', () => {
  test.each([
    'localhost',
    'localstack',
    'LocalStack.',
    'host.docker.internal',
    'moto.lab.svc.cluster.local',
    'ec2.localhost',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '127.8.9.10',
    '[::1]',
    '[fd00::1]',
    '[fc00::1]',
    '[::ffff:10.0.0.1]',
  ])('%s.', (host) => {
    expect(isPrivateHost(host)).toBe(true);
  });
});

describe('A host is not in a private network, by its name or address:', () => {
  test.each([
    'localhost.localstack.cloud',
    'localhost.example.com',
    'internal.example.com',
    'example.notlocal',
    'amazonaws.com',
    '172.15.255.255',
    '172.32.0.1',
    '192.169.0.1',
    '11.0.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '0.0.0.0',
    '203.0.113.7',
    '[2001:db8::1]',
    '[fe80::1]',
    '[fec0::1]',
    '[::]',
    '[::ffff:8.8.8.8]',
    '',
  ])('"%s".', (host) => {
    expect(isPrivateHost(host)).toBe(false);
  });
});

test.each([
  ['localhost', true],
  ['LOCALHOST.', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['::1', true],
  ['localstack', false],
  ['127.0.0.1.example.com', false],
  ['localhost.localstack.cloud', false],
  ['10.0.0.1', false],
])('Whether %s is this machine: %s.', (host, expected) => {
  expect(isThisMachine(host)).toBe(expected);
});
