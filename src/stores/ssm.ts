import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { endpointOf } from '../aws/endpoint.ts';
import { required, rethrowRedacted } from '../aws/responses.ts';
import type { AwsSession } from '../aws/session.ts';
import type { StoreService } from './store.ts';

/** Parameter Store of AWS Systems Manager: one SecureString of the standard tier. */
export function parameterStore(session: Pick<AwsSession, 'client'>): StoreService {
  const client = session.client(SSMClient);
  return {
    title: 'Parameter Store',
    maxValue: 4096,
    hasOpenKey: true,
    actions: {
      look: 'ssm:ListTagsForResource',
      put: 'ssm:PutParameter and ssm:AddTagsToResource',
      read: 'ssm:GetParameter',
      delete: 'ssm:DeleteParameter',
      replace: 'ssm:PutParameter',
      tag: 'ssm:AddTagsToResource',
      kmsKeyId: 'ssm:GetParameterHistory',
    },
    notFound: ['ParameterNotFound', 'ParameterVersionNotFound', 'InvalidResourceId'],
    taken: ['ParameterAlreadyExists'],
    endpoint: () => endpointOf(client, GetParameterCommand),

    async look(name, options) {
      const command = new ListTagsForResourceCommand({ ResourceType: 'Parameter', ResourceId: name });
      const tags = required((await client.send(command, options)).TagList);
      return {
        tags: new Map(tags.map(({ Key = '', Value = '' }) => [Key, Value])),
        isPendingDeletion: false,
      };
    },

    /** Without `Overwrite`: only a new parameter takes tags, and no other one is replaced. */
    async put(Name, { text, tags, kmsKeyId }, _token, options) {
      const command = new PutParameterCommand({
        ...{ Name, Value: text, Type: 'SecureString', Tier: 'Standard', KeyId: kmsKeyId },
        Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })),
      });
      return (await client.send(command, options).catch(rethrowRedacted)).Version?.toString();
    },

    async read(name, version, options) {
      const Name = version === undefined ? name : `${name}:${version}`;
      const command = new GetParameterCommand({ Name, WithDecryption: true });
      return (await client.send(command, options).catch(rethrowRedacted)).Parameter?.Value;
    },

    async delete(Name, options) {
      await client.send(new DeleteParameterCommand({ Name }), options);
    },

    async replace(Name, { text, kmsKeyId }, _token, options) {
      const command = new PutParameterCommand({
        ...{ Name, Value: text, Type: 'SecureString', KeyId: kmsKeyId, Overwrite: true },
      });
      return (await client.send(command, options).catch(rethrowRedacted)).Version?.toString();
    },

    async tag(ResourceId, tags, options) {
      const Tags = tags.map(({ key, value }) => ({ Key: key, Value: value }));
      const command = new AddTagsToResourceCommand({ ResourceType: 'Parameter', ResourceId, Tags });
      await client.send(command, options);
    },

    /** Of the newest version. `GetParameter` does not return it. */
    async kmsKeyId(Name, options) {
      let NextToken: string | undefined;
      let keyId: string | undefined;
      do {
        const command = new GetParameterHistoryCommand({ Name, MaxResults: 50, NextToken });
        const page = await client.send(command, options);
        keyId = required(page.Parameters).at(-1)?.KeyId ?? keyId;
        ({ NextToken } = page);
      } while (NextToken !== undefined);
      return keyId === 'alias/aws/ssm' ? undefined : keyId;
    },

    knownErrors: () => ({}),
  };
}
