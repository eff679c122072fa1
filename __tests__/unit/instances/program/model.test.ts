import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runModel } from '../../../../local/aws/machines/authorized-keys.ts';
import { readReport } from '../../../../src/instances/authorized-keys.ts';
import { add, keyed, MachineFolder, named, remove } from './machine-folder.ts';

const options = ['', 'no-pty ', ' ', '\t no-pty\t', 'command="a \\" b, ssh-rsa OLD",no-pty ', 'from="1 2" '];
const keys = ['OLD', 'NEW', 'OTHER', 'OLDA', 'OLD=', '"OLD"'];
const rests = ['', ' a', ' a b', ' ssh-ed25519 OLD', '\r', ' a\r', '\t'];

const keyLine = fc
  .tuple(
    fc.constantFrom(...options),
    fc.constantFrom('ssh-ed25519 ', 'ssh-rsa ', 'ssh-rsa\t ', 'ecdsa-sha2-nistp256 ', ''),
    fc.constantFrom(...keys),
    fc.constantFrom(...rests),
  )
  .map((parts) => parts.join(''));
const anyLine = fc.oneof(
  { weight: 4, arbitrary: keyLine },
  fc.constantFrom('', '# ssh-ed25519 OLD', ' ', '\r', '"', 'OLD', 'no-pty'),
);
const text = fc
  .tuple(fc.array(anyLine, { maxLength: 5 }), fc.constantFrom('', '\n'))
  .map(([lines, end]) => `${lines.join('\n')}${end}`);

/** The endpoint's model stands for the program wherever a test is about what happens around it. */
test("what local/aws's model does to files is what the program does", () => {
  const crlf = 'ssh-rsa OTHER\r\nssh-ed25519 OLD';
  const texts = [crlf, ...fc.sample(text, { numRuns: 40, seed: 20_261_128 })];
  using machine = new MachineFolder();
  const alice = machine.person('alice');
  const files = texts.map((one, index) => {
    const file = machine.file(alice, '', { name: `.ssh/${index}` });
    writeFileSync(file, keyed(one));
    return file;
  });
  machine.sshd(files.join(' '));
  const model = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  for (const program of [add, add, remove, remove]) {
    const { code, output } = machine.run(program);
    const modeled = runModel(program, model);
    const differing = files.filter((file) => readFileSync(file, 'utf8') !== model.get(file));
    expect(
      differing.map((file) => [
        texts[files.indexOf(file)],
        named(readFileSync(file, 'utf8')),
        named(model.get(file) ?? ''),
      ]),
    ).toEqual([]);
    expect([modeled.code, readReport(modeled.output)]).toEqual([code, readReport(output)]);
  }
});
