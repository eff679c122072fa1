import { describe, expect, test } from '@jest/globals';
import { parseCommand, propertyOf } from '../../../../local/runner/command.ts';

const KNOWN = new Set(['do-it', 'add-mask']);

describe('A command with colons', () => {
  test.each([
    ['::do-it::msg', {}, 'msg'],
    ['   ::do-it k1=v1,::msg', { k1: 'v1' }, 'msg'],
    ['\u00a0\t::do-it::msg', {}, 'msg'],
    ['::DO-IT::msg', {}, 'msg'],
    ['::do-it k1=,k2=,::', {}, ''],
    ['::do-it k1=;=%2C=%0D=%0A=]=%3A,::;-%0D-%0A-]-:-,', { k1: ';=,=\r=\n=]=:' }, ';-\r-\n-]-:-,'],
    ['::do-it k1=%252C::%250A', { k1: '%2C' }, '%0A'],
    ['::do-it a=1,A=2::', { a: '2' }, ''],
    ['::do-it::x::y', {}, 'x::y'],
  ])('is recognized in %j.', (line, properties, data) => {
    expect(parseCommand(line, KNOWN)).toEqual({ name: 'do-it', properties, data });
  });

  test.each([
    '>>> ::do-it::msg',
    'Creating...::add-mask::secret',
    '::do-it:',
    '::unknown::x',
    ':: do-it::x',
    '',
  ])('is not recognized in %j.', (line) => expect(parseCommand(line, KNOWN)).toBeUndefined());
});

describe('A command with brackets', () => {
  test.each([
    ['##[do-it k1=v1;]msg', { k1: 'v1' }, 'msg'],
    ['a tag ##[do-it]msg', {}, 'msg'],
    ['##[do-it k1=%3B=%0D=%0A=%5D;]%3B-%0D-%0A-%5D', { k1: ';=\r=\n=]' }, ';-\r-\n-]'],
    ['##[do-it k1=;k2=;]', {}, ''],
    ['##[do-it]%2C', {}, '%2C'],
  ])('is recognized anywhere in a line, as in %j.', (line, properties, data) => {
    expect(parseCommand(line, KNOWN)).toEqual({ name: 'do-it', properties, data });
  });

  test('is recognized only at the first bracket of a line.', () => {
    expect(parseCommand('##[other]##[do-it]msg', KNOWN)).toBeUndefined();
  });

  test('is recognized in a line that starts with an unknown command with colons.', () => {
    expect(parseCommand('::unknown::##[add-mask]x', KNOWN)).toMatchObject({ name: 'add-mask', data: 'x' });
  });
});

test('Property names are case-insensitive.', () => {
  const command = parseCommand('::do-it endLine=3::', KNOWN);
  expect(command && propertyOf(command, 'ENDLINE')).toBe('3');
});
