import { newId } from '../ids.ts';
import { type Tag, tagsOf } from '../tags.ts';

/** The states an instance goes through, with EC2's number for each. */
export const STATE_CODES = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
} as const;

export type InstanceState = keyof typeof STATE_CODES;

/** An instance as far as the endpoint knows one. */
export interface Instance {
  readonly id: string;
  /** Instances launched by one request share it. */
  readonly reservationId: string;
  readonly state: InstanceState;
  /** Of the pair it was launched with, which may be gone. */
  readonly keyName?: string;
  readonly imageId: string;
  readonly type: string;
  readonly launchTime: Date;
  readonly tags: readonly Tag[];
}

/** An instance to be there; what is not said is made up: a running one, just launched, by a request of its own. */
export type InstanceSeed = Partial<Omit<Instance, 'tags'>> & {
  readonly tags?: Readonly<Record<string, string>>;
};

export function instanceFrom({ tags, ...seed }: InstanceSeed): Instance {
  return {
    id: newId('i'),
    reservationId: newId('r'),
    state: 'running',
    imageId: newId('ami'),
    type: 't3.micro',
    launchTime: new Date(),
    ...seed,
    tags: tagsOf(tags),
  };
}
