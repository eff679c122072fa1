/** What `operation` may be. */
export const operations = ['create', 'ensure', 'import', 'fetch', 'describe', 'delete'] as const;
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
  'key-name': { takenBy: operations },
  'key-name-prefix': { takenBy: ['create', 'import'], fallback: 'gha-<repository>-' },
  'key-pair-id': { takenBy: ['fetch', 'describe', 'delete'] },
  'run-id': { takenBy: ['describe', 'delete'] },
  'key-type': { takenBy: ['create', 'ensure'], fallback: 'rsa when a pair is made' },
  'key-format': { takenBy: ['create', 'ensure'], fallback: 'pem' },
  'public-key': { takenBy: ['import'] },
  'public-key-path': { takenBy: ['import'] },
  tags: { takenBy: ['create', 'ensure', 'import', 'describe'] },
  lifetime: {
    takenBy: ['create', 'ensure', 'import'],
    fallback: 'persistent with key-name, else job',
  },
  'expires-after': { takenBy: ['create', 'ensure', 'import'] },
  'private-key-path': {
    takenBy: ['create', 'ensure', 'fetch'],
    fallback: "a file in the runner's temp folder",
  },
  'output-private-key': { takenBy: ['create', 'ensure', 'fetch'], fallback: 'false' },
  'aws-region': { takenBy: operations, fallback: 'the usual AWS environment' },
  'if-in-use': { takenBy: ['delete'], fallback: 'ignore' },
  force: { takenBy: ['delete'], fallback: 'false' },
  'dry-run': { takenBy: operations, fallback: 'false' },
} as const satisfies Record<string, InputRule>;

export type InputName = keyof typeof inputTable;

/** Names of all inputs, in order. */
export const inputNames = Object.keys(inputTable) as InputName[];
