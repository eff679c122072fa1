import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  TagResourceCommand,
} from '@aws-sdk/client-secrets-manager';
import { endpointOf } from '../aws/endpoint.ts';
import { required, rethrowRedacted } from '../aws/responses.ts';
import type { AwsSession } from '../aws/session.ts';
import { shellWord } from '../ledger/shell-word.ts';
import { deleteCommand } from './delete-command.ts';
import type { StoreService } from './store.ts';

/** AWS Secrets Manager: one secret, whose current version is the private key. */
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
      replace: 'secretsmanager:PutSecretValue',
      tag: 'secretsmanager:TagResource',
      kmsKeyId: 'secretsmanager:DescribeSecret',
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

    /** Encrypted with the key that the secret has. */
    async replace(SecretId, { text }, ClientRequestToken, options) {
      const command = new PutSecretValueCommand({ SecretId, SecretString: text, ClientRequestToken });
      return (await client.send(command, options).catch(rethrowRedacted)).VersionId;
    },

    async tag(SecretId, tags, options) {
      const Tags = tags.map(({ key, value }) => ({ Key: key, Value: value }));
      await client.send(new TagResourceCommand({ SecretId, Tags }), options);
    },

    async kmsKeyId(SecretId, options) {
      return (await client.send(new DescribeSecretCommand({ SecretId }), options)).KmsKeyId;
    },

    knownErrors: (name, region) => ({
      InvalidRequestException: {
        code: 'STORE_PENDING_DELETION',
        ifSaid: /(?:marked|scheduled) (?:for deletion|deleted)/i,
        hint: [
          'A secret that is scheduled for deletion keeps its name. To restore it, or to delete it at once:',
          `aws secretsmanager restore-secret --secret-id ${shellWord(name)} --region ${shellWord(region)}`,
          deleteCommand({ service: 'secrets-manager', name }, region),
        ].join('\n'),
      },
    }),
  };
}
