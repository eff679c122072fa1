import { readFileSync } from 'node:fs';
import { headingOf, maskedForms, readableForms } from './forms.ts';

/** Prints the file at the path in the first argument, in all forms without a shell command. */
const text = readFileSync(process.argv[2] ?? '', 'utf8');
for (const form of [...maskedForms, ...readableForms]) {
  if (form.command === undefined) process.stdout.write(`${headingOf(form)}\n${form.of(text)}\n`);
}
