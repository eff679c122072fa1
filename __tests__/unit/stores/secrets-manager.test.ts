import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, test } from '@jest/globals';
import { explain } from '../../../src/aws/explain.ts';
import { secretsManager } from '../../../src/stores/secrets-manager.ts';
import { awsError } from '../../lib/aws-errors.ts';

const client = new SecretsManagerClient({
  region: 'eu-west-1',
  credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
});
const service = secretsManager({ client: () => client as never });
const attempt = {
  ...{ service: 'Secrets Manager', action: 'secretsmanager:DeleteSecret', region: 'eu-west-1' },
  doing: 'delete secrets-manager:deploy',
};

test.each([
  [
    "You can't create this secret because a secret with this name is already scheduled for deletion.",
    'STORE_PENDING_DELETION',
    /restore-secret --secret-id deploy --region eu-west-1/,
  ],
  [
    "You can't perform this operation on the secret because it was marked for deletion.",
    'STORE_PENDING_DELETION',
    /delete-secret/,
  ],
  [
    "You can't delete secret deploy that still has replica regions [us-east-1]",
    'REFUSED',
    /^Secrets Manager/,
  ],
  [
    "Operation not permitted on a replica secret. Call must be made in primary secret's region.",
    'REFUSED',
    /^Secrets Manager/,
  ],
])('InvalidRequestException with "%s" has the code %s.', (message, code, hint) => {
  const error = awsError('InvalidRequestException', { status: 400, message });
  const explained = explain(error, attempt, service.knownErrors('deploy', 'eu-west-1'));
  expect(explained).toMatchObject({ code, hint: expect.stringMatching(hint) });
});
