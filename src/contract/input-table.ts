/** What `operation` may be. */
export const operations = ['create'] as const;
export type Operation = (typeof operations)[number];

/** One input of action.yml: who takes it, and what stands for it when it is not given. */
export interface InputRule {
  readonly takenBy: readonly Operation[];
  /** As the input's description in action.yml states it after "Default:"; absent where there is none. */
  readonly fallback?: string;
}

/**
 * Every input, in the order of action.yml. An operation that is not in `takenBy` refuses the input.
 * Fallbacks stand here and not under `default:` in action.yml, because the runner fills those in and a
 * default could then not be told from a choice.
 */
export const inputTable = {
  operation: { takenBy: operations, fallback: 'create' },
  'key-name': { takenBy: ['create'] },
  'key-name-prefix': { takenBy: ['create'], fallback: 'gha-<repository>-' },
  'key-type': { takenBy: ['create'], fallback: 'rsa' },
  'key-format': { takenBy: ['create'], fallback: 'pem' },
  tags: { takenBy: ['create'] },
  lifetime: { takenBy: ['create'], fallback: 'persistent with key-name, else job' },
  'expires-after': { takenBy: ['create'] },
  'private-key-path': { takenBy: ['create'], fallback: "a file in the runner's temp folder" },
  'output-private-key': { takenBy: ['create'], fallback: 'false' },
  'aws-region': { takenBy: operations, fallback: 'the usual AWS environment' },
} as const satisfies Record<string, InputRule>;

export type InputName = keyof typeof inputTable;

/** Names of all inputs, in order. */
export const inputNames = Object.keys(inputTable) as InputName[];
