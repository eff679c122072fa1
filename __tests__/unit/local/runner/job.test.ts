import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runJob } from '../../../../local/runner/job.ts';
import { jobOf, tinyAction } from './tiny-action.ts';

const OUTPUT = "const output = (text) => fs.appendFileSync(process.env.GITHUB_OUTPUT, text + '\\n');";

describe('An action gets', () => {
  test('the inputs that are set, even if empty, defaults for the others, and names in upper case.', async () => {
    const folder = tinyAction(
      { main: '' },
      ['inputs:', '  key-name: {}', '  key type: { default: rsa }', '  dry-run: { default: false }'].join(
        '\n',
      ),
    );
    const job = jobOf([{ uses: './', with: { 'Key-Name': 'deploy', 'dry-run': '' } }], { './': folder });
    const { env } = (await runJob(job)).steps[0] ?? { env: {} };
    expect(Object.entries(env).filter(([name]) => name.startsWith('INPUT_'))).toEqual([
      ['INPUT_KEY-NAME', 'deploy'],
      ['INPUT_DRY-RUN', ''],
      ['INPUT_KEY_TYPE', 'rsa'],
    ]);
  });

  test('an environment that contains only PATH from the host.', async () => {
    const folder = tinyAction({ main: `${OUTPUT} output('names=' + Object.keys(process.env).join(' '));` });
    process.env['AWS_PROFILE'] = 'mine';
    const run = await runJob(jobOf([{ uses: './' }], { './': folder }));
    delete process.env['AWS_PROFILE'];
    const names = (run.steps[0]?.outputs['names'] ?? '').split(' ');
    expect(names).not.toContain('AWS_PROFILE');
    expect(names).not.toContain('NODE_OPTIONS');
    expect(names).toEqual(
      expect.arrayContaining(['PATH', 'GITHUB_RUN_ID', 'RUNNER_TEMP', 'ACTIONS_RUNTIME_TOKEN']),
    );
    expect(run.steps[0]?.env).toMatchObject({ GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_ACTION: '__self' });
  });

  test('pipes for its output, which hold 64 KiB that the runner has not read yet.', async () => {
    const folder = tinyAction({
      main: 'const { isFIFO } = fs; process.stdout.write([1, 2].map((fd) => fs.fstatSync(fd).isFIFO()).join());',
    });
    expect((await runJob(jobOf([{ uses: './' }], { './': folder }))).raw).toBe('true,true');
  });

  test.each(['node20', 'docker'])('nothing, if its action.yml says using: %s.', async (using) => {
    const folder = tinyAction({ main: '' });
    writeFileSync(join(folder, 'action.yml'), `runs: { using: ${using}, main: main.cjs, post: main.cjs }`);
    const run = await runJob(jobOf([{ uses: './' }], { './': folder }));
    expect(run.conclusion).toBe('failure');
    expect(run.steps).toHaveLength(1);
    expect(run.annotations[0]?.message).toMatch(`'using: ${using}' is not supported`);
  });
});

test('Before an action runs, the log shows its non-empty inputs and its variables, masked.', async () => {
  const folder = tinyAction({ main: '' }, 'inputs: { a: {}, token: {}, empty: {} }');
  const step = { uses: 'o/a@v1', with: { a: 1, token: '${{ secrets.T }}' }, env: { X: 'pre-s3cret' } };
  const job = jobOf([step], { 'o/a@v1': folder }, { secrets: { T: 's3cret' }, env: { Y: 'y' } });
  expect((await runJob(job)).steps[0]?.log).toEqual([
    '##[group]Run o/a@v1',
    'with:',
    '  a: 1',
    '  token: ***',
    'env:',
    '  Y: y',
    '  X: pre-***',
    '##[endgroup]',
  ]);
});

test('Masks apply to all later steps, and the raw output is not masked.', async () => {
  const run = await runJob(
    jobOf([
      { run: 'echo "::add-mask::s3cret"; echo s3cret' },
      { run: 'printf "%s\\r::notice::%s\\n" x s3cret' },
    ]),
  );
  expect(run.masks).toEqual(['s3cret']);
  expect(run.steps[1]?.raw.map(({ text }) => text).join('')).toBe('x\r::notice::s3cret\n');
  // A lone CR ends a line, so what follows it is a command.
  expect(run.annotations).toEqual([{ level: 'notice', message: '***', properties: {} }]);
  expect(run.log).not.toContain("echo 's3cret'");
});

