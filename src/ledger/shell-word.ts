import { sep } from 'node:path';

/** The shell that a person would use where the paths of this system are: PowerShell on Windows, else bash or zsh. */
type Shell = 'bash' | 'PowerShell';

const usual: Shell = sep === '\\' ? 'PowerShell' : 'bash';

/** Characters that the log would not show, or that the shell would not read, as they are. `##[` is a command to the runner. */
const odd = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=#\[)/u;

/** Any text as one word on one line, for a command that a person pastes into a shell. Quotes it if necessary. */
export function shellWord(text: string, shell: Shell = usual): string {
  if (/^[\w./:%+-]+$/.test(text)) return text;
  if (shell === 'PowerShell') return powerShellWord(text);
  return odd.test(text) ? escapedWord(text) : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The command that deletes a file. */
export function removeCommand(file: string, shell: Shell = usual): string {
  const command = shell === 'PowerShell' ? 'Remove-Item -Force -LiteralPath' : 'rm -f';
  return `${command} ${shellWord(file, shell)}`;
}

/** PowerShell takes typographic quotes for single quotes, too. */
function powerShellWord(text: string): string {
  return `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/** ANSI-C quoting: such characters are written as bytes. */
function escapedWord(text: string): string {
  const bytes = (character: string) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
      .join('');
  return `$'${text.replace(/[\\']/g, '\\$&').replace(new RegExp(odd, 'gu'), bytes)}'`;
}
