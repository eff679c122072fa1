import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { endpointOf } from '../aws/endpoint.ts';
import { required, rethrowRedacted } from '../aws/responses.ts';
import type { AwsSession } from '../aws/session.ts';
import { shellWord } from '../ledger/shell-word.ts';
import { deleteCommand } from './delete-command.ts';
import type { StoreService } from './store.ts';

/** AWS Secrets Manager: one secret with one version. */
export function secretsManager(session: Pick<AwsSession, 'client'>): StoreService {
  const client = session.client(SecretsManagerClient);
  return {
    title: 'Secrets Manager',
    maxValue: 65_536,
    hasOpenKey: false,
    actions: {
      look: 'secretsmanager:DescribeSecret',
      put: 'secretsmanager:CreateSecret and secretsmanager:TagResource',
      read: 'secretsmanager:GetSecretValue',
      delete: 'secretsmanager:DeleteSecret',
    },
    notFound: ['ResourceNotFoundException'],
    taken: ['ResourceExistsException'],
    endpoint: () => endpointOf(client, GetSecretValueCommand),

    async look(name, options) {
      const secret = await client.send(new DescribeSecretCommand({ SecretId: name }), options);
      required(secret.ARN);
      return {
        tags: new Map((secret.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
        isPendingDeletion: secret.DeletedDate !== undefined,
      };
    },

    async put(Name, { text, tags, kmsKeyId }, ClientRequestToken, options) {
      const command = new CreateSecretCommand({
        ...{ Name, SecretString: text, KmsKeyId: kmsKeyId, ClientRequestToken },
        Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })),
      });
      return (await client.send(command, options).catch(rethrowRedacted)).VersionId;
    },

    async read(SecretId, VersionId, options) {
      const command = new GetSecretValueCommand({ SecretId, VersionId });
      return (await client.send(command, options).catch(rethrowRedacted)).SecretString;
    },

    /** At once: the name of a secret in its recovery window is taken, and its key pair is gone. */
    async delete(SecretId, options) {
      const command = new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true });
      required((await client.send(command, options)).ARN);
    },

    knownErrors: (name, region) => ({
      InvalidRequestException: {
        code: 'STORE_PENDING_DELETION',
        hint: [
          'A secret that is scheduled for deletion keeps its name. To restore it, or to delete it at once:',
          `aws secretsmanager restore-secret --secret-id ${shellWord(name)} --region ${shellWord(region)}`,
          deleteCommand({ service: 'secrets-manager', name }, region),
        ].join('\n'),
      },
    }),
  };
}
