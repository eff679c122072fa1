/**
 * What an outsider can write into a name, a tag, a comment, a message, or a path to cause side effects: runner commands
 * in both syntaxes, all kinds of newlines, characters that hide or reverse text, markup for the summary, and ends of
 * values in the runner's files. One corpus for all tests.
 */

/** Texts in which the runner, or an imitation of it, might find a command. */
export const commandTexts: readonly string[] = [
  '::stop-commands::x',
  '::add-mask::e',
  '  ::set-output name=a::b',
  '\t::debug::x',
  '\u00a0\u3000\u2003::error::x',
  '\u0085::error::x',
  '\v\f::error::x',
  'a\n::error::x',
  'a\r::error::x',
  'a\r\n::error::x',
  'a\u2028::error::x',
  'a\u0085::error::x',
  'a%0A::error::x',
  'a%0D%0A::add-mask::e',
  '\n\n   \n ::error::x',
  ':::error::x',
  '::::error::x',
  ':\u200b:error::x',
  '\u200b::error::x',
  '\ufeff::error::x',
  '\0::error::x',
  '##[stop-commands]x',
  'text ##[add-mask]e',
  '###[error]x',
  '####[error]x',
  '##\u200b[error]x',
  '#\u200d#[error]x',
  '##[##[error]x',
  '##[ ##[x]]',
  '##[error',
  '::error::a\r##[error]b\n::x::',
];

/** Texts that the terminal, a reader, the summary, or the runner's files might take for more than text. */
export const otherTexts: readonly string[] = [
  '\u001b[2J\u001b[31mred\u0007',
  'a\u202ebpj.exe\u2066',
  '<script>alert(1)</script>',
  '"><img src=x onerror=y>',
  '</td></tr></table><h1>x</h1>',
  '[a](http://e.example) ![b](http://e.example/b)',
  '`c` | **d** | @octocat <!-- ',
  '# heading',
  'key-name<<EOF\nevil\nEOF',
  'EOF\nkey-name=evil',
  'ghadelimiter_00000000-0000-0000-0000-000000000000\nkey-name=evil',
  'key-name=evil\ncreated=true',
  "$(touch pwned) `touch pwned` '; touch pwned; '",
];

export const hostileTexts: readonly string[] = [...commandTexts, ...otherTexts];

/** Those that XML can contain. */
export const hostileXmlTexts: readonly string[] = hostileTexts.filter(
  (text) => !/(?![\t\n\r\u0085])\p{Cc}/u.test(text),
);

/** All of them in one text, each at the start of a line and within a line. */
export const hostileMessage: string = hostileXmlTexts.flatMap((text) => [text, `and ${text}`]).join('\n');

/** A name (printable ASCII) with everything at once. */
export const hostileName =
  "::stop-commands::x ##[add-mask]e <b>@octocat</b> [a](http://e.example) `c` $(touch pwned)';|";
