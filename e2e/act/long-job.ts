import assert from 'node:assert/strict';
import { SecretPieces } from '../../test-support/secret-pieces.ts';
import { eventOf } from '../lib/act-run.ts';
import {
  assertGreen,
  executed,
  filesWithKeys,
  pairNames,
  repositoryName,
  type TestBed,
  warningsIn,
} from './test-bed.ts';

const region = 'eu-west-1';
/** What act passes on to steps: it has no service for OIDC tokens itself. */
const bearer = 'token-of-the-job';

/** Checks the workflow of docs/recipes/long-jobs.md with sessions that have expired when the job ends. */
export async function checkLongJob(testBed: TestBed): Promise<void> {
  const { site, aws, keys, idTokens, repository, session } = testBed;
  await site.check(
    'the long job of the recipe assumes its role again when all sessions have expired, and leaves nothing',
    async () => {
      const before = pairNames(testBed);
      const seen = aws.requests.length;
      idTokens.allow(bearer, { sub: `repo:${repositoryName}:ref:refs/heads/main` });
      let atExpiry: string[] = [];
      const stopWatching = aws.onExecuted(({ operation, userAgent }) => {
        if (operation !== 'DescribeKeyPairs' || userAgent.includes('ec2-key-pair-action')) return;
        atExpiry = pairNames(testBed);
        aws.expireSessions();
      });
      const run = await repository
        .run('long-job.yml', {
          id: '1020',
          env: {
            ACTIONS_ID_TOKEN_REQUEST_URL: idTokens.url,
            ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
            AWS_ENDPOINT_URL: aws.url,
          },
          signedIn: aws.environment(region, session),
        })
        .finally(stopWatching);
      assertGreen(run);
      assert.deepEqual(warningsIn(run), []);
      const { keyName } = eventOf(run, 'launched');
      assert.deepEqual(atExpiry, [...before, keyName]);
      assert.deepEqual(pairNames(testBed), before);
      const sessions = executed(aws, 'AssumeRoleWithWebIdentity', seen).map(
        ({ params }) => params['RoleSessionName'],
      );
      assert.deepEqual(sessions, ['widgets.1020-1.test', 'widgets.1020-1.test']);
      assert.equal(new Set(idTokens.issued).size, 2);
      for (const token of idTokens.issued) assert.ok(!run.printed.includes(token), 'A token was printed');
      assert.equal(SecretPieces.ofKeys(keys).countIn(run.printed), 0, 'A piece of a private key was printed');
      assert.deepEqual(run.leftRunning, []);
      assert.deepEqual(await filesWithKeys(testBed), []);
    },
  );
}