test('A secret on stderr is printed before an earlier mask on stdout takes effect.', async () => {
  const folder = tinyAction({
    main: "fs.writeSync(1, 'out\\n::add-mask::s3cret\\ns3cret\\n'); fs.writeSync(2, 'err s3cret\\n');",
  });
  const job = jobOf([{ uses: './' }], { './': folder });
  const run = await runJob({ ...job, times: { ...job.times, batch: 200 } });
  expect(run.steps[0]?.log.slice(-3)).toEqual(['err s3cret', 'out', '***']);
});

describe('Outputs', () => {
  test('of a step are unmasked within the job, and dropped between jobs if they contain a masked value.', async () => {
    const folder = tinyAction({
      main: `${OUTPUT} console.log('::add-mask::s3cret'); output('private-key=a s3cret b'); output('key-name=deploy'); output('none=');`,
    });
    const run = await runJob(
      jobOf(
        [{ id: 'key', uses: './' }, { run: 'test "${{ steps.key.outputs.private-key }}" = "a s3cret b"' }],
        { './': folder },
        {
          outputs: {
            key: '${{ steps.key.outputs.private-key }}',
            name: '${{ steps.key.outputs.key-name }}',
            none: '${{ steps.key.outputs.none }}',
          },
        },
      ),
    );
    expect(run.conclusion).toBe('success');
    expect(run.outputs).toEqual({ name: 'deploy' });
    expect(run.annotations).toEqual([
      { level: 'warning', message: "Skip output 'key' since it may contain secret.", properties: {} },
    ]);
  });

  test('of another job are available through needs.', async () => {
    const needs = { create: { result: 'success', outputs: { name: 'deploy' } } };
    const run = await runJob(jobOf([{ run: 'echo "<${{ needs.create.outputs.name }}>"' }], {}, { needs }));
    expect(run.raw).toBe('<deploy>\n');
  });
});

describe('The post step', () => {
  const noisy = (name: string, exitCode = 0) =>
    tinyAction({
      main: `fs.appendFileSync(process.env.GITHUB_STATE, 'from=${name}\\n'); process.exitCode = ${exitCode};`,
      post: "console.log('post of', process.env.STATE_from);",
    });

  test('runs in reverse order, with the state of its main step, even if a main step failed.', async () => {
    const actions = { './a': noisy('a'), './b': noisy('b', 1), './c': noisy('c') };
    const run = await runJob(jobOf([{ uses: './a' }, { uses: './b' }, { uses: './c' }], actions));
    expect(run.steps.map(({ name, outcome, exitCode }) => [name, outcome, exitCode])).toEqual([
      ['Run ./a', 'success', 0],
      ['Run ./b', 'failure', 1],
      ['Run ./c', 'skipped', undefined],
      ['Post Run ./b', 'success', 0],
      ['Post Run ./a', 'success', 0],
    ]);
    expect(run.raw).toBe('post of b\npost of a\n');
    expect(run.conclusion).toBe('failure');
  });

  test('has its inputs evaluated again.', async () => {
    const folder = tinyAction(
      { main: '', post: "console.log(process.env.INPUT_A + '.');" },
      'inputs: { a: {} }',
    );
    const steps = [
      { uses: './', with: { a: '${{ steps.later.outcome }}' } },
      { id: 'later', run: 'true' },
    ];
    expect((await runJob(jobOf(steps, { './': folder }))).raw).toBe('success.\n');
  });

  test('of an action with post-if: success() does not run after a failure.', async () => {
    const folder = tinyAction({ main: '', post: '' }, '  post-if: success()');
    const run = await runJob(jobOf([{ uses: './' }, { run: 'exit 3' }], { './': folder }));
    expect(run.steps.map(({ phase, outcome }) => `${phase} ${outcome}`)).toEqual([
      'main success',
      'main failure',
      'post skipped',
    ]);
  });

  test('shares its state with the pre step, which runs before all steps, but not for a local action.', async () => {
    const folder = tinyAction({
      pre: "fs.appendFileSync(process.env.GITHUB_STATE, 'x=pre\\n'); console.log('pre');",
      main: 'console.log(process.env.STATE_x);',
      post: 'console.log(process.env.STATE_x);',
    });
    const actions = { './': folder, 'o/a@v1': folder };
    const run = await runJob(jobOf([{ uses: './' }, { uses: 'o/a@v1' }], actions));
    expect(run.raw).toBe('pre\nundefined\npre\nundefined\npre\n');
    expect(run.annotations[0]?.message).toMatch('`pre` execution is not supported for local action');
  });
});

