import { readFileSync } from 'node:fs';
import { headingOf, maskedForms, readableForms } from './forms.ts';

/** Prints a file, whose path is the only argument, in all forms that no command of the shell makes. */
const text = readFileSync(process.argv[2] ?? '', 'utf8');
for (const form of [...maskedForms, ...readableForms]) {
  if (form.command === undefined) process.stdout.write(`${headingOf(form)}\n${form.of(text)}\n`);
}
