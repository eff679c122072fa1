import type { Outputs } from './outputs.ts';

/** Adds the ARN of the key pair that outputs are about; none if they name no key pair. */
export function withKeyPairArn(
  outputs: Outputs,
  {
    partition,
    region,
    accountId,
  }: { readonly partition: string; readonly region: string; readonly accountId: string },
): Outputs {
  const { 'key-pair-id': id = '' } = outputs;
  if (id === '') return outputs;
  return { ...outputs, 'key-pair-arn': `arn:${partition}:ec2:${region}:${accountId}:key-pair/${id}` };
}