test('continue-on-error turns a failure into a success, and the outcome is still a failure.', async () => {
  const run = await runJob(
    jobOf([
      { id: 'x', run: 'exit 4', 'continue-on-error': true },
      { run: 'echo ${{ steps.x.outcome }} ${{ steps.x.conclusion }}' },
    ]),
  );
  expect(run.raw).toBe('failure success\n');
  expect(run.conclusion).toBe('success');
});

test('A step can add variables and programs for the next one.', async () => {
  const job = jobOf([
    { run: 'echo A=b >> "$GITHUB_ENV"; echo "$PWD" >> "$GITHUB_PATH"' },
    { run: 'say-it "$A ${{ env.A }}"' },
  ]);
  const workspace = join(job.root, '_work', 'example', 'example');
  const steps = [{ run: `printf '#!/bin/sh\\necho said "$1"\\n' > say-it; chmod +x say-it` }, ...job.steps];
  const run = await runJob({ ...job, steps });
  expect(run.raw).toBe('said b b\n');
  expect(run.files.workspace).toEqual([
    { path: 'say-it', type: 'file', mode: 0o755, size: expect.any(Number) },
  ]);
  expect(existsSync(workspace)).toBe(true);
});

test('bash fails for an error within a pipe only if shell: bash is set.', async () => {
  const script = 'false | true; echo continued';
  const run = await runJob(jobOf([{ run: script }, { run: script, shell: 'bash' }]));
  expect(run.steps.map(({ exitCode }) => exitCode)).toEqual([0, 1]);
});

test('With step debugging, RUNNER_DEBUG is set, and the log shows state and outputs, masked.', async () => {
  const folder = tinyAction({
    main: `${OUTPUT} console.log('::add-mask::s3cret'); output('a=s3cret'); console.log('::debug::' + process.env.RUNNER_DEBUG);
      fs.appendFileSync(process.env.GITHUB_STATE, 'b=c\\n');`,
  });
  const run = await runJob(jobOf([{ uses: './' }], { './': folder }, { debug: true }));
  expect(run.steps[0]?.log).toEqual(
    expect.arrayContaining([
      '::add-mask::***',
      '##[debug]1',
      '##[debug]Set output a = ***',
      '##[debug]Save intra-action state b = c',
    ]),
  );
});

test('The temporary folder is listed and emptied at the end of the job, unless keepTemp is set.', async () => {
  const steps = [{ run: 'umask 077; echo x > "$RUNNER_TEMP/k.pem"; ln -s k.pem "$RUNNER_TEMP/l"' }];
  const wiped = await runJob(jobOf(steps));
  expect(wiped.files.temp).toEqual(
    expect.arrayContaining([
      { path: 'k.pem', type: 'file', mode: 0o600, size: 2 },
      { path: 'l', type: 'link', mode: expect.any(Number), size: 5 },
    ]),
  );
  expect(existsSync(join(wiped.folders.temp, 'k.pem'))).toBe(false);
  const kept = await runJob(jobOf(steps, {}, { keepTemp: true }));
  expect(existsSync(join(kept.folders.temp, 'k.pem'))).toBe(true);
});

test('If a program cannot be started, its step fails and the job continues.', async () => {
  const folder = tinyAction({ main: '', post: '' });
  const job = jobOf([{ uses: './' }], { './': folder });
  const node = join(job.root, 'node');
  writeFileSync(node, '');
  chmodSync(node, 0o600);
  const run = await runJob({ ...job, node });
  expect(run.steps.map(({ outcome }) => outcome)).toEqual(['failure', 'failure']);
  expect(run.annotations[0]?.message).toMatch(/EACCES/);
});
