import { describe, expect, test } from '@jest/globals';
import { regionProblems } from '../../../src/inputs/several-regions.ts';
import { type GivenInputs, rawInputs, readAs, problemsOf as refusedFor } from './reading.ts';

const problemsOf = (inputs: GivenInputs): string[] => regionProblems(rawInputs(inputs));

describe('aws-region', () => {
  test.each([
    'eu-west-1, us-east-1',
    'EU-WEST-1,us-east-1',
    'eu-west-1\n  us-east-1\n',
    ' eu-west-1 ,\r\nus-east-1,',
  ])('takes several Regions, separated by commas or lines: %j', (several) => {
    const { region, otherRegions } = readAs('describe', { 'aws-region': several });
    expect([region, otherRegions]).toEqual(['eu-west-1', ['us-east-1']]);
    expect(problemsOf({ operation: 'describe', 'aws-region': several })).toEqual([]);
  });

  test('with one Region names no others', () => {
    expect(readAs('describe', { 'aws-region': 'eu-west-1,' })).not.toHaveProperty('otherRegions');
    expect(problemsOf({ 'aws-region': 'eu-west-1,' })).toEqual([]);
  });

  test.each(['eu-west-1 us-east-1', 'eu-west-1; us-east-1', 'eu-west-1, moon', 'eu-west-1\nmoon, us-east-1'])(
    'is refused as a whole line if it contains something else: %j',
    (several) => {
      expect(refusedFor({ operation: 'describe', 'aws-region': several })).toEqual([
        `aws-region: "${several.split('\n').at(-1)}" is not an AWS Region code such as eu-west-1.`,
      ]);
    },
  );
});

describe('Several Regions', () => {
  const several = { 'aws-region': 'eu-west-1\nus-east-1' };

  test.each([
    ['import', {}],
    ['describe', {}],
    ['delete', {}],
    ['sweep', {}],
    ['create', { 'generate-on': 'Runner' }],
    ['Ensure', { 'generate-on': 'runner' }],
  ])('can be set for %s %j', (operation, inputs) => {
    expect(problemsOf({ ...several, operation, ...inputs })).toEqual([]);
  });

  test.each([
    ['', {}, 'set generate-on: runner.'],
    ['create', { 'generate-on': 'ec2' }, 'set generate-on: runner.'],
    ['ensure', {}, 'EC2 would generate another key in each.'],
    ['fetch', {}, 'fetch works in one. Set the Region that it is for'],
    ['rotate', {}, 'rotate works in one.'],
    ['describe', { 'key-pair-id': 'key-1' }, 'Set key-name, or one Region.'],
    ['describe', { 'aws-region': 'eu-west-1, EU-WEST-1, us-east-1' }, 'aws-region names "eu-west-1" twice.'],
    ['describe', { 'aws-region': 'eu-west-1,eu-west-1' }, 'aws-region names "eu-west-1" twice.'],
  ])('are refused for %s %j, with what to write instead', (operation, inputs, text) => {
    const problems = problemsOf({ ...several, operation, ...inputs });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(text);
  });
});
