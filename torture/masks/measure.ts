import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RecordedKeys, startLocalAws } from '../../local/aws/server.ts';
import { type JobRun, type StepRun, startJob } from '../../local/runner/job.ts';
import { SecretMasker } from '../../local/runner/masker.ts';
import { leakLength } from '../../test-support/secret-pieces.ts';
import { GeneratedKeys } from '../generated-keys.ts';
import { type Form, headingOf, maskedForms, readableForms, wrappedForms } from './forms.ts';
import { type Readable, readableIn } from './readable.ts';
import { SecretText } from './secret-text.ts';

/** Which key is created, and the format of its file. */
export interface KeyOptions {
  readonly type: 'rsa' | 'ed25519';
  readonly format: 'pem' | 'ppk';
  /** Other inputs of the step. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Shell commands that change the file `copy` of the private key file, which is then printed. */
  readonly changes?: string;
}

/** What the log of a later step shows of a key. */
export interface Measurement {
  /** How much of the secret can be read, by form. */
  readonly forms: ReadonlyMap<string, Readable>;
  /** Public outputs that are masked in the log or were not passed to other jobs. */
  readonly publicTextsMissing: readonly string[];
}

const printForms = fileURLToPath(new URL('./print-forms.ts', import.meta.url));
const publicOutputs = ['key-name', 'key-pair-id', 'key-fingerprint', 'key-type', 'public-key', 'aws-region'];
const publicHeading = '== public';

/** The forms in which a file is printed. A PuTTY file has no body to rewrap. */
export function formsOf({ format }: KeyOptions): { masked: readonly Form[]; readable: readonly Form[] } {
  return format === 'ppk'
    ? { masked: maskedForms, readable: [] }
    : { masked: [...maskedForms, ...wrappedForms], readable: readableForms };
}

/** Whether the secret can be read in a form that is said to be masked. */
export function isLeak(form: Form, readable: Readable | undefined): boolean {
  return (readable?.longestRun ?? Infinity) >= (form.leakLength ?? leakLength);
}

/** Runs one job: the action creates a key pair with a new key, and a step prints its file in every form. */
export async function measure(options: KeyOptions, actionFolder: string, root: string): Promise<Measurement> {
  const keys = new RecordedKeys();
  const generatedKeys = new GeneratedKeys(`${root}-generated-keys`);
  const aws = await startLocalAws({ keys });
  try {
    const isGenerated = options.inputs?.['generate-on'] === 'runner';
    const environment = {
      ...aws.environment('eu-west-1'),
      ...(isGenerated ? generatedKeys.environment() : {}),
    };
    const run = await printingJob(options, { actionFolder, root, environment });
    const [key] = [...keys.taken, ...generatedKeys.read()];
    if (run.conclusion !== 'success' || key === undefined) throw new Error(`The job failed:\n${run.log}`);
    const text = await readFile(path.join(run.folders.workspace, 'copy'), 'utf8');
    return measurementOf(run, new SecretText(text, key), options);
  } finally {
    await aws.close();
  }
}

interface Place {
  readonly actionFolder: string;
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
}

function printingJob(options: KeyOptions, { actionFolder, root, environment }: Place): Promise<JobRun> {
  const { masked, readable } = formsOf(options);
  const commands = [...masked, ...readable].flatMap((form) =>
    form.command === undefined ? [] : [`echo '${headingOf(form)}'`, form.command, 'echo'],
  );
  const named = publicOutputs.map((name) => [name, `\${{ steps.key.outputs.${name} }}`] as const);
  return startJob({
    steps: [
      {
        id: 'key',
        name: 'key pair',
        uses: './',
        with: {
          'key-type': options.type,
          'key-format': options.format,
          'output-private-key': true,
          ...options.inputs,
        },
      },
      {
        name: 'print',
        env: { KEY: '${{ steps.key.outputs.private-key-path }}' },
        run: [
          'cp "$KEY" copy',
          ...(options.changes === undefined ? [] : ['KEY=copy', 'chmod u+w copy', options.changes]),
          ...commands,
          `'${process.execPath}' '${printForms}' "$KEY"`,
          `echo '${publicHeading}'`,
          ...named.map(([, value]) => `echo '${value}'`),
        ].join('\n'),
      },
    ],
    actions: { './': actionFolder },
    node: process.execPath,
    root,
    host: {
      PATH: process.env['PATH'] ?? '',
      // Jobs next to each other share compiled code.
      NODE_COMPILE_CACHE: path.join(path.dirname(root), 'compile-cache'),
      ...environment,
    },
    outputs: Object.fromEntries(named),
  }).finished;
}

function measurementOf(run: JobRun, secret: SecretText, options: KeyOptions): Measurement {
  const printing = run.steps.find(({ name }) => name === 'print');
  const [key] = run.steps;
  if (printing === undefined || key === undefined) throw new Error('Nothing was printed');
  const { masked, readable } = formsOf(options);
  const masker = maskerOf(key);
  const clear = sectionsOf(rawOf(printing));
  const shown = sectionsOf(printing.log.join('\n'));
  const forms = [...masked, ...readable].map((form) => {
    const heading = headingOf(form);
    const printed = form.of(secret.text);
    const secretAt = secret.secretAt((text) => form.of(text));
    if (squeezed(clear.get(heading)) !== squeezed(printed)) throw new Error(`${heading} was not printed`);
    if (squeezed(shown.get(heading)) !== squeezed(masker.mask(printed)))
      throw new Error(`${heading} was not masked by what the action registered`);
    if (readableIn(printed, secretAt, []).longestRun < leakLength)
      throw new Error(`${heading} shows nothing of the secret`);
    return [form.name, readableIn(printed, secretAt, masker.hits(printed))] as const;
  });
  const texts = publicOutputs.map((name) => [name, key.outputs[name] ?? ''] as const);
  const missing = texts.filter(
    ([name, text]) =>
      text === '' || run.outputs[name] !== text || !shown.get(publicHeading)?.split('\n').includes(text),
  );
  return { forms: new Map(forms), publicTextsMissing: missing.map(([name]) => name) };
}

/** Masks what a step registered. What it printed to standard error may be in the middle of a line. */
export function maskerOf({ raw }: StepRun): SecretMasker {
  const masker = new SecretMasker();
  const printed = rawOf({ raw: raw.filter(({ stream }) => stream === 'stdout') });
  for (const [, value = ''] of printed.matchAll(/^::add-mask::(.*)$/gm))
    masker.add(value.replaceAll('%25', '%'));
  return masker;
}

export function rawOf({ raw }: Pick<StepRun, 'raw'>): string {
  return raw.map(({ text }) => text).join('');
}

/** The text below each heading. The step's own script at the start of the log has none. */
export function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^(== .+)$/m).slice(1);
  return new Map(parts.flatMap((part, at) => (at % 2 === 0 ? [[part, parts[at + 1] ?? '']] : [])));
}

export function squeezed(text: string | undefined): string {
  return (text ?? '').replace(/\s/g, '');
}
