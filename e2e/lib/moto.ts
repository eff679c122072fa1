import { readFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import path from 'node:path';
import { cleanEnvironment } from './environment.ts';
import type { Site } from './suite.ts';

/** moto's server on this machine: an independent EC2 emulator. */
export interface Moto {
  /** The environment variables that a client needs. moto accepts any credentials. Regions are separate. */
  environment(region: string): Readonly<Record<string, string>>;
  /** All requests so far, as moto recorded them. */
  requests(): Promise<readonly MotoRequest[]>;
  end(): Promise<void>;
}

export interface MotoRequest {
  readonly region: string;
  readonly userAgent: string;
  /** Such as `CreateKeyPair`. */
  readonly operation: string;
  /** Decoded, without `Action` and `Version`. */
  readonly parameters: Readonly<Record<string, string>>;
}

const startLimit = 60_000;

/** Starts moto on any free port, and waits until it prints the port. */
export async function startMoto({ programs, part, folder }: Site): Promise<Moto> {
  const record = path.join(folder, 'moto-requests.jsonl');
  const started = programs.start(part('moto_server'), ['-H', '127.0.0.1', '-p', '0'], {
    env: cleanEnvironment(folder, {
      PYTHONUNBUFFERED: '1',
      MOTO_ENABLE_RECORDING: '1',
      MOTO_RECORDER_FILEPATH: record,
    }),
    cwd: folder,
    limit: 20 * 60_000,
  });
  const timeout = AbortSignal.timeout(startLimit);
  let over = false;
  const noteEnd = (): void => {
    over = true;
  };
  started.ended.then(noteEnd, noteEnd);
  let url: string | undefined;
  while (url === undefined) {
    if (over || timeout.aborted) {
      await started.end();
      throw new Error(`moto did not start. It printed:\n${started.printed()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    url = /Running on (http:\/\/127\.0\.0\.1:\d+)\b/.exec(started.printed())?.[1];
  }
  const endpoint = url;
  return {
    environment: (region) => ({
      AWS_ACCESS_KEY_ID: 'moto',
      AWS_SECRET_ACCESS_KEY: 'moto',
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ENDPOINT_URL: endpoint,
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EC2_METADATA_DISABLED: 'true',
    }),
    async requests() {
      const lines = (await readFile(record, 'utf8')).split('\n');
      return lines.filter((line) => line !== '').map(readRequest);
    },
    end: () => started.end(),
  };
}

interface RecordedRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** Base64. */
  readonly body: string;
}

function readRequest(line: string): MotoRequest {
  const { headers, body } = JSON.parse(line) as RecordedRequest;
  const {
    Action = '',
    Version: _version,
    ...parameters
  } = Object.fromEntries(new URLSearchParams(Buffer.from(body, 'base64').toString()));
  const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headers['Authorization'] ?? '')?.[1] ?? '';
  return { region, userAgent: headers['User-Agent'] ?? '', operation: Action, parameters };
}
