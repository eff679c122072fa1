import { type Attempt, explain, type ServiceErrors } from '../aws/explain.ts';
import type { KeyPairError } from '../errors.ts';

/** Codes and hints for errors that only EC2 has (EC2 API reference, error codes). */
const ec2Errors: ServiceErrors = {
  KeyPairLimitExceeded: {
    code: 'TOO_MANY_KEY_PAIRS',
    hint: 'Delete key pairs that no one uses, or ask AWS for a higher quota (5,000 per Region by default).',
  },
};

export function explainEc2(error: unknown, attempt: Omit<Attempt, 'service'>): KeyPairError {
  return explain(error, { service: 'EC2', ...attempt }, ec2Errors);
}
