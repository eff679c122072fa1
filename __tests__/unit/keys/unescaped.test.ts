import { expect, test } from '@jest/globals';
import { unescaped } from '../../../src/keys/unescaped.ts';

test.each<[string, string, string]>([
  ['as it is', 'a b\tc\nd', 'a b\tc\nd'],
  ['a newline', String.raw`a\nb`, 'a\nb'],
  ['a tab', String.raw`a\tb`, 'a\tb'],
  ['CR', String.raw`a\rb`, 'a\nb'],
  ['CRLF', String.raw`a\r\nb\r\n\r\nc`, 'a\nb\n\nc'],
  ['CR and CRLF that are not escaped', 'a\rb\r\nc\n\nd', 'a\nb\nc\n\nd'],
  ['a newline that is escaped four times', `a${'\\'.repeat(4)}nb`, 'a\nb'],
  ['a backslash more', `a${'\\'.repeat(5)}nb`, 'a\\\nb'],
  ['in hexadecimal', String.raw`\u002b\u002B\x2b\x2F\\u003d`, '+++/='],
  ['not another character', String.raw`\u1234\x2`, String.raw`\u1234\x2`],
  ['punctuation', String.raw`\/\"\\/`, '/"/'],
  ['not a letter', String.raw`\d\w`, String.raw`\d\w`],
  ['a URL', 'a%20b%2Bc%2bd%0Ae+f', 'a b+c+d\ne+f'],
  ['a URL that is only escapes', '%2B%2F', '+/'],
  ['a URL with an escape at its start', '%2Ba+b', '+a b'],
  ['a URL in a URL', 'a%2520b%252Bc%25252F', 'a b+c/'],
  ['the form of a URL', 'a+b%2Bc%3D', 'a b+c='],
  ['a form with a space', 'a+b %2B', 'a+b +'],
  ['a form with a newline', 'a+b\n%2B', 'a+b\n+'],
  ['a URL in a URL with a space', 'a+b%25252B%252520', 'a+b+ '],
  ['a plus sign without a URL', 'a+b', 'a+b'],
  ['a percent sign', 'a+50%', 'a+50%'],
])('of %s', (_, text, expected) => {
  expect(unescaped(text)).toBe(expected);
});
