import type { JobRun } from '../../local/runner/job.ts';
import { factsIn, stateName } from '../../test-support/claims.ts';
import { requestsOfAction, type Scenario } from './scenario.ts';

/**
 * A job as a reviewer can read it: requests to EC2, what each step of the action set and printed, and files.
 * Placeholders replace what differs between runs.
 */
export function storyOf(run: JobRun, { aws, aside }: Pick<Scenario, 'aws' | 'aside'>): string {
  const requests = requestsOfAction(aws).map(
    ({ operation, region, outcome, dryRun }) =>
      `${operation}${dryRun ? ' (dry run)' : ''} in ${region}: ${outcome.kind}${'status' in outcome ? ` ${outcome.status}` : ''}`,
  );
  const steps = run.steps.flatMap((step) => [
    '',
    `--- ${step.name} (${step.phase}): ${step.outcome}`,
    ...section('state', step.phase === 'post' ? stateLines(step.state[stateName] ?? '') : []),
    ...section('outputs', listed(step.outputs)),
    ...section(
      'log',
      step.log.flatMap((text) => text.split('\n')),
    ),
    ...section('summary', step.summary === '' ? [] : step.summary.split('\n')),
  ]);
  const files = [...run.files.workspace, ...run.files.temp]
    .filter(({ type, path }) => type !== 'folder' && !path.startsWith('_'))
    .map(({ path, mode, type }) => `${type} ${mode.toString(8)} ${path}`);
  const story = [
    `job: ${run.conclusion}`,
    // How often the same is asked again depends on the machine.
    ...section(
      'requests',
      requests.filter((line, index) => line !== requests[index - 1]),
    ),
    ...steps,
    '',
    ...section('files', files),
  ];
  return placeholders(story.join('\n'), run).replaceAll(aside, '<aside>');
}

function listed(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}

/** The facts in a state, grouped by kind: a story does not depend on the order of destinations. */
function stateLines(state: string): string[] {
  const kindsOf = (label: string) => label.split(' ')[1] ?? '';
  return factsIn(state)
    .toSorted((a, b) => kindsOf(a.label).localeCompare(kindsOf(b.label)))
    .map(({ label, value }) => `${label}=${value}`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`.trimEnd())];
}

/** Longer forms first: an ID within a path is part of the path. */
function placeholders(text: string, { folders }: JobRun): string {
  return text
    .replaceAll(folders.workspace, '<workspace>')
    .replaceAll(folders.temp, '<temp>')
    .replace(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/g, '<private key>')
    .replace(/\b(ssh-rsa|ssh-ed25519) AAAA[\w+/=]+/g, '$1 <public key>')
    .replace(/(Encoded authorization failure message: )[\w-]+/g, '$1<text>')
    .replace(/SHA256:[\w+/]{43}/g, 'SHA256:<hash>')
    .replace(/\b(?:[0-9a-f]{2}:){15,19}[0-9a-f]{2}\b/g, '<fingerprint>')
    .replace(/(?<![\w+/])[\w+/]{43}=(?![\w+/=])/g, '<fingerprint>')
    .replace(/(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/g, '<guid>')
    .replace(/\bkey-[0-9a-f]{17}\b/g, '<id>')
    .replace(/-[0-9a-f]{8}(?=-[0-9a-f]{8}\.|\b)/g, '-<random>')
    .replace(/-[0-9a-f]{8}(?=\.(?:pem|ppk|json))/g, '-<random>')
    .replace(/\b[0-9a-f]{32}\b/g, '<nonce>')
    .replace(/("credentials":")[0-9a-f]{16}","account":"[0-9a-f]{16}/g, '$1<hash>')
    .replace(/("endpoint":")127\.0\.0\.1:\d+/g, '$1<endpoint>')
    .replace(/("keyHash":")[0-9a-f]{64}/g, '$1<hash>')
    .replace(/\.ec2-key-pair-[0-9a-f]{16}/g, '.ec2-key-pair-<random>')
    .replace(/("identity":")\d+:\d+:\d+/g, '$1<file>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z/g, '<time>')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, '<date>');
}
