import type { StoreReference } from '../inputs/store-reference.ts';
import { shellWord } from '../ledger/shell-word.ts';

/** The command with which a person can delete what is at a name in a store. */
export function deleteCommand({ service, name }: StoreReference, region: string): string {
  const where = `--region ${shellWord(region)}`;
  return service === 'ssm'
    ? `aws ssm delete-parameter --name ${shellWord(name)} ${where}`
    : `aws secretsmanager delete-secret --force-delete-without-recovery --secret-id ${shellWord(name)} ${where}`;
}
