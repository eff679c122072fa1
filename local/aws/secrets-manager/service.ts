import { jsonService } from '../json-service.ts';
import { createSecret, deleteSecret, describeSecret, getSecretValue } from './secrets.ts';

/** AWS Secrets Manager. */
export const secretsManager = jsonService({
  name: 'secretsmanager',
  targetPrefix: 'secretsmanager',
  operations: {
    CreateSecret: createSecret,
    GetSecretValue: getSecretValue,
    DescribeSecret: describeSecret,
    DeleteSecret: deleteSecret,
  },
  resourceOf: ({ Name = '', SecretId = Name }, scope) => `arn:aws:secretsmanager:${scope}:secret:${SecretId}`,
});
