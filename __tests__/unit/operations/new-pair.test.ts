import { expect, test } from '@jest/globals';
import { retentionOf } from '../../../src/operations/new-pair.ts';
import { previewOfCleanup } from '../../../src/operations/preview-new-pair.ts';
import type { Lifetime } from '../../../src/ownership.ts';

const deletion = [{ text: 'delete the key pair when the job ends' }];

test.each<[Lifetime, object]>([
  ['job', { retention: 'job', preview: deletion }],
  ['run', { retention: 'beyond', preview: [] }],
  ['persistent', { retention: 'beyond', preview: [] }],
])(
  'A key pair with lifetime %s is left to the post step, or not, as a dry run says.',
  (lifetime, expected) => {
    expect({ retention: retentionOf(lifetime), preview: previewOfCleanup(lifetime) }).toEqual(expected);
  },
);
