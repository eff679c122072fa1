import { devNull } from 'node:os';
import { cleanEnvironment } from './environment.ts';
import type { Site } from './suite.ts';

/** moto's server on this machine: an EC2 that others wrote. */
export interface Moto {
  /** What a client needs in its environment: moto takes any credentials. */
  readonly environment: Readonly<Record<string, string>>;
  /** Forgets all that was made. */
  reset(): Promise<void>;
  end(): Promise<void>;
}

const startLimit = 60_000;

/** Starts moto on any free port, and waits until it says which. */
export async function startMoto({ programs, part, folder }: Site): Promise<Moto> {
  const started = programs.start(part('moto_server'), ['-H', '127.0.0.1', '-p', '0'], {
    env: cleanEnvironment(folder, { PYTHONUNBUFFERED: '1' }),
    cwd: folder,
    limit: 20 * 60_000,
  });
  const patience = AbortSignal.timeout(startLimit);
  let over = false;
  const noteEnd = (): void => {
    over = true;
  };
  started.ended.then(noteEnd, noteEnd);
  let url: string | undefined;
  while (url === undefined) {
    if (over || patience.aborted) {
      await started.end();
      throw new Error(`moto did not start. It printed:\n${started.printed()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    url = /Running on (http:\/\/127\.0\.0\.1:\d+)\b/.exec(started.printed())?.[1];
  }
  return {
    environment: {
      AWS_ACCESS_KEY_ID: 'moto',
      AWS_SECRET_ACCESS_KEY: 'moto',
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL: url,
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    async reset() {
      const answer = await fetch(`${url}/moto-api/reset`, { method: 'POST' });
      if (!answer.ok) throw new Error(`moto could not be reset: ${answer.status}`);
    },
    end: () => started.end(),
  };
}
