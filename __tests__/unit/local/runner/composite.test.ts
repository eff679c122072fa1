import { describe, expect, test } from '@jest/globals';
import { runJob } from '../../../../local/runner/job.ts';
import { compositeOf, jobOf, tinyAction } from './tiny-action.ts';

const print = (text: string) => `console.log(${text});`;

/** Prints what tells its phases, and those of other steps, apart. */
function noisy(name: string): string {
  const env = 'process.env';
  return tinyAction(
    {
      main: `fs.appendFileSync(${env}.GITHUB_STATE, 'from=${name} ' + ${env}.INPUT_A + '\\n'); ${print(`'main of ${name}'`)}`,
      post: print(`'post of', ${env}.STATE_from, ${env}.INPUT_A, ${env}.GITHUB_ACTION`),
    },
    'inputs: { a: {} }',
  );
}

describe('The steps of a composite action', () => {
  test('run in order, share the GITHUB_ACTION of the step that uses it, and have their own action_path.', async () => {
    const folder = compositeOf([
      '{ run: echo $GITHUB_ACTION $GITHUB_ACTION_PATH, shell: sh }',
      '{ id: inner, run: echo $GITHUB_ACTION, shell: sh }',
    ]);
    const run = await runJob(
      jobOf([{ id: 'both', uses: './several' }, { run: 'echo $GITHUB_ACTION$GITHUB_ACTION_PATH' }], {
        './several': folder,
      }),
    );
    expect(run.raw).toBe(`both ${folder}\nboth\n__run\n`);
  });

  test('see its inputs and its own steps, and those of the job only through it.', async () => {
    const folder = compositeOf(
      [
        "{ id: one, run: 'echo x=${{ inputs.word }} >> $GITHUB_OUTPUT', shell: sh }",
        '{ run: "echo ${{ steps.one.outputs.x }}.${{ steps.before.outputs.y }}.", shell: sh }',
      ],
      'inputs: { word: { default: none } }\noutputs: { x: { value: "${{ steps.one.outputs.x }}!" } }',
    );
    const run = await runJob(
      jobOf(
        [
          { id: 'before', run: 'echo y=z >> $GITHUB_OUTPUT' },
          { id: 'several', uses: './several', with: { word: 'w' } },
          { run: 'echo ${{ steps.several.outputs.x }}.${{ steps.one.outputs.x }}.' },
        ],
        { './several': folder },
      ),
    );
    expect(run.raw).toBe('w..\nw!..\n');
  });

  test('get the variables of the step that uses it, and add variables for all later steps.', async () => {
    const folder = compositeOf([
      '{ run: echo B=b >> $GITHUB_ENV, shell: sh }',
      '{ run: echo $A$B, shell: sh }',
    ]);
    const steps = [{ uses: './several', env: { A: 'a' } }, { run: 'echo $A$B' }];
    expect((await runJob(jobOf(steps, { './several': folder }))).raw).toBe('ab\nb\n');
  });

  test('do not run after one that failed, unless they want to, and the step that uses it fails.', async () => {
    const folder = compositeOf([
      '{ run: exit 3, shell: sh }',
      '{ run: echo no, shell: sh }',
      '{ run: echo yes, shell: sh, if: failure() }',
    ]);
    const run = await runJob(jobOf([{ uses: './several' }, { run: 'echo no' }], { './several': folder }));
    expect(run.raw).toBe('yes\n');
    expect(run.conclusion).toBe('failure');
    expect(run.steps.map(({ outcome }) => outcome)).toEqual([
      'failure',
      'failure',
      'skipped',
      'success',
      'skipped',
    ]);
  });

  test('run after a step of the job has failed if the action itself does.', async () => {
    const folder = compositeOf(['{ run: echo yes, shell: sh }']);
    const steps = [{ run: 'exit 1' }, { uses: './several', if: 'always()' }];
    expect((await runJob(jobOf(steps, { './several': folder }))).raw).toBe('yes\n');
  });
});

describe('The post steps of a composite action', () => {
  test('run last first when its turn comes, each with the state and inputs of its own main.', async () => {
    const actions = {
      './a': noisy('a'),
      './b': noisy('b'),
      './several': compositeOf([
        '{ uses: ./a, with: { a: 1 } }',
        '{ uses: ./b, with: { a: 2 } }',
        '{ uses: ./a, with: { a: 3 } }',
      ]),
    };
    const run = await runJob(
      jobOf([{ uses: './a', with: { a: 0 } }, { id: 'x', uses: './several' }, { uses: './b' }], actions),
    );
    expect(run.raw.split('\n').slice(-6, -1)).toEqual([
      'post of b   __self_2',
      'post of a 3 3 x',
      'post of b 2 2 x',
      'post of a 1 1 x',
      'post of a 0 0 __self',
    ]);
  });

  test('run only for steps that began.', async () => {
    const actions = {
      './a': noisy('a'),
      './b': noisy('b'),
      './several': compositeOf(['{ uses: ./a }', '{ run: exit 1, shell: sh }', '{ uses: ./b }']),
    };
    const run = await runJob(jobOf([{ id: 'x', uses: './several' }], actions));
    expect(run.raw).toBe('main of a\npost of a   x\n');
  });

  test('are none if no step of it has one.', async () => {
    const folder = compositeOf(['{ run: "true", shell: sh }']);
    const run = await runJob(jobOf([{ uses: './several' }], { './several': folder }));
    expect(run.steps.map(({ phase }) => phase)).toEqual(['main', 'main']);
  });

  test('run within a composite action of a composite action.', async () => {
    const actions = {
      './a': noisy('a'),
      './inner': compositeOf(
        ['{ uses: ./a, with: { a: "${{ inputs.word }}" } }'],
        'inputs: { word: { default: none } }',
      ),
      './outer': compositeOf(['{ uses: ./inner, with: { word: w } }', '{ uses: ./inner }']),
    };
    const run = await runJob(jobOf([{ id: 'x', uses: './outer' }], actions));
    expect(run.raw).toBe('main of a\nmain of a\npost of a none none x\npost of a w w x\n');
  });
});
