import { jsonService } from '../json-service.ts';
import {
  createSecret,
  deleteSecret,
  describeSecret,
  getSecretValue,
  putSecretValue,
  tagResource,
} from './secrets.ts';

/** AWS Secrets Manager. */
export const secretsManager = jsonService({
  name: 'secretsmanager',
  targetPrefix: 'secretsmanager',
  operations: {
    CreateSecret: createSecret,
    GetSecretValue: getSecretValue,
    PutSecretValue: putSecretValue,
    TagResource: tagResource,
    DescribeSecret: describeSecret,
    DeleteSecret: deleteSecret,
  },
  resourceOf: ({ Name = '', SecretId = Name }, scope) => `arn:aws:secretsmanager:${scope}:secret:${SecretId}`,
});
